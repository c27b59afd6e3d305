/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which columns a list shows, in which order. Main thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

void ent_columns_dialog_present (EntListPage *page);

G_END_DECLS
