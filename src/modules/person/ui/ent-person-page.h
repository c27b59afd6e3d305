/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one person. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_PERSON_PAGE (ent_person_page_get_type ())
G_DECLARE_FINAL_TYPE (EntPersonPage, ent_person_page, ENT, PERSON_PAGE, EntRecordPage)

AdwNavigationPage *ent_person_page_new (EntStore *store, gint64 id);

G_END_DECLS
