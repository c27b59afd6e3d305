/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the invented centre grants to those whose files it keeps. Thread of the connection. */

#include "ent-aid.h"
#include "ent-belonging-enums.h"
#include "ent-date.h"
#include "ent-demo-life.h"
#include "ent-demo-part.h"
#include "ent-household-rules.h"
#include "ent-person-query.h"

/* Integration income a month in cents, by category. */
static const struct
{
  int year;
  int month;
  gint64 amounts[3];
} bands[] = {
  { 2024, 5, { 85897, 128846, 174129 } },
  { 2025, 2, { 87613, 131420, 177607 } },
  { 2026, 3, { 89365, 134047, 181157 } },
};

/* An aid of another kind: how many of a hundred open files have it, between which ages, for how
 * long, and how much in all, in euros. */
typedef struct
{
  EntAidKind kind;
  double percent;
  int age_from;
  int age_to;
  int days; /* 0: it goes on */
  int euros_from;
  int euros_to;
  const char *place;
  const char *note;
} Other;

static const Other others[] = {
  { ENT_AID_FINANCIAL, 14, 18, 99, 1, 50, 400, NULL, "Facture de régularisation (exemple)." },
  { ENT_AID_MEDICAL, 7, 18, 99, 180, 40, 350, NULL, "Prise en charge selon le réquisitoire." },
  { ENT_AID_RENT_GUARANTEE, 4, 18, 75, 1, 900, 2100, NULL, NULL },
  { ENT_AID_ACCOMMODATION, 1.5, 18, 70, 180, 0, 0, "Rue des Brumes 1, 4999 Sart-lez-Brumes",
    "Logement de transit." },
  { ENT_AID_FOOD, 12, 18, 99, 365, 0, 0, NULL, NULL },
  { ENT_AID_REFERENCE_ADDRESS, 1.2, 18, 65, 0, 0, 0, "Place du Brouillard 1, 4999 Sart-lez-Brumes",
    NULL },
  { ENT_AID_ARTICLE_60, 2.5, 20, 58, 0, 0, 0, NULL, NULL },
  { ENT_AID_INSTALLATION_GRANT, 1, 18, 65, 1, 1780, 1780, NULL, NULL },
  { ENT_AID_HOME_CARE, 18, 70, 105, 0, 0, 0, NULL, "Deux passages par semaine." },
  { ENT_AID_MEALS, 14, 75, 105, 0, 0, 0, NULL, NULL },
  { ENT_AID_HEATING, 7, 18, 99, 1, 120, 300, NULL, NULL },
  { ENT_AID_DEBT_MEDIATION, 4, 20, 75, 0, 0, 0, NULL, NULL },
};

static EntAid *
aid_new (EntDemo *demo, const EntDemoFile *file, EntAidKind kind, gint32 from)
{
  EntAid *aid = ent_record_new (ENT_TYPE_AID);
  int year = 0;

  aid->person_id = file->person_id;
  aid->case_file_id = file->id;
  aid->kind = (int) kind;
  aid->from_day = from;
  aid->decided_on = MIN (from + ent_demo_between (demo, 0, 25), demo->today);
  aid->organ = ent_demo_chance (demo, 90) ? ENT_ORGAN_SPECIAL_COMMITTEE : ENT_ORGAN_PRESIDENT;
  ent_day_to_ymd (aid->decided_on, &year, NULL, NULL);
  aid->decision = g_strdup_printf ("DÉMO-%d-%04d", year, ent_demo_between (demo, 1, 4000));
  return aid;
}

static gboolean
has_child (GPtrArray *present)
{
  for (guint i = 0; i < present->len; i++)
    if (((EntHouseholdMember *) g_ptr_array_index (present, i))->role == ENT_MEMBER_CHILD)
      return TRUE;
  return FALSE;
}

/* As the household is today, so that page and attestation agree. */
static EntAidCategory
category_of (EntDemo *demo, const EntDemoFile *file)
{
  EntDb *db = ent_apply_get_db (demo->apply);
  gint64 household = ent_household_query_current (db, file->person_id, demo->today);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) present = NULL;

  if (household == 0)
    return ENT_AID_SINGLE;
  members = ent_household_query_members (db, household, &demo->error);
  if (members == NULL)
    return ENT_AID_SINGLE;
  present = ent_household_on (members, demo->today);
  if (present->len <= 1)
    return ENT_AID_SINGLE;
  return has_child (present) ? ENT_AID_FAMILY : ENT_AID_COHABITING;
}

static gint32
band_day (guint band)
{
  return ent_day_from_ymd (bands[band].year, bands[band].month, 1);
}

/* One line for each amount that was in force: @last ENT_DAY_NONE when it goes on. */
static void
write_income (EntDemo *demo, const EntDemoFile *file, gint32 first, gint32 last)
{
  EntAidKind kind = ent_demo_chance (demo, 86) ? ENT_AID_RIS : ENT_AID_ERIS;
  EntAidCategory category = category_of (demo, file);
  gint32 known = last != ENT_DAY_NONE ? last : demo->today;

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      gint32 next = i + 1 < G_N_ELEMENTS (bands) ? band_day (i + 1) : G_MAXINT32;
      EntAid *aid;

      if (band_day (i) > known || next <= first)
        continue;
      aid = aid_new (demo, file, kind, MAX (first, band_day (i)));
      aid->to_day = next <= known ? next - 1 : last;
      aid->category = (int) category;
      aid->monthly_amount = bands[i].amounts[category - 1];
      if (aid->to_day != ENT_DAY_NONE && aid->to_day == last)
        aid->end_reason = g_strdup (file->reason == ENT_CLOSE_DECEASED ? "Décès"
                                                                       : "Mise à l'emploi");
      else if (aid->to_day != ENT_DAY_NONE)
        aid->end_reason = g_strdup ("Indexation");
      ent_demo_write (demo, aid);
    }
}

static void
plan_income (EntDemo *demo, const EntDemoFile *file, int age)
{
  gint32 last = file->closed;
  gint32 first = MAX (file->opened + ent_demo_between (demo, 0, 20), band_day (0));

  if (age < 18 || age > 64 || !ent_demo_chance (demo, last == ENT_DAY_NONE ? 38 : 16))
    return;
  /* Some find work while the file stays open. */
  if (last == ENT_DAY_NONE && ent_demo_chance (demo, 20))
    last = demo->today - ent_demo_between (demo, 20, 300);
  if (first <= (last != ENT_DAY_NONE ? last : demo->today))
    write_income (demo, file, first, last);
}

static void
fill_kind (EntDemo *demo, EntAid *aid)
{
  if (aid->kind == ENT_AID_FOOD)
    aid->card_number = g_strdup_printf ("DÉMO-%05d", ent_demo_between (demo, 1, 99999));
  if (aid->kind == ENT_AID_ARTICLE_60)
    {
      aid->place = ent_demo_words_organisation (demo->words, demo->rand, "asbl");
      aid->weekly_hours = g_strdup (ent_demo_chance (demo, 80) ? "38" : "28,5");
      aid->days_worked = (demo->today - aid->from_day) * 5 / 7;
    }
}

static void
write_other (EntDemo *demo, const EntDemoFile *file, const Other *other)
{
  gint32 earliest = MAX (file->opened, demo->today - 500);
  gint32 from = ent_demo_between (demo, earliest, demo->today);
  EntAid *aid = aid_new (demo, file, other->kind, from);

  if (other->days > 0)
    aid->to_day = from + other->days - 1;
  if (other->euros_to > 0)
    aid->one_off_amount = ent_demo_between (demo, other->euros_from, other->euros_to) *
                          G_GINT64_CONSTANT (100);
  aid->place = g_strdup (other->place);
  aid->note = g_strdup (other->note);
  fill_kind (demo, aid);
  ent_demo_write (demo, aid);
}

void
ent_demo_fill_aids (EntDemo *demo)
{
  for (guint i = 0; i < demo->files->len && !ent_demo_failed (demo); i++)
    {
      const EntDemoFile *file = &g_array_index (demo->files, EntDemoFile, i);
      int age = ent_day_age (file->birth, demo->today);

      plan_income (demo, file, age);
      for (guint j = 0; file->closed == ENT_DAY_NONE && j < G_N_ELEMENTS (others); j++)
        if (age >= others[j].age_from && age <= others[j].age_to &&
            ent_demo_chance (demo, others[j].percent))
          write_other (demo, file, &others[j]);
      if (demo->error == NULL && i % 100 == 0)
        g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error);
    }
}
