/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks on which sheets the addresses of some persons go, and prints them. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-paper-series-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_LABELS_DIALOG (ent_labels_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntLabelsDialog, ent_labels_dialog, ENT, LABELS_DIALOG, AdwDialog)

/* @ids: (element-type gint64) of persons. */
void ent_labels_dialog_present (GtkWidget *parent,
                                EntStore *store,
                                GArray *ids,
                                EntSeriesOrder order);

G_END_DECLS
