/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completion of addresses, and streets learnt from them. Thread of the connection. */

#include "ent-places-query.h"

#include "ent-sql.h"
#include "ent-text.h"

#include <string.h>

const char ent_places_sql_municipality_name[] =
    "SELECT coalesce (m.name_fr, m.name_nl, m.name_de) FROM municipality m "
    "WHERE m.id = locality.municipality_id";
const char ent_places_sql_locality_name[] =
    "SELECT l.postcode || ' ' || coalesce (l.name_fr, l.name_nl, l.name_de) FROM locality l "
    "WHERE l.id = street.locality_id";

gboolean
ent_places_is_postcode (const char *text)
{
  return text != NULL && strlen (text) == 4 && strspn (text, "0123456789") == 4 &&
         strcmp (text, "1000") >= 0 && strcmp (text, "9992") <= 0;
}

/* Splits "40 lut" into digits and folded letters. */
static void
split_typed (const char *text, char **digits, char **words)
{
  g_auto (GStrv) tokens = ent_text_tokens (text);
  g_autoptr (GString) number = g_string_new (NULL);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (g_ascii_isdigit (tokens[i][0]))
        g_string_append (number, tokens[i]);
      else
        g_string_append_printf (letters, " %s", tokens[i]);
    }

  *digits = g_strdup (number->str);
  *words = g_strdup (letters->str);
}

GPtrArray *
ent_places_complete_locality (EntDb *db, const char *text, GError **error)
{
  g_autofree char *digits = NULL;
  g_autofree char *words = NULL;

  split_typed (text, &digits, &words);
  if (*digits == '\0' && *words == '\0')
    return g_ptr_array_new_with_free_func (g_object_unref);

  /* Three thousand rows: reading them all is faster than any index over words would be worth. */
  return ent_sql_load (
      db, &ent_locality_schema,
      "WHERE substr (postcode, 1, length ($1)) = $1 AND ($2 = '' OR instr (search_form, $2) > 0) "
      "ORDER BY CASE WHEN substr (search_form, 1, length ($2)) = $2 THEN 0 ELSE 1 END, "
      "CASE WHEN search_form = $2 THEN 0 ELSE 1 END, "
      "sort_key, id LIMIT $3",
      ENT_ARGS (ent_text (digits), ent_text (words), ent_int (ENT_PLACES_LIMIT)), error);
}

GPtrArray *
ent_places_complete_street (EntDb *db, const char *postcode, const char *text, GError **error)
{
  g_autofree char *folded = ent_text_fold (text);

  return ent_sql_load (
      db, &ent_street_schema,
      "WHERE locality_id IN (SELECT id FROM locality WHERE postcode = $1) "
      "AND instr (' ' || sort_key, ' ' || $2) > 0 "
      "ORDER BY CASE WHEN substr (sort_key, 1, length ($2)) = $2 THEN 0 ELSE 1 END, sort_key, id "
      "LIMIT $3",
      ENT_ARGS (ent_text (postcode), ent_text (folded), ent_int (ENT_PLACES_LIMIT)), error);
}

GPtrArray *
ent_places_localities (EntDb *db, const char *postcode, GError **error)
{
  return ent_sql_load (db, &ent_locality_schema, "WHERE postcode = $1 ORDER BY sort_key, id",
                       ENT_ARGS (ent_text (postcode)), error);
}

static gboolean
has_name (EntLocality *locality, const char *folded)
{
  const char *names[] = { locality->name_fr, locality->name_nl, locality->name_de };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = ent_text_fold (names[i]);

      if (*name != '\0' && g_str_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

EntLocality *
ent_places_find_locality (EntDb *db, const char *postcode, const char *name, GError **error)
{
  g_autoptr (GPtrArray) localities = ent_places_localities (db, postcode, error);
  g_autofree char *folded = ent_text_fold (name);

  if (localities == NULL)
    return NULL;

  if (*folded == '\0')
    return localities->len == 1 ? g_object_ref (g_ptr_array_index (localities, 0)) : NULL;

  for (guint i = 0; i < localities->len; i++)
    {
      EntLocality *locality = g_ptr_array_index (localities, i);

      if (has_name (locality, folded))
        return g_object_ref (locality);
    }

  return NULL;
}

gboolean
ent_places_postcode_exists (EntDb *db, const char *postcode)
{
  return ent_db_number (db, "SELECT 1 FROM locality WHERE postcode = $1 LIMIT 1",
                        ENT_ARGS (ent_text (postcode)), 0) == 1;
}

EntStreet *
ent_places_unknown_street (EntDb *db,
                           const char *postcode,
                           const char *locality,
                           const char *street,
                           GError **error)
{
  g_autoptr (EntLocality) place = NULL;
  g_autofree char *clean = ent_text_clean (street);
  g_autofree char *key = ent_text_sort_key (clean);
  EntStreet *draft;
  EntValue reference;
  EntValue name;

  if (clean == NULL || *key == '\0')
    return NULL;
  place = ent_places_find_locality (db, postcode, locality, error);
  if (place == NULL)
    return NULL;

  reference = ent_int (ent_record_get_id (place));
  name = ent_text (clean);
  if (ent_db_number (db, "SELECT 1 FROM street WHERE locality_id = $1 AND sort_key = $2",
                     ENT_ARGS (reference, ent_text (key)), 0) == 1)
    return NULL;

  draft = ent_record_new (ENT_TYPE_STREET);
  ent_record_set_value (draft, ent_schema_find (&ent_street_schema, "locality_id"), &reference);
  ent_record_set_value (draft, ent_schema_find (&ent_street_schema, "name"), &name);

  return draft;
}

gboolean
ent_places_street_change (EntDb *db,
                          EntChangeSet *set,
                          const char *postcode,
                          const char *locality,
                          const char *street)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStreet) draft = NULL;

  draft = ent_places_unknown_street (db, postcode, locality, street, &error);
  /* An address is worth saving even when its street cannot be learnt. */
  if (error != NULL)
    g_debug ("Street not learnt: %s", error->message);
  if (draft == NULL)
    return FALSE;

  ent_change_set_insert (set, draft);
  return TRUE;
}
