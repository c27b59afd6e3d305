/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One call: whom, what to say, and the three answers. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-cover-call.h"

G_BEGIN_DECLS

#define ENT_TYPE_COVER_CALL_ROW (ent_cover_call_row_get_type ())
G_DECLARE_FINAL_TYPE (EntCoverCallRow, ent_cover_call_row, ENT, COVER_CALL_ROW, AdwPreferencesRow)

/* Signals: "answered" (int EntNoticeOutcome); "opened": the page of whom it is about. */
GtkWidget *ent_cover_call_row_new (void);
/* @call is borrowed until it is set again. */
void ent_cover_call_row_set (EntCoverCallRow *self, const EntCoverCall *call);
const EntCoverCall *ent_cover_call_row_get (EntCoverCallRow *self);

G_END_DECLS
