/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window. Main thread. */

#include "ent-window.h"

#include <glib/gi18n.h>

#include "ent-app-modules.h"
#include "ent-config.h"
#include "ent-module.h"
#include "ent-resources.h"
#include "ent-split.h"
#include "ent-welcome-page.h"
#include "ent-window-actions.h"
#include "ent-window-register.h"

struct _EntWindow
{
  AdwApplicationWindow parent_instance;

  EntStore *store;
  GPtrArray *known_places; /* EntPlace, in order */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  EntWelcomePage *welcome;
  AdwStatusPage *opening_page;
  GtkProgressBar *progress;
  GtkButton *cancel_button;
  AdwNavigationSplitView *split;
  GtkListBox *places;
  GtkStack *place_stack;
  GtkLabel *register_label;
};

static void shell_iface_init (EntShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntWindow,
                               ent_window,
                               ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (ENT_TYPE_SHELL, shell_iface_init))

static EntStore *
shell_get_store (EntShell *shell)
{
  return ENT_WINDOW (shell)->store;
}

static AdwToastOverlay *
find_toasts (GtkWidget *widget)
{
  AdwToastOverlay *found = NULL;

  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toasts (child);
  return found;
}

/* An open dialog covers what the window says: one that can tell it tells it itself. */
static void
shell_add_toast (EntShell *shell, AdwToast *toast)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shell));
  AdwToastOverlay *toasts = NULL;

  if (ADW_IS_PREFERENCES_DIALOG (dialog))
    {
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
      return;
    }
  if (dialog != NULL)
    toasts = find_toasts (GTK_WIDGET (dialog));
  adw_toast_overlay_add_toast (toasts != NULL ? toasts : ENT_WINDOW (shell)->toasts, toast);
}

static const EntPlace *
place_of (EntWindow *self, const EntSchema *schema)
{
  for (guint i = 0; i < self->known_places->len; i++)
    {
      const EntPlace *place = g_ptr_array_index (self->known_places, i);
      g_autofree const char **tables = ent_app_modules_tables (place);

      if (g_strv_contains (tables, schema->table))
        return place;
    }
  return NULL;
}

/* Whether the page of a place keeps such records beside itself. */
static gboolean
keeps_beside (EntPlaceView *view, const EntSchema *schema)
{
  const EntPlace *place = view != NULL ? ent_place_view_get_place (view) : NULL;

  return place != NULL && place->opens != NULL && g_strv_contains (place->opens, schema->table);
}

static gboolean
is_in_page (EntPlaceView *view, GtkWidget *focus)
{
  AdwNavigationPage *page = view != NULL ? ent_place_view_get_page (view) : NULL;

  return page != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page));
}

/* A record opened from its own list takes the place of the one before; one opened from another
 * record's page comes on top of it, so that one can go back. */
static void
shell_open (EntShell *shell, const EntSchema *schema, gint64 id)
{
  EntWindow *self = ENT_WINDOW (shell);
  const EntRecordUi *ui = ent_app_modules_find (schema, NULL);
  const EntPlace *place = place_of (self, schema);
  EntPlaceView *view = ent_window_get_place (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean from_list = focus == NULL ||
                       gtk_widget_get_ancestor (focus, ENT_TYPE_LIST_PAGE) != NULL ||
                       is_in_page (view, focus);
  AdwNavigationPage *page;

  page = ent_record_ui_open (ui, shell, self->store, id);
  if (page == NULL)
    return;
  if (ENT_IS_RECORD_PAGE (page))
    ent_app_modules_extend (schema, ENT_RECORD_PAGE (page));
  if (place != NULL && !keeps_beside (view, schema) &&
      (view == NULL || ent_place_view_get_place (view) != place))
    {
      ent_window_show_place (self, place->id);
      view = ent_window_get_place (self);
      ent_place_view_show_list (view, schema);
      from_list = TRUE;
    }
  ent_place_view_open (view, page, id, !from_list);
}

static void
shell_show (EntShell *shell, AdwNavigationPage *page)
{
  EntPlaceView *view = ent_window_get_place (ENT_WINDOW (shell));

  if (view != NULL)
    ent_place_view_open (view, page, 0, TRUE);
}

static void
shell_show_list (EntShell *shell, const EntSchema *schema, const EntQuery *query)
{
  EntWindow *self = ENT_WINDOW (shell);
  const EntPlace *place = place_of (self, schema);
  EntPlaceView *view;

  if (place == NULL)
    return;
  ent_window_show_place (self, place->id);
  view = ent_window_get_place (self);
  ent_place_view_show_list (view, schema);
  ent_place_view_close (view);
  if (query != NULL)
    ent_list_page_set_query (ent_place_view_get_list (view), query);
}

/* What is kept with the row of a place, for a view that is made later. */
static void
set_view_notice (EntWindow *self, GtkListBoxRow *row)
{
  const EntPlace *place = g_object_get_data (G_OBJECT (row), "place");
  GtkWidget *view = gtk_stack_get_child_by_name (self->place_stack, place->id);

  if (view != NULL)
    ent_place_view_set_notice (ENT_PLACE_VIEW (view),
                               g_object_get_data (G_OBJECT (row), "notice-title"),
                               g_object_get_data (G_OBJECT (row), "notice-label"),
                               g_object_get_data (G_OBJECT (row), "notice-action"));
}

static GtkListBoxRow *
find_place_row (EntWindow *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    {
      const EntPlace *place = g_object_get_data (G_OBJECT (row), "place");

      if (g_str_equal (place->id, id))
        return row;
    }
  return NULL;
}

static void
shell_set_notice (EntShell *shell, const EntPlaceNotice *notice)
{
  EntWindow *self = ENT_WINDOW (shell);
  GtkListBoxRow *row = find_place_row (self, notice->place);
  g_autofree char *number = g_strdup_printf ("%u", notice->n);
  const char *title = notice->n > 0 ? notice->title : NULL;
  GtkWidget *badge;

  if (row == NULL)
    return;
  badge = g_object_get_data (G_OBJECT (row), "badge");
  gtk_label_set_text (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, notice->n > 0);
  gtk_widget_set_tooltip_text (badge, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title != NULL ? title : "", -1);
  g_object_set_data_full (G_OBJECT (row), "notice-title", g_strdup (title), g_free);
  g_object_set_data_full (G_OBJECT (row), "notice-label", g_strdup (notice->button_label), g_free);
  g_object_set_data_full (G_OBJECT (row), "notice-action", g_strdup (notice->action_name), g_free);
  set_view_notice (self, row);
}

static const EntQuery *
shell_get_listed (EntShell *shell, const EntSchema *schema)
{
  EntPlaceView *view = ent_window_get_place (ENT_WINDOW (shell));
  EntListPage *list = view != NULL ? ent_place_view_get_list (view) : NULL;

  if (list == NULL || ent_list_page_get_schema (list) != schema)
    return NULL;
  return ent_query_model_get_query (ent_list_page_get_model (list));
}

static void
shell_extend_menu (EntShell *shell, const char *place, GVariant *about, GMenu *menu)
{
  ent_app_modules_extend_place_menu (place, about, menu);
}

static void
shell_iface_init (EntShellInterface *iface)
{
  iface->get_store = shell_get_store;
  iface->get_listed = shell_get_listed;
  iface->extend_menu = shell_extend_menu;
  iface->open = shell_open;
  iface->add_toast = shell_add_toast;
  iface->show = shell_show;
  iface->show_list = shell_show_list;
  iface->set_notice = shell_set_notice;
}

static void
place_activated_cb (EntWindow *self, GtkListBoxRow *row)
{
  const EntPlace *place = g_object_get_data (G_OBJECT (row), "place");

  ent_window_show_place (self, place->id);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  const EntPlace *place = g_object_get_data (G_OBJECT (row), "place");
  const EntPlace *previous = before != NULL ? g_object_get_data (G_OBJECT (before), "place") : NULL;
  GtkWidget *label;

  if (previous != NULL && g_str_equal (previous->section, place->section))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ (place->section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "places-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
add_place_row (EntWindow *self, const EntPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (place->title));
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "place-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), badge);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (place->title), -1);
  g_object_set_data (G_OBJECT (row), "place", (gpointer) place);
  gtk_list_box_append (self->places, row);
}

static void
ent_window_dispose (GObject *object)
{
  EntWindow *self = ENT_WINDOW (object);

  ent_window_set_store (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_WINDOW);
  g_clear_pointer (&self->known_places, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_window_parent_class)->dispose (object);
}

static gboolean
ent_window_close_request (GtkWindow *window)
{
  GSettings *settings = ent_application_get_settings (
      ent_window_get_application (ENT_WINDOW (window)));
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 320));
  g_settings_set_int (settings, "window-height", MAX (height, 240));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (ent_window_parent_class)->close_request (window);
}

static void
ent_window_class_init (EntWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ent_window_close_request;

  g_type_ensure (ENT_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "app/ent-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, split);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, places);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, place_stack);
  gtk_widget_class_bind_template_child (widget_class, EntWindow, register_label);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  ent_window_actions_install (widget_class);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ((const EntPlace *) a)->rank - ((const EntPlace *) b)->rank;
}

static void
ent_window_init (EntWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->known_places = g_ptr_array_new ();
  gtk_list_box_set_header_func (self->places, header_cb, NULL, NULL);
  for (const EntModuleUi *const *ui = ent_app_modules_ui (); *ui != NULL; ui++)
    {
      for (const EntPlace *place = (*ui)->places; place->id != NULL; place++)
        g_ptr_array_add (self->known_places, (gpointer) place);
      if ((*ui)->install != NULL)
        (*ui)->install (ENT_SHELL (self));
    }
  g_ptr_array_sort_values (self->known_places, compare_places);
  for (guint i = 0; i < self->known_places->len; i++)
    add_place_row (self, g_ptr_array_index (self->known_places, i));
}

EntWindow *
ent_window_new (EntApplication *application)
{
  EntWindow *self = g_object_new (ENT_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = ent_application_get_settings (application);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (g_settings_get_boolean (settings, "blur-at-start"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "blurred");
  ent_window_actions_update (self);
  ent_window_register_start (self);
  return self;
}

EntApplication *
ent_window_get_application (EntWindow *self)
{
  return ENT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
clear_places (EntWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->place_stack))) != NULL)
    gtk_stack_remove (self->place_stack, child);
}

static void
undo_state_cb (EntWindow *self)
{
  ent_window_actions_update (self);
}

void
ent_window_show_register_name (EntWindow *self)
{
  const char *path = ent_register_get_path (ent_store_get_register (self->store));

  gtk_label_set_text (self->register_label,
                      ent_store_get_setting (self->store, "centre.name", path));
}

void
ent_window_set_store (EntWindow *self, EntStore *store)
{
  AdwDialog *dialog;

  if (self->store != NULL)
    {
      while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))) !=
             NULL)
        adw_dialog_force_close (dialog);
      adw_toast_overlay_dismiss_all (self->toasts);
      clear_places (self);
      g_signal_handlers_disconnect_by_data (self->store, self);
      ent_store_close (self->store);
      g_clear_object (&self->store);
    }
  if (store == NULL)
    return;

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify", G_CALLBACK (undo_state_cb), self, G_CONNECT_SWAPPED);
  ent_window_show_register_name (self);
  gtk_stack_set_visible_child_name (self->stack, "main");
  ent_window_actions_update (self);
  if (self->known_places->len > 0)
    ent_window_show_place (self, ((EntPlace *) g_ptr_array_index (self->known_places, 0))->id);
  ent_app_modules_opened (ENT_SHELL (self), store);
}

void
ent_window_show_opening (EntWindow *self, const char *title, gboolean can_cancel)
{
  adw_status_page_set_title (self->opening_page, title);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), can_cancel);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

void
ent_window_set_progress (EntWindow *self, double fraction)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), fraction >= 0);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

void
ent_window_show_welcome (EntWindow *self)
{
  GSettings *settings = ent_application_get_settings (ent_window_get_application (self));
  g_autofree char *recent = g_settings_get_string (settings, "last-register");

  ent_welcome_page_set_recent (self->welcome, recent);
  gtk_stack_set_visible_child_name (self->stack, "welcome");
  ent_window_actions_update (self);
}

EntPlaceView *
ent_window_get_place (EntWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->place_stack);

  return self->store != NULL && child != NULL ? ENT_PLACE_VIEW (child) : NULL;
}

const EntPlace *
ent_window_nth_place (EntWindow *self, guint position)
{
  return position < self->known_places->len ? g_ptr_array_index (self->known_places, position)
                                            : NULL;
}

/* Places are made when they are first looked at. */
static EntPlaceView *
make_place (EntWindow *self, const EntPlace *place)
{
  EntPlaceView *view = ent_place_view_new (place);
  g_autofree const char **tables = ent_app_modules_tables (place);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      const EntSchema *schema = ent_registry_schema (tables[i]);
      const EntModuleUi *module = NULL;
      const EntRecordUi *ui = ent_app_modules_find (schema, &module);

      EntListPage *list = ent_list_page_new (self->store, schema, ui, module);

      ent_list_page_set_extend_menu (list, ent_app_modules_extend_menu);
      ent_place_view_add_list (view, list);
    }
  if (place->make != NULL)
    ent_place_view_set_page (view, place->make (ENT_SHELL (self)));
  gtk_stack_add_named (self->place_stack, GTK_WIDGET (view), place->id);
  set_view_notice (self, find_place_row (self, place->id));
  return view;
}

static void
mark_place_row (EntWindow *self, const EntPlace *place)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, i);

      if (row == NULL)
        return;
      if (g_object_get_data (G_OBJECT (row), "place") == place)
        gtk_list_box_select_row (self->places, row);
    }
}

void
ent_window_show_place (EntWindow *self, const char *id)
{
  for (guint i = 0; self->store != NULL && i < self->known_places->len; i++)
    {
      const EntPlace *place = g_ptr_array_index (self->known_places, i);

      if (!g_str_equal (place->id, id))
        continue;
      if (gtk_stack_get_child_by_name (self->place_stack, id) == NULL)
        make_place (self, place);
      gtk_stack_set_visible_child_name (self->place_stack, id);
      adw_navigation_page_set_title (adw_navigation_split_view_get_content (self->split),
                                     _ (place->title));
      ent_split_show_content (self->split, TRUE);
      mark_place_row (self, place);
    }
}
