/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One invented inhabitant: names, numbers, nationality, ways to be reached. Thread of the
 * connection. */

#include "ent-demo-life.h"

#include "ent-bank-account.h"
#include "ent-contact-point.h"
#include "ent-date.h"
#include "ent-demo-numbers.h"
#include "ent-person-enums.h"
#include "ent-person-number.h"
#include "ent-person-silence.h"
#include "ent-person.h"

/* What follows from where a family comes from. */
static const struct
{
  guint share;
  double belgian; /* how many of a hundred have the nationality */
  const char *country;
  gboolean eu;
  EntLanguage language;
  double speaks; /* how many of a hundred prefer that language to French */
} origins[ENT_DEMO_ORIGINS] = {
  [ENT_DEMO_WALLOON] = { 640, 97, "FR", TRUE, ENT_LANGUAGE_FR, 100 },
  [ENT_DEMO_FLEMISH] = { 30, 97, "NL", TRUE, ENT_LANGUAGE_NL, 45 },
  [ENT_DEMO_ITALIAN] = { 70, 50, "IT", TRUE, ENT_LANGUAGE_IT, 12 },
  [ENT_DEMO_TURKISH] = { 40, 40, "TR", FALSE, ENT_LANGUAGE_TR, 35 },
  [ENT_DEMO_MOROCCAN] = { 70, 40, "MA", FALSE, ENT_LANGUAGE_AR, 25 },
  [ENT_DEMO_CONGOLESE] = { 40, 30, "CD", FALSE, ENT_LANGUAGE_LN, 10 },
  [ENT_DEMO_POLISH] = { 20, 12, "PL", TRUE, ENT_LANGUAGE_PL, 55 },
  [ENT_DEMO_UKRAINIAN] = { 25, 2, "UA", FALSE, ENT_LANGUAGE_UK, 80 },
  [ENT_DEMO_PORTUGUESE] = { 15, 20, "PT", TRUE, ENT_LANGUAGE_PT, 40 },
  [ENT_DEMO_SPANISH] = { 10, 30, "ES", TRUE, ENT_LANGUAGE_ES, 30 },
  [ENT_DEMO_SYRIAN] = { 25, 6, "SY", FALSE, ENT_LANGUAGE_AR, 80 },
  [ENT_DEMO_AFGHAN] = { 15, 4, "AF", FALSE, ENT_LANGUAGE_FA, 85 },
};

gint32
ent_demo_years (double years)
{
  return (gint32) (years * ENT_DEMO_YEAR);
}

EntDemoOrigin
ent_demo_life_draw_origin (EntDemo *demo)
{
  guint shares[ENT_DEMO_ORIGINS];

  for (guint i = 0; i < ENT_DEMO_ORIGINS; i++)
    shares[i] = origins[i].share;
  return ent_demo_draw (demo, shares, ENT_DEMO_ORIGINS);
}

EntDemoLife
ent_demo_life_new (EntDemo *demo, EntDemoOrigin origin, const char *last_name, gint32 birth)
{
  EntDemoLife life = { .origin = origin, .death = ENT_DAY_NONE, .last_name = last_name };
  int year = 0;

  life.file.opened = ENT_DAY_NONE;
  life.file.closed = ENT_DAY_NONE;
  life.male = ent_demo_chance (demo, 48.5);
  life.birth = ent_demo_numbers_birth (demo, birth, life.male);
  ent_day_to_ymd (life.birth, &year, NULL, NULL);
  if (last_name == NULL)
    life.last_name = ent_demo_words_last_name (demo->words, demo->rand, origin);
  life.first_name = ent_demo_words_first_name (demo->words, demo->rand, origin, life.male, year);
  if (ent_demo_chance (demo, 30))
    life.second_name = ent_demo_words_first_name (demo->words, demo->rand, origin, life.male, year);
  if (life.second_name == life.first_name)
    life.second_name = NULL;
  return life;
}

int
ent_demo_life_age (EntDemo *demo, const EntDemoLife *life)
{
  return ent_day_age (life->birth, life->death != ENT_DAY_NONE ? life->death : demo->today);
}

void
ent_demo_life_plan_file (EntDemo *demo, EntDemoLife *life, gint32 since, double percent)
{
  static const guint weights[] = { 55, 15, 20, 0, 0, 10 };
  gint32 last = life->death != ENT_DAY_NONE ? life->death : demo->today;
  gint32 first = MAX (MAX (since, demo->today - ent_demo_years (10)),
                      life->birth + ent_demo_years (18));

  if (life->id != 0 || first >= last - 10 || !ent_demo_chance (demo, percent))
    return;

  /* Most come soon after they arrive. */
  life->file.opened = ent_demo_between (demo, first, last - 5);
  life->file.opened = ent_demo_between (demo, first, life->file.opened);
  life->file.worker = (guint) ent_demo_between (demo, 0, (int) demo->workers->len - 1);
  if (last - life->file.opened > 120 && ent_demo_chance (demo, 55))
    {
      life->file.closed = ent_demo_between (demo, life->file.opened + 60, last);
      life->file.reason = ENT_CLOSE_SOLVED +
                          (int) ent_demo_draw (demo, weights, G_N_ELEMENTS (weights));
    }
  else if (life->death != ENT_DAY_NONE)
    {
      life->file.closed = life->death + ent_demo_between (demo, 1, 40);
      life->file.closed = MIN (life->file.closed, demo->today);
      life->file.reason = ENT_CLOSE_DECEASED;
    }
}

static void
fill_residence (EntDemo *demo, EntPerson *person, const EntDemoLife *life)
{
  static const EntResidenceTitle titles[] = {
    ENT_RESIDENCE_A, ENT_RESIDENCE_B,      ENT_RESIDENCE_K,      ENT_RESIDENCE_L,
    ENT_RESIDENCE_F, ENT_RESIDENCE_F_PLUS, ENT_RESIDENCE_ORANGE, ENT_RESIDENCE_ANNEX_26,
  };
  static const guint settled[] = { 15, 35, 15, 10, 12, 10, 2, 1 };
  static const guint recent[] = { 55, 15, 2, 1, 4, 2, 13, 8 };
  gboolean is_recent = life->origin == ENT_DEMO_UKRAINIAN || life->origin == ENT_DEMO_SYRIAN ||
                       life->origin == ENT_DEMO_AFGHAN;

  if (origins[life->origin].eu)
    {
      person->residence_title = ent_demo_chance (demo, 55) ? ENT_RESIDENCE_EU_PERMANENT
                                                           : ENT_RESIDENCE_EU_REGISTRATION;
      return;
    }
  person->residence_title =
      titles[ent_demo_draw (demo, is_recent ? recent : settled, G_N_ELEMENTS (titles))];
  if (person->residence_title == ENT_RESIDENCE_A || person->residence_title == ENT_RESIDENCE_ORANGE)
    person->residence_until = demo->today + ent_demo_between (demo, -20, 900);
}

static void
fill_nationality (EntDemo *demo, EntPerson *person, const EntDemoLife *life)
{
  gboolean belgian = ent_demo_chance (demo, origins[life->origin].belgian);
  const char *code = belgian ? "BE" : origins[life->origin].country;
  gint64 *country = g_hash_table_lookup (demo->countries, code);

  if (country == NULL || ent_demo_chance (demo, 1.5))
    {
      ent_person_set_silence (person, "nationality_id",
                              ent_demo_chance (demo, 50) ? ENT_SILENCE_UNKNOWN
                                                         : ENT_SILENCE_REFUSED);
      return;
    }
  person->nationality_id = *country;
  if (belgian)
    person->residence_title = ENT_RESIDENCE_BELGIAN;
  else
    fill_residence (demo, person, life);
}

static void
fill_language (EntDemo *demo, EntPerson *person, const EntDemoLife *life)
{
  gboolean own = ent_demo_chance (demo, origins[life->origin].speaks);

  if (ent_demo_chance (demo, 4))
    return;
  person->language = own ? origins[life->origin].language : ENT_LANGUAGE_FR;
  person->interpreter_needed = person->language != ENT_LANGUAGE_FR && ent_demo_chance (demo, 45);
}

static void
fill_birth (EntDemo *demo, EntPerson *person, const EntDemoLife *life)
{
  guint village = (guint) ent_demo_between (demo, 0, ENT_DEMO_VILLAGES - 1);

  if (ent_demo_chance (demo, 99.5))
    person->birth_date = life->birth;
  else
    ent_person_set_silence (person, "birth_date", ENT_SILENCE_UNKNOWN);

  if (life->origin == ENT_DEMO_WALLOON && ent_demo_chance (demo, 60))
    person->birth_place = g_strdup (ent_demo_words_village (demo->words, village));
  else if (ent_demo_chance (demo, 8))
    ent_person_set_silence (person, "birth_place",
                            ent_demo_chance (demo, 70) ? ENT_SILENCE_UNKNOWN : ENT_SILENCE_REFUSED);
}

static gboolean
has_bis (EntDemo *demo, const EntPerson *person)
{
  gboolean waits = person->residence_title == ENT_RESIDENCE_ORANGE ||
                   person->residence_title == ENT_RESIDENCE_ANNEX_26;

  return waits && ent_demo_chance (demo, 70);
}

static void
fill_number (EntDemo *demo, EntPerson *person, const EntDemoLife *life)
{
  if (person->birth_date == ENT_DAY_NONE || ent_demo_chance (demo, 2))
    {
      ent_person_set_silence (person, "national_number",
                              ent_demo_chance (demo, 75) ? ENT_SILENCE_UNKNOWN
                                                         : ENT_SILENCE_REFUSED);
      return;
    }
  person->national_number = ent_demo_numbers_national (demo, life->birth, life->male,
                                                       has_bis (demo, person));
}

/* A BIS number has 40 added to its month. */
static gboolean
is_bis (const char *number)
{
  return number[2] >= '4';
}

static void
write_former_number (EntDemo *demo, const EntDemoLife *life)
{
  EntPersonNumber *number = ent_record_new (ENT_TYPE_PERSON_NUMBER);
  gint32 last = demo->today - ent_demo_between (demo, 100, 3000);

  number->person_id = life->id;
  number->number = ent_demo_numbers_national (demo, life->birth, life->male, TRUE);
  number->valid_to = MAX (last, life->birth);
  number->reason = g_strdup ("Inscription au registre national");
  ent_demo_write (demo, number);
}

static void
write_contact (EntDemo *demo, gint64 person_id, EntContactKind kind, char *value, gboolean first)
{
  EntContactPoint *contact = ent_record_new (ENT_TYPE_CONTACT_POINT);

  contact->person_id = person_id;
  contact->kind = kind;
  contact->value = value;
  contact->preferred = first;
  ent_demo_write (demo, contact);
}

static void
write_contacts (EntDemo *demo, const EntDemoLife *life, int age)
{
  gboolean mobile = ent_demo_chance (demo, age >= 18 ? 80 : 30);

  if (age < 14)
    return;
  if (mobile)
    write_contact (demo, life->id, ENT_CONTACT_MOBILE, ent_demo_numbers_mobile (demo), TRUE);
  if (age < 18)
    return;
  if (ent_demo_chance (demo, age > 60 ? 55 : 12))
    write_contact (demo, life->id, ENT_CONTACT_LANDLINE, ent_demo_numbers_landline (demo), !mobile);
  if (ent_demo_chance (demo, age > 70 ? 20 : 48))
    write_contact (demo, life->id, ENT_CONTACT_E_MAIL,
                   ent_demo_numbers_e_mail (demo, life->first_name, life->last_name), FALSE);
}

static void
write_account (EntDemo *demo, const EntDemoLife *life)
{
  EntBankAccount *account = ent_record_new (ENT_TYPE_BANK_ACCOUNT);

  account->person_id = life->id;
  account->iban = ent_demo_numbers_iban (demo);
  ent_demo_write (demo, account);
}

static EntPerson *
person_new (EntDemo *demo, const EntDemoLife *life)
{
  EntPerson *person = ent_record_new (ENT_TYPE_PERSON);

  person->last_name = g_strdup (life->last_name);
  person->first_names = life->second_name == NULL
                            ? g_strdup (life->first_name)
                            : g_strdup_printf ("%s %s", life->first_name, life->second_name);
  if (ent_demo_chance (demo, 2))
    person->usual_name = g_strdup (
        ent_demo_words_last_name (demo->words, demo->rand, life->origin));
  person->sex = life->male ? ENT_SEX_MALE : ENT_SEX_FEMALE;
  if (ent_demo_chance (demo, 0.1))
    person->sex = ENT_SEX_UNSPECIFIED;
  person->deceased_on = life->death;
  fill_birth (demo, person, life);
  fill_nationality (demo, person, life);
  fill_number (demo, person, life);
  fill_language (demo, person, life);
  if (life->file.opened != ENT_DAY_NONE && life->file.closed == ENT_DAY_NONE)
    person->reference_worker_id = g_array_index (demo->workers, gint64, life->file.worker);
  return person;
}

void
ent_demo_life_write (EntDemo *demo, EntDemoLife *life)
{
  EntPerson *person;
  gboolean changed;
  int age = ent_demo_life_age (demo, life);

  if (life->id != 0)
    return;

  person = person_new (demo, life);
  changed = person->residence_title > ENT_RESIDENCE_BELGIAN && person->national_number != NULL &&
            !is_bis (person->national_number) && ent_demo_chance (demo, 6);
  life->id = ent_demo_write (demo, person);
  demo->n_written++;

  if (changed)
    write_former_number (demo, life);
  write_contacts (demo, life, age);
  if (age >= 18 && ent_demo_chance (demo, 68))
    write_account (demo, life);
  if (life->file.opened != ENT_DAY_NONE)
    {
      life->file.person_id = life->id;
      life->file.birth = life->birth;
      g_array_append_val (demo->files, life->file);
    }
  if (demo->n_written % 400 == 0 && age >= 18)
    g_array_append_val (demo->known, *life);
}
