/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is in the register already. Thread of the connection. */

#include "ent-db.h"
#include "ent-person-import-private.h"

gint64
ent_person_import_query_number (EntDb *db, const char *number)
{
  return ent_db_number (db, "SELECT id FROM person WHERE national_number = $1",
                        ENT_ARGS (ent_text (number)), 0);
}
