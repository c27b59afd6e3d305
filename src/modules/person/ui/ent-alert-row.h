/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One alert as it must be read: kind, text, author, last day, and the button that confirms. Main
 * thread. */

#pragma once

#include "ent-alert.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_ALERT_ROW (ent_alert_row_get_type ())
G_DECLARE_FINAL_TYPE (EntAlertRow, ent_alert_row, ENT, ALERT_ROW, GtkListBoxRow)

/* @can_note tells whether confirming leaves a trace. Signal "read" (EntAlertRow *). */
GtkWidget *ent_alert_row_new (EntStore *store, EntAlert *alert, gboolean can_note);
EntAlert *ent_alert_row_get_alert (EntAlertRow *self);

G_END_DECLS
