/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys to the homes of aged persons of the invented commune, and which carers hold them. Thread of
 * the connection. */

#include "ent-date.h"
#include "ent-demo-part.h"
#include "ent-home-key.h"
#include "ent-key-loan.h"

#define AGED 68

static guint
n_keys (EntDemo *demo)
{
  switch (demo->size)
    {
    case ENT_DEMO_LARGE:
      return 600;
    case ENT_DEMO_MEDIUM:
      return 60;
    case ENT_DEMO_SMALL:
    default:
      return 12;
    }
}

static void
write_loan (EntDemo *demo, gint64 key_id, gint32 given, gint32 returned)
{
  EntKeyLoan *loan = ent_record_new (ENT_TYPE_KEY_LOAN);
  guint position = (guint) ent_demo_between (demo, 0, (int) demo->aides->len - 1);

  loan->key_id = key_id;
  loan->agent_id = g_array_index (demo->aides, EntDemoAide, position).agent_id;
  loan->given_on = given;
  loan->returned_on = returned;
  ent_demo_write (demo, loan);
}

static void
write_key (EntDemo *demo, gint64 person_id, guint position)
{
  static const char *const doors[] = { "Porte d’entrée", "Porte d’entrée", "Porte du jardin",
                                       "Boîte aux lettres" };
  EntHomeKey *key = ent_record_new (ENT_TYPE_HOME_KEY);
  gint32 change = demo->today - ent_demo_between (demo, 20, 300);
  gboolean is_back = ent_demo_chance (demo, 8);
  gint64 id;

  key->person_id = person_id;
  key->opens = g_strdup (doors[ent_demo_between (demo, 0, (int) G_N_ELEMENTS (doors) - 1)]);
  if (ent_demo_chance (demo, 20))
    key->box_code = g_strdup_printf ("%04d", ent_demo_between (demo, 0, 9999));
  key->kept_at = g_strdup_printf ("Armoire du service, crochet %u", position + 1);
  if (is_back)
    key->returned_on = change + 5;
  id = ent_demo_write (demo, key);
  if (ent_demo_chance (demo, 50))
    write_loan (demo, id, change - ent_demo_between (demo, 30, 200), change);
  if (!is_back && ent_demo_chance (demo, 65))
    write_loan (demo, id, change, ENT_DAY_NONE);
}

void
ent_demo_fill_keys (EntDemo *demo)
{
  guint n = 0;

  for (guint i = 0; i < demo->files->len && n < n_keys (demo) && !ent_demo_failed (demo); i++)
    {
      const EntDemoFile *file = &g_array_index (demo->files, EntDemoFile, i);

      if (file->closed == ENT_DAY_NONE && file->birth != ENT_DAY_NONE &&
          ent_day_age (file->birth, demo->today) >= AGED)
        write_key (demo, file->person_id, n++);
    }
}
