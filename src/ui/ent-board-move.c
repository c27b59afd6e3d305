/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving a block: by drag and drop, from elsewhere too, and by keyboard. Every place is judged
 * before the block is let go. Main thread. */
#include "ent-board-private.h"

#include <glib/gi18n-lib.h>

static void
clear_verdict (EntBoardMove *move)
{
  g_clear_pointer (&move->verdict.text, g_free);
  move->is_judged = FALSE;
}

void
ent_board_move_clear (EntBoard *self)
{
  clear_verdict (&self->move);
  self->move.block = 0;
  self->move.row = -1;
  g_array_set_size (self->move.rows, 0);
}

/* Of every row at the time at which it hovers: what is veiled tells where it may not go. */
static void
judge_rows (EntBoard *self)
{
  int n_rows = ent_board_content_get_n_rows (self->content);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x, y;

  ent_board_origin (self, &x, &y);
  g_array_set_size (self->move.rows, (guint) n_rows);
  for (int row = 0; row < n_rows; row++)
    {
      gint8 *answer = &g_array_index (self->move.rows, gint8, row);
      EntBoardVerdict verdict = { 0 };

      *answer = -1;
      if (ent_board_row_top (self, row + 1) + y < ENT_BOARD_HEAD ||
          ent_board_row_top (self, row) + y > height)
        continue;
      self->judge (self->move.block, row, self->move.start, &verdict, self->judge_data);
      *answer = (gint8) (verdict.fits ? 1 : 0);
      g_free (verdict.text);
    }
}

void
ent_board_move_to (EntBoard *self, int row, int start)
{
  EntBoardMove *move = &self->move;

  if (move->block == 0 || (move->is_judged && move->row == row && move->start == start))
    return;
  clear_verdict (move);
  if (move->start != start || move->rows->len == 0)
    {
      move->start = start;
      judge_rows (self);
    }
  move->row = row;
  if (row >= 0)
    {
      self->judge (move->block, row, start, &move->verdict, self->judge_data);
      move->is_judged = TRUE;
      if (move->by_keyboard && move->verdict.text != NULL)
        gtk_accessible_announce (GTK_ACCESSIBLE (self), move->verdict.text,
                                 GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_board_move_begin (EntBoard *self, const EntBoardBlock *block)
{
  ent_board_move_clear (self);
  if (self->judge == NULL || (block->flags & ENT_BOARD_LOCKED) != 0)
    return;
  self->move.block = block->id;
  self->move.minutes = block->minutes;
  self->move.grab = 0;
  self->move.by_keyboard = TRUE;
  ent_board_move_to (self, block->row, block->start);
}

gboolean
ent_board_move_drop (EntBoard *self)
{
  gint64 block = self->move.block;
  int row = self->move.row, start = self->move.start;
  gboolean fits = block != 0 && row >= 0 && self->move.is_judged && self->move.verdict.fits;

  if (block != 0 && !fits)
    gtk_widget_error_bell (GTK_WIDGET (self));
  ent_board_move_clear (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (fits)
    g_signal_emit_by_name (self, "block-moved", block, row, start);
  return fits;
}

void
ent_board_move_cancel (EntBoard *self)
{
  if (self->move.block == 0)
    return;
  ent_board_move_clear (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
hover (EntBoard *self, double x, double y)
{
  double left, top;
  int minute;

  ent_board_origin (self, &left, &top);
  minute = ent_board_scale_minute (&self->scale, x - left, 1) - self->move.grab;
  minute = (minute + ENT_BOARD_SNAP / 2) / ENT_BOARD_SNAP * ENT_BOARD_SNAP;
  ent_board_move_to (self, x > self->title_width ? ent_board_row_at (self, y) : -1,
                     MAX (minute, 0));
}

static GdkContentProvider *
prepare_cb (EntBoard *self, double x, double y, GtkDragSource *source)
{
  const EntBoardBlock *block = ent_board_block_at (self, x, y);
  double left, top;

  if (block == NULL || self->judge == NULL || (block->flags & ENT_BOARD_LOCKED) != 0)
    return NULL;
  ent_board_origin (self, &left, &top);
  self->move.grab = ent_board_scale_minute (&self->scale, x - left, 1) - block->start;
  return gdk_content_provider_new_typed (G_TYPE_INT64, block->id);
}

static void
drag_begin_cb (EntBoard *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) nothing = gdk_paintable_new_empty (1, 1);

  /* The board draws what is dragged itself, where it would come to lie. */
  gtk_drag_source_set_icon (source, nothing, 0, 0);
}

static void
drag_end_cb (EntBoard *self, GdkDrag *drag, gboolean delete_data, GtkDragSource *source)
{
  ent_board_move_cancel (self);
  self->move.grab = 0;
}

static gboolean
take_up (EntBoard *self, const GValue *value)
{
  gint64 id = value != NULL && G_VALUE_HOLDS_INT64 (value) ? g_value_get_int64 (value) : 0;
  const EntBoardBlock *block;
  int grab = self->move.grab;

  if (id == 0 || self->judge == NULL || self->content == NULL)
    return FALSE;
  if (self->move.block == id)
    return TRUE;
  block = ent_board_content_find (self->content, id);
  ent_board_move_clear (self);
  self->move.block = id;
  self->move.by_keyboard = FALSE;
  self->move.grab = block != NULL ? grab : 0;
  if (block != NULL)
    self->move.minutes = block->minutes;
  else
    self->move.minutes = self->length_of != NULL ? self->length_of (id, self->judge_data) : 0;
  return TRUE;
}

static GdkDragAction
motion_cb (EntBoard *self, double x, double y, GtkDropTarget *target)
{
  if (!take_up (self, gtk_drop_target_get_value (target)))
    return 0;
  hover (self, x, y);
  return self->move.is_judged && self->move.verdict.fits ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (EntBoard *self, GtkDropTarget *target)
{
  int grab = self->move.grab;

  ent_board_move_cancel (self);
  self->move.grab = grab; /* it may come back */
}

static gboolean
drop_cb (EntBoard *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  if (!take_up (self, value))
    return FALSE;
  hover (self, x, y);
  return ent_board_move_drop (self);
}

void
ent_board_move_init (EntBoard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  self->move.rows = g_array_new (FALSE, FALSE, sizeof (gint8));
  self->move.row = -1;

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
