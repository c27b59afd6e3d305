/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: its size and scrolling, what is selected, its properties. Main thread. */
#include "ent-board-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ent-board-keys.h"
#include "ent-clock.h"
#include "ent-date.h"

#define TITLE_WIDE 190
#define TITLE_NARROW 96
#define NARROW 460
#define LEAST_WEEK_DAY 118 /* pixels */
#define LEAST_MONTH_DAY 26
#define QUARTER 24

enum
{
  PROP_ZOOM = 1,
  PROP_SELECTED,
  N_OWN,
  PROP_HADJUSTMENT = N_OWN,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *properties[N_OWN];

enum
{
  SIGNAL_MOVED,
  SIGNAL_ACTIVATED,
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EntBoard,
                               ent_board,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

void
ent_board_origin (EntBoard *self, double *x, double *y)
{
  *x = self->title_width;
  *y = ENT_BOARD_HEAD;
  if (self->hadjustment != NULL)
    *x -= gtk_adjustment_get_value (self->hadjustment);
  if (self->vadjustment != NULL)
    *y -= gtk_adjustment_get_value (self->vadjustment);
}

double
ent_board_row_top (EntBoard *self, int row)
{
  return g_array_index (self->tops, double, row);
}

int
ent_board_row_at (EntBoard *self, double y)
{
  double left, top;

  if (self->content == NULL || y < ENT_BOARD_HEAD)
    return -1;
  ent_board_origin (self, &left, &top);
  for (int row = 0; row < (int) self->tops->len - 1; row++)
    if (y - top >= ent_board_row_top (self, row) && y - top < ent_board_row_top (self, row + 1))
      return row;
  return -1;
}

void
ent_board_rect (EntBoard *self, int row, int lane, int start, int minutes, graphene_rect_t *rect)
{
  double from = ent_board_scale_x (&self->scale, start);
  double to = ent_board_scale_x (&self->scale, start + minutes);

  *rect = GRAPHENE_RECT_INIT ((float) from,
                              (float) (ent_board_row_top (self, row) + ENT_BOARD_PAD +
                                       lane * ENT_BOARD_LANE),
                              (float) MAX (to - from - 1, 4), ENT_BOARD_LANE - 2);
}

const EntBoardBlock *
ent_board_block_at (EntBoard *self, double x, double y)
{
  int row = ent_board_row_at (self, y), n;
  const EntBoardBlock *blocks;
  double left, top;

  if (row < 0 || x < self->title_width || self->scale.day_width < ENT_BOARD_SUMS)
    return NULL;
  ent_board_origin (self, &left, &top);
  blocks = ent_board_content_get_row_blocks (self->content, row, &n);
  for (int i = n - 1; i >= 0; i--)
    {
      graphene_rect_t rect;

      ent_board_rect (self, row, blocks[i].lane, blocks[i].start, blocks[i].minutes, &rect);
      if (graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT ((float) (x - left),
                                                                     (float) (y - top))))
        return &blocks[i];
    }
  return NULL;
}

char *
ent_board_describe (EntBoard *self, const EntBoardBlock *block)
{
  const EntBoardRow *row = ent_board_content_get_row (self->content, block->row);
  gint32 date = ent_board_content_get_first_day (self->content) + block->start / ENT_BOARD_DAY;
  g_autofree char *day = ent_day_format (date, ENT_DAY_LONG);
  g_autofree char *from = ent_clock_format (block->start % ENT_BOARD_DAY);
  g_autofree char *to = ent_clock_format ((block->start + block->minutes) % ENT_BOARD_DAY);
  /* Translators: whom is visited; a day; from a time to a time; by whom */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s, %s to %s, %s"), block->title, day, from, to,
                                           row->title);

  if (block->detail == NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s\n%s", text, block->detail);
}

static double
day_width (EntBoard *self, double room)
{
  int n_days = ent_board_content_get_n_days (self->content);

  switch (self->zoom)
    {
    case ENT_BOARD_QUARTERS:
      return MAX (room, (self->scale.to - self->scale.from) / 15.0 * QUARTER);
    case ENT_BOARD_ONE_DAY:
      return MAX (room, (self->scale.to - self->scale.from) / 60.0 * QUARTER);
    case ENT_BOARD_WEEK:
      return MAX (room / MIN (n_days, 7), LEAST_WEEK_DAY);
    case ENT_BOARD_MONTH:
    default:
      return MAX (room / n_days, LEAST_MONTH_DAY);
    }
}

static void
measure_rows (EntBoard *self)
{
  int n_rows = self->content != NULL ? ent_board_content_get_n_rows (self->content) : 0;
  double top = 0;

  g_array_set_size (self->tops, 0);
  for (int row = 0; row <= n_rows; row++)
    {
      g_array_append_val (self->tops, top);
      if (row < n_rows)
        top += ENT_BOARD_LANE * ent_board_content_get_n_lanes (self->content, row) +
               2 * ENT_BOARD_PAD;
    }
}

static void
configure (GtkAdjustment *adjustment, double value, double upper, double page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, upper - page)), 0,
                              MAX (upper, page), ENT_BOARD_LANE, page * 0.9, page);
}

/* The time at the left edge stays there when the width of a day changes. */
static void
update_scale (EntBoard *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - ENT_BOARD_HEAD;
  double value = 0, room;
  int minute = -1;

  if (self->content == NULL || width <= 0)
    return;
  if (self->hadjustment != NULL && self->scale.day_width > 0)
    minute = ent_board_scale_minute (&self->scale, gtk_adjustment_get_value (self->hadjustment), 1);
  self->title_width = width < NARROW ? TITLE_NARROW : TITLE_WIDE;
  room = MAX (1, width - self->title_width);
  self->scale.n_days = ent_board_content_get_n_days (self->content);
  self->scale.day_width = day_width (self, room);
  if (minute >= 0)
    value = ent_board_scale_x (&self->scale, minute);
  configure (self->hadjustment, value, ent_board_scale_width (&self->scale), room);
  configure (self->vadjustment,
             self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0,
             g_array_index (self->tops, double, self->tops->len - 1), MAX (1, height));
}

static void
ent_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  update_scale (ENT_BOARD (widget));
}

static void
ent_board_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 500;
}

static void
forget_layouts (EntBoard *self)
{
  g_hash_table_remove_all (self->layouts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ent_board_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ent_board_parent_class)->css_changed (widget, change);
  forget_layouts (ENT_BOARD (widget));
}

static void
ent_board_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_board_parent_class)->root (widget);
  /* F9 puts a class on the window. */
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::css-classes",
                           G_CALLBACK (forget_layouts), widget, G_CONNECT_SWAPPED);
}

static void
ent_board_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), forget_layouts, widget);
  GTK_WIDGET_CLASS (ent_board_parent_class)->unroot (widget);
}

void
ent_board_reveal (EntBoard *self, int row, int start, int minutes)
{
  graphene_rect_t rect;

  ent_board_rect (self, row, 0, start, minutes, &rect);
  if (self->hadjustment != NULL)
    gtk_adjustment_clamp_page (self->hadjustment, rect.origin.x, rect.origin.x + rect.size.width);
  if (self->vadjustment != NULL)
    gtk_adjustment_clamp_page (self->vadjustment, ent_board_row_top (self, row),
                               ent_board_row_top (self, row + 1));
}

static void
pressed_cb (EntBoard *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  const EntBoardBlock *block = ent_board_block_at (self, x, y);
  gint64 id = block != NULL ? block->id : 0;
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  ent_board_select (self, id);
  if (id != 0 && button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[SIGNAL_MENU], 0, id, x, y);
  else if (id != 0 && n_press == 2)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static gboolean
zoom_cb (EntBoard *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  ent_board_set_zoom (self, (EntBoardZoom) CLAMP ((int) self->zoom + (dy > 0 ? 1 : -1), 0,
                                                  ENT_BOARD_N_ZOOMS - 1));
  return GDK_EVENT_STOP;
}

static gboolean
query_tooltip_cb (EntBoard *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const EntBoardBlock *block = keyboard && self->content != NULL
                                   ? ent_board_content_find (self->content, self->selected)
                                   : ent_board_block_at (self, x, y);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *text = NULL;

  if (block == NULL || self->move.block != 0 || gtk_widget_has_css_class (root, "blurred"))
    return FALSE;
  text = ent_board_describe (self, block);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
set_adjustment (EntBoard *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, gtk_widget_queue_draw, self);
  g_set_object (slot, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  update_scale (self);
}

static void
ent_board_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntBoard *self = ENT_BOARD (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_int (value, (int) self->zoom);
      break;
    case PROP_SELECTED:
      g_value_set_int64 (value, self->selected);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_board_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  EntBoard *self = ENT_BOARD (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      ent_board_set_zoom (self, (EntBoardZoom) g_value_get_int (value));
      break;
    case PROP_SELECTED:
      ent_board_select (self, g_value_get_int64 (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = (guint) g_value_get_enum (value) & 1;
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = (guint) g_value_get_enum (value) & 1;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_board_dispose (GObject *object)
{
  EntBoard *self = ENT_BOARD (object);

  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  ent_board_set_judge (self, NULL, NULL, NULL);
  G_OBJECT_CLASS (ent_board_parent_class)->dispose (object);
}

static void
ent_board_finalize (GObject *object)
{
  EntBoard *self = ENT_BOARD (object);

  g_free (self->move.verdict.text);
  g_array_unref (self->move.rows);
  g_hash_table_unref (self->layouts);
  g_array_unref (self->tops);
  g_clear_pointer (&self->content, ent_board_content_unref);
  G_OBJECT_CLASS (ent_board_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ZOOM] = g_param_spec_int ("zoom", NULL, NULL, 0, ENT_BOARD_N_ZOOMS - 1,
                                            ENT_BOARD_WEEK, flags);
  properties[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (klass, N_OWN, properties);
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
ent_board_class_init (EntBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = ent_board_get_property;
  object_class->set_property = ent_board_set_property;
  object_class->dispose = ent_board_dispose;
  object_class->finalize = ent_board_finalize;
  widget_class->measure = ent_board_measure;
  widget_class->size_allocate = ent_board_size_allocate;
  widget_class->snapshot = ent_board_snapshot;
  widget_class->css_changed = ent_board_css_changed;
  widget_class->root = ent_board_root;
  widget_class->unroot = ent_board_unroot;
  install_properties (object_class);

  signals[SIGNAL_MOVED] = g_signal_new ("block-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("block-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_MENU] = g_signal_new ("block-menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_board_init (EntBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->zoom = ENT_BOARD_WEEK;
  self->now = -1;
  self->tops = g_array_new (FALSE, FALSE, sizeof (double));
  self->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  measure_rows (self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (zoom_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, wheel);
  ent_board_move_init (self);
  ent_board_keys_init (self);
}

GtkWidget *
ent_board_new (void)
{
  return g_object_new (ENT_TYPE_BOARD, NULL);
}

void
ent_board_set_content (EntBoard *self, EntBoardContent *content)
{
  int earliest, latest;

  g_return_if_fail (ENT_IS_BOARD (self));

  ent_board_move_clear (self);
  g_hash_table_remove_all (self->layouts);
  if (content != NULL)
    ent_board_content_ref (content);
  g_clear_pointer (&self->content, ent_board_content_unref);
  self->content = content;
  measure_rows (self);
  if (content != NULL)
    {
      ent_board_content_get_hours (content, &earliest, &latest);
      ent_board_scale_hours (&self->scale, earliest, latest);
      if (ent_board_content_find (content, self->selected) == NULL)
        ent_board_select (self, 0);
      update_scale (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

EntBoardContent *
ent_board_get_content (EntBoard *self)
{
  g_return_val_if_fail (ENT_IS_BOARD (self), NULL);
  return self->content;
}

void
ent_board_set_judge (EntBoard *self, EntBoardJudge judge, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (ENT_IS_BOARD (self));

  ent_board_move_clear (self);
  if (self->judge_destroy != NULL)
    self->judge_destroy (self->judge_data);
  self->judge = judge;
  self->judge_data = data;
  self->judge_destroy = destroy;
}

void
ent_board_set_length_of (EntBoard *self, int (*length_of) (gint64 block, gpointer data))
{
  g_return_if_fail (ENT_IS_BOARD (self));
  self->length_of = length_of;
}

void
ent_board_set_zoom (EntBoard *self, EntBoardZoom zoom)
{
  g_return_if_fail (ENT_IS_BOARD (self) && zoom < ENT_BOARD_N_ZOOMS);

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  update_scale (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

EntBoardZoom
ent_board_get_zoom (EntBoard *self)
{
  g_return_val_if_fail (ENT_IS_BOARD (self), ENT_BOARD_WEEK);
  return self->zoom;
}

void
ent_board_select (EntBoard *self, gint64 id)
{
  const EntBoardBlock *block = NULL;

  g_return_if_fail (ENT_IS_BOARD (self));

  if (self->content != NULL)
    block = ent_board_content_find (self->content, id);
  if (block != NULL)
    ent_board_reveal (self, block->row, block->start, block->minutes);
  if (self->selected == id)
    return;
  self->selected = block != NULL ? id : 0;
  if (block != NULL)
    {
      g_autofree char *text = ent_board_describe (self, block);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

gint64
ent_board_get_selected (EntBoard *self)
{
  g_return_val_if_fail (ENT_IS_BOARD (self), 0);
  return self->selected;
}

void
ent_board_set_now (EntBoard *self, int minute)
{
  g_return_if_fail (ENT_IS_BOARD (self));

  self->now = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_board_scroll_to (EntBoard *self, int minute)
{
  g_return_if_fail (ENT_IS_BOARD (self));

  if (self->hadjustment != NULL && self->content != NULL)
    gtk_adjustment_set_value (self->hadjustment, ent_board_scale_x (&self->scale, minute));
}
