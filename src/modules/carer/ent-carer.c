/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agent of the centre who gives care in people's homes. Record: see ent-record.h for threads. */

#include "ent-carer.h"

#include "ent-agent.h"
#include "ent-carer-enums.h"
#include "ent-carer-place.h"
#include "ent-carer-query.h"
#include "ent-carer-rules.h"
#include "ent-staff-rules.h"
#include "ent-vehicle.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntCarer *self = ENT_CARER (record);

  return g_strdup (self->agent_name != NULL ? self->agent_name
                                            : ent_enum_label (&ent_carer_kind_enum, self->kind));
}

static void
prepare (EntRecord *record)
{
  EntCarer *self = ENT_CARER (record);

  ent_staff_clean_text (&self->start_address);
  ent_staff_clean_text (&self->end_address);
  ent_staff_clean_text (&self->other_languages);
  ent_staff_clean_text (&self->avoids_other);
  ent_carer_drop_outdated (self);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_carer_check (ENT_CARER (record), issues);
}

static void
settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  EntCarer *self = ENT_CARER (record);

  if (self->colour == 0)
    self->colour = ent_carer_query_next_colour (db);
  g_free (self->sort_key);
  self->sort_key = ent_carer_query_sort_key (db, self->agent_id);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntCarer, agent_id, N_("Agent"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_COMPUTED (EntCarer, agent_name, N_("Name"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_carer_sql_agent_name),
  ENT_ENUM (EntCarer, kind, N_("Job"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_carer_kind_enum),
  ENT_COMPUTED (EntCarer, team_name, N_("Team"), ENT_COLUMN_IN_LIST, ent_carer_sql_team_name),
  ENT_INT (EntCarer, weekly_minutes, N_("Each week"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_HOURS),
  ENT_INT (EntCarer, daily_minutes, N_("At most each day"), ENT_COLUMN_HOURS),
  ENT_ENUM (EntCarer, travel_mode, N_("Travels"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_travel_mode_enum),
  ENT_REF (EntCarer, vehicle_id, N_("Vehicle of the centre"),
           ENT_COLUMN_FILTER, ent_vehicle_get_type),
  ENT_BOOL (EntCarer, has_licence, N_("Has a driving licence"), ENT_COLUMN_FILTER),
  ENT_ENUM (EntCarer, start_kind, N_("The day begins"), ENT_COLUMN_FILTER, &ent_carer_start_enum),
  ENT_TEXT (EntCarer, start_address, N_("Address of the start"), ENT_COLUMN_PRIVATE),
  ENT_INT (EntCarer, start_latitude, N_("Latitude"),
           ENT_COLUMN_HIDDEN | ENT_COLUMN_PRIVATE | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntCarer, start_longitude, N_("Longitude"),
           ENT_COLUMN_HIDDEN | ENT_COLUMN_PRIVATE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntCarer, start_placed_for, N_("Address placed"),
            ENT_COLUMN_HIDDEN | ENT_COLUMN_READ_ONLY),
  ENT_ENUM (EntCarer, end_kind, N_("The day ends"), ENT_COLUMN_FILTER, &ent_carer_end_enum),
  ENT_TEXT (EntCarer, end_address, N_("Address of the end"), ENT_COLUMN_PRIVATE),
  ENT_INT (EntCarer, end_latitude, N_("Latitude"),
           ENT_COLUMN_HIDDEN | ENT_COLUMN_PRIVATE | ENT_COLUMN_READ_ONLY),
  ENT_INT (EntCarer, end_longitude, N_("Longitude"),
           ENT_COLUMN_HIDDEN | ENT_COLUMN_PRIVATE | ENT_COLUMN_READ_ONLY),
  ENT_TEXT (EntCarer, end_placed_for, N_("Address placed"),
            ENT_COLUMN_HIDDEN | ENT_COLUMN_READ_ONLY),
  ENT_BOOL (EntCarer, speaks_fr, N_("Speaks French"), ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_BOOL (EntCarer, speaks_nl, N_("Speaks Dutch"), ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_BOOL (EntCarer, speaks_de, N_("Speaks German"), ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_BOOL (EntCarer, speaks_en, N_("Speaks English"), ENT_COLUMN_FILTER | ENT_COLUMN_QUIET),
  ENT_TEXT (EntCarer, other_languages, N_("Other languages"), 0),
  ENT_BOOL (EntCarer, avoids_dogs, N_("Avoids dogs"),
            ENT_COLUMN_FILTER | ENT_COLUMN_PRIVATE | ENT_COLUMN_QUIET),
  ENT_BOOL (EntCarer, avoids_cats, N_("Avoids cats"),
            ENT_COLUMN_FILTER | ENT_COLUMN_PRIVATE | ENT_COLUMN_QUIET),
  ENT_BOOL (EntCarer, avoids_smoke, N_("Avoids smoke"),
            ENT_COLUMN_FILTER | ENT_COLUMN_PRIVATE | ENT_COLUMN_QUIET),
  ENT_TEXT (EntCarer, avoids_other, N_("Other allergies and fears"), ENT_COLUMN_PRIVATE),
  ENT_ENUM (EntCarer, colour, N_("Mark on boards and maps"), 0, &ent_carer_colour_enum),
  ENT_DATE (EntCarer, from_day, N_("Carer from"), ENT_COLUMN_FILTER),
  ENT_DATE (EntCarer, to_day, N_("Carer until"), ENT_COLUMN_FILTER),
  ENT_COMPUTED (EntCarer, in_service, N_("In service"),
                ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_carer_sql_in_service),
  ENT_TEXT (EntCarer, note, N_("Note"), ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE),
  ENT_TEXT (EntCarer, sort_key, N_("Order"),
            ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT | ENT_COLUMN_SEARCH),
};

const EntSchema ent_carer_schema = {
  .table = "carer",
  .number = 32,
  .title = N_("Carer"),
  .plural = N_("Carers"),
  .icon_name = "ent-carer-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_carer_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
  .settle = settle,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCarer, ent_carer, ENT_TYPE_RECORD)

static void
ent_carer_class_init (EntCarerClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_carer_schema);
}

static void
ent_carer_init (EntCarer *self)
{
  self->end_kind = ENT_CARER_END_AS_START;
}
