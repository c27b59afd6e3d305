/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A QR code drawn in lines as thick as its modules. Any thread. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Draws the code, black on what is there, in a square of @side with its quiet zone of four modules
 * inside. A text that no code can hold is an error. */
gboolean ent_qr_draw (cairo_t *cr,
                      const char *text,
                      const cairo_rectangle_t *square,
                      GError **error);

G_END_DECLS
