/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand of the driver: the pointer and the keyboard. Main thread. */

#pragma once

#include "ent-driver.h"

G_BEGIN_DECLS

/* By the action that it offers to a screen reader, or else by the pointer. */
void ent_driver_click (EntDriver *self, EntNode *node);
/* By the pointer, always: for what only a hand can do. */
void ent_driver_point_and_click (EntDriver *self, EntNode *node);
/* Puts the cursor in the field (NULL: leaves it where it is), then presses one key after the other.
 */
void ent_driver_type (EntDriver *self, EntNode *field, const char *text);
/* Empties the field first. */
void ent_driver_retype (EntDriver *self, EntNode *field, const char *text);
void ent_driver_press (EntDriver *self, const char *accelerator);
/* The front window, its shadow not counted; fails when the program refuses the size. */
void ent_driver_resize (EntDriver *self, int width, int height);

G_END_DECLS
