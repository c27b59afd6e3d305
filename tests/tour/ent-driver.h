/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Uses the program as a person does: finds things by the role and name that a screen reader says,
 * presses, types, looks. Main thread.
 *
 * Everything waits for what it needs, up to ENT_DRIVER_WAIT_S seconds, and never a fixed time. What
 * does not come ends the test with the tree of accessibles, a picture, "failed.png", and a line
 * that names the stop, what was waited for and what lies on the screen.
 *
 *   driver = ent_driver_start (argv);
 *   ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Nouvelle personne"));
 *   ent_driver_type (driver, ent_driver_find (driver, ATSPI_ROLE_TEXT, "Nom*"), "Étienne");
 *   ent_driver_press (driver, "<Control>s");
 *   ent_driver_screenshot (driver, "03-person");
 *   ent_driver_quit (driver);
 *
 * Nodes belong to the driver and stay valid until it is freed. In names, * and ? stand for letters.
 */

#pragma once

#include "ent-node.h"

G_BEGIN_DECLS

/* Costs nothing while things go well; a loaded machine is slow, not wrong. */
#define ENT_DRIVER_WAIT_S 60
/* After which an act that had no effect is done once more. */
#define ENT_DRIVER_AGAIN_S 10

typedef struct _EntDriver EntDriver;

/* Starts the program and waits for its first window. The environment is the test's own. */
EntDriver *ent_driver_start (const char *const *argv);
/* The process that was started. */
int ent_driver_pid (EntDriver *self);
/* Asks it to close; it must end with status 0, having written no warning. Frees the driver. */
void ent_driver_quit (EntDriver *self);

/* The first such thing that shows, waited for. */
EntNode *ent_driver_find (EntDriver *self, AtspiRole role, const char *name);
/* The same within a thing found before, wherever that has moved since. */
EntNode *ent_driver_find_in (EntDriver *self, EntNode *within, AtspiRole role, const char *name);
/* Whether it shows now, without waiting. */
gboolean ent_driver_shows (EntDriver *self, AtspiRole role, const char *name);
void ent_driver_wait_gone (EntDriver *self, AtspiRole role, const char *name);
/* Until a state is there, or no longer. */
void ent_driver_wait_state (EntDriver *self, EntNode *node, AtspiStateType state, gboolean is_set);
/* Until a field or label says this. */
void ent_driver_wait_text (EntDriver *self, EntNode *node, const char *text);

/* Until two looks, 100 ms apart, show the same; a picture that never rests is taken after 2 s. */
void ent_driver_settle (EntDriver *self);
/* Settles, then writes NAME.png into the folder of the tour. */
void ent_driver_screenshot (EntDriver *self, const char *name);
/* Prints what a screen reader could say into the log of the test. */
void ent_driver_dump (EntDriver *self);
/* Fails when a thing that takes the keyboard has no name to say. */
void ent_driver_check_names (EntDriver *self);

G_END_DECLS
