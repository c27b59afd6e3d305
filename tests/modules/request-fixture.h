/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Requests in a register of a test. Included once by a test program, after module-fixture.h. */

#pragma once

#include "ent-person.h"
#include "ent-request-enums.h"
#include "ent-request-event.h"
#include "ent-request-step.h"
#include "ent-request.h"

G_BEGIN_DECLS

static inline gint64
add_person (Fixture *fixture, const char *last_name)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last_name));
  return insert (fixture, person);
}

/* The first kind of a regime that was seeded. */
static inline gint64
kind_of (Fixture *fixture, const char *regime)
{
  return ent_db_number (fixture->db,
                        "SELECT min (id) FROM request_kind WHERE regime = $1 AND has_project = 0",
                        ENT_ARGS (ent_text (regime)), -1);
}

static inline EntRequest *
new_request (gint64 person_id, gint64 kind_id, const char *received)
{
  EntRequest *self = ent_record_new (ENT_TYPE_REQUEST);

  self->person_id = person_id;
  self->kind_id = kind_id;
  self->received_on = day (received);
  self->channel = ENT_CHANNEL_COUNTER;
  self->asker = ENT_ASKER_SELF;
  return self;
}

static inline gint64
add_request (Fixture *fixture, gint64 person_id, const char *regime, const char *received)
{
  g_autoptr (EntRequest) request = new_request (person_id, kind_of (fixture, regime), received);

  return insert (fixture, request);
}

static inline gint64
add_event (Fixture *fixture, gint64 request_id, int kind, const char *from, const char *to)
{
  g_autoptr (EntRequestEvent) event = ent_record_new (ENT_TYPE_REQUEST_EVENT);

  event->request_id = request_id;
  event->kind = kind;
  event->day = day (from);
  put (event, "to_day", iso (to));
  put (event, "reason", ent_text ("Because"));
  put (event, "partner", ent_text ("Another centre"));
  return insert (fixture, event);
}

G_END_DECLS
