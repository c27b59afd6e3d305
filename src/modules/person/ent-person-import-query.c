/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is in the register already. Thread of the connection. */

#include "ent-contact-point.h"
#include "ent-db.h"
#include "ent-person-import-private.h"
#include "ent-text.h"

gint64
ent_person_import_query_number (EntDb *db, const char *number)
{
  return ent_db_number (db, "SELECT id FROM person WHERE national_number = $1",
                        ENT_ARGS (ent_text (number)), 0);
}

gint64
ent_person_import_query_namesake (EntDb *db, EntPerson *person)
{
  /* Two register numbers that differ are two persons. */
  return ent_db_number (db,
                        person->national_number != NULL
                            ? "SELECT id FROM person WHERE sort_key = $1 AND birth_date = $2 "
                              "AND national_number IS NULL ORDER BY id LIMIT 1"
                            : "SELECT id FROM person WHERE sort_key = $1 AND birth_date = $2 "
                              "ORDER BY id LIMIT 1",
                        ENT_ARGS (ent_text (person->sort_key), ent_day (person->birth_date)), 0);
}

char *
ent_person_import_detail (gpointer draft)
{
  g_autofree char *joined = NULL;
  EntAddress *address;

  if (ENT_IS_CONTACT_POINT (draft))
    return g_strdup (ENT_CONTACT_POINT (draft)->value);
  if (!ENT_IS_ADDRESS (draft))
    return NULL;

  address = draft;
  if (address->street == NULL || address->number == NULL)
    return NULL;
  joined = g_strjoin (" ", address->street, address->number,
                      address->postcode != NULL ? address->postcode : "", NULL);
  return ent_text_fold (joined);
}

gboolean
ent_person_import_query_look_alike (EntDb *db, EntPerson *person, gpointer draft)
{
  EntAddress *address;

  if (ENT_IS_CONTACT_POINT (draft))
    return ent_db_number (
               db,
               "SELECT count(*) FROM person p JOIN contact_point c ON c.person_id = p.id "
               "WHERE p.sort_key = $1 AND c.value = $2",
               ENT_ARGS (ent_text (person->sort_key), ent_text (ENT_CONTACT_POINT (draft)->value)),
               0) > 0;
  if (!ENT_IS_ADDRESS (draft))
    return FALSE;

  address = draft;
  return ent_db_number (db,
                        "SELECT count(*) FROM person p JOIN address a ON a.person_id = p.id "
                        "WHERE p.sort_key = $1 AND a.street = $2 AND a.number = $3 "
                        "AND (a.postcode = $4 OR a.postcode IS NULL OR $4 IS NULL)",
                        ENT_ARGS (ent_text (person->sort_key), ent_text (address->street),
                                  ent_text (address->number), ent_text (address->postcode)),
                        0) > 0;
}
