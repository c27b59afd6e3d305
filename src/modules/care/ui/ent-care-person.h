/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care on the page of a person: plans, days away from home, the price. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

void ent_care_person_extend_page (EntRecordPage *page);

G_END_DECLS
