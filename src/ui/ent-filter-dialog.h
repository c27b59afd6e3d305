/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which records a list shall show. Main thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

void ent_filter_dialog_present (EntListPage *page);

G_END_DECLS
