/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told of a visit, on its own page. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

void ent_day_visit_extend_page (EntRecordPage *page);

G_END_DECLS
