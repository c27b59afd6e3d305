/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mark on the map. Main thread. */
#include "ent-map-mark.h"

#include <glib/gi18n-lib.h>

#include "ent-map-palette.h"

/* Large enough for a finger. */
#define SIDE 34
#define RADIUS 11.5f
#define PIN_HEIGHT 42
#define FAR_STEP 10

struct _EntMapMark
{
  GtkWidget parent_instance;

  EntMapStop *stop;
  gboolean selected;
  gboolean dark;
  gboolean movable;
};

enum
{
  ACTIVATED,
  NUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapMark, ent_map_mark, GTK_TYPE_WIDGET)

static void
activate (GtkWidget *widget, const char *action, GVariant *unused)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
released_cb (EntMapMark *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
nudge (GtkWidget *widget, GVariant *steps, gpointer unused)
{
  int east, south;

  if (!ENT_MAP_MARK (widget)->movable)
    return FALSE;
  g_variant_get (steps, "(ii)", &east, &south);
  g_signal_emit (widget, signals[NUDGED], 0, east, south);
  return TRUE;
}

static void
ent_map_mark_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  gboolean is_pin = ENT_MAP_MARK (widget)->stop == NULL;

  *minimum = *natural = is_pin && orientation == GTK_ORIENTATION_VERTICAL ? PIN_HEIGHT : SIDE;
}

static void
draw_label (EntMapMark *self, GtkSnapshot *snapshot, const char *text, GdkRGBA ink)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoFontDescription) font = pango_font_description_new ();
  PangoRectangle extents;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, (g_utf8_strlen (text, -1) > 2 ? 9.5 : 11.5) *
                                                      PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_extents (layout, &extents, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-extents.x - (float) extents.width / 2,
                                                          -extents.y - (float) extents.height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* A ring with a sign in it. */
static void
draw_hollow (EntMapMark *self, GtkSnapshot *snapshot)
{
  GdkRGBA ground = self->dark ? (GdkRGBA) { 0.16f, 0.16f, 0.17f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  GdkRGBA ink = self->dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0.1f, 0.1f, 0.11f, 1 };
  g_autoptr (GskPath) shape = ent_map_palette_shape (0, self->selected ? RADIUS * 1.2f : RADIUS);
  g_autoptr (GskStroke) edge = gsk_stroke_new (self->selected ? 4.5f : 2.2f);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (SIDE / 2.0f, SIDE / 2.0f));
  gtk_snapshot_append_fill (snapshot, shape, GSK_FILL_RULE_WINDING, &ground);
  gtk_snapshot_append_stroke (snapshot, shape, edge, &ink);
  if (self->stop->label != NULL)
    draw_label (self, snapshot, self->stop->label, ink);
}

static void
draw_stop (EntMapMark *self, GtkSnapshot *snapshot)
{
  EntMapStyle style = ent_map_palette_get (self->stop->route != NULL ? self->stop->route->look : 0);
  float radius = self->selected ? RADIUS * 1.2f : RADIUS;
  g_autoptr(GskPath) shape = ent_map_palette_shape (style.shape, radius);
  g_autoptr(GskStroke) edge = gsk_stroke_new (self->selected ? 6.0f : 3.2f);
  GdkRGBA rim = self->dark ? (GdkRGBA) { 0.1f, 0.1f, 0.11f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  GdkRGBA ring = self->dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0.1f, 0.1f, 0.11f, 1 };

  gsk_stroke_set_line_join (edge, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (SIDE / 2.0f, SIDE / 2.0f));
  gtk_snapshot_append_stroke (snapshot, shape, edge, self->selected ? &ring : &rim);
  if (self->selected)
    {
      g_autoptr(GskStroke) inner = gsk_stroke_new (2.4f);

      gsk_stroke_set_line_join (inner, GSK_LINE_JOIN_ROUND);
      gtk_snapshot_append_stroke (snapshot, shape, inner, &rim);
    }
  gtk_snapshot_append_fill (snapshot, shape, GSK_FILL_RULE_WINDING, &style.colour);
  if (self->stop->label != NULL)
    draw_label (self, snapshot, self->stop->label, style.ink);
}

static void
draw_pin (EntMapMark *self, GtkSnapshot *snapshot)
{
  g_autoptr(GskPath) drop = gsk_path_parse (
      "M17 41C15 34 5.5 27.5 5.5 16A11.5 11.5 0 0 1 28.5 16C28.5 27.5 19 34 17 41z");
  g_autoptr(GskPath) eye = ent_map_palette_shape (0, 4.2f);
  g_autoptr(GskStroke) edge = gsk_stroke_new (2.0f);
  GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1 }, white = { 1, 1, 1, 1 };

  gtk_snapshot_append_fill (snapshot, drop, GSK_FILL_RULE_WINDING, &red);
  gtk_snapshot_append_stroke (snapshot, drop, edge, &white);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (17, 16));
  gtk_snapshot_append_fill (snapshot, eye, GSK_FILL_RULE_WINDING, &white);
}

static void
ent_map_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntMapMark *self = ENT_MAP_MARK (widget);

  gtk_snapshot_save (snapshot);
  if (self->stop != NULL && self->stop->is_hollow)
    draw_hollow (self, snapshot);
  else if (self->stop != NULL)
    draw_stop (self, snapshot);
  else
    draw_pin (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
ent_map_mark_dispose (GObject *object)
{
  g_clear_object (&ENT_MAP_MARK (object)->stop);
  G_OBJECT_CLASS (ent_map_mark_parent_class)->dispose (object);
}

static void
add_nudge (GtkWidgetClass *widget_class, guint key, int east, int south)
{
  gtk_widget_class_add_binding (widget_class, key, 0, nudge, "(ii)", east, south);
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, nudge, "(ii)", east * FAR_STEP,
                                south * FAR_STEP);
}

static void
ent_map_mark_class_init (EntMapMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint enter_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = ent_map_mark_dispose;
  widget_class->measure = ent_map_mark_measure;
  widget_class->snapshot = ent_map_mark_snapshot;

  signals[ACTIVATED] = g_signal_new ("activated", ENT_TYPE_MAP_MARK, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[NUDGED] = g_signal_new ("nudged", ENT_TYPE_MAP_MARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "map-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate);
  for (guint i = 0; i < G_N_ELEMENTS (enter_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, enter_keys[i], 0, "mark.activate", NULL);
  add_nudge (widget_class, GDK_KEY_Left, -1, 0);
  add_nudge (widget_class, GDK_KEY_Right, 1, 0);
  add_nudge (widget_class, GDK_KEY_Up, 0, -1);
  add_nudge (widget_class, GDK_KEY_Down, 0, 1);
}

static void
ent_map_mark_init (EntMapMark *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Number, who, when, whose round: what the colour and the shape say. */
static char *
describe (EntMapStop *stop)
{
  const char *parts[5] = { 0 };
  guint n = 0;

  if (stop->label != NULL && *stop->label != '\0')
    parts[n++] = stop->label;
  if (stop->title != NULL)
    parts[n++] = stop->title;
  if (stop->detail != NULL)
    parts[n++] = stop->detail;
  if (stop->route != NULL && stop->route->title != NULL)
    parts[n++] = stop->route->title;
  return g_strjoinv (", ", (char **) parts);
}

/* It names somebody: not while names are blurred. */
static gboolean
query_tooltip_cb (EntMapMark *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root == NULL || gtk_widget_has_css_class (root, "blurred"))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->stop->title);
  return TRUE;
}

EntMapMark *
ent_map_mark_new (EntMapStop *stop)
{
  EntMapMark *self = g_object_new (ENT_TYPE_MAP_MARK, NULL);
  g_autofree char *label = describe (stop);

  self->stop = g_object_ref (stop);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), stop->title != NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return self;
}

EntMapMark *
ent_map_mark_new_pin (void)
{
  EntMapMark *self = g_object_new (ENT_TYPE_MAP_MARK, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pin"),
                                  -1);
  return self;
}

EntMapStop *
ent_map_mark_get_stop (EntMapMark *self)
{
  return self->stop;
}

void
ent_map_mark_set_selected (EntMapMark *self, gboolean selected)
{
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_mark_set_dark (EntMapMark *self, gboolean dark)
{
  self->dark = dark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_mark_set_movable (EntMapMark *self, gboolean movable)
{
  self->movable = movable;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), movable ? "grab" : "pointer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  movable
                                      ? _ ("The arrow keys move it, with Shift ten times as far.")
                                      : "",
                                  -1);
}

gboolean
ent_map_mark_get_movable (EntMapMark *self)
{
  return self->movable;
}

graphene_point_t
ent_map_mark_get_foot (EntMapMark *self)
{
  return self->stop != NULL ? GRAPHENE_POINT_INIT (SIDE / 2.0f, SIDE / 2.0f)
                            : GRAPHENE_POINT_INIT (SIDE / 2.0f, PIN_HEIGHT - 1.0f);
}
