/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The invented commune among the places: its municipality, villages and streets. Thread of the
 * connection. */

#include "ent-country.h"
#include "ent-demo-part.h"
#include "ent-locality.h"
#include "ent-municipality.h"
#include "ent-sql.h"
#include "ent-street.h"

static void
read_countries (EntDemo *demo)
{
  g_autoptr (GPtrArray) countries = NULL;

  countries = ent_sql_load (ent_apply_get_db (demo->apply), &ent_country_schema, NULL, ENT_NO_ARGS,
                            &demo->error);
  for (guint i = 0; countries != NULL && i < countries->len; i++)
    {
      EntCountry *country = g_ptr_array_index (countries, i);
      gint64 id = ent_record_get_id (country);

      g_hash_table_insert (demo->countries, g_strdup (country->code), g_memdup2 (&id, sizeof id));
    }
}

static gint64
write_municipality (EntDemo *demo)
{
  EntMunicipality *municipality = ent_record_new (ENT_TYPE_MUNICIPALITY);

  municipality->ins_code = g_strdup (ent_demo_words_get (demo->words, "ins"));
  municipality->name_fr = g_strdup (ent_demo_words_get (demo->words, "name"));
  municipality->region = ENT_REGION_WALLONIA;
  return ent_demo_write (demo, municipality);
}

static gint64
write_village (EntDemo *demo, gint64 municipality_id, guint village)
{
  EntLocality *locality = ent_record_new (ENT_TYPE_LOCALITY);

  locality->postcode = g_strdup (ent_demo_words_get (demo->words, "postcode"));
  locality->name_fr = g_strdup (ent_demo_words_village (demo->words, village));
  locality->municipality_id = municipality_id;
  return ent_demo_write (demo, locality);
}

static void
write_street (EntDemo *demo, const gint64 *villages, guint position)
{
  EntStreet *street = ent_record_new (ENT_TYPE_STREET);
  EntDemoStreet known = { .n_houses = (guint) ent_demo_between (demo, 18, 160) };

  known.name = ent_demo_words_street (demo->words, position, &known.village);
  street->locality_id = villages[known.village];
  street->name = g_strdup (known.name);
  ent_demo_write (demo, street);

  known.rank = demo->streets_by_village[known.village]->len;
  g_array_append_val (demo->streets_by_village[known.village], demo->streets->len);
  g_array_append_val (demo->streets, known);
}

void
ent_demo_fill_places (EntDemo *demo)
{
  gint64 villages[ENT_DEMO_VILLAGES];
  gint64 municipality_id;

  read_countries (demo);
  municipality_id = write_municipality (demo);
  for (guint i = 0; i < ENT_DEMO_VILLAGES; i++)
    villages[i] = write_village (demo, municipality_id, i);
  for (guint i = 0; i < ent_demo_words_n_streets (demo->words); i++)
    write_street (demo, villages, i);
}
