/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a list. Main thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

/* Saved lists, what every list can do, and what modules add with @extend, which may be NULL.
 * Transfer full. */
GMenu *ent_list_menu_new (EntListPage *page, void (*extend) (const EntSchema *schema, GMenu *menu));

G_END_DECLS
