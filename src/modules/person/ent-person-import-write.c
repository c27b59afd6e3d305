/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what a line of a file became: a new person, or what is new about somebody who is in the
 * register already. Writing thread. */

#include "ent-person-import-private.h"

#include "ent-civil-status.h"
#include "ent-date.h"
#include "ent-error.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-person.h"

/* What belongs to a person was checked when the line was read: a refusal now is a failure of the
 * import, since the person is written already. */
static gboolean
write_owned (EntApply *apply, EntImportRow *row, guint position, gint64 person_id, GError **error)
{
  gpointer draft = g_ptr_array_index (row->drafts, position);
  const EntColumn *owner = ent_schema_owner (ent_record_get_schema (draft));

  G_STRUCT_MEMBER (gint64, draft, owner->offset) = person_id;
  if (ent_apply_insert (apply, draft, error))
    return TRUE;
  if (error != NULL && g_error_matches (*error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID))
    (*error)->code = ENT_STORE_ERROR_FAILED;
  return FALSE;
}

/* The last day of what lasts from a day to a day; ENT_DAY_NONE when it has none. */
static gint32
last_day (gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);
  int column = ent_schema_find (schema, "to_day");

  return column >= 0 ? G_STRUCT_MEMBER (gint32, record, schema->columns[column].offset)
                     : ENT_DAY_NONE;
}

/* Whether the person has that already: the same number, address or account. What is over does not
 * count: somebody may come back to it. */
static gboolean
is_known (EntApply *apply, gpointer draft, gint64 person_id, gint32 today)
{
  const EntSchema *schema = ent_record_get_schema (draft);
  g_autoptr (GPtrArray)
                owned = ent_person_query_owned (ent_apply_get_db (apply), schema, person_id, NULL);
  g_autofree char *summary = schema->summary (draft);

  for (guint i = 0; owned != NULL && i < owned->len; i++)
    {
      gpointer record = g_ptr_array_index (owned, i);
      g_autofree char *other = ent_record_get_summary (record);
      gint32 last = last_day (record);

      if (g_str_equal (other, summary) && (last == ENT_DAY_NONE || last >= today))
        return TRUE;
    }
  return FALSE;
}

/* Cells that say nothing leave what is there. */
static gboolean
update_person (EntApply *apply, EntPerson *fresh, gint64 id, GError **error)
{
  g_autoptr (EntPerson) original = ent_apply_load (apply, &ent_person_schema, id, error);
  g_autoptr (EntPerson) draft = NULL;

  if (original == NULL)
    return FALSE;
  draft = ent_record_dup (original);
  for (guint i = 0; i < ent_person_schema.n_columns; i++)
    {
      const EntColumn *column = &ent_person_schema.columns[i];
      EntValue value;

      if (ent_record_is_empty (fresh, i) || column->expression != NULL ||
          column->flags & ENT_COLUMN_HIDDEN ||
          (column->kind == ENT_KIND_BOOL && !G_STRUCT_MEMBER (gboolean, fresh, column->offset)))
        continue;
      ent_record_get_value (fresh, i, &value);
      ent_record_set_value (draft, i, &value);
      ent_value_clear (&value);
    }
  return ent_apply_update (apply, original, draft, error);
}

/* A new domicile ends the one before, the day before. */
static gboolean
end_addresses (EntApply *apply, gint64 person_id, gint32 day, GError **error)
{
  g_autoptr (GPtrArray) addresses = ent_person_query_owned (ent_apply_get_db (apply),
                                                           &ent_address_schema, person_id, error);

  if (addresses == NULL)
    return FALSE;
  for (guint i = 0; i < addresses->len; i++)
    {
      EntAddress *address = g_ptr_array_index (addresses, i);
      g_autoptr (EntAddress) draft = NULL;

      if (address->kind != ENT_ADDRESS_DOMICILE || !ent_address_is_current (address, day))
        continue;
      draft = ent_record_dup (address);
      draft->to_day = MAX (day - 1, address->from_day);
      if (!ent_apply_update (apply, address, draft, error))
        return FALSE;
    }
  return TRUE;
}

/* Nobody is widowed and single at once: the new civil status ends the one before. */
static gboolean
end_civil_statuses (EntApply *apply, gint64 person_id, gint32 day, GError **error)
{
  g_autoptr (GPtrArray) owned = ent_person_query_owned (ent_apply_get_db (apply),
                                                       &ent_civil_status_schema, person_id, error);

  if (owned == NULL)
    return FALSE;
  for (guint i = 0; i < owned->len; i++)
    {
      EntCivilStatus *civil = g_ptr_array_index (owned, i);
      g_autoptr (EntCivilStatus) draft = NULL;

      if (civil->from_day > day || (civil->to_day != ENT_DAY_NONE && civil->to_day < day))
        continue;
      draft = ent_record_dup (civil);
      draft->to_day = MAX (day - 1, civil->from_day);
      if (!ent_apply_update (apply, civil, draft, error))
        return FALSE;
    }
  return TRUE;
}

/* What a person has one of begins today, where the one before ends. */
static gboolean
follow_on (EntApply *apply, EntImportRow *row, gpointer draft, GError **error)
{
  if (ENT_IS_ADDRESS (draft))
    {
      ENT_ADDRESS (draft)->from_day = row->today;
      return end_addresses (apply, row->existing_id, row->today, error);
    }
  if (ENT_IS_CIVIL_STATUS (draft))
    {
      ENT_CIVIL_STATUS (draft)->from_day = row->today;
      return end_civil_statuses (apply, row->existing_id, row->today, error);
    }
  return TRUE;
}

static gboolean
add_to_known (EntApply *apply, EntImportRow *row, GError **error)
{
  if (!update_person (apply, g_ptr_array_index (row->drafts, 0), row->existing_id, error))
    return FALSE;
  for (guint i = 1; i < row->drafts->len; i++)
    {
      gpointer draft = g_ptr_array_index (row->drafts, i);

      if (is_known (apply, draft, row->existing_id, row->today))
        continue;
      if (!follow_on (apply, row, draft, error) ||
          !write_owned (apply, row, i, row->existing_id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ent_person_import_write (gpointer context, EntApply *apply, EntImportRow *row, GError **error)
{
  gpointer person = g_ptr_array_index (row->drafts, 0);

  if (row->existing_id != 0)
    return add_to_known (apply, row, error);
  if (!ent_apply_insert (apply, person, error))
    return FALSE;
  for (guint i = 1; i < row->drafts->len; i++)
    if (!write_owned (apply, row, i, ent_record_get_id (person), error))
      return FALSE;
  return TRUE;
}
