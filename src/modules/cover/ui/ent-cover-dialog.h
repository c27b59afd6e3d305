/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks who is away, and when; then shows who could stand in. Nothing is written yet. Main thread.
 */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

/* @carer_id 0: asked. @day: proposed as first and last. */
void ent_cover_dialog_present (EntShell *shell, EntStore *store, gint64 carer_id, gint32 day);

G_END_DECLS
