/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shared by the two halves of the merge. */

#pragma once

#include "ent-person-merge.h"

G_BEGIN_DECLS

struct _EntPersonMerge
{
  EntPerson *survivor;
  EntPerson *other;
  gint32 day;
  EntMergeChoice choices[64]; /* one a column */
};

G_END_DECLS
