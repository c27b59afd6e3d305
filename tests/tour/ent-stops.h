/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stops of the tour, in the order of the walk. Main thread. */

#pragma once

#include "ent-driver-hand.h"
#include "ent-driver.h"

G_BEGIN_DECLS

void ent_stop_first_start (EntDriver *driver);
void ent_stop_demo (EntDriver *driver);
void ent_stop_list (EntDriver *driver);
void ent_stop_search_everything (EntDriver *driver);
void ent_stop_keyboard_help (EntDriver *driver);
void ent_stop_preferences (EntDriver *driver);
void ent_stop_dark (EntDriver *driver);
void ent_stop_narrow (EntDriver *driver);
void ent_stop_close (EntDriver *driver);

G_END_DECLS
