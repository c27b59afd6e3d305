/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list page. What is typed goes to the reading thread at once; what comes back too late is
 * dropped by the model. Main thread. */

#include "ent-list-page.h"

#include <glib/gi18n-lib.h>

#include "ent-columns-dialog.h"
#include "ent-export.h"
#include "ent-filter-chips.h"
#include "ent-filter-dialog.h"
#include "ent-list-menu.h"
#include "ent-resources.h"
#include "ent-saved-lists.h"
#include "ent-table.h"
#include "ent-trash-dialog.h"

/* Lists of a place whose names fit beside one another in a narrow column. */
#define MAX_NAMES 3

struct _EntListPage
{
  AdwBin parent_instance;

  EntStore *store;
  const EntSchema *schema;
  const EntRecordUi *ui;
  const EntModuleUi *module;
  void (*extend_menu) (const EntSchema *schema, GMenu *menu);
  EntQueryModel *model;
  GSettings *settings;
  EntTable *table;
  gboolean narrow;

  GtkButton *add_button;
  GtkSearchEntry *search_entry;
  AdwHeaderBar *header;
  AdwClamp *search_slot;
  GtkWidget *kept_slot; /* the same, kept while it is out of the header */
  AdwBin *narrow_search_slot;
  GtkPopoverMenu *list_menu;
  GtkRevealer *chips_revealer;
  AdwWrapBox *chips;
  AdwBreakpointBin *bin;
  GtkStack *stack;
  AdwBin *table_bin;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  AdwStatusPage *nothing_page;
  GtkButton *nothing_button;
  AdwStatusPage *failed_page;
  GtkLabel *count_label;
  AdwInlineViewSwitcher *switcher;
};

enum
{
  SIGNAL_OPEN_RECORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntListPage, ent_list_page, ADW_TYPE_BIN)

static gboolean
is_narrowed (EntListPage *self)
{
  const EntQuery *query = ent_query_model_get_query (self->model);
  const char *words = ent_query_get_search (query);

  return ent_query_n_conditions (query) > 0 || (words != NULL && *words != '\0');
}

static void
show_count (EntListPage *self)
{
  guint n = ent_query_model_get_total (self->model);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  /* Translators: how many records are in the list, like “Persons – 5 000” */
  g_autofree char *text = g_strdup_printf (_ ("%s – %s"), _ (self->schema->plural), number);

  gtk_label_set_text (self->count_label, text);
}

static void
explain_nothing (EntListPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  /* Translators: what was searched for */
  g_autofree char *sentence = g_markup_printf_escaped (_ ("No result for “%s”."), words);

  gtk_widget_set_visible (GTK_WIDGET (self->nothing_button), ent_record_ui_can_create (self->ui));
  adw_status_page_set_description (self->nothing_page,
                                   *words != '\0' ? sentence
                                                  : _ ("No record passes all the filters."));
}

static void
show_state (EntListPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *state = n > 0 ? "list" : is_narrowed (self) ? "nothing" : "empty";

  gtk_stack_set_visible_child_name (self->stack, state);
  if (g_str_equal (state, "nothing"))
    explain_nothing (self);
  show_count (self);
}

static void
refreshed_cb (EntListPage *self)
{
  show_state (self);
}

static void
failed_cb (EntListPage *self, const GError *error)
{
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
condition_removed_cb (EntListPage *self, guint position)
{
  const EntQuery *now = ent_query_model_get_query (self->model);
  g_autoptr (EntQuery) query = ent_query_copy (now);

  ent_query_clear_conditions (query);
  for (guint i = 0; i < ent_query_n_conditions (now); i++)
    {
      const char *column;
      const EntValue *value;
      EntOp op;

      if (i == position)
        continue;
      ent_query_get_condition (now, i, &column, &op, &value);
      ent_query_add_condition (query, column, op, value);
    }
  ent_list_page_set_query (self, query);
}

static void
chip_closed_cb (guint position, gpointer user_data)
{
  condition_removed_cb (ENT_LIST_PAGE (user_data), position);
}

/* What the page shows of a query beside its rows: words, arrow, chips. */
void
ent_list_page_set_query (EntListPage *self, const EntQuery *query)
{
  const char *words = ent_query_get_search (query);
  gboolean descending;
  const char *order = ent_query_get_order (query, &descending);
  guint n;

  ent_query_model_set_query (self->model, query);
  ent_table_set_order (self->table, order, descending);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words != NULL ? words : "");
  n = ent_filter_chips_fill (self->chips, self->store, query, chip_closed_cb, self);
  gtk_revealer_set_reveal_child (self->chips_revealer, n > 0);
}

static void
search_changed_cb (EntListPage *self)
{
  g_autoptr (EntQuery) query = ent_query_copy (ent_query_model_get_query (self->model));

  ent_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  ent_query_model_set_query (self->model, query);
}

/* Enter opens the only or the first result. */
static void
search_activated_cb (EntListPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    g_signal_emit (self, signals[SIGNAL_OPEN_RECORD], 0, ent_query_model_get_id (self->model, 0));
}

static void
search_next_cb (EntListPage *self)
{
  ent_table_grab (self->table);
}

static void
activate_record_cb (EntListPage *self, gint64 id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_RECORD], 0, id);
}

static void
order_changed_cb (EntListPage *self)
{
  g_autoptr (EntQuery) query = ent_query_copy (ent_query_model_get_query (self->model));
  gboolean descending;
  const char *column = ent_table_get_order (self->table, &descending);

  ent_query_set_order (query, column, descending);
  ent_query_model_set_query (self->model, query);
  g_settings_set_string (self->settings, "sort-column", column != NULL ? column : "");
  g_settings_set_boolean (self->settings, "sort-descending", descending);
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_list_page_create (ENT_LIST_PAGE (widget));
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntListPage *self = ENT_LIST_PAGE (widget);
  g_autoptr (EntQuery) query = ent_query_new (self->schema);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  ent_list_page_set_query (self, query);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntListPage *self = ENT_LIST_PAGE (widget);

  gtk_stack_set_visible_child_name (self->stack, "loading");
  ent_query_model_refresh (self->model);
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_filter_dialog_present (ENT_LIST_PAGE (widget));
}

static void
columns_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_columns_dialog_present (ENT_LIST_PAGE (widget));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_export_ask (ENT_LIST_PAGE (widget));
}

static void
trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_trash_dialog_present (widget, ENT_LIST_PAGE (widget)->store);
}

static void
map_cb (EntListPage *self)
{
  ent_query_model_set_active (self->model, TRUE);
}

static void
unmap_cb (EntListPage *self)
{
  ent_query_model_set_active (self->model, FALSE);
}

static void
ent_list_page_dispose (GObject *object)
{
  EntListPage *self = ENT_LIST_PAGE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_LIST_PAGE);
  g_clear_object (&self->kept_slot);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ent_list_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "list.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "list.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "list.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "list.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "list.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "list.trash", NULL, trash_action);
  ent_saved_lists_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "list.filter", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "list.export",
                                       NULL);
}

static void
ent_list_page_class_init (EntListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_list_page_dispose;

  signals[SIGNAL_OPEN_RECORD] = g_signal_new ("open-record", ENT_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntListPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, header);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, search_slot);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, narrow_search_slot);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, list_menu);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, chips_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, chips);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, bin);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, table_bin);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, nothing_button);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, EntListPage, switcher);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
}

static void
ent_list_page_init (EntListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept_slot = g_object_ref (GTK_WIDGET (self->search_slot));
}

void
ent_list_page_refresh_menu (EntListPage *self)
{
  g_autoptr (GMenu) menu = ent_list_menu_new (self, self->extend_menu);

  gtk_popover_menu_set_menu_model (self->list_menu, G_MENU_MODEL (menu));
}

static void
name_things (EntListPage *self)
{
  gboolean can_create = ent_record_ui_can_create (self->ui);
  /* Translators: adds a record of a kind, like “New: Person” */
  g_autofree char *create = g_strdup_printf (_ ("New: %s"), _ (self->schema->title));
  /* Translators: searches a list of a kind, like “Search: Persons” */
  g_autofree char *search = g_strdup_printf (_ ("Search: %s"), _ (self->schema->plural));
  /* Translators: title of an empty list, like “Persons: none yet” */
  g_autofree char *empty = g_strdup_printf (_ ("%s: none yet"), _ (self->schema->plural));

  gtk_widget_set_visible (GTK_WIDGET (self->add_button), can_create);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), create);
  gtk_button_set_label (self->empty_button, create);
  gtk_button_set_label (self->nothing_button, create);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), can_create);
  gtk_search_entry_set_placeholder_text (self->search_entry, search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  adw_status_page_set_title (self->empty_page, empty);
  adw_status_page_set_icon_name (self->empty_page, self->schema->icon_name);
}

/* Where the header has no room for it, the search entry gets a line of its own. */
static void
move_search (EntListPage *self, gboolean narrow)
{
  GtkWidget *entry = g_object_ref (GTK_WIDGET (self->search_entry));

  if (narrow)
    {
      adw_clamp_set_child (self->search_slot, NULL);
      adw_header_bar_set_title_widget (self->header,
                                       adw_window_title_new (_ (self->schema->plural), NULL));
      adw_bin_set_child (self->narrow_search_slot, entry);
    }
  else
    {
      adw_bin_set_child (self->narrow_search_slot, NULL);
      adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->search_slot));
      adw_clamp_set_child (self->search_slot, entry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_search_slot), narrow);
  g_object_unref (entry);
}

/* Many lists have no room for their names beside a page; their icons have, and say the name. */
static void
update_switcher (EntListPage *self)
{
  AdwViewStack *stack = adw_inline_view_switcher_get_stack (self->switcher);
  g_autoptr (GtkSelectionModel) lists = stack != NULL ? adw_view_stack_get_pages (stack) : NULL;
  guint n = lists != NULL ? g_list_model_get_n_items (G_LIST_MODEL (lists)) : 0;

  adw_inline_view_switcher_set_display_mode (self->switcher, self->narrow && n > MAX_NAMES
                                                                 ? ADW_INLINE_VIEW_SWITCHER_ICONS
                                                                 : ADW_INLINE_VIEW_SWITCHER_LABELS);
}

/* The header stands outside of what the breakpoint watches, in the midst of being laid out. */
static gboolean
move_search_cb (gpointer data)
{
  EntListPage *self = data;

  if (self->search_entry != NULL)
    {
      move_search (self, self->narrow);
      update_switcher (self);
    }
  return G_SOURCE_REMOVE;
}

static void
set_narrow (EntListPage *self, gboolean narrow)
{
  self->narrow = narrow;
  g_idle_add_full (G_PRIORITY_HIGH, move_search_cb, g_object_ref (self), g_object_unref);
}

static void
narrow_cb (EntListPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (EntListPage *self)
{
  set_narrow (self, FALSE);
}

static AdwBreakpoint *
add_breakpoint (EntListPage *self, const char *condition)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (condition));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self->table), "compact", &value);
  adw_breakpoint_bin_add_breakpoint (self->bin, breakpoint);
  return breakpoint;
}

/* Of two breakpoints that both hold, the one added later counts. */
static void
add_breakpoints (EntListPage *self)
{
  AdwBreakpoint *narrow;

  add_breakpoint (self, "max-width: 640sp");
  narrow = add_breakpoint (self, "max-width: 430sp");
  g_signal_connect_swapped (narrow, "apply", G_CALLBACK (narrow_cb), self);
  g_signal_connect_swapped (narrow, "unapply", G_CALLBACK (wide_cb), self);
}

static void
restore_layout (EntListPage *self)
{
  g_autofree char *path = g_strdup_printf ("/org/entraide/Entraide/list/%s/", self->schema->table);
  g_auto (GStrv) columns = NULL;

  self->settings = g_settings_new_with_path ("org.entraide.Entraide.list", path);
  columns = g_settings_get_strv (self->settings, "columns");
  ent_table_set_columns (self->table, (const char *const *) columns);
}

EntListPage *
ent_list_page_new (EntStore *store,
                   const EntSchema *schema,
                   const EntRecordUi *ui,
                   const EntModuleUi *module)
{
  EntListPage *self = g_object_new (ENT_TYPE_LIST_PAGE, NULL);
  g_autoptr (EntQuery) query = ent_query_new (schema);
  g_autofree char *order = NULL;
  gboolean descending;

  self->store = g_object_ref (store);
  self->schema = schema;
  self->ui = ui;
  self->module = module;
  self->table = ENT_TABLE (ent_table_new (schema));
  restore_layout (self);
  order = g_settings_get_string (self->settings, "sort-column");
  descending = g_settings_get_boolean (self->settings, "sort-descending");
  if (*order != '\0')
    ent_query_set_order (query, order, descending);
  self->model = ent_query_model_new_idle (store, query);
  ent_query_model_set_stepwise (self->model, TRUE);
  ent_table_set_model (self->table, self->model);
  if (*order != '\0')
    ent_table_set_order (self->table, order, descending);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));

  g_signal_connect_swapped (self->table, "activate-record", G_CALLBACK (activate_record_cb), self);
  g_signal_connect_swapped (self->table, "order-changed", G_CALLBACK (order_changed_cb), self);
  g_signal_connect_swapped (self->model, "refreshed", G_CALLBACK (refreshed_cb), self);
  g_signal_connect_swapped (self->model, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (self, "unmap", G_CALLBACK (unmap_cb), self);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  name_things (self);
  ent_list_page_refresh_menu (self);
  add_breakpoints (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return self;
}

const EntSchema *
ent_list_page_get_schema (EntListPage *self)
{
  return self->schema;
}

EntQueryModel *
ent_list_page_get_model (EntListPage *self)
{
  return self->model;
}

void
ent_list_page_set_extend_menu (EntListPage *self,
                               void (*extend) (const EntSchema *schema, GMenu *menu))
{
  self->extend_menu = extend;
  ent_list_page_refresh_menu (self);
}

EntStore *
ent_list_page_get_store (EntListPage *self)
{
  return self->store;
}

void
ent_list_page_focus_search (EntListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
ent_list_page_create (EntListPage *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (ent_record_ui_can_create (self->ui) && shell != NULL)
    ent_record_ui_create (self->ui, shell, self->store);
}

const EntModuleUi *
ent_list_page_get_module (EntListPage *self)
{
  return self->module;
}

void
ent_list_page_mark (EntListPage *self, gint64 id)
{
  ent_table_select (self->table, id);
}

void
ent_list_page_set_stack (EntListPage *self, AdwViewStack *stack)
{
  adw_inline_view_switcher_set_stack (self->switcher, stack);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), stack != NULL);
  update_switcher (self);
}

const char **
ent_list_page_get_columns (EntListPage *self)
{
  return ent_table_get_columns (self->table);
}

void
ent_list_page_set_columns (EntListPage *self, const char *const *columns)
{
  ent_table_set_columns (self->table, columns);
  g_settings_set_strv (self->settings, "columns", columns);
}
