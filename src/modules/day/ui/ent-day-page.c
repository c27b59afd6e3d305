/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a day, shows it as it stands at each minute, reads it again when something changes it. Main
 * thread. */

#include "ent-day-page.h"

#include "ent-agent.h"
#include "ent-care-activity.h"
#include "ent-carer.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-day-acts.h"
#include "ent-day-model.h"
#include "ent-day-patience.h"
#include "ent-day-query.h"
#include "ent-day-rows.h"
#include "ent-day-words.h"
#include "ent-person.h"
#include "ent-popup-menu.h"
#include "ent-resources.h"
#include "ent-worry.h"

#include <glib/gi18n-lib.h>

#define RELOAD_MS 60
#define TICK_S 5
#define SCROLL_MS 50
#define ROWS_AHEAD 6

struct _EntDayPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkLabel *day_label; /* where the title has no room for it */
  AdwBanner *banner;
  GtkDropDown *filter;
  AdwToggleGroup *order;
  AdwWrapBox *figures;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *labels[ENT_DAY_N_STANDINGS]; /* of the figures, borrowed; NULL: not counted */
  GtkWidget *boxes[ENT_DAY_N_STANDINGS]; /* they stand in, with an icon */

  EntStore *store;
  EntDayModel *model;
  GtkSingleSelection *selection;
  gint32 day;
  EntDayPicture *picture; /* NULL until it is read */
  EntDayMoment shown; /* the moment that is shown */
  GCancellable *reading;
  guint reload_id, tick_id, scroll_id;
  gboolean compact;
  gboolean goes_to_now; /* once the day is read */
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntDayPage, ent_day_page, ADW_TYPE_NAVIGATION_PAGE)

/* In the order of reading. */
static const EntDayStanding counted[] = { ENT_DAY_DONE,    ENT_DAY_UNDER_WAY,   ENT_DAY_AHEAD,
                                          ENT_DAY_LATE,    ENT_DAY_NOBODY_HOME, ENT_DAY_CANCELLED,
                                          ENT_DAY_TO_PLACE };

static void
show_title (EntDayPage *self)
{
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_LONG);
  gboolean is_today = self->day == ent_day_today ();
  g_autofree char *time = ent_clock_format (ent_clock_now ());
  /* Translators: a time of day */
  g_autofree char *now = g_strdup_printf (_ ("Today, %s"), time);

  adw_window_title_set_title (self->title, self->compact ? _ ("Today's visits") : day);
  gtk_label_set_label (self->day_label, day);
  adw_window_title_set_subtitle (self->title, is_today ? now : "");
}

static EntDayView
view_of (EntDayPage *self)
{
  EntDayView view = { .filter = (EntDayFilter) gtk_drop_down_get_selected (self->filter),
                      .now = ent_day_now () };

  view.by_carer = g_strcmp0 (adw_toggle_group_get_active_name (self->order), "carer") == 0;
  ent_day_patience_read (self->store, &view.patience);
  return view;
}

static void
show_figures (EntDayPage *self, const EntDayView *view)
{
  EntDayFigures figures;

  ent_day_picture_count (self->picture, view->now, &view->patience, &figures);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      EntDayStanding standing = counted[i];
      const char *style = ent_day_style_class (standing);
      g_autofree char *text = ent_day_describe_figure (standing, figures.n[standing]);

      gtk_label_set_label (GTK_LABEL (self->labels[standing]), text);
      gtk_widget_set_opacity (self->boxes[standing], figures.n[standing] > 0 ? 1 : 0.55);
      if (style == NULL)
        continue;
      if (figures.n[standing] > 0)
        gtk_widget_add_css_class (self->boxes[standing], style);
      else
        gtk_widget_remove_css_class (self->boxes[standing], style);
    }
}

static void
show_worries (EntDayPage *self)
{
  guint n = self->picture->n_worries;
  g_autofree char *text = g_strdup_printf (ngettext ("%u worry has no outcome yet.",
                                                     "%u worries have no outcome yet.", n),
                                           n);

  adw_banner_set_title (self->banner, text);
  adw_banner_set_revealed (self->banner, n > 0);
}

/* Once the list has its size: with a few rows of what is to come below the line. */
static gboolean
scroll_to_now_cb (gpointer user_data)
{
  EntDayPage *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint position = ent_day_model_find (self->model, 0);

  self->scroll_id = 0;
  if (position != G_MAXUINT)
    gtk_list_view_scroll_to (self->list, MIN (position + ROWS_AHEAD, n - 1), GTK_LIST_SCROLL_NONE,
                             NULL);
  return G_SOURCE_REMOVE;
}

static void
show_day (EntDayPage *self)
{
  EntDayView view;

  show_title (self);
  if (self->picture == NULL)
    return;
  view = view_of (self);
  self->shown = view.now;
  ent_day_model_show (self->model, self->picture, &view);
  show_figures (self, &view);
  show_worries (self);
  if (self->picture->visits->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "filtered");
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
  if (self->goes_to_now && self->scroll_id == 0)
    self->scroll_id = g_timeout_add (SCROLL_MS, scroll_to_now_cb, self);
  self->goes_to_now = FALSE;
}

static gpointer
read_day (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_day_query_picture (db, GPOINTER_TO_INT (data), error);
}

static void
day_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntDayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDayPicture) picture = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (picture == NULL)
    {
      if (shell != NULL)
        ent_shell_report (shell, error);
      return;
    }
  if (self->store == NULL || picture->day != self->day)
    return;
  g_clear_pointer (&self->picture, ent_day_picture_unref);
  self->picture = g_steal_pointer (&picture);
  show_day (self);
}

static void
reload (EntDayPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL)
    return;
  self->reading = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_day,
                       GINT_TO_POINTER (self->day), NULL, (GDestroyNotify) ent_day_picture_unref,
                       self->reading, day_read_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  EntDayPage *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Several acts in a row make it read once. */
static void
store_changed_cb (EntDayPage *self, const EntNews *news)
{
  static const EntSchema *const concerned[] = { &ent_visit_schema,  &ent_worry_schema,
                                                &ent_person_schema, &ent_carer_schema,
                                                &ent_agent_schema,  &ent_care_activity_schema };

  for (guint i = 0; i < G_N_ELEMENTS (concerned) && self->reload_id == 0; i++)
    if (ent_news_touches (news, concerned[i]))
      self->reload_id = g_timeout_add (RELOAD_MS, reload_cb, self);
}

/* Everything moves on with the minute: the line, what is late, and by how much. */
static gboolean
tick_cb (gpointer user_data)
{
  EntDayPage *self = user_data;

  if (ent_day_moment_compare (self->shown, ent_day_now ()) != 0)
    show_day (self);
  return G_SOURCE_CONTINUE;
}

static void
ent_day_page_map (GtkWidget *widget)
{
  EntDayPage *self = ENT_DAY_PAGE (widget);

  GTK_WIDGET_CLASS (ent_day_page_parent_class)->map (widget);
  if (self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (TICK_S, tick_cb, self);
  tick_cb (self);
}

static void
ent_day_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&ENT_DAY_PAGE (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (ent_day_page_parent_class)->unmap (widget);
}

static void
look_at (EntDayPage *self, gint32 day)
{
  self->day = day;
  self->goes_to_now = day == ent_day_today ();
  g_clear_pointer (&self->picture, ent_day_picture_unref);
  show_title (self);
  reload (self);
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDayPage *self = ENT_DAY_PAGE (widget);

  if (g_str_equal (name, "day.next"))
    look_at (self, self->day + 1);
  else if (g_str_equal (name, "day.previous"))
    look_at (self, self->day - 1);
  else
    look_at (self, ent_day_today ());
}

static void
show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_drop_down_set_selected (ENT_DAY_PAGE (widget)->filter, ENT_DAY_ALL);
}

static void
filter_chosen_cb (EntDayPage *self)
{
  show_day (self);
}

static void
order_chosen_cb (EntDayPage *self)
{
  show_day (self);
}

static void
open_visit (EntDayPage *self, gint64 id)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, &ent_visit_schema, id);
}

static void
activated_cb (EntDayPage *self, guint position)
{
  g_autoptr (EntDayRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (row != NULL && ent_day_row_get_kind (row) == ENT_DAY_ROW_VISIT)
    open_visit (self, ent_day_row_get_visit (row)->id);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_visit (ENT_DAY_PAGE (widget), g_variant_get_int64 (parameter));
}

/* The one that the keyboard is at, or NULL. */
static const EntDayVisit *
selected_visit (EntDayPage *self)
{
  EntDayRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL && ent_day_row_get_kind (row) == ENT_DAY_ROW_VISIT
             ? ent_day_row_get_visit (row)
             : NULL;
}

/* The widget that shows a visit; the list itself when that has scrolled away. */
static GtkWidget *
find_row (EntDayPage *self, gint64 visit_id)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (child != NULL && gtk_widget_get_mapped (child) &&
          ent_day_rows_get_visit (child) == visit_id)
        return child;
    }
  return GTK_WIDGET (self->list);
}

/* Where the button of its menu is; the middle of the list when the row has scrolled away. */
static GdkRectangle
place_of_menu (EntDayPage *self, GtkWidget *row)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  graphene_rect_t area;

  if (row == list || !gtk_widget_compute_bounds (row, list, &area))
    return (GdkRectangle) { gtk_widget_get_width (list) / 2, gtk_widget_get_height (list) / 2, 1,
                            1 };
  return (GdkRectangle) { (int) (area.origin.x + area.size.width) - 17, (int) area.origin.y, 1,
                          (int) area.size.height };
}

static void
show_menu (EntDayPage *self, const EntDayVisit *visit)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) open = g_menu_item_new (_ ("_Open the Visit"), NULL);
  guint position = ent_day_model_find (self->model, visit->id);
  GdkRectangle place;

  g_menu_item_set_action_and_target (open, "day.open", "x", visit->id);
  g_menu_append_item (section, open);
  ent_day_acts_fill_menu (menu, visit->id, visit->planned.state);
  if (ent_day_wants_report (&visit->planned, ent_day_now ()))
    ent_day_acts_fill_until_now (menu, visit->planned.carer_id, visit->planned.start.day);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  place = place_of_menu (self, find_row (self, visit->id));
  ent_popup_menu_show (GTK_WIDGET (self->list), G_MENU_MODEL (menu), &place);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntDayPage *self = ENT_DAY_PAGE (widget);
  int position = -1;

  if (self->picture != NULL)
    position = ent_day_picture_find (self->picture, g_variant_get_int64 (parameter));
  if (position >= 0)
    show_menu (self, ent_day_picture_get (self->picture, (guint) position));
}

static gboolean
menu_key (GtkWidget *widget, GVariant *parameter, gpointer unused)
{
  const EntDayVisit *visit = selected_visit (ENT_DAY_PAGE (widget));

  if (visit != NULL)
    show_menu (ENT_DAY_PAGE (widget), visit);
  return visit != NULL;
}

/* The parameter names the act. */
static gboolean
act_key (GtkWidget *widget, GVariant *parameter, gpointer unused)
{
  const EntDayVisit *visit = selected_visit (ENT_DAY_PAGE (widget));

  return visit != NULL &&
         gtk_widget_activate_action (widget, g_variant_get_string (parameter, NULL), "x",
                                     visit->id);
}

static void
set_compact (EntDayPage *self, gboolean compact)
{
  g_autoptr (GtkListItemFactory) factory = ent_day_rows_factory_new (compact);

  self->compact = compact;
  gtk_list_view_set_factory (self->list, factory);
  show_title (self);
}

static void
ent_day_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ENT_DAY_PAGE (object)->compact);
}

static void
ent_day_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntDayPage *self = ENT_DAY_PAGE (object);

  if (self->list != NULL && self->compact != g_value_get_boolean (value))
    set_compact (self, g_value_get_boolean (value));
}

static void
ent_day_page_dispose (GObject *object)
{
  EntDayPage *self = ENT_DAY_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->picture, ent_day_picture_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_day_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *act;
  } acts[] = {
    { GDK_KEY_Return, "win.day-done" },         { GDK_KEY_KP_Enter, "win.day-done" },
    { GDK_KEY_t, "win.day-done-otherwise" },    { GDK_KEY_h, "win.day-nobody-home" },
    { GDK_KEY_BackSpace, "win.day-take-back" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_add_binding (klass, acts[i].key, GDK_CONTROL_MASK, act_key, "s", acts[i].act);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_ALT_MASK, "day.previous", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_ALT_MASK, "day.next", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, title);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, banner);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, filter);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, order);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, figures);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntDayPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_day_page_class_init (EntDayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_day_page_dispose;
  object_class->get_property = ent_day_page_get_property;
  object_class->set_property = ent_day_page_set_property;
  widget_class->map = ent_day_page_map;
  widget_class->unmap = ent_day_page_unmap;
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "day/ent-day-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "day.previous", NULL, go);
  gtk_widget_class_install_action (widget_class, "day.today", NULL, go);
  gtk_widget_class_install_action (widget_class, "day.next", NULL, go);
  gtk_widget_class_install_action (widget_class, "day.now", NULL, go);
  gtk_widget_class_install_action (widget_class, "day.all", NULL, show_all);
  gtk_widget_class_install_action (widget_class, "day.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "day.menu", "x", menu_action);
  add_keys (widget_class);
}

static void
add_figures (EntDayPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
      GtkWidget *label = gtk_label_new (NULL);

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (ent_day_icon_name (counted[i])));
      gtk_box_append (GTK_BOX (box), label);
      gtk_widget_add_css_class (label, "numeric");
      self->boxes[counted[i]] = box;
      self->labels[counted[i]] = label;
      adw_wrap_box_append (self->figures, box);
    }
}

static void
ent_day_page_init (EntDayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->day = ent_day_today ();
  self->model = ent_day_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  add_figures (self);
  set_compact (self, FALSE);
}

AdwNavigationPage *
ent_day_page_new (EntShell *shell)
{
  EntDayPage *self = g_object_new (ENT_TYPE_DAY_PAGE, NULL);

  self->store = g_object_ref (ent_shell_get_store (shell));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  look_at (self, ent_day_today ());
  return ADW_NAVIGATION_PAGE (self);
}
