/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette: places first, then records by kind; arrows and Enter. Main thread, searching on the
 * read lane. */

#include "ent-search-dialog.h"

#include <glib/gi18n.h>

#include "ent-app-modules.h"
#include "ent-search.h"
#include "ent-text.h"

/* Hits shown of each kind; the list of the place shows them all. */
#define LIMIT 6

typedef struct
{
  EntWindow *window;
  AdwDialog *dialog;
  GtkWidget *entry;
  GtkListBox *list;
  GtkStack *stack;
  AdwStatusPage *status;
  GCancellable *cancellable;
  char *asked; /* words that were searched last; NULL: none yet */
  char *shown; /* words whose hits are shown; NULL: none yet */
  gboolean enter_waits; /* for the hits of what was typed */
} Search;

static void
search_free (Search *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self->asked);
  g_free (self->shown);
  g_free (self);
}

static void
select_first (Search *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static GtkWidget *
result_row (const char *icon_name, const char *title, const char *kind, gboolean is_private)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, kind);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_private)
    gtk_widget_add_css_class (label, "private");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (kind), g_free);
  return row;
}

static void
add_places (Search *self, const char *words)
{
  g_autofree char *folded = ent_text_fold (words);
  const EntPlace *place;

  for (guint i = 0; (place = ent_window_nth_place (self->window, i)) != NULL; i++)
    {
      g_autofree char *title = ent_text_fold (_ (place->title));
      GtkWidget *row;

      if (*folded != '\0' && strstr (title, folded) == NULL)
        continue;
      row = result_row (place->icon_name, _ (place->title), _ ("Go to"), FALSE);
      g_object_set_data (G_OBJECT (row), "place", (gpointer) place->id);
      gtk_list_box_append (self->list, row);
    }
}

static void
show_hits (Search *self, GPtrArray *hits, const char *words)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < hits->len; i++)
    {
      EntSearchHit *hit = g_ptr_array_index (hits, i);
      GtkWidget *row;

      if (ent_app_modules_find (hit->schema, NULL) == NULL)
        continue;
      row = result_row (hit->schema->icon_name, hit->summary, _ (hit->schema->plural), TRUE);
      g_object_set_data (G_OBJECT (row), "schema", (gpointer) hit->schema);
      g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&hit->id, sizeof hit->id), g_free);
      gtk_list_box_append (self->list, row);
    }
  add_places (self, words);
  select_first (self);
  gtk_stack_set_visible_child_name (
      self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "results" : "nothing");
}

typedef struct
{
  AdwDialog *dialog;
  char *words;
} Request;

static gpointer
search_words (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_search_everything (db, data, LIMIT, error);
}

static void
activated_cb (Search *self, GtkListBoxRow *row)
{
  g_autoptr (EntWindow) window = g_object_ref (self->window);
  const char *place = g_object_get_data (G_OBJECT (row), "place");
  const EntSchema *schema = g_object_get_data (G_OBJECT (row), "schema");
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  gint64 found = id != NULL ? *id : 0;

  adw_dialog_force_close (self->dialog);
  if (place != NULL)
    ent_window_show_place (window, place);
  else if (schema != NULL)
    ent_shell_open (ENT_SHELL (window), schema, found);
}

static void
activate_selected (Search *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->enter_waits = FALSE;
  if (row != NULL)
    activated_cb (self, row);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  Search *self = g_object_get_data (G_OBJECT (request->dialog), "search");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (hits != NULL && self != NULL)
    {
      show_hits (self, hits, request->words);
      g_free (self->shown);
      self->shown = g_strdup (request->words);
      if (self->enter_waits)
        activate_selected (self);
    }
  g_object_unref (request->dialog);
  g_free (request->words);
  g_free (request);
}

static void
changed_cb (Search *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  EntStore *store = ent_shell_get_store (ENT_SHELL (self->window));
  Request *request;

  if (store == NULL || g_strcmp0 (self->asked, words) == 0)
    return;
  g_free (self->asked);
  self->asked = g_strdup (words);
  request = g_new0 (Request, 1);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->enter_waits = FALSE;
  request->dialog = g_object_ref (self->dialog);
  request->words = g_strdup (words);
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, search_words, g_strdup (words),
                       g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb,
                       request);
}

/* Enter opens a hit of what was typed, which may be on its way; never one of what came before. */
static void
entry_activated_cb (Search *self)
{
  changed_cb (self);
  if (g_strcmp0 (self->shown, self->asked) == 0)
    activate_selected (self);
  else
    self->enter_waits = TRUE;
}

/* The arrows walk through the results while the cursor stays in the entry. */
static gboolean
key_cb (Search *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int position = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next;

  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  next = gtk_list_box_get_row_at_index (self->list, position + (key == GDK_KEY_Down ? 1 : -1));
  if (next != NULL)
    {
      GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (next));

      gtk_list_box_select_row (self->list, next);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), gtk_label_get_text (GTK_LABEL (label)),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  return GDK_EVENT_STOP;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  const char *previous = before != NULL ? g_object_get_data (G_OBJECT (before), "kind") : NULL;
  GtkWidget *label;

  if (g_strcmp0 (kind, previous) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (kind);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "palette-kind");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
make_results (Search *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results"), -1);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));

  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "compact");
  adw_status_page_set_icon_name (self->status, "edit-find-symbolic");
  adw_status_page_set_title (self->status, _ ("Nothing found"));
  adw_status_page_set_description (
      self->status, _ ("Try the beginning of a name, a number, a phone or a place."));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, window, "results");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
make_header (Search *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 0);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry),
                                         _ ("Names, numbers, phones, places…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search everything"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (adw_dialog_close),
                            self->dialog);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->entry);
  return bar;
}

void
ent_search_dialog_present (EntWindow *window)
{
  Search *self;
  GtkWidget *view;

  if (ent_shell_get_store (ENT_SHELL (window)) == NULL)
    return;

  self = g_new0 (Search, 1);
  self->window = window;
  self->dialog = adw_dialog_new ();
  self->cancellable = g_cancellable_new ();
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_results (self));
  adw_dialog_set_title (self->dialog, _ ("Search everything"));
  adw_dialog_set_content_width (self->dialog, 520);
  adw_dialog_set_content_height (self->dialog, 480);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_focus (self->dialog, self->entry);
  g_object_set_data_full (G_OBJECT (self->dialog), "search", self, (GDestroyNotify) search_free);
  add_places (self, "");
  select_first (self);
  adw_dialog_present (self->dialog, GTK_WIDGET (window));
}
