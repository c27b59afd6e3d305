/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rows of a day look. A row has a widget for each kind, of which one shows. Main thread. */

#include "ent-day-rows.h"

#include "ent-clock.h"
#include "ent-day-words.h"

#include <glib/gi18n-lib.h>

#define PARTS "ent-day-parts"
#define VISIT "ent-day-visit"

/* By EntDayRowKind. */
static const char *const kinds[] = { "visit", "carer", "now" };

/* The widgets of a row, borrowed. */
typedef struct
{
  GtkWidget *stack;
  GtkWidget *times, *icon, *state, *person, *activity, *carer, *worry, *more;
  GtkWidget *name, *count, *until_now;
  gboolean compact;
  GtkWidget *now;
} Parts;

const char *
ent_day_icon_name (EntDayStanding standing)
{
  switch (standing)
    {
    case ENT_DAY_TO_PLACE:
      return "ent-unplaced-symbolic";
    case ENT_DAY_UNDER_WAY:
      return "media-playback-start-symbolic";
    case ENT_DAY_LATE:
      return "ent-alert-symbolic";
    case ENT_DAY_DONE:
      return "object-select-symbolic";
    case ENT_DAY_NOBODY_HOME:
      return "ent-absence-symbolic";
    case ENT_DAY_CANCELLED:
      return "window-close-symbolic";
    case ENT_DAY_REPLACED:
      return "ent-swap-symbolic";
    default:
      return "ent-calendar-symbolic";
    }
}

const char *
ent_day_style_class (EntDayStanding standing)
{
  switch (standing)
    {
    case ENT_DAY_LATE:
    case ENT_DAY_NOBODY_HOME:
      return "warning";
    case ENT_DAY_TO_PLACE:
      return "error";
    case ENT_DAY_DONE:
      return "success";
    case ENT_DAY_UNDER_WAY:
      return "accent";
    default:
      return NULL;
    }
}

static void
set_style (GtkWidget *widget, EntDayStanding standing)
{
  static const char *const classes[] = { "warning", "error", "success", "accent" };
  const char *wanted = ent_day_style_class (standing);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (widget, classes[i]);
  if (wanted != NULL)
    gtk_widget_add_css_class (widget, wanted);
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A part of one width in all rows, so that they read as columns. */
static GtkWidget *
column_new (GtkWidget *box, int n_chars, const char *css_class)
{
  GtkWidget *label = label_new (css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), n_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), n_chars);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
worry_new (void)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("ent-worry-symbolic");

  gtk_widget_add_css_class (image, "error");
  gtk_widget_set_tooltip_text (image, _ ("A worry without an outcome"));
  return image;
}

static void
add_tail (Parts *parts, GtkWidget *box)
{
  parts->worry = worry_new ();
  gtk_box_append (GTK_BOX (box), parts->worry);
  parts->more = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (parts->more, "flat");
  gtk_widget_add_css_class (parts->more, "row-more");
  gtk_widget_set_valign (parts->more, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (parts->more, _ ("What can be told of this visit"));
  gtk_box_append (GTK_BOX (box), parts->more);
}

static GtkWidget *
wide_visit_new (Parts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  parts->times = column_new (box, 11, "numeric");
  parts->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), parts->icon);
  parts->state = column_new (box, 24, NULL);
  parts->person = column_new (box, 12, "row-title");
  parts->activity = column_new (box, 12, NULL);
  parts->carer = column_new (box, 12, NULL);
  gtk_widget_set_hexpand (parts->person, TRUE);
  gtk_widget_set_hexpand (parts->activity, TRUE);
  gtk_widget_set_hexpand (parts->carer, TRUE);
  gtk_widget_add_css_class (parts->person, "private");
  add_tail (parts, box);
  return box;
}

static GtkWidget *
compact_visit_new (Parts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  parts->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), parts->icon);
  parts->times = label_new ("numeric");
  gtk_label_set_ellipsize (GTK_LABEL (parts->times), PANGO_ELLIPSIZE_NONE);
  parts->person = label_new ("row-title");
  gtk_widget_add_css_class (parts->person, "private");
  gtk_box_append (GTK_BOX (first), parts->times);
  gtk_box_append (GTK_BOX (first), parts->person);
  gtk_box_append (GTK_BOX (lines), first);
  parts->state = label_new ("caption");
  gtk_box_append (GTK_BOX (lines), parts->state);
  parts->activity = label_new ("row-detail");
  gtk_box_append (GTK_BOX (lines), parts->activity);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_margin_top (lines, 5);
  gtk_widget_set_margin_bottom (lines, 5);
  gtk_box_append (GTK_BOX (box), lines);
  add_tail (parts, box);
  return box;
}

static GtkWidget *
heading_new (Parts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  parts->name = label_new ("heading");
  parts->count = label_new ("row-detail");
  gtk_widget_set_hexpand (parts->count, TRUE);
  parts->until_now = parts->compact ? gtk_button_new_from_icon_name ("object-select-symbolic")
                                    : gtk_button_new ();
  gtk_widget_add_css_class (parts->until_now, "flat");
  gtk_widget_set_valign (parts->until_now, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), parts->name);
  gtk_box_append (GTK_BOX (box), parts->count);
  gtk_box_append (GTK_BOX (box), parts->until_now);
  gtk_widget_set_margin_top (box, 6);
  return box;
}

static GtkWidget *
now_new (Parts *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  parts->now = label_new ("numeric");
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), parts->now);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "now-line");
  return box;
}

static void
show_visit (Parts *parts, GtkListItem *item, EntDayRow *row)
{
  const EntDayVisit *visit = ent_day_row_get_visit (row);
  const EntDayView *view = ent_day_row_get_view (row);
  EntDayStanding standing = ent_day_stand (&visit->planned, view->now, &view->patience, NULL);
  g_autofree char *times = ent_day_describe_times (visit);
  g_autofree char *state = ent_day_describe_state (visit, view->now, &view->patience);
  const char *carer = visit->carer != NULL           ? visit->carer
                      : standing == ENT_DAY_TO_PLACE ? _ ("nobody yet")
                                                     : "";
  g_autofree char *what = *carer != '\0' ? g_strdup_printf ("%s · %s", visit->activity, carer)
                                         : g_strdup (visit->activity);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s", times, visit->person, state, what);

  gtk_label_set_label (GTK_LABEL (parts->times), times);
  gtk_image_set_from_icon_name (GTK_IMAGE (parts->icon), ent_day_icon_name (standing));
  gtk_label_set_label (GTK_LABEL (parts->state), state);
  gtk_widget_set_tooltip_text (parts->state, state);
  gtk_label_set_label (GTK_LABEL (parts->person), visit->person);
  gtk_label_set_label (GTK_LABEL (parts->activity), parts->carer != NULL ? visit->activity : what);
  if (parts->carer != NULL)
    gtk_label_set_label (GTK_LABEL (parts->carer), carer);
  set_style (parts->icon, standing);
  set_style (parts->state, standing);
  gtk_widget_set_opacity (parts->worry, visit->has_worry ? 1 : 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (parts->more), "x", visit->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (parts->more), "day.menu");
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
show_heading (Parts *parts, GtkListItem *item, EntDayRow *row)
{
  const EntDayVisit *visit = ent_day_row_get_visit (row);
  const EntDayEntry *entry = ent_day_row_get_entry (row);
  const char *name = visit->carer != NULL ? visit->carer : _ ("Nobody yet");
  g_autofree char *count = g_strdup_printf (ngettext ("%u visit", "%u visits", entry->n), entry->n);
  g_autofree char *until = g_strdup_printf (ngettext ("Note %u visit as done",
                                                      "Note %u visits as done", entry->n_waiting),
                                            entry->n_waiting);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, count);

  gtk_label_set_label (GTK_LABEL (parts->name), name);
  gtk_label_set_label (GTK_LABEL (parts->count), count);
  if (!parts->compact)
    gtk_button_set_label (GTK_BUTTON (parts->until_now), until);
  gtk_widget_set_tooltip_text (parts->until_now,
                               parts->compact
                                   ? until
                                   : _ ("All that has ended until now, as it was planned"));
  gtk_widget_set_visible (parts->until_now, entry->n_waiting > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (parts->until_now), "(xi)",
                                    visit->planned.carer_id, (int) visit->planned.start.day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (parts->until_now), "win.day-until-now");
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
show_now (Parts *parts, GtkListItem *item, EntDayRow *row)
{
  g_autofree char *time = ent_clock_format (ent_day_row_get_view (row)->now.minutes);
  /* Translators: a time of day */
  g_autofree char *text = g_strdup_printf (_ ("Now, %s"), time);

  gtk_label_set_label (GTK_LABEL (parts->now), text);
  gtk_list_item_set_accessible_label (item, text);
}

static GtkWidget *
visit_new (Parts *parts)
{
  return parts->compact ? compact_visit_new (parts) : wide_visit_new (parts);
}

/* Most rows are only ever one kind: the widgets of another are made when it comes to that. */
static void
ensure_kind (Parts *parts, EntDayRowKind kind)
{
  static GtkWidget *(*const make[]) (Parts *) = { visit_new, heading_new, now_new };
  GtkStack *stack = GTK_STACK (parts->stack);

  if (gtk_stack_get_child_by_name (stack, kinds[kind]) == NULL)
    gtk_stack_add_named (stack, make[kind](parts), kinds[kind]);
  gtk_stack_set_visible_child_name (stack, kinds[kind]);
}

gint64
ent_day_rows_get_visit (GtkWidget *child)
{
  const gint64 *id = g_object_get_data (G_OBJECT (child), VISIT);

  return id != NULL ? *id : 0;
}

/* The list knows its rows by position only; menus are opened by visit. */
static void
note_visit (GtkWidget *child, EntDayRow *row)
{
  gint64 id = ent_day_row_get_kind (row) == ENT_DAY_ROW_VISIT ? ent_day_row_get_visit (row)->id : 0;

  g_object_set_data_full (G_OBJECT (child), VISIT, g_memdup2 (&id, sizeof id), g_free);
}

static void
show_row (GtkListItem *item)
{
  static void (*const show[]) (Parts *, GtkListItem *, EntDayRow *) = { show_visit, show_heading,
                                                                        show_now };
  Parts *parts = g_object_get_data (G_OBJECT (item), PARTS);
  EntDayRow *row = gtk_list_item_get_item (item);
  EntDayRowKind kind = ent_day_row_get_kind (row);

  ensure_kind (parts, kind);
  show[kind](parts, item, row);
  note_visit (parts->stack, row);
  gtk_list_item_set_selectable (item, kind == ENT_DAY_ROW_VISIT);
  gtk_list_item_set_activatable (item, kind == ENT_DAY_ROW_VISIT);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  EntDayRow *row = gtk_list_item_get_item (item);
  const EntDayVisit *visit = row != NULL && ent_day_row_get_kind (row) == ENT_DAY_ROW_VISIT
                                 ? ent_day_row_get_visit (row)
                                 : NULL;

  if (visit == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_list_item_get_child (item), "day.menu", "x", visit->id);
}

static void
setup (GtkListItem *item, gboolean compact)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  parts->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (parts->stack), FALSE);
  parts->compact = compact;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), item);
  gtk_widget_add_controller (parts->stack, GTK_EVENT_CONTROLLER (click));
  g_object_set_data_full (G_OBJECT (item), PARTS, parts, g_free);
  gtk_list_item_set_child (item, parts->stack);
}

static void
setup_wide_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  setup (item, FALSE);
}

static void
setup_compact_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  setup (item, TRUE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (show_row), item);
  show_row (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

GtkListItemFactory *
ent_day_rows_factory_new (gboolean compact)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (compact ? setup_compact_cb : setup_wide_cb),
                    NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
