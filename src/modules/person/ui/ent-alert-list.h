/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Alerts about a person that the agent at this computer has not confirmed yet. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_ALERT_LIST (ent_alert_list_get_type ())
G_DECLARE_FINAL_TYPE (EntAlertList, ent_alert_list, ENT, ALERT_LIST, AdwBin)

/* Hidden while there is nothing to read. */
GtkWidget *ent_alert_list_new (EntStore *store, gint64 person_id);

G_END_DECLS
