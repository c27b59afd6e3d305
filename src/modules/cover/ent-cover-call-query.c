/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads whom to call. Thread of the connection. */

#include "ent-cover-call.h"

#include "ent-contact.h"
#include "ent-date.h"

static const char message_sql[] =
    "SELECT n.id, n.kind, n.recipient, n.day, n.old_time, n.new_time,"
    " coalesce (f.first_name || ' ', '') || f.last_name,"
    " coalesce (t.first_name || ' ', '') || t.last_name,"
    " p.last_name || coalesce (' ' || p.first_names, ''), n.told_at, n.outcome, n.how, p.id,"
    " n.new_carer_id, coalesce (d.priority, a.priority)"
    " FROM visit_notice n JOIN visit v ON v.id = n.visit_id JOIN person p ON p.id = v.person_id"
    " JOIN care_activity a ON a.id = v.activity_id LEFT JOIN care_need d ON d.id = v.need_id"
    " LEFT JOIN carer fc ON fc.id = n.old_carer_id LEFT JOIN agent f ON f.id = fc.agent_id"
    " LEFT JOIN carer tc ON tc.id = n.new_carer_id LEFT JOIN agent t ON t.id = tc.agent_id"
    " WHERE n.cover_id = $1 ORDER BY n.day, coalesce (n.new_time, n.old_time), n.id";

/* The number that the plan gives for the home goes before those of the person. */
static const char person_phones_sql[] =
    "SELECT number, remark FROM (SELECT c.phone AS number, NULL AS remark, 0 AS rank, c.id AS id"
    " FROM care_plan c WHERE c.person_id = $1 AND c.phone IS NOT NULL AND c.is_draft = 0"
    " AND (c.to_day IS NULL OR c.to_day >= $2) UNION ALL"
    " SELECT x.value, x.label, CASE WHEN x.preferred <> 0 THEN 1 ELSE 2 END, x.id"
    " FROM contact_point x WHERE x.person_id = $1 AND x.kind IN ('mobile', 'landline'))"
    " ORDER BY rank, id";

static const char carer_phones_sql[] =
    "SELECT w.phone, NULL FROM carer c JOIN agent w ON w.id = c.agent_id"
    " WHERE c.id = $1 AND w.phone IS NOT NULL AND $2 IS NOT NULL";

static void
message_free (gpointer data)
{
  EntCoverMessage *self = data;

  g_free (self->old_carer);
  g_free (self->new_carer);
  g_free (self->person);
  g_free (self);
}

static int
read_time (EntRows *rows, guint column)
{
  EntValue value = ent_rows_get (rows, column);

  return value.type == ENT_VALUE_INT ? (int) value.i : ENT_INT_NONE;
}

static int
read_choice (EntRows *rows, guint column, const EntEnum *choices)
{
  const char *nick = ent_rows_text (rows, column);
  const EntChoice *choice = nick != NULL ? ent_enum_by_nick (choices, nick) : NULL;

  return choice != NULL ? choice->value : 0;
}

static EntCoverMessage *
read_message (EntRows *rows)
{
  EntCoverMessage *self = g_new0 (EntCoverMessage, 1);

  self->notice_id = ent_rows_int (rows, 0);
  self->kind = (EntNoticeKind) read_choice (rows, 1, &ent_notice_kind_enum);
  self->recipient = (EntNoticeRecipient) read_choice (rows, 2, &ent_notice_recipient_enum);
  self->day = ent_day_parse_iso (ent_rows_text (rows, 3));
  self->old_time = read_time (rows, 4);
  self->new_time = read_time (rows, 5);
  self->old_carer = g_strdup (ent_rows_text (rows, 6));
  self->new_carer = g_strdup (ent_rows_text (rows, 7));
  self->person = g_strdup (ent_rows_text (rows, 8));
  self->told_at = ent_rows_int (rows, 9);
  self->outcome = (EntNoticeOutcome) read_choice (rows, 10, &ent_notice_outcome_enum);
  self->how = (EntNoticeHow) read_choice (rows, 11, &ent_notice_how_enum);
  return self;
}

static EntCoverCall *
call_for (GPtrArray *calls, gboolean is_carer, gint64 id)
{
  EntCoverCall *call;

  for (guint i = 0; i < calls->len; i++)
    {
      call = g_ptr_array_index (calls, i);
      if (call->is_carer == is_carer && call->id == id)
        return call;
    }
  call = g_new0 (EntCoverCall, 1);
  call->is_carer = is_carer;
  call->id = id;
  call->priority = ENT_CARE_POSTPONABLE;
  call->messages = g_ptr_array_new_with_free_func (message_free);
  g_ptr_array_add (calls, call);
  return call;
}

static void
take_message (GPtrArray *calls, EntRows *rows)
{
  EntCoverMessage *message = read_message (rows);
  gboolean is_carer = message->recipient == ENT_NOTICE_CARER;
  EntCoverCall *call = call_for (calls, is_carer, ent_rows_int (rows, is_carer ? 13 : 12));
  EntCarePriority priority = (EntCarePriority) read_choice (rows, 14, &ent_care_priority_enum);

  if (call->name == NULL)
    call->name = g_strdup (is_carer ? message->new_carer : message->person);
  if (priority != 0 && priority < call->priority)
    call->priority = priority;
  if (message->kind == ENT_NOTICE_NO_CARER && priority == ENT_CARE_VITAL)
    call->is_stranded = TRUE;
  g_ptr_array_add (call->messages, message);
}

static gboolean
read_phones (EntDb *db, EntCoverCall *call, GError **error)
{
  const EntCoverMessage *first = g_ptr_array_index (call->messages, 0);
  g_autoptr (GStrvBuilder) phones = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = NULL;

  rows = ent_db_query (db, call->is_carer ? carer_phones_sql : person_phones_sql,
                       ENT_ARGS (ent_int (call->id), ent_day (first->day)), error);
  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    {
      const char *number = ent_rows_text (rows, 0);
      const char *remark = ent_rows_text (rows, 1);
      g_autofree char *text = ent_phone_format (number);

      if (!g_hash_table_add (seen, g_strdup (number)))
        continue;
      g_strv_builder_take (phones, remark != NULL ? g_strdup_printf ("%s (%s)", text, remark)
                                                  : g_steal_pointer (&text));
    }
  call->phones = g_strv_builder_end (phones);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The beneficiaries first: vital visits to which nobody comes yet, then by what presses. */
static int
compare_calls (gconstpointer a, gconstpointer b)
{
  const EntCoverCall *left = *(EntCoverCall *const *) a;
  const EntCoverCall *right = *(EntCoverCall *const *) b;
  const EntCoverMessage *first = g_ptr_array_index (left->messages, 0);
  const EntCoverMessage *second = g_ptr_array_index (right->messages, 0);

  if (left->is_carer != right->is_carer)
    return left->is_carer ? 1 : -1;
  if (left->is_stranded != right->is_stranded)
    return left->is_stranded ? -1 : 1;
  if (!left->is_carer && left->priority != right->priority)
    return left->priority < right->priority ? -1 : 1;
  return (first->notice_id > second->notice_id) - (first->notice_id < second->notice_id);
}

GPtrArray *
ent_cover_query_calls (EntDb *db, gint64 cover_id, GError **error)
{
  g_autoptr (GPtrArray)
                calls = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_cover_call_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (db, message_sql, ENT_ARGS (ent_int (cover_id)), error);

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    take_message (calls, rows);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < calls->len; i++)
    if (!read_phones (db, g_ptr_array_index (calls, i), error))
      return NULL;
  g_ptr_array_sort (calls, compare_calls);
  return g_steal_pointer (&calls);
}
