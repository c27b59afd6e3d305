/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strokes of the pen that draws a board. Main thread. */
#include "ent-board-pen.h"

GdkRGBA
ent_board_faded (GdkRGBA colour, float alpha)
{
  colour.alpha *= alpha;
  return colour;
}

const char *
ent_board_private (const EntBoardPen *pen, const char *name)
{
  return pen->blurred ? "•••••" : name;
}

void
ent_board_fill (EntBoardPen *pen,
                const GdkRGBA *colour,
                double x,
                double y,
                double width,
                double height)
{
  gtk_snapshot_append_color (pen->snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                  (float) height));
}

void
ent_board_write_layout (EntBoardPen *pen,
                        PangoLayout *layout,
                        const GdkRGBA *colour,
                        double x,
                        double y)
{
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (pen->snapshot, layout, colour);
  gtk_snapshot_restore (pen->snapshot);
}

PangoLayout *
ent_board_layout_new (EntBoardPen *pen, const char *text, double width, double size)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->board), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  return layout;
}

void
ent_board_write (EntBoardPen *pen,
                 const char *text,
                 const graphene_rect_t *area,
                 const GdkRGBA *colour,
                 double size)
{
  g_autoptr (PangoLayout) layout = ent_board_layout_new (pen, text, area->size.width, size);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  ent_board_write_layout (pen, layout, colour, area->origin.x,
                          area->origin.y + (area->size.height - height) / 2);
}

void
ent_board_draw_icon (EntBoardPen *pen, const char *name, double x, double y, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (pen->board);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable)
                icon = gtk_icon_theme_lookup_icon (theme, name, NULL, ENT_BOARD_ICON,
                                                   gtk_widget_get_scale_factor (widget),
                                                   gtk_widget_get_direction (widget),
                                                   GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), pen->snapshot,
                                            ENT_BOARD_ICON, ENT_BOARD_ICON, colour, 1);
  gtk_snapshot_restore (pen->snapshot);
}

void
ent_board_hatch (EntBoardPen *pen, const graphene_rect_t *area)
{
  GdkRGBA line = ent_board_faded (pen->ink, 0.22f);
  graphene_rect_t tile = GRAPHENE_RECT_INIT (area->origin.x, area->origin.y, 8, 8);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);

  gsk_path_builder_move_to (builder, tile.origin.x, tile.origin.y + 8);
  gsk_path_builder_line_to (builder, tile.origin.x + 8, tile.origin.y);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_push_clip (pen->snapshot, area);
  gtk_snapshot_push_repeat (pen->snapshot, area, &tile);
  gtk_snapshot_append_stroke (pen->snapshot, path, stroke, &line);
  gtk_snapshot_pop (pen->snapshot);
  gtk_snapshot_pop (pen->snapshot);
}
