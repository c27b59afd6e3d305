/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: welcome, opening, then the places of one register. Main thread. */

#pragma once

#include "ent-application.h"
#include "ent-place-view.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_WINDOW (ent_window_get_type ())
G_DECLARE_FINAL_TYPE (EntWindow, ent_window, ENT, WINDOW, AdwApplicationWindow)

EntWindow *ent_window_new (EntApplication *application);
EntApplication *ent_window_get_application (EntWindow *self);
/* Shows the places over @store; NULL: the welcome page. */
void ent_window_set_store (EntWindow *self, EntStore *store);
/* Shows that a register is being opened; @fraction below 0 for an unknown length. */
void ent_window_show_opening (EntWindow *self, const char *title, gboolean can_cancel);
void ent_window_set_progress (EntWindow *self, double fraction);
void ent_window_show_welcome (EntWindow *self);
/* The centre's name under the places, after it was changed. */
void ent_window_show_register_name (EntWindow *self);
/* The place in sight, or NULL. */
EntPlaceView *ent_window_get_place (EntWindow *self);
void ent_window_show_place (EntWindow *self, const char *id);
/* Places by position from 0; NULL past the end. */
const EntPlace *ent_window_nth_place (EntWindow *self, guint position);

G_END_DECLS
