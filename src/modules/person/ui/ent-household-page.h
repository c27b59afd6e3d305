/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One household: who lives there as of any day, its name and remark. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_HOUSEHOLD_PAGE (ent_household_page_get_type ())
G_DECLARE_FINAL_TYPE (EntHouseholdPage, ent_household_page, ENT, HOUSEHOLD_PAGE, EntRecordPage)

AdwNavigationPage *ent_household_page_new (EntStore *store, gint64 id);
/* Asks for a new household, then opens its page, where members are added. */
void ent_household_page_create (GtkWidget *parent, EntStore *store);

G_END_DECLS
