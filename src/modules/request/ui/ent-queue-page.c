/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the queue, shows what passes its filters, reads it again when something changes it. Main
 * thread. */

#include "ent-queue-page.h"

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-deadline-rule.h"
#include "ent-document.h"
#include "ent-person.h"
#include "ent-queue-choices.h"
#include "ent-queue-rows.h"
#include "ent-request-form.h"
#include "ent-request-kind.h"
#include "ent-request-object.h"
#include "ent-request-piece.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

#define RELOAD_MS 60
#define TICK_S 60
#define SCROLL_MS 50

struct _EntQueuePage
{
  AdwNavigationPage parent_instance;

  GtkDropDown *workers;
  GtkDropDown *teams;
  GtkDropDown *kinds;
  GtkDropDown *steps;
  GtkWidget *new_label;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;

  EntStore *store;
  EntQueueModel *model;
  EntQueueChoices *choices; /* NULL until they are read */
  GCancellable *reading;
  gint32 shown_on; /* the day that is shown */
  guint reload_id, tick_id, scroll_id;
  gboolean compact;
  gboolean choosing; /* the filters are being filled */
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntQueuePage, ent_queue_page, ADW_TYPE_NAVIGATION_PAGE)

/* Once the list has its size: with the first heading in sight. */
static gboolean
scroll_up_cb (gpointer user_data)
{
  EntQueuePage *self = user_data;

  self->scroll_id = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  return G_SOURCE_REMOVE;
}

static void
show_top (EntQueuePage *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_timeout_add (SCROLL_MS, scroll_up_cb, self);
}

static void
show_queue (EntQueuePage *self)
{
  EntQueueFilter filter = { 0 };

  if (self->choices == NULL)
    return;
  filter.worker_id = ent_queue_choices_worker (self->choices,
                                               gtk_drop_down_get_selected (self->workers));
  filter.team_id = ent_queue_choices_team (self->choices, gtk_drop_down_get_selected (self->teams));
  filter.kind_id = ent_queue_choices_kind (self->choices, gtk_drop_down_get_selected (self->kinds));
  filter.step = (int) gtk_drop_down_get_selected (self->steps);
  self->shown_on = ent_day_today ();
  ent_queue_model_show (self->model, self->choices->lines, &filter, self->shown_on);
  if (self->choices->lines->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "filtered");
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

/* What was chosen stays chosen while there is such an entry. */
static void
fill_choice (GtkDropDown *drop, GtkStringList *names, guint position)
{
  gtk_drop_down_set_model (drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop, position);
}

static void
take_choices (EntQueuePage *self, EntQueueChoices *choices)
{
  EntQueueChoices *before = self->choices;
  gint64 worker = 0, team = 0, kind = 0;

  if (before != NULL)
    {
      worker = ent_queue_choices_worker (before, gtk_drop_down_get_selected (self->workers));
      team = ent_queue_choices_team (before, gtk_drop_down_get_selected (self->teams));
      kind = ent_queue_choices_kind (before, gtk_drop_down_get_selected (self->kinds));
    }
  self->choosing = TRUE;
  fill_choice (self->workers, choices->workers.names,
               ent_queue_choice_find (&choices->workers, worker));
  fill_choice (self->teams, choices->teams.names, ent_queue_choice_find (&choices->teams, team));
  fill_choice (self->kinds, choices->kinds.names, ent_queue_choice_find (&choices->kinds, kind));
  self->choosing = FALSE;
  self->choices = choices;
  if (before == NULL)
    show_top (self);
  g_clear_pointer (&before, ent_queue_choices_free);
  show_queue (self);
}

static gpointer
read_queue (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *lines = ent_request_queue_read (db, error);

  return lines != NULL ? ent_queue_found_read (db, lines, error) : NULL;
}

static void
queue_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntQueuePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntQueueFound) found = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (found == NULL && shell != NULL)
    ent_shell_report (shell, error);
  if (found != NULL && self->store != NULL)
    take_choices (self, ent_queue_choices_new (found));
}

static void
reload (EntQueuePage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL)
    return;
  self->reading = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_queue, NULL, NULL,
                       (GDestroyNotify) ent_queue_found_free, self->reading, queue_read_cb,
                       g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  EntQueuePage *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Several acts in a row make it read once. */
static void
store_changed_cb (EntQueuePage *self, const EntNews *news)
{
  static const EntSchema *const concerned[] = {
    &ent_request_schema,        &ent_request_step_schema,  &ent_request_event_schema,
    &ent_request_object_schema, &ent_deadline_rule_schema, &ent_request_kind_schema,
    &ent_person_schema,         &ent_agent_schema,         &ent_document_schema,
  };

  for (guint i = 0; i < G_N_ELEMENTS (concerned) && self->reload_id == 0; i++)
    if (ent_news_touches (news, concerned[i]))
      self->reload_id = g_timeout_add (RELOAD_MS, reload_cb, self);
}

/* What is due today is late after midnight. */
static gboolean
tick_cb (gpointer user_data)
{
  EntQueuePage *self = user_data;

  if (self->shown_on != ent_day_today ())
    show_queue (self);
  return G_SOURCE_CONTINUE;
}

static void
filter_chosen_cb (EntQueuePage *self)
{
  if (self->choosing)
    return;
  show_queue (self);
  show_top (self);
}

static void
activated_cb (EntQueuePage *self, guint position)
{
  g_autoptr (EntQueueItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (item != NULL && shell != NULL)
    ent_shell_open (shell, &ent_request_schema, ent_queue_item_get_line (item)->id);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntShell *shell = ent_shell_for (widget);

  if (shell != NULL)
    ent_request_form_register (shell, ENT_QUEUE_PAGE (widget)->store, 0);
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntQueuePage *self = ENT_QUEUE_PAGE (widget);
  GtkDropDown *const all[] = { self->workers, self->teams, self->kinds, self->steps };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_drop_down_set_selected (all[i], 0);
}

static void
list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntShell *shell = ent_shell_for (widget);
  const EntSchema *schema = &ent_request_schema;

  if (g_str_equal (name, "queue.pieces"))
    schema = &ent_request_piece_schema;
  else if (g_str_equal (name, "queue.deadlines"))
    schema = &ent_deadline_rule_schema;
  if (shell != NULL)
    ent_shell_show_list (shell, schema, NULL);
}

static void
set_compact (EntQueuePage *self, gboolean compact)
{
  g_autoptr (GtkListItemFactory) factory = ent_queue_rows_factory_new (compact);

  self->compact = compact;
  gtk_list_view_set_factory (self->list, factory);
}

static void
ent_queue_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ENT_QUEUE_PAGE (object)->compact);
}

static void
ent_queue_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntQueuePage *self = ENT_QUEUE_PAGE (object);

  if (self->list != NULL && self->compact != g_value_get_boolean (value))
    set_compact (self, g_value_get_boolean (value));
}

static void
ent_queue_page_map (GtkWidget *widget)
{
  EntQueuePage *self = ENT_QUEUE_PAGE (widget);

  GTK_WIDGET_CLASS (ent_queue_page_parent_class)->map (widget);
  if (self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (TICK_S, tick_cb, self);
  tick_cb (self);
}

static void
ent_queue_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&ENT_QUEUE_PAGE (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (ent_queue_page_parent_class)->unmap (widget);
}

static void
ent_queue_page_dispose (GObject *object)
{
  EntQueuePage *self = ENT_QUEUE_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->choices, ent_queue_choices_free);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_queue_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "request/ent-queue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, workers);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, teams);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, kinds);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, steps);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, new_label);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, list);
  gtk_widget_class_bind_template_child (widget_class, EntQueuePage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_queue_page_class_init (EntQueuePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const lists[] = { "queue.register", "queue.pieces", "queue.deadlines" };

  object_class->get_property = ent_queue_page_get_property;
  object_class->set_property = ent_queue_page_set_property;
  object_class->dispose = ent_queue_page_dispose;
  widget_class->map = ent_queue_page_map;
  widget_class->unmap = ent_queue_page_unmap;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "place.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "queue.all", NULL, show_all);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_widget_class_install_action (widget_class, lists[i], NULL, list_action);
}

static void
ent_queue_page_init (EntQueuePage *self)
{
  g_autoptr (GtkListItemFactory) headings = ent_queue_headings_factory_new ();
  g_autoptr (GtkStringList) steps = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown_on = ENT_DAY_NONE;
  self->model = ent_queue_model_new ();
  set_compact (self, FALSE);
  gtk_list_view_set_header_factory (self->list, headings);
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  self->choosing = TRUE;
  gtk_string_list_append (steps, _ ("All steps"));
  for (int i = ENT_STEP_REGISTERED; i < ENT_STEP_EXECUTION; i++)
    gtk_string_list_append (steps, ent_enum_label (&ent_request_stage_enum, i));
  gtk_drop_down_set_model (self->steps, G_LIST_MODEL (steps));
  self->choosing = FALSE;
}

AdwNavigationPage *
ent_queue_page_new (EntShell *shell)
{
  EntQueuePage *self = g_object_new (ENT_TYPE_QUEUE_PAGE, NULL);
  GtkSingleSelection *selection = gtk_single_selection_new (
      G_LIST_MODEL (g_object_ref (self->model)));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  self->store = g_object_ref (ent_shell_get_store (shell));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
