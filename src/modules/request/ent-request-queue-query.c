/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the queue in four questions, whatever its length, and counts its clocks. Thread of the
 * connection. */

#include "ent-request-queue-query.h"

#include "ent-date.h"
#include "ent-request-documents.h"
#include "ent-request-query.h"

/* A line being put together, with what its clocks look at. */
typedef struct
{
  EntQueueLine *line;
  EntRequestFacts *facts;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_clear_pointer (&self->line, ent_queue_line_free);
  ent_request_facts_free (self->facts);
  g_free (self);
}

void
ent_queue_line_free (EntQueueLine *self)
{
  g_free (self->number);
  g_free (self->person);
  g_free (self->objects);
  g_free (self->worker);
  g_free (self->kinds);
  g_free (self);
}

static int
value_of (const EntEnum *self, const char *nick)
{
  const EntChoice *choice = nick != NULL ? ent_enum_by_nick (self, nick) : NULL;

  return choice != NULL ? choice->value : 0;
}

static gint32
day_in (EntRows *rows, guint column)
{
  return ent_day_parse_iso (ent_rows_text (rows, column));
}

static const char lines_sql[] =
    "SELECT request.id, request.number, p.last_name || coalesce (' ' || p.first_names, ''),"
    " request.person_id, request.worker_id, coalesce (w.first_name || ' ', '') || w.last_name,"
    " request.team_id, request.step, request.result, request.is_urgent, request.received_on,"
    " k.name, k.id, k.regime, k.has_project"
    " FROM request JOIN person p ON p.id = request.person_id"
    " JOIN request_kind k ON k.id = request.kind_id"
    " LEFT JOIN agent w ON w.id = request.worker_id"
    " WHERE request.is_open = 1 ORDER BY request.id";

static const char objects_sql[] =
    "SELECT o.request_id, k.name, k.id, k.regime, k.has_project FROM request r"
    " JOIN request_object o ON o.request_id = r.id JOIN request_kind k ON k.id = o.kind_id"
    " WHERE r.is_open = 1 ORDER BY o.request_id, o.id";

static const char steps_sql[] = "SELECT s.request_id, s.step, s.day FROM request r"
                                " JOIN request_step s ON s.request_id = r.id WHERE r.is_open = 1";

static const char events_sql[] =
    "SELECT e.request_id, e.kind, e.day, e.to_day FROM request r"
    " JOIN request_event e ON e.request_id = r.id WHERE r.is_open = 1 ORDER BY e.day";

static const char receipts_sql[] =
    "SELECT d.subject_id, d.made_on FROM request r"
    " JOIN document d ON d.subject_table = 'request' AND d.subject_id = r.id"
    " WHERE r.is_open = 1 AND d.kind = $1"
    " AND NOT EXISTS (SELECT 1 FROM document c WHERE c.cancels_id = d.id)";

static Draft *
draft_of (EntRows *rows)
{
  Draft *self = g_new0 (Draft, 1);
  EntQueueLine *line = g_new0 (EntQueueLine, 1);

  self->line = line;
  self->facts = ent_request_facts_new (day_in (rows, 10));
  line->id = ent_rows_int (rows, 0);
  line->number = g_strdup (ent_rows_text (rows, 1));
  line->person = g_strdup (ent_rows_text (rows, 2));
  line->person_id = ent_rows_int (rows, 3);
  line->worker_id = ent_rows_int (rows, 4);
  line->worker = g_strdup (ent_rows_text (rows, 5));
  line->team_id = ent_rows_int (rows, 6);
  line->step = value_of (&ent_request_stage_enum, ent_rows_text (rows, 7));
  line->is_urgent = ent_rows_int (rows, 9) != 0;
  line->objects = g_strdup (ent_rows_text (rows, 11));
  line->kinds = g_strdup_printf (",%" G_GINT64_FORMAT ",", ent_rows_int (rows, 12));
  self->facts->step = line->step;
  self->facts->result = value_of (&ent_request_result_enum, ent_rows_text (rows, 8));
  self->facts->regimes = 1u << value_of (&ent_regime_enum, ent_rows_text (rows, 13));
  self->facts->has_project = ent_rows_int (rows, 14) != 0;
  return self;
}

/* (key: id of the request as gint64 in the line, value: Draft) */
static GHashTable *
read_drafts (EntDb *db, GPtrArray *order, GError **error)
{
  g_autoptr (GHashTable)
                drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, draft_free);
  g_autoptr (EntRows) rows = ent_db_query (db, lines_sql, ENT_NO_ARGS, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      Draft *draft = draft_of (rows);

      g_hash_table_insert (drafts, &draft->line->id, draft);
      g_ptr_array_add (order, draft);
    }
  if (local_error == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
add_object (Draft *draft, EntRows *rows)
{
  EntQueueLine *line = draft->line;
  g_autofree char *objects = g_strconcat (line->objects, ", ", ent_rows_text (rows, 1), NULL);
  g_autofree char *kinds = g_strdup_printf ("%s%" G_GINT64_FORMAT ",", line->kinds,
                                            ent_rows_int (rows, 2));

  g_set_str (&line->objects, objects);
  g_set_str (&line->kinds, kinds);
  draft->facts->regimes |= 1u << value_of (&ent_regime_enum, ent_rows_text (rows, 3));
  draft->facts->has_project = draft->facts->has_project || ent_rows_int (rows, 4) != 0;
}

static void
add_step (Draft *draft, EntRows *rows)
{
  ent_request_facts_add_step (draft->facts,
                              value_of (&ent_request_stage_enum, ent_rows_text (rows, 1)),
                              day_in (rows, 2));
}

static void
add_event (Draft *draft, EntRows *rows)
{
  ent_request_facts_add_event (draft->facts,
                               value_of (&ent_request_happening_enum, ent_rows_text (rows, 1)),
                               day_in (rows, 2), day_in (rows, 3));
}

static void
add_receipt (Draft *draft, EntRows *rows)
{
  ent_request_facts_add_event (draft->facts, ENT_HAPPENING_RECEIPT, day_in (rows, 1), ENT_DAY_NONE);
}

/* Hands each row to the draft of its request, which its first column names. */
static gboolean
read_into (EntDb *db,
           const char *sql,
           GHashTable *drafts,
           void (*add) (Draft *draft, EntRows *rows),
           GError **error)
{
  const EntValue args[] = { ent_text (ent_request_receipt.id) };
  g_autoptr (EntRows) rows = ent_db_query (db, sql, args, sql == receipts_sql ? 1 : 0, error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);
      Draft *draft = g_hash_table_lookup (drafts, &id);

      if (draft != NULL)
        add (draft, rows);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const EntQueueLine *first = *(EntQueueLine *const *) a;
  const EntQueueLine *second = *(EntQueueLine *const *) b;

  if (first->due != second->due)
    {
      if (first->due == ENT_DAY_NONE || second->due == ENT_DAY_NONE)
        return first->due == ENT_DAY_NONE ? 1 : -1;
      return first->due < second->due ? -1 : 1;
    }
  if (first->is_urgent != second->is_urgent)
    return first->is_urgent ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static GPtrArray *
take_lines (GPtrArray *order, GPtrArray *rules)
{
  GPtrArray *lines = g_ptr_array_new_full (order->len, (GDestroyNotify) ent_queue_line_free);

  for (guint i = 0; i < order->len; i++)
    {
      Draft *draft = g_ptr_array_index (order, i);
      g_autoptr (EntRequestClock) clock = ent_request_clock_next (draft->facts, rules);

      draft->line->kind = clock != NULL ? (int) clock->kind : 0;
      draft->line->due = clock != NULL ? clock->deadline->due : ENT_DAY_NONE;
      g_ptr_array_add (lines, draft->line);
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

GPtrArray *
ent_request_queue_read (EntDb *db, GError **error)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GPtrArray) rules = ent_request_query_rules (db, error);
  g_autoptr (GHashTable) drafts = rules != NULL ? read_drafts (db, order, error) : NULL;
  GPtrArray *lines;

  if (drafts == NULL || !read_into (db, objects_sql, drafts, add_object, error) ||
      !read_into (db, steps_sql, drafts, add_step, error) ||
      !read_into (db, events_sql, drafts, add_event, error) ||
      !read_into (db, receipts_sql, drafts, add_receipt, error))
    return NULL;
  lines = take_lines (order, rules);
  /* The keys of the table stand in the lines, which are the caller’s from here on. */
  for (guint i = 0; i < order->len; i++)
    ((Draft *) g_ptr_array_index (order, i))->line = NULL;
  return lines;
}

EntRequestFacts *
ent_request_facts_read (EntDb *db, EntRequest *request, GError **error)
{
  gint64 id = ent_record_get_id (request);
  g_autoptr (GPtrArray) steps = ent_request_query_steps (db, id, error);
  g_autoptr (GPtrArray) events = steps != NULL ? ent_request_query_events (db, id, error) : NULL;
  gint32 receipt = ent_request_query_receipt_day (db, id);
  EntRequestFacts *facts;

  if (events == NULL)
    return NULL;
  facts = ent_request_facts_new (request->received_on);
  for (guint i = 0; i < steps->len; i++)
    {
      EntRequestStep *step = g_ptr_array_index (steps, i);

      ent_request_facts_add_step (facts, step->step, step->day);
    }
  for (guint i = 0; i < events->len; i++)
    {
      EntRequestEvent *event = g_ptr_array_index (events, i);

      ent_request_facts_add_event (facts, event->kind, event->day, event->to_day);
    }
  if (receipt != ENT_DAY_NONE)
    ent_request_facts_add_event (facts, ENT_HAPPENING_RECEIPT, receipt, ENT_DAY_NONE);
  facts->regimes = ent_request_query_regimes (db, id);
  facts->has_project = ent_request_query_has_project (db, id);
  facts->step = request->step;
  facts->result = request->result;
  facts->ending = request->ending;
  return facts;
}

GPtrArray *
ent_request_clocks_read (EntDb *db, EntRequest *request, GError **error)
{
  g_autoptr (EntRequestFacts) facts = ent_request_facts_read (db, request, error);
  g_autoptr (GPtrArray) rules = facts != NULL ? ent_request_query_rules (db, error) : NULL;

  return rules != NULL ? ent_request_clocks (facts, rules) : NULL;
}
