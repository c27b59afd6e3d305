/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What two records of one person said differently and only one line can hold: it is kept in words.
 * Any thread. */

#include "ent-person-merge-private.h"

#include "ent-date.h"
#include "ent-person-rules.h"

#include <glib/gi18n-lib.h>

/* "Role: Partner", on its own line or behind what is there. */
static void
add_column (GString *text, gpointer record, const char *column, const char *separator)
{
  const EntSchema *schema = ent_record_get_schema (record);
  guint position = (guint) ent_schema_find (schema, column);
  g_autofree char *value = NULL;

  if (ent_record_is_empty (record, position))
    return;
  value = ent_record_display (record, column);
  if (text->len > 0)
    g_string_append (text, separator);
  /* Translators: name of a field and what it holds, “Role: Partner” */
  g_string_append_printf (text, _ ("%s: %s"), ent_column_label (&schema->columns[position]), value);
}

gboolean
ent_person_merge_same_terms (EntHouseholdMember *a, EntHouseholdMember *b)
{
  return a->role == b->role && a->shares_matters == b->shares_matters &&
         (a->custody_percent == b->custody_percent || a->custody_percent == ENT_INT_NONE ||
          b->custody_percent == ENT_INT_NONE);
}

static void
add_terms (GString *text, EntHouseholdMember *gone)
{
  static const char *const columns[] = { "role", "from_day", "to_day", "custody_percent",
                                         "shares_matters" };
  g_autoptr (GString) terms = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (terms, gone, columns[i], ", ");
  if (text->len > 0)
    g_string_append (text, " · ");
  /* Translators: %s is role, days and so on of a stay in a household */
  g_string_append_printf (text, _ ("Merged record: %s"), terms->str);
}

char *
ent_person_merge_stay_note (EntHouseholdMember *kept, EntHouseholdMember *gone)
{
  GString *text = g_string_new (kept->note);

  if (gone->note != NULL && g_strcmp0 (kept->note, gone->note) != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", gone->note);
  if (!ent_person_merge_same_terms (kept, gone))
    add_terms (text, gone);

  if (text->len > 0)
    return g_string_free_and_steal (text);
  g_string_free (text, TRUE);
  return NULL;
}

EntNote *
ent_person_merge_relation_note (EntRelation *relation, gint64 survivor_id)
{
  static const char *const columns[] = { "name",    "organisation", "phone",  "e_mail",
                                         "mandate", "from_day",     "to_day", NULL };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (_ ("Relation between two records of one person"));
  EntNote *note;

  for (guint i = 0; columns[i] != NULL; i++)
    add_column (said, relation, columns[i], "\n");
  if (said->len == 0)
    return NULL;

  add_column (text, relation, "role", "\n");
  g_string_append_printf (text, "\n%s", said->str);
  note = ent_record_new (ENT_TYPE_NOTE);
  ent_draft_set (note, "person_id", ent_int (survivor_id));
  ent_draft_set (note, "written_at", ent_int (ent_stamp_now ()));
  ent_draft_set (note, "text", ent_text (text->str));
  return note;
}
