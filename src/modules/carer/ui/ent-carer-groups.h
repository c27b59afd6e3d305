/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below the fields on the page of a carer: the week, qualifications, absences, keys
 * held. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

void ent_carer_groups_add (EntRecordPage *page);

G_END_DECLS
