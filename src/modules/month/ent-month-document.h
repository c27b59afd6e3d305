/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary of a month on paper. A worker thread. */

#pragma once

#include <gio/gio.h>

#include "ent-month-ledger.h"

G_BEGIN_DECLS

/* Totals by activity, carer and beneficiary, unsocial hours, what is billed, whether it is closed.
 * @centre: the name at the head, or NULL. A PDF; NULL with @error. */
GBytes *ent_month_document (const EntMonthLedger *ledger,
                            const char *centre,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
