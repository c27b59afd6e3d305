/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the visits that care plans promise, for weeks or months at a time. Thread of the
 * connection. */

#pragma once

#include "ent-apply.h"

G_BEGIN_DECLS

/* Weeks ahead that visits are made for, unless the centre's setting says otherwise. */
#define ENT_CARE_WEEKS 4
#define ENT_CARE_WEEKS_SETTING "care.weeks-ahead"

typedef struct
{
  gint64 plan_id; /* 0: of all plans */
  gint32 from; /* what lies before is left alone */
  gint32 to; /* last day */
} EntCareHorizon;

/* What became of the visits looked at. */
typedef struct
{
  guint n_made;
  guint n_kept; /* as they were, or changed by somebody */
  guint n_renewed; /* as the need says now */
  guint n_removed; /* no need asks for them any more */
  guint n_freed; /* the person is away */
  guint n_restored; /* the person is at home after all */
} EntCareCount;

/* Makes what running plans ask for within the horizon. Doing it again changes nothing. Of what was
 * made before, also behind the horizon, visits that nobody touched follow their need and the stays
 * of the person; whatever somebody changed, locked or did stays. */
gboolean ent_care_generate (EntApply *apply,
                            const EntCareHorizon *horizon,
                            EntCareCount *count,
                            GCancellable *cancellable,
                            GError **error);

/* Deletes a stay away from home and brings back what it had freed from @today on. */
gboolean ent_care_delete_stay (EntApply *apply, gint64 stay_id, gint32 today, GError **error);
/* Takes a need out of its plan with the visits that nobody touched from @today on. When others
 * remain it is not deleted: its last day is the one before @today. */
gboolean ent_care_drop_need (EntApply *apply, gint64 need_id, gint32 today, GError **error);

G_END_DECLS
