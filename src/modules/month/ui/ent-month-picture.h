/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the page of a month shows: read and added up on the report thread, then only looked at.
 */

#pragma once

#include "ent-month-bill.h"
#include "ent-month-close.h"
#include "ent-month-contingent.h"
#include "ent-month-files.h"

G_BEGIN_DECLS

/* Which months the totals add up. */
typedef enum
{
  ENT_MONTH_RANGE_MONTH,
  ENT_MONTH_RANGE_QUARTER,
  ENT_MONTH_RANGE_YEAR
} EntMonthRange;

typedef struct
{
  EntMonth month;
  EntMonthLedger *ledger; /* of the month */
  GPtrArray *bills; /* EntBillLine; those without a rate first */
  gint64 amount; /* cents, of all bills */
  GPtrArray *standings; /* EntContingentStanding */
  EntMonthHindrance hindrance;
  EntMonthTable *tables[ENT_MONTH_N_GROUPINGS]; /* of the range */
  gboolean agrees; /* the tables with one another and with what was closed */
} EntMonthPicture;

/* First and last month of the range around a month; what lies behind it counts for a year. */
EntMonth ent_month_range_first (EntMonth month, EntMonthRange range);
EntMonth ent_month_range_last (EntMonth month, EntMonthRange range);

EntMonthPicture *ent_month_picture_read (EntDb *db,
                                         EntMonth month,
                                         EntMonthRange range,
                                         GCancellable *cancellable,
                                         GError **error);
EntMonthPicture *ent_month_picture_ref (EntMonthPicture *self);
void ent_month_picture_unref (EntMonthPicture *self);

/* A place in one of the arrays of a picture, for lists. */
#define ENT_TYPE_MONTH_ITEM (ent_month_item_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthItem, ent_month_item, ENT, MONTH_ITEM, GObject)

struct _EntMonthItem
{
  GObject parent_instance;

  guint index;
};

EntMonthItem *ent_month_item_new (guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMonthPicture, ent_month_picture_unref)

G_END_DECLS
