/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carries a merge out: moves whatever refers to the second person, of any module, to the first.
 * Writing thread. */

#include "ent-person-merge-private.h"

#include "ent-contact-point.h"
#include "ent-date.h"
#include "ent-error.h"
#include "ent-household-member.h"
#include "ent-module.h"
#include "ent-person-number.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-relation.h"

#include <glib/gi18n-lib.h>

/* One reference column on its way from one person to the other. */
typedef struct
{
  EntApply *apply;
  const EntSchema *schema;
  guint column;
  gint64 survivor_id;
  GPtrArray *twins; /* what the survivor has of that type */
} Move;

static gboolean
is_person_reference (const EntColumn *column)
{
  return column->kind == ENT_KIND_REF && column->expression == NULL &&
         column->type () == ENT_TYPE_PERSON;
}

/* Records that own others are never folded into one: what they own would go with them. */
static gboolean
owns_something (const EntSchema *schema)
{
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; all[i] != NULL; i++)
    for (guint j = 0; j < all[i]->n_columns; j++)
      if (all[i]->columns[j].kind == ENT_KIND_REF && all[i]->columns[j].type () == schema->type ())
        return TRUE;

  return FALSE;
}

/* What follows from other columns, or is seen with them. A file is hidden too, and is no such
 * thing.
 */
static gboolean
says_nothing (const EntSchema *schema, const EntColumn *column)
{
  return column->expression != NULL ||
         (column->flags & (ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE)) == ENT_COLUMN_HIDDEN ||
         (schema == &ent_contact_point_schema && g_str_equal (column->name, "preferred"));
}

/* Whether nothing is lost when one of two values goes: they are equal, or one says nothing. An
 * empty day says "open", so it must be equal. */
static gboolean
can_fold (gpointer twin, gpointer row, const EntSchema *schema, guint column)
{
  const EntColumn *description = &schema->columns[column];
  EntValue a, b;
  gboolean equal;

  if (says_nothing (schema, description))
    return TRUE;

  ent_record_get_value (twin, column, &a);
  ent_record_get_value (row, column, &b);
  equal = ent_value_equal (&a, &b);
  ent_value_clear (&a);
  ent_value_clear (&b);
  if (equal || description->kind == ENT_KIND_BOOL || description->kind == ENT_KIND_DATE)
    return equal;

  return (description->flags & ENT_COLUMN_REQUIRED) == 0 &&
         (ent_record_is_empty (twin, column) || ent_record_is_empty (row, column));
}

/* What the survivor has already that says the same as @row, or NULL. */
static gpointer
find_twin (Move *move, gpointer row)
{
  for (guint i = 0; i < move->twins->len; i++)
    {
      gpointer twin = g_ptr_array_index (move->twins, i);
      gboolean same = TRUE;

      for (guint j = 0; same && j < move->schema->n_columns; j++)
        same = j == move->column || can_fold (twin, row, move->schema, j);
      if (same)
        return twin;
    }

  return NULL;
}

/* Writes the change and keeps the list of twins true. */
static gboolean
update_twin (Move *move, gpointer twin, gpointer draft, GError **error)
{
  guint position;
  gpointer fresh;

  if (ent_record_compare (twin, draft) == 0)
    return TRUE;
  if (!ent_apply_update (move->apply, twin, draft, error))
    return FALSE;

  fresh = ent_apply_load (move->apply, move->schema, ent_record_get_id (twin), error);
  if (fresh == NULL)
    return FALSE;
  if (g_ptr_array_find (move->twins, twin, &position))
    {
      g_object_unref (twin);
      move->twins->pdata[position] = fresh;
    }
  else
    g_ptr_array_add (move->twins, fresh);

  return TRUE;
}

/* What only @row says goes into its twin; then the row goes. */
static gboolean
fold_into (Move *move, gpointer twin, gpointer row, GError **error)
{
  g_autoptr (EntRecord) draft = ent_record_dup (twin);

  for (guint i = 0; i < move->schema->n_columns; i++)
    {
      EntValue value;

      if (i == move->column || move->schema->columns[i].expression != NULL ||
          !ent_record_is_empty (twin, i))
        continue;
      ent_record_get_value (row, i, &value);
      ent_record_set_value (draft, i, &value);
      ent_value_clear (&value);
    }

  return update_twin (move, twin, draft, error) &&
         ent_apply_delete (move->apply, move->schema, ent_record_get_id (row), error);
}

/* A stay of the survivor in the same household that meets this one: there was only one stay. Two
 * that follow each other on other terms, child first and reference person later, are two. */
static EntHouseholdMember *
find_stay (Move *move, EntHouseholdMember *row)
{
  for (guint i = 0; i < move->twins->len; i++)
    {
      EntHouseholdMember *twin = g_ptr_array_index (move->twins, i);

      gint32 gap = ent_person_merge_same_terms (twin, row) ? 1 : 0;

      if (twin->household_id == row->household_id &&
          (twin->to_day == ENT_DAY_NONE || row->from_day <= twin->to_day + gap) &&
          (row->to_day == ENT_DAY_NONE || twin->from_day <= row->to_day + gap))
        return twin;
    }

  return NULL;
}

static gboolean
unite_stays (Move *move, EntHouseholdMember *twin, EntHouseholdMember *row, GError **error)
{
  g_autoptr (EntHouseholdMember) draft = ent_record_dup (twin);
  gboolean open = twin->to_day == ENT_DAY_NONE || row->to_day == ENT_DAY_NONE;
  g_autofree char *note = ent_person_merge_stay_note (twin, row);

  ent_draft_set (draft, "from_day", ent_day (MIN (twin->from_day, row->from_day)));
  ent_draft_set (draft, "to_day", open ? ent_null () : ent_day (MAX (twin->to_day, row->to_day)));
  if (twin->custody_percent == ENT_INT_NONE && row->custody_percent != ENT_INT_NONE)
    ent_draft_set (draft, "custody_percent", ent_int (row->custody_percent));
  ent_draft_set (draft, "note", note != NULL ? ent_text (note) : ent_null ());

  return ent_apply_delete (move->apply, move->schema, ent_record_get_id (row), error) &&
         update_twin (move, twin, draft, error);
}

/* After the move, another reference of the row would lead to the same person: somebody is not their
 * own contact, nor married to themselves. */
static gboolean
loosen_own_reference (Move *move, gpointer draft, gboolean *drop)
{
  gboolean loosened = FALSE;

  *drop = FALSE;
  for (guint i = 0; i < move->schema->n_columns; i++)
    {
      const EntColumn *column = &move->schema->columns[i];
      guint loose = (column->flags & ENT_COLUMN_OWNER) != 0 ? move->column : i;
      EntValue value;

      if (i == move->column || !is_person_reference (column))
        continue;
      ent_record_get_value (draft, i, &value);
      if (value.type != ENT_VALUE_INT || value.i != move->survivor_id)
        continue;

      if (move->schema == &ent_relation_schema)
        *drop = TRUE;
      ent_draft_set (draft, move->schema->columns[loose].name, ent_null ());
      loosened = TRUE;
    }

  return loosened;
}

/* What was noted with the contact stays, as a note of the one person. */
static gboolean
keep_relation (Move *move, EntRelation *relation, GError **error)
{
  g_autoptr (EntNote) note = ent_person_merge_relation_note (relation, move->survivor_id);

  return note == NULL || ent_apply_insert (move->apply, note, error);
}

static gboolean
move_row (Move *move, gpointer row, GError **error)
{
  g_autoptr (EntRecord) draft = ent_record_dup (row);
  gpointer twin = NULL;
  gboolean drop;

  ent_draft_set (draft, move->schema->columns[move->column].name, ent_int (move->survivor_id));

  if (loosen_own_reference (move, draft, &drop))
    {
      if (drop)
        return keep_relation (move, row, error) &&
               ent_apply_delete (move->apply, move->schema, ent_record_get_id (row), error);
      return ent_apply_update (move->apply, row, draft, error);
    }

  if (move->schema == &ent_household_member_schema)
    twin = find_stay (move, row);
  if (twin != NULL)
    return unite_stays (move, twin, row, error);

  /* What was issued twice was issued twice. */
  if (!move->schema->is_final && !owns_something (move->schema))
    twin = find_twin (move, row);
  if (twin != NULL)
    return fold_into (move, twin, row, error);

  if (!ent_apply_update (move->apply, row, draft, error))
    return FALSE;
  /* Two rows of the other person may say the same as well. */
  twin = ent_apply_load (move->apply, move->schema, ent_record_get_id (row), error);
  if (twin == NULL)
    return FALSE;
  g_ptr_array_add (move->twins, twin);
  return TRUE;
}

static gboolean
move_column (EntApply *apply,
             const EntSchema *schema,
             guint column,
             EntPersonMerge *plan,
             GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  const char *name = schema->columns[column].name;
  gint64 survivor_id = ent_record_get_id (plan->survivor);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) twins = NULL;

  rows = ent_person_query_referring (db, schema, name, ent_record_get_id (plan->other), error);
  if (rows == NULL)
    return FALSE;
  twins = ent_person_query_referring (db, schema, name, survivor_id, error);
  if (twins == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      Move move = { apply, schema, column, survivor_id, twins };

      if (!move_row (&move, g_ptr_array_index (rows, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_everything (EntApply *apply, EntPersonMerge *plan, GCancellable *cancellable, GError **error)
{
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; all[i] != NULL; i++)
    for (guint j = 0; j < all[i]->n_columns; j++)
      {
        if (!is_person_reference (&all[i]->columns[j]))
          continue;
        if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
            !move_column (apply, all[i], j, plan, error))
          return FALSE;
      }

  return TRUE;
}

/* The person as it stands now must be the one that the plan was made from. */
static EntPerson *
load_unchanged (EntApply *apply, EntPerson *planned, GError **error)
{
  g_autoptr (EntPerson) person = NULL;

  person = ent_apply_load (apply, &ent_person_schema, ent_record_get_id (planned), error);
  if (person == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                             _ ("One of the two persons is not in the register any more."));
      return NULL;
    }
  if (ent_record_get_version (person) != ent_record_get_version (planned))
    {
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT,
                           _ ("Somebody changed one of the two persons meanwhile. Look at both "
                              "again before merging them."));
      return NULL;
    }

  return g_steal_pointer (&person);
}

/* A register number that is given up stays findable among the former ones. */
static gboolean
keep_number (EntApply *apply,
             EntPersonMerge *plan,
             EntPerson *from,
             EntPerson *result,
             GError **error)
{
  g_autoptr (EntPersonNumber) line = NULL;
  g_autoptr (GPtrArray) known = NULL;

  line = ent_person_former_number (ent_record_get_id (plan->survivor), from->national_number,
                                   result->national_number, plan->day,
                                   _ ("Two records of one person"));
  if (line == NULL)
    return TRUE;

  known = ent_person_query_owned (ent_apply_get_db (apply), &ent_person_number_schema,
                                  ent_record_get_id (plan->survivor), error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (g_strcmp0 (((EntPersonNumber *) g_ptr_array_index (known, i))->number, line->number) == 0)
      return TRUE;

  return ent_apply_insert (apply, line, error);
}

gboolean
ent_person_merge_apply (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  EntPersonMerge *plan = data;
  g_autoptr (EntPerson) survivor = NULL;
  g_autoptr (EntPerson) other = NULL;
  g_autoptr (EntPerson) result = NULL;

  survivor = load_unchanged (apply, plan->survivor, error);
  if (survivor == NULL)
    return FALSE;
  other = load_unchanged (apply, plan->other, error);
  if (other == NULL)
    return FALSE;
  result = ent_person_merge_get_result (plan);

  /* The other one goes before the survivor takes its number: numbers are unique. */
  return move_everything (apply, plan, cancellable, error) &&
         ent_apply_delete (apply, &ent_person_schema, ent_record_get_id (other), error) &&
         (ent_record_compare (survivor, result) == 0 ||
          ent_apply_update (apply, survivor, result, error)) &&
         keep_number (apply, plan, survivor, result, error) &&
         keep_number (apply, plan, other, result, error);
}
