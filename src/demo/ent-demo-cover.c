/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carers of the invented commune who fell ill in the last weeks: who went in their place, and that
 * everybody was told. Thread of the connection. */

#include "ent-absence-cover.h"
#include "ent-agent-absence.h"
#include "ent-carer.h"
#include "ent-cover-query.h"
#include "ent-date.h"
#include "ent-demo-part.h"
#include "ent-sql.h"
#include "ent-visit-notice.h"
#include "ent-visit.h"

#define DAYS_PAST 15
#define MOST_VISITS 4

static gboolean
has_worked (GPtrArray *visits, gint64 carer_id)
{
  for (guint i = 0; i < visits->len; i++)
    if (((EntVisit *) g_ptr_array_index (visits, i))->carer_id == carer_id)
      return TRUE;
  return FALSE;
}

/* Somebody who made no visit on that day, drawn; NULL when all did. */
static EntCarer *
draw_absent (EntDemo *demo, GPtrArray *carers, GPtrArray *visits)
{
  int first = ent_demo_between (demo, 0, (int) carers->len - 1);

  for (guint i = 0; i < carers->len; i++)
    {
      EntCarer *carer = g_ptr_array_index (carers, ((guint) first + i) % carers->len);

      if (!has_worked (visits, ent_record_get_id (carer)))
        return carer;
    }
  return NULL;
}

static gint64
write_absence (EntDemo *demo, EntCarer *carer, gint32 day)
{
  EntAgentAbsence *absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

  absence->agent_id = carer->agent_id;
  absence->from_day = absence->to_day = day;
  absence->kind = ENT_ABSENCE_SICKNESS;
  return ent_demo_write (demo, absence);
}

static gint64
write_cover (EntDemo *demo, EntCarer *carer, gint32 day)
{
  EntAbsenceCover *cover = ent_record_new (ENT_TYPE_ABSENCE_COVER);

  cover->carer_id = ent_record_get_id (carer);
  cover->absence_id = write_absence (demo, carer, day);
  cover->from_day = cover->to_day = day;
  return ent_demo_write (demo, cover);
}

static void
write_notice (EntDemo *demo, EntAbsenceCover *cover, EntVisit *visit, EntNoticeRecipient recipient)
{
  EntVisitNotice *notice = ent_record_new (ENT_TYPE_VISIT_NOTICE);

  notice->visit_id = ent_record_get_id (visit);
  notice->cover_id = ent_record_get_id (cover);
  notice->recipient = (int) recipient;
  notice->kind = recipient == ENT_NOTICE_CARER ? ENT_NOTICE_NEW_VISIT : ENT_NOTICE_OTHER_CARER;
  notice->day = visit->day;
  notice->old_carer_id = cover->carer_id;
  notice->old_time = notice->new_time = visit->start_time;
  notice->new_carer_id = visit->carer_id;
  notice->told_at = ent_demo_stamp (demo, visit->day);
  notice->how = ENT_NOTICE_BY_PHONE;
  notice->outcome = ENT_NOTICE_AGREED;
  ent_demo_write (demo, notice);
}

static void
write_day (EntDemo *demo, GPtrArray *carers, gint32 day)
{
  g_autoptr (GPtrArray)
                visits = ent_cover_query_done (ent_apply_get_db (demo->apply), day, &demo->error);
  g_autoptr (EntAbsenceCover) cover = NULL;
  EntCarer *absent = visits != NULL ? draw_absent (demo, carers, visits) : NULL;
  guint n_written = 0;
  gint64 id;

  if (absent == NULL || (id = write_cover (demo, absent, day)) == 0)
    return;
  cover = ent_apply_load (demo->apply, &ent_absence_cover_schema, id, &demo->error);
  for (guint i = 0; cover != NULL && i < visits->len && n_written < MOST_VISITS; i++)
    {
      if (!ent_demo_chance (demo, 20))
        continue;
      write_notice (demo, cover, g_ptr_array_index (visits, i), ENT_NOTICE_BENEFICIARY);
      write_notice (demo, cover, g_ptr_array_index (visits, i), ENT_NOTICE_CARER);
      n_written++;
    }
}

void
ent_demo_fill_cover (EntDemo *demo)
{
  g_autoptr (GPtrArray) carers = NULL;

  if (ent_demo_failed (demo))
    return;
  carers = ent_sql_load (ent_apply_get_db (demo->apply), &ent_carer_schema, "", ENT_NO_ARGS,
                         &demo->error);
  if (carers == NULL || carers->len == 0)
    return;
  for (gint32 day = demo->today - DAYS_PAST; day < demo->today && !ent_demo_failed (demo); day += 4)
    if (ent_day_next_working (day) < demo->today)
      write_day (demo, carers, ent_day_next_working (day));
}
