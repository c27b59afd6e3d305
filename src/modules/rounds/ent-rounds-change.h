/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what was decided on the board: moves, locks, cancellations, whole proposals, each as one
 * act that can be undone. Thread of the connection. */

#pragma once

#include "ent-apply.h"
#include "ent-rounds-week.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 visit_id;
  int version; /* of the visit that was looked at; 0: whatever it is now */
  gint64 carer_id; /* 0: to place */
  gint32 day;
  int start_time; /* minutes of the day; ENT_INT_NONE: to place */
  int travel_minutes, travel_metres; /* ENT_INT_NONE: not known */
  gboolean locks; /* it stays there from then on */
} EntRoundsMove;

/* Marks visits whose day or time changes as exceptions, so that generation leaves them alone.
 * FALSE with a sentence when a visit has been changed or cancelled by somebody else meanwhile. */
gboolean ent_rounds_apply_moves (EntApply *apply,
                                 const EntRoundsMove *moves,
                                 guint n_moves,
                                 GError **error);
/* A visit in two: the first @minutes stay, what is left goes to @carer_id (0: to place), right
 * behind. Both are exceptions. */
typedef struct
{
  gint64 visit_id;
  int version;
  int minutes;
  gint64 carer_id;
} EntRoundsSplit;

gboolean ent_rounds_apply_split (EntApply *apply, const EntRoundsSplit *split, GError **error);
gboolean ent_rounds_apply_lock (EntApply *apply,
                                gint64 visit_id,
                                gboolean is_locked,
                                GError **error);

G_END_DECLS
