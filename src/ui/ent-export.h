/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a list as it is shown to a CSV file, with progress. Main thread; the work is done on the
 * report thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

void ent_export_ask (EntListPage *page);

G_END_DECLS
