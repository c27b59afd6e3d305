/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An invented carer with hours of work. Included once by a test program, after module-fixture.h. */

#pragma once

#include "ent-carer-query.h"
#include "ent-carer-rules.h"

G_BEGIN_DECLS

static inline gint64
add_agent (Fixture *fixture, const char *first_name, const char *last_name)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text (last_name));
  put (agent, "first_name", ent_text (first_name));
  put (agent, "function", ent_text ("family-aide"));
  return insert (fixture, agent);
}

static inline EntCarer *
new_carer (gint64 agent_id, const char *kind)
{
  EntCarer *carer = ent_record_new (ENT_TYPE_CARER);

  carer->agent_id = agent_id;
  put (carer, "kind", ent_text (kind));
  return carer;
}

static inline EntCarerShift *
new_shift (int weekday, int week, int from, int to)
{
  EntCarerShift *shift = ent_record_new (ENT_TYPE_CARER_SHIFT);

  shift->weekday = weekday;
  shift->week = week;
  shift->from_time = from;
  shift->to_time = to;
  return shift;
}

static inline EntCarerWork *
new_work (const char *kind)
{
  EntCarerWork *work = g_new0 (EntCarerWork, 1);

  work->carer = new_carer (1, kind);
  work->shifts = g_ptr_array_new_with_free_func (g_object_unref);
  work->absences = g_ptr_array_new_with_free_func (g_object_unref);
  return work;
}

#define HOURS(h, m) ((h) * 60 + (m))

G_END_DECLS
