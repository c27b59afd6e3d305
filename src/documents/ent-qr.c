/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws QR codes from the modules that libqrencode finds. Any thread. */

#include "ent-qr.h"

#include "ent-document-kind.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>

#define QUIET 4 /* modules of white on each side, as ISO/IEC 18004 asks */

/* Modules side by side become one line as thick as a module: half the operators that outlines of
 * rectangles would take. */
static void
add_row (cairo_t *cr, const unsigned char *modules, int width, int row)
{
  for (int x = 0; x < width; x++)
    {
      int end = x;

      while (end < width && (modules[end] & 1))
        end++;
      if (end > x)
        {
          cairo_move_to (cr, x + QUIET, row + QUIET + 0.5);
          cairo_line_to (cr, end + QUIET, row + QUIET + 0.5);
        }
      x = end;
    }
}

gboolean
ent_qr_draw (cairo_t *cr, const char *text, const cairo_rectangle_t *square, GError **error)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);

  if (code == NULL)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED,
                           _ ("The verification code is too long to be drawn."));
      return FALSE;
    }
  cairo_save (cr);
  cairo_translate (cr, square->x, square->y);
  cairo_scale (cr, square->width / (code->width + 2 * QUIET),
               square->height / (code->width + 2 * QUIET));
  for (int row = 0; row < code->width; row++)
    add_row (cr, code->data + row * code->width, code->width, row);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
  QRcode_free (code);
  return TRUE;
}
