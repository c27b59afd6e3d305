/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hand of the driver: the pointer and the keyboard. Main thread. */

#pragma once

#include "ent-driver.h"

G_BEGIN_DECLS

/* Waits until it may be pressed and nothing lies over it, then does so by the pointer: what a thing
 * offers to a screen reader would work where no hand gets at it. */
void ent_driver_click (EntDriver *self, EntNode *node);
/* The same for what does not say that it may be pressed, as the field of a choice. */
void ent_driver_point_and_click (EntDriver *self, EntNode *node);
/* Takes it, carries it so many pixels aside, and lets go; fails when it has not come along. */
void ent_driver_drag (EntDriver *self, EntNode *node, int dx, int dy);
/* Chooses an item of the menu of a button, and returns what comes of it. A menu that closes without
 * it is opened again: the item must lead to nothing, or no longer be there, the second time. */
EntNode *ent_driver_choose (EntDriver *self,
                            const char *button,
                            const char *item,
                            AtspiRole role,
                            const char *effect);
/* Opens this place of the side bar, unless it is open. */
void ent_driver_go (EntDriver *self, const char *place);
/* Closes the dialog of this name by Escape, and waits until it has gone. */
void ent_driver_escape (EntDriver *self, const char *dialog);
/* Closes the toast, if it has not gone by itself. */
void ent_driver_dismiss (EntDriver *self);
/* Puts the cursor in the field (NULL: leaves it where it is), then presses one key after the other.
 */
void ent_driver_type (EntDriver *self, EntNode *field, const char *text);
/* Empties the field first. */
void ent_driver_retype (EntDriver *self, EntNode *field, const char *text);
void ent_driver_press (EntDriver *self, const char *accelerator);
/* The front window, its shadow not counted; fails when the program refuses the size. */
void ent_driver_resize (EntDriver *self, int width, int height);

G_END_DECLS
