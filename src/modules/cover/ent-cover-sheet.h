/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The call list on paper: names, phones, what to tell, room to write. Neither health nor numbers of
 * the national register. Any thread, one at a time. */

#pragma once

#include "ent-absence-cover.h"
#include "ent-cover-call.h"
#include "ent-doc.h"

G_BEGIN_DECLS

/* @calls: (element-type EntCoverCall). @day: on which it is printed. Transfer full. */
EntDoc *ent_cover_sheet_new (EntAbsenceCover *cover, GPtrArray *calls, gint32 day);

G_END_DECLS
