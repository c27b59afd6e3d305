/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list fills the place until a record is opened; then, where there is room, both stand side by
 * side, and where there is not, the page covers the list. Main thread. */

#include "ent-place-view.h"

#include "ent-split.h"

#include <glib/gi18n-lib.h>

#define WANTS_WHOLE "ent-wants-whole"

struct _EntPlaceView
{
  AdwBin parent_instance;

  const EntPlace *place;
  AdwNavigationSplitView *split;
  AdwNavigationView *records;
  AdwViewStack *lists;
  AdwNavigationPage *page; /* in their stead, or NULL */
  AdwBanner *notice; /* below the lists */
  gboolean wide;
  gboolean has_open;
  gboolean updating;
};

enum
{
  PROP_WIDE = 1,
  PROP_SIDE_BY_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntPlaceView, ent_place_view, ADW_TYPE_BIN)

static gboolean
wants_whole (EntPlaceView *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->records);

  return page != NULL && g_object_get_data (G_OBJECT (page), WANTS_WHOLE) != NULL;
}

static gboolean
side_by_side (EntPlaceView *self)
{
  return self->wide && self->has_open && !wants_whole (self);
}

static void
update (EntPlaceView *self)
{
  self->updating = TRUE;
  adw_navigation_split_view_set_collapsed (self->split, !side_by_side (self));
  ent_split_show_content (self->split, self->has_open);
  self->updating = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "place.close", self->has_open);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_BY_SIDE]);
}

static void
show_content_cb (EntPlaceView *self)
{
  if (self->updating || adw_navigation_split_view_get_show_content (self->split))
    return;
  ent_place_view_close (self);
}

static void
visible_page_cb (EntPlaceView *self)
{
  if (self->has_open)
    update (self);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_place_view_close (ENT_PLACE_VIEW (widget));
}

static void
ent_place_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntPlaceView *self = ENT_PLACE_VIEW (object);

  g_value_set_boolean (value, prop_id == PROP_WIDE ? self->wide : side_by_side (self));
}

static void
ent_place_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  EntPlaceView *self = ENT_PLACE_VIEW (object);

  if (prop_id != PROP_WIDE || self->wide == g_value_get_boolean (value))
    return;
  self->wide = g_value_get_boolean (value);
  update (self);
}

static void
ent_place_view_class_init (EntPlaceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_place_view_get_property;
  object_class->set_property = ent_place_view_set_property;

  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                    G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SIDE_BY_SIDE] = g_param_spec_boolean ("side-by-side", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "place.close", NULL, close_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "place.close",
                                       NULL);
}

static void
ent_place_view_init (EntPlaceView *self)
{
}

static void
add_breakpoint (EntPlaceView *self, AdwBreakpointBin *bin)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (
      adw_breakpoint_condition_parse ("min-width: 860sp"));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self), "wide", &value);
  adw_breakpoint_bin_add_breakpoint (bin, breakpoint);
}

EntPlaceView *
ent_place_view_new (const EntPlace *place)
{
  EntPlaceView *self = g_object_new (ENT_TYPE_PLACE_VIEW, NULL);
  GtkWidget *bin = adw_breakpoint_bin_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwNavigationPage *sidebar;
  AdwNavigationPage *content;

  self->place = place;
  self->lists = ADW_VIEW_STACK (adw_view_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->lists), TRUE);
  self->notice = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->notice, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notice));
  /* A list that is not shown has not been fitted to a narrow window yet. */
  adw_view_stack_set_hhomogeneous (self->lists, FALSE);
  self->records = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->records, "notify::visible-page", G_CALLBACK (visible_page_cb),
                           self, G_CONNECT_SWAPPED);
  self->split = ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ());
  sidebar = adw_navigation_page_new (box, _ (place->title));
  content = adw_navigation_page_new (GTK_WIDGET (self->records), _ ("Record"));
  adw_navigation_split_view_set_sidebar (self->split, sidebar);
  adw_navigation_split_view_set_content (self->split, content);
  adw_navigation_split_view_set_min_sidebar_width (self->split, 320);
  adw_navigation_split_view_set_max_sidebar_width (self->split, 420);
  adw_navigation_split_view_set_sidebar_width_fraction (self->split, 0.38);
  g_signal_connect_object (self->split, "notify::show-content", G_CALLBACK (show_content_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_size_request (bin, 300, 200);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), GTK_WIDGET (self->split));
  add_breakpoint (self, ADW_BREAKPOINT_BIN (bin));
  adw_bin_set_child (ADW_BIN (self), bin);
  update (self);
  return self;
}

const EntPlace *
ent_place_view_get_place (EntPlaceView *self)
{
  return self->place;
}

static void
open_record_cb (EntPlaceView *self, gint64 id, EntListPage *list)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, ent_list_page_get_schema (list), id);
}

void
ent_place_view_add_list (EntPlaceView *self, EntListPage *list)
{
  const EntSchema *schema = ent_list_page_get_schema (list);
  g_autoptr (GtkSelectionModel) pages = NULL;

  adw_view_stack_add_titled_with_icon (self->lists, GTK_WIDGET (list), schema->table,
                                       _ (schema->plural), schema->icon_name);
  g_signal_connect_swapped (list, "open-record", G_CALLBACK (open_record_cb), self);
  pages = adw_view_stack_get_pages (self->lists);
  if (g_list_model_get_n_items (G_LIST_MODEL (pages)) < 2)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lists)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ENT_IS_LIST_PAGE (child))
      ent_list_page_set_stack (ENT_LIST_PAGE (child), self->lists);
}

EntListPage *
ent_place_view_get_list (EntPlaceView *self)
{
  GtkWidget *list = self->page == NULL ? adw_view_stack_get_visible_child (self->lists) : NULL;

  return list != NULL ? ENT_LIST_PAGE (list) : NULL;
}

/* The page brings its own header bar, as each list does; the lists go, and their notice with them.
 */
void
ent_place_view_set_page (EntPlaceView *self, AdwNavigationPage *page)
{
  self->page = page;
  self->lists = NULL;
  self->notice = NULL;
  adw_navigation_split_view_set_sidebar (self->split, page);
}

AdwNavigationPage *
ent_place_view_get_page (EntPlaceView *self)
{
  return self->page;
}

static void
mark (EntPlaceView *self, gint64 id)
{
  EntListPage *list = ent_place_view_get_list (self);

  if (list != NULL)
    ent_list_page_mark (list, id);
}

gboolean
ent_place_view_show_list (EntPlaceView *self, const EntSchema *schema)
{
  if (self->lists == NULL || adw_view_stack_get_child_by_name (self->lists, schema->table) == NULL)
    return FALSE;

  adw_view_stack_set_visible_child_name (self->lists, schema->table);
  return TRUE;
}

void
ent_place_view_open (EntPlaceView *self, AdwNavigationPage *page, gint64 id, gboolean push)
{
  if (push && self->has_open)
    adw_navigation_view_push (self->records, page);
  else
    {
      AdwNavigationPage *pages[] = { page };

      adw_navigation_view_replace (self->records, pages, 1);
      mark (self, id);
    }
  self->has_open = TRUE;
  update (self);
}

void
ent_place_view_want_whole (AdwNavigationPage *page)
{
  g_object_set_data (G_OBJECT (page), WANTS_WHOLE, page);
}

void
ent_place_view_set_notice (EntPlaceView *self,
                           const char *title,
                           const char *button_label,
                           const char *action_name)
{
  if (self->notice == NULL)
    return;
  adw_banner_set_title (self->notice, title != NULL ? title : "");
  adw_banner_set_button_label (self->notice, button_label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice), action_name);
  adw_banner_set_revealed (self->notice, title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), title != NULL);
}

gboolean
ent_place_view_has_open (EntPlaceView *self)
{
  return self->has_open;
}

/* The page is dropped only when the list covers it, or it would vanish under the moving hand. */
void
ent_place_view_close (EntPlaceView *self)
{
  if (!self->has_open)
    return;
  self->has_open = FALSE;
  mark (self, 0);
  update (self);
}
