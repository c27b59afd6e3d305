/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys do on a board. Main thread. */
#include "ent-board-keys.h"

#include "ent-board-private.h"

static const EntBoardBlock *
selected (EntBoard *self)
{
  return self->content != NULL ? ent_board_content_find (self->content, self->selected) : NULL;
}

/* At the edge the key is taken too: arrows do not leave the board, Tab does. */
static gboolean
select_block (EntBoard *self, const EntBoardBlock *block)
{
  if (block != NULL)
    ent_board_select (self, block->id);
  return GDK_EVENT_STOP;
}

/* The first block in sight from the left, or the first of all. */
static gboolean
select_first (EntBoard *self)
{
  int n_rows = self->content != NULL ? ent_board_content_get_n_rows (self->content) : 0;
  double x, y;
  int earliest;

  ent_board_origin (self, &x, &y);
  earliest = ent_board_scale_minute (&self->scale, self->title_width - x, 1);
  for (int row = 0; row < n_rows; row++)
    {
      int n;
      const EntBoardBlock *blocks = ent_board_content_get_row_blocks (self->content, row, &n);

      for (int i = 0; i < n; i++)
        if (blocks[i].start >= earliest)
          return select_block (self, &blocks[i]);
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
select_beside (EntBoard *self, const EntBoardBlock *from, int step)
{
  int n;
  const EntBoardBlock *blocks = ent_board_content_get_row_blocks (self->content, from->row, &n);
  const EntBoardBlock *beside = from + step;

  return select_block (self, beside >= blocks && beside < blocks + n ? beside : NULL);
}

/* The one of the next row with blocks that begins nearest. */
static gboolean
select_above (EntBoard *self, const EntBoardBlock *from, int step)
{
  int n_rows = ent_board_content_get_n_rows (self->content);

  for (int row = from->row + step; row >= 0 && row < n_rows; row += step)
    {
      const EntBoardBlock *nearest = NULL;
      int n;
      const EntBoardBlock *blocks = ent_board_content_get_row_blocks (self->content, row, &n);

      for (int i = 0; i < n; i++)
        if (nearest == NULL ||
            ABS (blocks[i].start - from->start) < ABS (nearest->start - from->start))
          nearest = &blocks[i];
      if (nearest != NULL)
        return select_block (self, nearest);
    }
  return GDK_EVENT_STOP;
}

static gboolean
move_by (EntBoard *self, int rows, int minutes)
{
  EntBoardMove *move = &self->move;
  int last_row = ent_board_content_get_n_rows (self->content) - 1;
  int last = ent_board_content_get_n_days (self->content) * ENT_BOARD_DAY - ENT_BOARD_SNAP;

  ent_board_move_to (self, CLAMP (move->row + rows, 0, last_row),
                     CLAMP (move->start + minutes, 0, last));
  ent_board_reveal (self, move->row, move->start, move->minutes);
  return GDK_EVENT_STOP;
}

static gboolean
move_key (EntBoard *self, guint key, GdkModifierType state)
{
  int step = (state & GDK_CONTROL_MASK) != 0 ? ENT_BOARD_DAY
             : (state & GDK_SHIFT_MASK) != 0 ? 5
                                             : ENT_BOARD_SNAP;

  switch (key)
    {
    case GDK_KEY_Left:
      return move_by (self, 0, -step);
    case GDK_KEY_Right:
      return move_by (self, 0, step);
    case GDK_KEY_Up:
      return move_by (self, -1, 0);
    case GDK_KEY_Down:
      return move_by (self, 1, 0);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->move.verdict.fits)
        ent_board_move_drop (self);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      ent_board_move_cancel (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
ask_menu (EntBoard *self, const EntBoardBlock *block)
{
  graphene_rect_t rect;
  double x, y;

  ent_board_origin (self, &x, &y);
  ent_board_rect (self, block->row, block->lane, block->start, block->minutes, &rect);
  g_signal_emit_by_name (self, "block-menu", block->id, x + rect.origin.x + 8,
                         y + rect.origin.y + rect.size.height);
}

static gboolean
act (EntBoard *self, const EntBoardBlock *block, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit_by_name (self, "block-activated", block->id);
      return GDK_EVENT_STOP;
    case GDK_KEY_m:
    case GDK_KEY_M:
      ent_board_move_begin (self, block);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      ask_menu (self, block);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      ask_menu (self, block);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
is_arrow (guint key)
{
  return key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_Up || key == GDK_KEY_Down;
}

static gboolean
key_pressed_cb (EntBoard *self, guint key, guint code, GdkModifierType state)
{
  const EntBoardBlock *block = selected (self);

  if (self->content == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->move.block != 0)
    return move_key (self, key, state);
  if (block == NULL)
    return is_arrow (key) ? select_first (self) : GDK_EVENT_PROPAGATE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
      return select_beside (self, block, -1);
    case GDK_KEY_Right:
      return select_beside (self, block, 1);
    case GDK_KEY_Up:
      return select_above (self, block, -1);
    case GDK_KEY_Down:
      return select_above (self, block, 1);
    default:
      return act (self, block, key, state);
    }
}

void
ent_board_keys_init (EntBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
