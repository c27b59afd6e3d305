/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the board looks. Nothing is told by colour alone: what is away is hatched and says why, what
 * is cancelled is struck out, what breaks a rule has a sign. Main thread. */
#include "ent-board-pen.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ent-clock.h"
#include "ent-map-palette.h"

#define RADIUS 6
#define BAR 4
#define TEXT_PAD 7
#define LEAST_TEXT 26

static gboolean
is_in_sight (EntBoardPen *pen, const graphene_rect_t *area)
{
  return area->origin.x < pen->right && area->origin.x + area->size.width > pen->left &&
         area->origin.y < pen->bottom && area->origin.y + area->size.height > pen->top;
}

static gboolean
is_free (EntBoard *self, const EntBoardSpan *span)
{
  int n;
  const EntBoardBlock *blocks = ent_board_content_get_row_blocks (self->content, span->row, &n);

  for (int i = 0; i < n; i++)
    if (blocks[i].start < span->to && blocks[i].start + blocks[i].minutes > span->from)
      return FALSE;
  return TRUE;
}

static void
draw_spans (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  GdkRGBA work = pen->dark ? (GdkRGBA) { 1, 1, 1, 0.06f } : (GdkRGBA) { 1, 1, 1, 1 };
  GdkRGBA quiet = ent_board_faded (pen->ink, 0.62f);
  const EntBoardSpan *spans;
  int n;

  spans = ent_board_content_get_spans (self->content, &n);
  for (int i = 0; i < n; i++)
    {
      double x = ent_board_scale_x (&self->scale, spans[i].from);
      double end = ent_board_scale_x (&self->scale, spans[i].to);
      double top = ent_board_row_top (self, spans[i].row);
      double bottom = ent_board_row_top (self, spans[i].row + 1);
      graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) top, (float) (end - x),
                                                 (float) (bottom - top - 1));

      if (!is_in_sight (pen, &area))
        continue;
      if (spans[i].kind == ENT_BOARD_WORK)
        gtk_snapshot_append_color (pen->snapshot, &work, &area);
      else
        ent_board_hatch (pen, &area);
      /* Why somebody is away is nobody's business at the counter. */
      if (spans[i].text == NULL || pen->blurred || end - x < LEAST_TEXT * 2 ||
          !is_free (self, &spans[i]))
        continue;
      area.origin.x += TEXT_PAD;
      area.size.width -= 2 * TEXT_PAD;
      ent_board_write (pen, spans[i].text, &area, &quiet, 0.85);
    }
}

static PangoLayout *
layout_of (EntBoardPen *pen, const EntBoardBlock *block)
{
  PangoLayout *layout = g_hash_table_lookup (pen->board->layouts, block);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  PangoAttrList *attributes;
  PangoAttribute *attribute;

  if (layout != NULL)
    return layout;
  from = ent_clock_format (block->start % ENT_BOARD_DAY);
  to = ent_clock_format ((block->start + block->minutes) % ENT_BOARD_DAY);
  text = g_strdup_printf ("%s\n%s–%s", ent_board_private (pen, block->title), from, to);
  layout = ent_board_layout_new (pen, text, 1, 0.85);
  attributes = pango_layout_get_attributes (layout);
  attribute = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  attribute->end_index = (guint) (strchr (text, '\n') - text);
  pango_attr_list_insert (attributes, attribute);
  if ((block->flags & ENT_BOARD_CANCELLED) != 0)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  g_hash_table_insert (pen->board->layouts, (gpointer) block, layout);
  return layout;
}

static const char *
icon_of (EntBoardFlags flags)
{
  if ((flags & ENT_BOARD_PROBLEM) != 0)
    return "ent-alert-symbolic";
  if ((flags & ENT_BOARD_DONE) != 0)
    return "object-select-symbolic";
  if ((flags & ENT_BOARD_LOCKED) != 0)
    return "ent-lock-symbolic";
  if ((flags & ENT_BOARD_CHANGED) != 0)
    return "ent-swap-symbolic";
  return (flags & ENT_BOARD_PAIR) != 0 ? "ent-people-symbolic" : NULL;
}

static void
write_block (EntBoardPen *pen, const EntBoardBlock *block, const graphene_rect_t *area)
{
  const char *icon = icon_of (block->flags);
  double room = area->size.width - BAR - 2 * TEXT_PAD + 4;
  int height;

  if (icon != NULL && area->size.width >= ENT_BOARD_ICON + 2 * BAR)
    {
      room -= ENT_BOARD_ICON + 2;
      ent_board_draw_icon (pen, icon, area->origin.x + area->size.width - ENT_BOARD_ICON - 3,
                           area->origin.y + (area->size.height - ENT_BOARD_ICON) / 2, &pen->ink);
    }
  if (room >= LEAST_TEXT)
    {
      PangoLayout *layout = layout_of (pen, block);

      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_get_pixel_size (layout, NULL, &height);
      ent_board_write_layout (pen, layout, &pen->ink, area->origin.x + BAR + TEXT_PAD - 2,
                              area->origin.y + (area->size.height - height) / 2);
    }
}

static void
draw_shape (EntBoardPen *pen, const graphene_rect_t *area, guint colour, EntBoardFlags flags)
{
  EntMapStyle style = ent_map_palette_get (colour);
  gboolean is_off = (flags & ENT_BOARD_CANCELLED) != 0;
  GdkRGBA ground = pen->dark ? (GdkRGBA) { 0.16f, 0.16f, 0.17f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  GdkRGBA tint = ent_board_faded (style.colour, is_off ? 0.06f : pen->dark ? 0.42f : 0.2f);
  GdkRGBA rim = ent_board_faded (style.colour, is_off ? 0.4f : 0.75f);
  const float width = (flags & ENT_BOARD_CHANGED) != 0 ? 2 : 1;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, RADIUS);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, &ground, area);
  gtk_snapshot_append_color (pen->snapshot, &tint, area);
  if ((flags & ENT_BOARD_VITAL) != 0)
    ent_board_fill (pen, &style.colour, area->origin.x, area->origin.y, BAR, area->size.height);
  gtk_snapshot_pop (pen->snapshot);
  gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { rim, rim, rim, rim });
}

static void
draw_ring (EntBoardPen *pen, const graphene_rect_t *area)
{
  g_autoptr (GdkRGBA)
                accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (area->origin.x - 1, area->origin.y - 1,
                                                        area->size.width + 2,
                                                        area->size.height + 2),
                                   RADIUS + 1);
  gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
}

static void
draw_block (EntBoardPen *pen, const EntBoardBlock *block)
{
  EntBoard *self = pen->board;
  GdkRGBA way = ent_board_faded (pen->ink, 0.45f);
  gboolean is_moved = self->move.block == block->id;
  graphene_rect_t area;
  double from;

  ent_board_rect (self, block->row, block->lane, block->start, block->minutes, &area);
  from = ent_board_scale_x (&self->scale, block->start - block->travel);
  if (!is_in_sight (pen, &GRAPHENE_RECT_INIT ((float) from, area.origin.y,
                                              area.size.width + area.origin.x - (float) from,
                                              area.size.height)))
    return;
  if (is_moved)
    gtk_snapshot_push_opacity (pen->snapshot, 0.35);
  if (area.origin.x - from >= 2)
    ent_board_fill (pen, &way, from, area.origin.y + area.size.height / 2, area.origin.x - from, 2);
  draw_shape (pen, &area, ent_board_content_get_row (self->content, block->row)->colour,
              block->flags);
  write_block (pen, block, &area);
  if (is_moved)
    gtk_snapshot_pop (pen->snapshot);
  else if (self->selected == block->id)
    draw_ring (pen, &area);
}

/* A day of a row when there is no room for blocks: how many there are, and how long. */
static void
draw_sum (EntBoardPen *pen, int row, int day, int n, int minutes)
{
  EntBoard *self = pen->board;
  EntMapStyle style = ent_map_palette_get (ent_board_content_get_row (self->content, row)->colour);
  GdkRGBA tint = ent_board_faded (style.colour, pen->dark ? 0.5f : 0.28f);
  double top = ent_board_row_top (self, row), bottom = ent_board_row_top (self, row + 1);
  double room = bottom - top - 7, filled = room * MIN (1.0, minutes / 600.0);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (day * self->scale.day_width + 3),
                                             (float) (top + 3), (float) (self->scale.day_width - 6),
                                             (float) room);
  g_autofree char *number = g_strdup_printf ("%d", n);
  g_autofree char *length = ent_duration_format (minutes);
  g_autofree char *text = self->scale.day_width >= ENT_BOARD_TICK
                              ? g_strdup_printf ("%s\n%s", number, length)
                              : g_strdup (number);

  if (!is_in_sight (pen, &area))
    return;
  ent_board_fill (pen, &tint, area.origin.x, area.origin.y + room - filled, area.size.width,
                  filled);
  area.origin.x += 4;
  area.size.width -= 4;
  ent_board_write (pen, text, &area, &pen->ink, 0.8);
}

static void
draw_sums (EntBoardPen *pen, int row)
{
  int n_blocks, n = 0, minutes = 0, day = -1;
  const EntBoardBlock *blocks = ent_board_content_get_row_blocks (pen->board->content, row,
                                                                  &n_blocks);

  for (int i = 0; i <= n_blocks; i++)
    {
      int of = i < n_blocks ? blocks[i].start / ENT_BOARD_DAY : -1;

      if (of != day && n > 0)
        draw_sum (pen, row, day, n, minutes);
      if (of != day)
        n = minutes = 0;
      day = of;
      if (i < n_blocks && (blocks[i].flags & ENT_BOARD_CANCELLED) == 0)
        {
          n++;
          minutes += blocks[i].minutes;
        }
    }
}

static void
draw_rows (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  int n_rows = ent_board_content_get_n_rows (self->content);

  for (int row = 0; row < n_rows; row++)
    {
      const EntBoardBlock *blocks;
      int n;

      if (ent_board_row_top (self, row + 1) < pen->top ||
          ent_board_row_top (self, row) > pen->bottom)
        continue;
      if (self->scale.day_width < ENT_BOARD_SUMS)
        {
          draw_sums (pen, row);
          continue;
        }
      blocks = ent_board_content_get_row_blocks (self->content, row, &n);
      for (int i = 0; i < n; i++)
        draw_block (pen, &blocks[i]);
    }
}

/* Where it may go is left as it is; where it may not is veiled. */
static void
draw_answers (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  GdkRGBA veil = pen->dark ? (GdkRGBA) { 0, 0, 0, 0.45f } : (GdkRGBA) { 0.5f, 0.5f, 0.5f, 0.28f };

  for (guint row = 0; row < self->move.rows->len; row++)
    if (g_array_index (self->move.rows, gint8, row) == 0)
      {
        double top = ent_board_row_top (self, (int) row);

        ent_board_fill (pen, &veil, pen->left, top, pen->right - pen->left,
                        ent_board_row_top (self, (int) row + 1) - top);
      }
}

static void
draw_verdict (EntBoardPen *pen, const graphene_rect_t *ghost)
{
  const EntBoardMove *move = &pen->board->move;
  GdkRGBA ground = move->verdict.fits ? (GdkRGBA) { 0.1f, 0.42f, 0.24f, 1 }
                                      : (GdkRGBA) { 0.65f, 0.11f, 0.16f, 1 };
  GdkRGBA white = { 1, 1, 1, 1 };
  g_autofree char *from = ent_clock_format (move->start % ENT_BOARD_DAY);
  /* It may name somebody. */
  const char *verdict = !pen->blurred        ? move->verdict.text
                        : move->verdict.fits ? _ ("possible")
                                             : _ ("not possible");
  g_autofree char *text = g_strdup_printf ("%s · %s", from, verdict);
  g_autoptr (PangoLayout) layout = ent_board_layout_new (pen, text, 360, 0.95);
  int width, height;
  graphene_rect_t area;
  GskRoundedRect outline;

  pango_layout_get_pixel_size (layout, &width, &height);
  area = GRAPHENE_RECT_INIT (ghost->origin.x, ghost->origin.y + ghost->size.height + 6,
                             (float) width + ENT_BOARD_ICON + 26, (float) height + 12);
  area.origin.x = (float) CLAMP (area.origin.x, pen->left + 4,
                                 MAX (pen->left + 4, pen->right - area.size.width - 4));
  if (area.origin.y + area.size.height > pen->bottom)
    area.origin.y = ghost->origin.y - area.size.height - 6;
  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, &ground, &area);
  gtk_snapshot_pop (pen->snapshot);
  ent_board_draw_icon (pen,
                       move->verdict.fits ? "object-select-symbolic"
                                          : "action-unavailable-symbolic",
                       area.origin.x + 8, area.origin.y + (area.size.height - ENT_BOARD_ICON) / 2,
                       &white);
  ent_board_write_layout (pen, layout, &white, area.origin.x + ENT_BOARD_ICON + 16,
                          area.origin.y + 6);
}

static void
draw_move (EntBoardPen *pen)
{
  EntBoard *self = pen->board;
  graphene_rect_t area;

  if (self->move.block == 0)
    return;
  draw_answers (pen);
  if (self->move.row < 0)
    return;
  ent_board_rect (self, self->move.row, 0, self->move.start, self->move.minutes, &area);
  draw_shape (pen, &area, ent_board_content_get_row (self->content, self->move.row)->colour,
              ENT_BOARD_CHANGED);
  draw_ring (pen, &area);
  if (self->move.is_judged && self->move.verdict.text != NULL)
    draw_verdict (pen, &area);
}

static void
draw_days (EntBoardPen *pen)
{
  draw_spans (pen);
  ent_board_draw_grid (pen);
  draw_rows (pen);
  ent_board_draw_now (pen);
  draw_move (pen);
}

/* Draws one part within its own frame, moved by where it is scrolled. */
static void
draw_part (EntBoardPen *pen,
           const graphene_rect_t *frame,
           const graphene_point_t *origin,
           void (*draw) (EntBoardPen *pen))
{
  pen->left = frame->origin.x - origin->x;
  pen->right = pen->left + frame->size.width;
  pen->top = frame->origin.y - origin->y;
  pen->bottom = pen->top + frame->size.height;
  gtk_snapshot_push_clip (pen->snapshot, frame);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, origin);
  draw (pen);
  gtk_snapshot_restore (pen->snapshot);
  gtk_snapshot_pop (pen->snapshot);
}

void
ent_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntBoard *self = ENT_BOARD (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  EntBoardPen pen = { .board = self, .snapshot = snapshot };
  float width = (float) gtk_widget_get_width (widget), side = (float) self->title_width;
  float height = (float) gtk_widget_get_height (widget);
  double x, y;
  GdkRGBA line;

  if (self->content == NULL)
    return;
  gtk_widget_get_color (widget, &pen.ink);
  pen.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  pen.blurred = root != NULL && gtk_widget_has_css_class (root, "blurred");
  line = ent_board_faded (pen.ink, 0.18f);
  ent_board_origin (self, &x, &y);
  draw_part (&pen,
             &GRAPHENE_RECT_INIT (side, ENT_BOARD_HEAD, width - side, height - ENT_BOARD_HEAD),
             &GRAPHENE_POINT_INIT ((float) x, (float) y), draw_days);
  draw_part (&pen, &GRAPHENE_RECT_INIT (side, 0, width - side, ENT_BOARD_HEAD),
             &GRAPHENE_POINT_INIT ((float) x, 0), ent_board_draw_head);
  draw_part (&pen, &GRAPHENE_RECT_INIT (0, ENT_BOARD_HEAD, side, height - ENT_BOARD_HEAD),
             &GRAPHENE_POINT_INIT (0, (float) y), ent_board_draw_titles);
  ent_board_fill (&pen, &line, 0, ENT_BOARD_HEAD - 1, width, 1);
  ent_board_fill (&pen, &line, side - 1, 0, 1, height);
}
