/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Persons entered a second time by mistake, as happens at every counter: work for the duplicate
 * shield and for merging. Thread of the connection. */

#include "ent-contact-point.h"
#include "ent-date.h"
#include "ent-demo-life.h"
#include "ent-demo-numbers.h"
#include "ent-person-enums.h"
#include "ent-person.h"

#include <string.h>

/* Two letters in the middle change places. */
static char *
misspell (EntDemo *demo, const char *name)
{
  gsize length = strlen (name);
  char *wrong = g_strdup (name);
  gsize at;

  if (length < 5)
    return wrong;
  at = (gsize) ent_demo_between (demo, 1, (int) length - 3);
  /* Only plain letters, so that no character is torn apart. */
  if (g_ascii_isalpha (wrong[at]) && g_ascii_isalpha (wrong[at + 1]))
    {
      char letter = wrong[at];

      wrong[at] = wrong[at + 1];
      wrong[at + 1] = letter;
    }
  return wrong;
}

/* Day and month change places when both may be either. */
static gint32
mistake_birth (gint32 birth)
{
  gint32 other;
  int year = 0, month = 0, day = 0;

  ent_day_to_ymd (birth, &year, &month, &day);
  other = ent_day_from_ymd (year, day, month);
  return other != ENT_DAY_NONE ? other : birth;
}

static void
write_phone (EntDemo *demo, gint64 person_id)
{
  EntContactPoint *contact = ent_record_new (ENT_TYPE_CONTACT_POINT);

  contact->person_id = person_id;
  contact->kind = ENT_CONTACT_MOBILE;
  contact->value = ent_demo_numbers_mobile (demo);
  contact->preferred = TRUE;
  ent_demo_write (demo, contact);
}

static void
write_twin (EntDemo *demo, const EntDemoLife *life)
{
  EntPerson *person = ent_record_new (ENT_TYPE_PERSON);
  gboolean inverted = ent_demo_chance (demo, 20);
  gboolean misspelt = !inverted && ent_demo_chance (demo, 60);
  gint64 id;

  person->last_name = misspelt ? misspell (demo, life->last_name)
                               : g_strdup (inverted ? life->first_name : life->last_name);
  person->first_names = g_strdup (inverted ? life->last_name : life->first_name);
  person->sex = life->male ? ENT_SEX_MALE : ENT_SEX_FEMALE;
  person->birth_date = ent_demo_chance (demo, 30) ? mistake_birth (life->birth) : life->birth;
  id = ent_demo_write (demo, person);
  demo->n_written++;
  write_phone (demo, id);
}

void
ent_demo_fill_twins (EntDemo *demo)
{
  for (guint i = 0; demo->n_written < demo->n_persons && !ent_demo_failed (demo); i++)
    write_twin (demo, &g_array_index (demo->known, EntDemoLife, i % demo->known->len));
  if (demo->progress != NULL)
    demo->progress (demo->n_written, demo->n_persons, demo->progress_data);
}
