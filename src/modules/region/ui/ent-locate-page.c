/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list is read again whenever addresses change; what a run found out is remembered for as long
 * as the page lives. Main thread. */

#include "ent-locate-page.h"

#include "ent-address-position.h"
#include "ent-locate-detail.h"
#include "ent-locate-item.h"
#include "ent-locate-run.h"
#include "ent-place-view.h"
#include "ent-resources.h"
#include "ent-split.h"

#include <glib/gi18n-lib.h>

struct _EntLocatePage
{
  AdwNavigationPage parent_instance;

  AdwNavigationSplitView *split;
  AdwWindowTitle *list_title;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *report;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkWidget *place_all_button;
  EntLocateDetail *detail;

  EntStore *store;
  GListStore *items; /* EntLocateItem */
  GtkSingleSelection *selection;
  GHashTable *states; /* address id → EntLocateState + 1 */
  EntLocateRun *run; /* NULL: none goes on */
  GCancellable *reading;
  gint64 wanted; /* address to show when the list is there */
};

G_DEFINE_FINAL_TYPE (EntLocatePage, ent_locate_page, ADW_TYPE_NAVIGATION_PAGE)

static EntLocateState
state_of (EntLocatePage *self, EntAddress *address)
{
  gint64 id = ent_record_get_id (address);
  gpointer known = g_hash_table_lookup (self->states, &id);

  if (ent_address_pin_is_doubtful (address))
    return ENT_LOCATE_MOVED;
  return known != NULL ? (EntLocateState) (GPOINTER_TO_INT (known) - 1) : ENT_LOCATE_NOT_LOOKED_UP;
}

static gint64
id_of (EntLocateItem *item)
{
  return item != NULL ? ent_record_get_id (ent_locate_item_get_place (item)->address) : 0;
}

/* Position of an address in the list as it is shown, or the same position as before. */
static guint
find_position (EntLocatePage *self, gint64 id, guint fallback)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (EntLocateItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (ent_locate_item_holds (item, id))
        return i;
    }
  if (n == 0)
    return GTK_INVALID_LIST_POSITION;
  return fallback == GTK_INVALID_LIST_POSITION ? 0 : MIN (fallback, n - 1);
}

static void
show_count (EntLocatePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = g_strdup_printf (ngettext ("%'u home", "%'u homes", n), n);

  adw_window_title_set_subtitle (self->list_title, n > 0 ? text : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
  gtk_widget_set_visible (self->place_all_button, n > 0 && self->run == NULL);
}

static void
show_selected (EntLocatePage *self)
{
  EntLocateItem *item = gtk_single_selection_get_selected_item (self->selection);

  ent_locate_detail_show (self->detail, item != NULL ? ent_locate_item_get_places (item) : NULL);
}

static gpointer
read_home (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_location_query_home (db, *(gint64 *) data, error);
}

static void
home_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLocatePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) home = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (home != NULL)
    ent_locate_detail_show (self->detail, home);
  else if (shell != NULL)
    ent_shell_report (shell, error);
}

/* The address that the page was opened for; it may have a place already, and not be in the list. */
static void
show_wanted (EntLocatePage *self)
{
  EntLocateItem *item = gtk_single_selection_get_selected_item (self->selection);
  gint64 wanted = self->wanted;

  self->wanted = 0;
  ent_split_show_content (self->split, TRUE);
  if (item != NULL && ent_locate_item_holds (item, wanted))
    return;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_home,
                       g_memdup2 (&wanted, sizeof wanted), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->reading, home_read_cb,
                       g_object_ref (self));
}

/* The list keeps its first row in place, and would leave the heading above it out of sight. */
static gboolean
scroll_up_cb (gpointer user_data)
{
  EntLocatePage *self = user_data;

  if (self->store != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  return G_SOURCE_REMOVE;
}

static void
scroll_to (EntLocatePage *self, guint position)
{
  if (position == 0)
    g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, 50, scroll_up_cb, g_object_ref (self),
                        g_object_unref);
  else if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
fill (EntLocatePage *self, GPtrArray *places)
{
  EntLocateItem *selected = gtk_single_selection_get_selected_item (self->selection);
  gint64 before = self->wanted != 0 ? self->wanted : id_of (selected);
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  EntLocateItem *last = NULL;

  g_ptr_array_set_free_func (places, NULL);
  for (guint i = 0; i < places->len; i++)
    {
      EntLocated *place = g_ptr_array_index (places, i);
      EntLocateState state = state_of (self, place->address);

      if (last == NULL || !ent_locate_item_add (last, place, state))
        {
          last = ent_locate_item_new (place, state);
          g_ptr_array_add (items, last);
        }
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  position = find_position (self, before, position);
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  show_count (self);
  show_selected (self);
  if (self->wanted != 0)
    show_wanted (self);
}

static gpointer
read_waiting (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_location_query_waiting (db, error);
}

static void
waiting_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLocatePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) places = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (places != NULL)
    fill (self, places);
  else if (shell != NULL)
    ent_shell_report (shell, error);
}

static void
reload (EntLocatePage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_waiting, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, self->reading, waiting_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntLocatePage *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_address_schema))
    reload (self);
}

static void
show_progress (EntLocatePage *self)
{
  guint n_done = 0, n_all = 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->progress_box, self->run != NULL);
  gtk_widget_set_visible (self->place_all_button, self->run == NULL);
  if (self->run == NULL)
    return;
  ent_locate_run_get_progress (self->run, &n_done, &n_all);
  /* Translators: how many were looked up, of how many */
  text = g_strdup_printf (_ ("%'u of %'u"), n_done, n_all);
  gtk_progress_bar_set_fraction (self->progress, n_all > 0 ? (double) n_done / n_all : 0);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
remember (EntLocatePage *self)
{
  GPtrArray *places = ent_locate_run_get_places (self->run);
  const EntLocationFindings *findings = ent_locate_run_get_findings (self->run);

  g_hash_table_remove_all (self->states);
  for (guint i = 0; i < places->len; i++)
    {
      const EntLocated *place = g_ptr_array_index (places, i);
      const EntAddressMatch *best = ent_address_answer_get_best (
          g_ptr_array_index (findings->answers, i));
      gint64 id = ent_record_get_id (place->address);
      EntLocateState state = best == NULL || best->precision < ENT_ADDRESS_PRECISION_STREET
                                 ? ENT_LOCATE_NOT_FOUND
                                 : ENT_LOCATE_TO_CHOOSE;

      g_hash_table_insert (self->states, g_memdup2 (&id, sizeof id),
                           GINT_TO_POINTER ((int) state + 1));
    }
}

static void
show_report (EntLocatePage *self)
{
  const EntLocationFindings *findings = ent_locate_run_get_findings (self->run);
  guint n = ent_locate_run_get_n_written (self->run);
  g_autofree char *placed = g_strdup_printf (ngettext ("%'u placed", "%'u placed", n), n);
  g_autofree char *choose = g_strdup_printf (ngettext ("%'u to choose", "%'u to choose",
                                                       findings->n_to_choose),
                                             findings->n_to_choose);
  g_autofree char *missing = g_strdup_printf (ngettext ("%'u not found", "%'u not found",
                                                        findings->n_not_found),
                                              findings->n_not_found);
  g_autofree char *text = g_strjoin (" · ", placed, choose, missing, NULL);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  gtk_label_set_label (self->report, text);
  gtk_widget_set_visible (GTK_WIDGET (self->report), TRUE);
  if (shell != NULL)
    ent_shell_toast (shell, text, n > 0);
}

static void
run_done_cb (EntLocatePage *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (ent_locate_run_get_findings (self->run) != NULL)
    {
      remember (self);
      show_report (self);
    }
  else if (shell != NULL)
    ent_shell_report (shell, ent_locate_run_get_error (self->run));
  g_clear_object (&self->run);
  show_progress (self);
  reload (self);
}

static void
place_all_cb (EntLocatePage *self)
{
  if (self->run != NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->report), FALSE);
  self->run = ent_locate_run_new (self->store);
  g_signal_connect_object (self->run, "progress", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->run, "done", G_CALLBACK (run_done_cb), self, G_CONNECT_SWAPPED);
  show_progress (self);
  ent_locate_run_start (self->run);
}

static void
stop_cb (EntLocatePage *self)
{
  if (self->run != NULL)
    ent_locate_run_cancel (self->run);
}

static void
item_activated_cb (EntLocatePage *self)
{
  ent_split_show_content (self->split, TRUE);
}

static GtkWidget *
row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *address = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (address), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (address), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "row-title");
  gtk_widget_add_css_class (address, "row-detail");
  gtk_widget_add_css_class (box, "private");
  gtk_widget_add_css_class (box, "locate-row");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), address);
  return box;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  EntLocateItem *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *line = ent_record_get_summary (ent_locate_item_get_place (row)->address);
  g_autofree char *names = ent_locate_item_names (ent_locate_item_get_places (row));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), names);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), line);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "places-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  EntLocateItem *item = gtk_list_header_get_item (header);
  guint n = gtk_list_header_get_n_items (header);
  g_autofree char *text = g_strdup_printf (
      "%s (%'u)", ent_locate_state_title (ent_locate_item_get_state (item)), n);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static int
compare_states (gconstpointer a, gconstpointer b, gpointer unused)
{
  return (int) ent_locate_item_get_state ((EntLocateItem *) a) -
         (int) ent_locate_item_get_state ((EntLocateItem *) b);
}

static void
set_up_list (EntLocatePage *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkSorter *sections = GTK_SORTER (gtk_custom_sorter_new (compare_states, NULL, NULL));
  GtkSortListModel *sorted;

  self->items = g_list_store_new (ENT_TYPE_LOCATE_ITEM);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, sections);
  g_object_unref (sections);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (bind_header_cb), NULL);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  /* Where both do not stand side by side, one click leads on; else it would select on hovering. */
  g_object_bind_property (self->split, "collapsed", self->list, "single-click-activate",
                          G_BINDING_SYNC_CREATE);
  g_object_unref (rows);
  g_object_unref (headers);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (show_selected),
                            self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (item_activated_cb), self);
}

static void
ent_locate_page_dispose (GObject *object)
{
  EntLocatePage *self = ENT_LOCATE_PAGE (object);

  if (self->run != NULL)
    ent_locate_run_cancel (self->run);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_LOCATE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->run);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_locate_page_parent_class)->dispose (object);
}

static void
ent_locate_page_finalize (GObject *object)
{
  g_hash_table_unref (ENT_LOCATE_PAGE (object)->states);
  G_OBJECT_CLASS (ent_locate_page_parent_class)->finalize (object);
}

static void
ent_locate_page_class_init (EntLocatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_locate_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_locate_page_finalize;

  g_type_ensure (ENT_TYPE_LOCATE_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "region/ent-locate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, split);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, list_title);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, list);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, report);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, progress);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, place_all_button);
  gtk_widget_class_bind_template_child (widget_class, EntLocatePage, detail);
  gtk_widget_class_bind_template_callback (widget_class, place_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
ent_locate_page_init (EntLocatePage *self)
{
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}

AdwNavigationPage *
ent_locate_page_new (EntStore *store, gint64 address_id)
{
  EntLocatePage *self = g_object_new (ENT_TYPE_LOCATE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->wanted = address_id;
  ent_locate_detail_set_store (self->detail, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ent_place_view_want_whole (ADW_NAVIGATION_PAGE (self));
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}
