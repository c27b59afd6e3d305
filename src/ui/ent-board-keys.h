/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard of the board. Arrows go from block to block; M takes one up, arrows move it, Enter
 * lets it go, Escape puts it back; Enter opens, Menu asks what can be done. Main thread. */
#pragma once

#include "ent-board.h"

G_BEGIN_DECLS

void ent_board_keys_init (EntBoard *self);

G_END_DECLS
