/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real key presses by the XTest extension. Main thread. */

#pragma once

#include <X11/Xlib.h>
#include <glib.h>

G_BEGIN_DECLS

/* Gives the letters that French needs a key each, before any program reads the keyboard. */
void ent_keyboard_prepare (Display *display);
/* "<Control><Shift>k", "F9": FALSE when there is no such key. */
gboolean ent_keyboard_press (Display *display, const char *accelerator);
/* FALSE at the first letter that no key can write. */
gboolean ent_keyboard_type (Display *display, const char *text);

G_END_DECLS
