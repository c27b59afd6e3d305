/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layer of the map that holds the stops and the pin. Main thread. */
#include "ent-map-marks.h"

#include <math.h>

#include "ent-map-mark.h"
#include "ent-map-project.h"

/* Marks of one place stand side by side, this far apart. */
#define STACK_STEP 15

typedef struct
{
  EntMapMark *mark;
  EntMapSpot spot;
  int aside; /* pixels */
} Placed;

struct _EntMapMarks
{
  ShumateLayer parent_instance;

  GArray *stops; /* Placed, in the order of the table */
  EntMapMark *selected;
  EntMapMark *pin;
  EntPoint pin_place;
  double grip_x, grip_y; /* from the pin's foot to where it was taken */
  gboolean dark;
};

enum
{
  STOP_ACTIVATED,
  STOP_FOCUSED,
  PIN_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapMarks, ent_map_marks, SHUMATE_TYPE_LAYER)

static ShumateViewport *
get_viewport (EntMapMarks *self)
{
  return shumate_layer_get_viewport (SHUMATE_LAYER (self));
}

static void
place_mark (EntMapMarks *self, EntMapMark *mark, EntMapSpot spot, int aside)
{
  graphene_point_t at = ent_map_project_to_widget (get_viewport (self), GTK_WIDGET (self), spot);
  graphene_point_t foot = ent_map_mark_get_foot (mark);
  int width, height;

  gtk_widget_measure (GTK_WIDGET (mark), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (mark), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (mark),
                            &(GtkAllocation) { (int) roundf (at.x - foot.x) + aside,
                                               (int) roundf (at.y - foot.y), width, height },
                            -1);
}

static void
ent_map_marks_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntMapMarks *self = ENT_MAP_MARKS (widget);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const Placed *placed = &g_array_index (self->stops, Placed, i);

      place_mark (self, placed->mark, placed->spot, placed->aside);
    }
  if (self->pin != NULL)
    place_mark (self, self->pin, ent_map_project (self->pin_place), 0);
}

/* The first stops of a round lie above the later ones, the selected one above all. */
static void
ent_map_marks_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntMapMarks *self = ENT_MAP_MARKS (widget);

  for (guint i = self->stops->len; i > 0; i--)
    {
      EntMapMark *mark = g_array_index (self->stops, Placed, i - 1).mark;

      if (mark != self->selected)
        gtk_widget_snapshot_child (widget, GTK_WIDGET (mark), snapshot);
    }
  if (self->selected != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->selected), snapshot);
  if (self->pin != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->pin), snapshot);
}

static gboolean
focus_mark (EntMapMarks *self, EntMapMark *mark)
{
  EntMapStop *stop = ent_map_mark_get_stop (mark);

  if (!gtk_widget_grab_focus (GTK_WIDGET (mark)))
    return FALSE;
  if (stop != NULL)
    g_signal_emit (self, signals[STOP_FOCUSED], 0, stop);
  return TRUE;
}

/* Tab goes along the rounds, not from the top of the screen to its bottom. The pin comes first. */
static gboolean
ent_map_marks_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EntMapMarks *self = ENT_MAP_MARKS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int n = (int) self->stops->len, first = self->pin != NULL ? -1 : 0, at;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (focus == NULL)
    at = direction == GTK_DIR_TAB_FORWARD ? first : n - 1;
  else
    {
      for (at = first; at < n; at++)
        if ((at < 0 ? self->pin : g_array_index (self->stops, Placed, at).mark) == (gpointer) focus)
          break;
      at += direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
    }
  if (at < first || at >= n)
    return FALSE;
  return focus_mark (self, at < 0 ? self->pin : g_array_index (self->stops, Placed, at).mark);
}

static void
move_pin (EntMapMarks *self, double x, double y, gboolean done)
{
  self->pin_place = ent_map_project_from_widget (get_viewport (self), GTK_WIDGET (self), x, y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, signals[PIN_MOVED], 0, done);
}

static void
nudged_cb (EntMapMarks *self, int east, int south)
{
  graphene_point_t at = ent_map_project_to_widget (get_viewport (self), GTK_WIDGET (self),
                                                   ent_map_project (self->pin_place));

  move_pin (self, at.x + east, at.y + south, TRUE);
}

/* The gesture is the layer's, for the pin moves below the pointer. */
static void
drag_began_cb (EntMapMarks *self, double x, double y, GtkGestureDrag *gesture)
{
  graphene_rect_t bounds;
  graphene_point_t at;

  if (self->pin == NULL || !ent_map_mark_get_movable (self->pin) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (self->pin), GTK_WIDGET (self), &bounds) ||
      !graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  at = ent_map_project_to_widget (get_viewport (self), GTK_WIDGET (self),
                                  ent_map_project (self->pin_place));
  self->grip_x = at.x - x;
  self->grip_y = at.y - y;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}

static void
drag_to (EntMapMarks *self, GtkGestureDrag *gesture, double dx, double dy, gboolean done)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    move_pin (self, x + dx + self->grip_x, y + dy + self->grip_y, done);
}

static void
drag_updated_cb (EntMapMarks *self, double dx, double dy, GtkGestureDrag *gesture)
{
  drag_to (self, gesture, dx, dy, FALSE);
}

static void
drag_ended_cb (EntMapMarks *self, double dx, double dy, GtkGestureDrag *gesture)
{
  if (dx != 0.0 || dy != 0.0)
    drag_to (self, gesture, dx, dy, TRUE);
}

static void
activated_cb (EntMapMarks *self, EntMapMark *mark)
{
  g_signal_emit (self, signals[STOP_ACTIVATED], 0, ent_map_mark_get_stop (mark));
}

static void
clear_stops (EntMapMarks *self)
{
  self->selected = NULL;
  for (guint i = 0; i < self->stops->len; i++)
    gtk_widget_unparent (GTK_WIDGET (g_array_index (self->stops, Placed, i).mark));
  g_array_set_size (self->stops, 0);
}

static void
ent_map_marks_constructed (GObject *object)
{
  G_OBJECT_CLASS (ent_map_marks_parent_class)->constructed (object);
  g_signal_connect_object (get_viewport (ENT_MAP_MARKS (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_allocate), object, G_CONNECT_SWAPPED);
}

static void
ent_map_marks_dispose (GObject *object)
{
  EntMapMarks *self = ENT_MAP_MARKS (object);

  clear_stops (self);
  if (self->pin != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->pin)));
  G_OBJECT_CLASS (ent_map_marks_parent_class)->dispose (object);
}

static void
ent_map_marks_finalize (GObject *object)
{
  g_array_unref (ENT_MAP_MARKS (object)->stops);
  G_OBJECT_CLASS (ent_map_marks_parent_class)->finalize (object);
}

static void
ent_map_marks_class_init (EntMapMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ent_map_marks_constructed;
  G_OBJECT_CLASS (klass)->dispose = ent_map_marks_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_map_marks_finalize;
  widget_class->size_allocate = ent_map_marks_size_allocate;
  widget_class->snapshot = ent_map_marks_snapshot;
  widget_class->focus = ent_map_marks_focus;
  gtk_widget_class_set_css_name (widget_class, "map-marks");

  signals[STOP_ACTIVATED] = g_signal_new ("stop-activated", ENT_TYPE_MAP_MARKS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_MAP_STOP);
  signals[STOP_FOCUSED] = g_signal_new ("stop-focused", ENT_TYPE_MAP_MARKS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_MAP_STOP);
  signals[PIN_MOVED] = g_signal_new ("pin-moved", ENT_TYPE_MAP_MARKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
ent_map_marks_init (EntMapMarks *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->stops = g_array_new (FALSE, FALSE, sizeof (Placed));
  self->pin_place = (EntPoint) { NAN, NAN };
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_began_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

EntMapMarks *
ent_map_marks_new (ShumateViewport *viewport)
{
  return g_object_new (ENT_TYPE_MAP_MARKS, "viewport", viewport, NULL);
}

/* How many of those before stand at the same place. */
static int
count_before (EntMapMarks *self, EntMapSpot spot)
{
  int n = 0;

  for (guint i = 0; i < self->stops->len; i++)
    {
      EntMapSpot other = g_array_index (self->stops, Placed, i).spot;

      n += fabs (other.x - spot.x) < 1e-8 && fabs (other.y - spot.y) < 1e-8 ? 1 : 0;
    }
  return n;
}

void
ent_map_marks_set (EntMapMarks *self, GListModel *stops)
{
  clear_stops (self);
  for (guint i = 0; i < g_list_model_get_n_items (stops); i++)
    {
      g_autoptr(EntMapStop) stop = g_list_model_get_item (stops, i);
      Placed placed = { 0 };

      if (!ent_point_is_valid (stop->place))
        continue;
      placed.spot = ent_map_project (stop->place);
      placed.aside = count_before (self, placed.spot) * STACK_STEP;
      placed.mark = ent_map_mark_new (stop);
      ent_map_mark_set_dark (placed.mark, self->dark);
      g_signal_connect_object (placed.mark, "activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (placed.mark), GTK_WIDGET (self));
      g_array_append_val (self->stops, placed);
    }
}

void
ent_map_marks_set_selected (EntMapMarks *self, EntMapStop *stop)
{
  EntMapMark *mark = stop != NULL ? (EntMapMark *) ent_map_marks_find (self, stop) : NULL;

  if (mark == self->selected)
    return;
  if (self->selected != NULL)
    ent_map_mark_set_selected (self->selected, FALSE);
  self->selected = mark;
  if (mark != NULL)
    ent_map_mark_set_selected (mark, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_map_marks_set_dark (EntMapMarks *self, gboolean dark)
{
  self->dark = dark;
  for (guint i = 0; i < self->stops->len; i++)
    ent_map_mark_set_dark (g_array_index (self->stops, Placed, i).mark, dark);
}

void
ent_map_marks_set_pin (EntMapMarks *self, EntPoint place, gboolean movable)
{
  self->pin_place = place;
  if (!ent_point_is_valid (place))
    {
      if (self->pin != NULL)
        gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->pin)));
      return;
    }
  if (self->pin == NULL)
    {
      self->pin = ent_map_mark_new_pin ();
      g_signal_connect_object (self->pin, "nudged", G_CALLBACK (nudged_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (GTK_WIDGET (self->pin), GTK_WIDGET (self));
    }
  ent_map_mark_set_movable (self->pin, movable);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

EntPoint
ent_map_marks_get_pin (EntMapMarks *self)
{
  return self->pin_place;
}

GtkWidget *
ent_map_marks_find (EntMapMarks *self, EntMapStop *stop)
{
  if (stop == NULL)
    return (GtkWidget *) self->pin;
  for (guint i = 0; i < self->stops->len; i++)
    {
      EntMapMark *mark = g_array_index (self->stops, Placed, i).mark;

      if (ent_map_mark_get_stop (mark) == stop)
        return GTK_WIDGET (mark);
    }
  return NULL;
}
