/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who helps at home in the invented commune: those of the staff and some more, what they drive,
 * what they have learnt, when they are away. Thread of the connection. */

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-carer-enums.h"
#include "ent-carer-place.h"
#include "ent-carer-qualification.h"
#include "ent-carer.h"
#include "ent-date.h"
#include "ent-demo-numbers.h"
#include "ent-demo-week.h"
#include "ent-vehicle.h"

static guint
n_carers (EntDemo *demo)
{
  switch (demo->size)
    {
    case ENT_DEMO_LARGE:
      return 250;
    case ENT_DEMO_MEDIUM:
      return 30;
    case ENT_DEMO_SMALL:
    default:
      return 8;
    }
}

/* Absences of who came after those of the rest of the staff were written. */
static void
write_absences (EntDemo *demo, gint64 agent_id)
{
  static const guint kinds[] = { 60, 30, 10 };

  for (gint32 day = demo->today - 400; day < demo->today + 60;)
    {
      EntAgentAbsence *absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);

      absence->agent_id = agent_id;
      absence->from_day = day + ent_demo_between (demo, 20, 200);
      absence->to_day = absence->from_day + ent_demo_between (demo, 0, 14);
      absence->kind = ENT_ABSENCE_LEAVE + (int) ent_demo_draw (demo, kinds, G_N_ELEMENTS (kinds));
      day = absence->to_day;
      ent_demo_write (demo, absence);
    }
}

static void
add_aide (EntDemo *demo, EntFunction function)
{
  EntAgent *agent = ent_record_new (ENT_TYPE_AGENT);
  EntDemoOrigin origin = ent_demo_chance (demo, 15) ? ENT_DEMO_ITALIAN : ENT_DEMO_WALLOON;
  gboolean male = ent_demo_chance (demo, 8);
  EntDemoAide aide = { .function = (int) function };

  agent->last_name = g_strdup (ent_demo_words_last_name (demo->words, demo->rand, origin));
  agent->first_name = g_strdup (ent_demo_words_first_name (demo->words, demo->rand, origin, male,
                                                           ent_demo_between (demo, 1962, 2002)));
  agent->function = (int) function;
  agent->team_id = demo->home_team;
  agent->phone = ent_demo_numbers_mobile (demo);
  agent->e_mail = ent_demo_numbers_e_mail (demo, agent->first_name, agent->last_name);
  agent->language = ENT_AGENT_LANGUAGE_FR;
  agent->active_from = demo->today - ent_demo_between (demo, 200, 6000);
  aide.since = agent->active_from;
  aide.agent_id = ent_demo_write (demo, agent);
  g_array_append_val (demo->aides, aide);
  write_absences (demo, aide.agent_id);
}

/* A home sitter for every eight others, none of whom the staff has. */
static void
complete_aides (EntDemo *demo)
{
  static const guint functions[] = { 0, 88, 12 };
  guint n = n_carers (demo);

  for (guint i = 0; i < MAX (1, n / 9); i++)
    add_aide (demo, ENT_FUNCTION_HOME_SITTER);
  while (demo->aides->len < n)
    add_aide (demo, ent_demo_draw (demo, functions, G_N_ELEMENTS (functions)) == 1
                        ? ENT_FUNCTION_FAMILY_AIDE
                        : ENT_FUNCTION_HOUSEHOLD_AIDE);
}

/* Number plates that no office gives. */
static GArray *
write_vehicles (EntDemo *demo)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = demo->aides->len / 4;

  for (guint i = 0; i < n; i++)
    {
      EntVehicle *vehicle = ent_record_new (ENT_TYPE_VEHICLE);
      gint64 id;

      vehicle->kind = i % 3 < 2 ? ENT_VEHICLE_CAR : ENT_VEHICLE_ELECTRIC_BICYCLE;
      vehicle->name = g_strdup_printf (i % 3 < 2 ? "Voiture %u" : "Vélo %u", i + 1);
      if (vehicle->kind == ENT_VEHICLE_CAR)
        vehicle->plate = g_strdup_printf ("DÉMO-%03u", i + 1);
      vehicle->from_day = demo->today - ent_demo_between (demo, 100, 2500);
      vehicle->stands_at = g_strdup (i % 5 == 4 ? "Chez l’aide" : "Cour de la maison sociale");
      id = ent_demo_write (demo, vehicle);
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
draw_home (EntDemo *demo, EntCarer *carer)
{
  guint position = (guint) ent_demo_between (demo, 0, (int) demo->streets->len - 1);
  const EntDemoStreet *street = &g_array_index (demo->streets, EntDemoStreet, position);
  int number = ent_demo_between (demo, 1, (int) street->n_houses);

  carer->start_address = g_strdup_printf ("%s %d, %s %s", street->name, number,
                                          ent_demo_words_get (demo->words, "postcode"),
                                          ent_demo_words_village (demo->words, street->village));
  ent_carer_set_start (carer, ent_demo_place_of (demo, position, (guint) number));
}

static void
fill_ways (EntDemo *demo, EntCarer *carer, const GArray *vehicles, guint position)
{
  static const guint modes[] = { 62, 26, 12 };

  carer->travel_mode = ENT_TRAVEL_CAR + (int) ent_demo_draw (demo, modes, G_N_ELEMENTS (modes));
  carer->has_licence = carer->travel_mode == ENT_TRAVEL_CAR || ent_demo_chance (demo, 50);
  if (position % 4 == 0 && position / 4 < vehicles->len)
    {
      carer->vehicle_id = g_array_index (vehicles, gint64, position / 4);
      carer->travel_mode = position / 4 % 3 < 2 ? ENT_TRAVEL_CAR : ENT_TRAVEL_BICYCLE;
      carer->has_licence = carer->has_licence || carer->travel_mode == ENT_TRAVEL_CAR;
    }
  carer->start_kind = ent_demo_chance (demo, 60) ? ENT_CARER_START_HOME : ENT_CARER_START_CENTRE;
  if (carer->start_kind == ENT_CARER_START_HOME)
    draw_home (demo, carer);
}

static void
fill_person (EntDemo *demo, EntCarer *carer)
{
  carer->speaks_fr = TRUE;
  carer->speaks_nl = ent_demo_chance (demo, 14);
  carer->speaks_de = ent_demo_chance (demo, 18);
  carer->speaks_en = ent_demo_chance (demo, 25);
  if (ent_demo_chance (demo, 10))
    carer->other_languages = g_strdup (ent_demo_chance (demo, 60) ? "italien" : "arabe");
  carer->avoids_dogs = ent_demo_chance (demo, 10);
  carer->avoids_cats = ent_demo_chance (demo, 9);
  carer->avoids_smoke = ent_demo_chance (demo, 12);
}

static void
write_qualification (EntDemo *demo, gint64 carer_id, EntQualificationKind kind, gint32 valid_to)
{
  EntCarerQualification *self = ent_record_new (ENT_TYPE_CARER_QUALIFICATION);

  self->carer_id = carer_id;
  self->kind = (int) kind;
  self->valid_to = valid_to;
  self->obtained_on = valid_to != ENT_DAY_NONE ? valid_to - 1095
                                               : demo->today - ent_demo_between (demo, 200, 4000);
  if (kind == ENT_QUALIFICATION_REGISTRATION)
    self->number = g_strdup_printf ("DÉMO-%05d", ent_demo_between (demo, 1, 99999));
  ent_demo_write (demo, self);
}

/* The first of them must soon learn first aid again, which the list of what ends shows. */
static void
write_qualifications (EntDemo *demo, gint64 carer_id, int kind, guint position)
{
  static const double percents[] = { 45, 30, 15 };

  if (kind == ENT_CARER_FAMILY_AIDE)
    write_qualification (demo, carer_id, ENT_QUALIFICATION_REGISTRATION, ENT_DAY_NONE);
  if (position == 0 || ent_demo_chance (demo, 60))
    write_qualification (demo, carer_id, ENT_QUALIFICATION_FIRST_AID,
                         demo->today + (position == 0 ? 30 : ent_demo_between (demo, -60, 1000)));
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    if (kind != ENT_CARER_HOUSEHOLD_AIDE && ent_demo_chance (demo, percents[i]))
      write_qualification (demo, carer_id, ENT_QUALIFICATION_LIFTING + i, ENT_DAY_NONE);
}

/* How many of the same function were written before. */
static guint
n_before (EntDemo *demo, guint position)
{
  int function = g_array_index (demo->aides, EntDemoAide, position).function;
  guint n = 0;

  for (guint i = 0; i < position; i++)
    n += g_array_index (demo->aides, EntDemoAide, i).function == function;
  return n;
}

static void
write_carer (EntDemo *demo, const GArray *vehicles, guint position)
{
  const EntDemoAide *aide = &g_array_index (demo->aides, EntDemoAide, position);
  EntCarer *carer = ent_record_new (ENT_TYPE_CARER);
  int kind = ENT_CARER_FAMILY_AIDE + aide->function - ENT_FUNCTION_FAMILY_AIDE;
  EntDemoWeek week = ent_demo_week_draw (demo, kind, n_before (demo, position));
  gint64 id;

  carer->agent_id = aide->agent_id;
  carer->kind = kind;
  carer->weekly_minutes = week.weekly_minutes;
  carer->daily_minutes = kind == ENT_CARER_HOME_SITTER ? 600 : 480;
  carer->from_day = aide->since;
  fill_ways (demo, carer, vehicles, position);
  fill_person (demo, carer);
  id = ent_demo_write (demo, carer);
  ent_demo_week_write (demo, id, &week, position);
  write_qualifications (demo, id, kind, position);
}

void
ent_demo_fill_carers (EntDemo *demo)
{
  g_autoptr (GArray) vehicles = NULL;

  complete_aides (demo);
  vehicles = write_vehicles (demo);
  for (guint i = 0; i < demo->aides->len && !ent_demo_failed (demo); i++)
    write_carer (demo, vehicles, i);
}
