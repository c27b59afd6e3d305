/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what is printed of some days of home care: the rounds, what stands at the door, who usually
 * comes and when. Thread of the connection. */

#include "ent-sheet-query.h"

#include "ent-contact.h"
#include "ent-date.h"
#include "ent-paper-query.h"
#include "ent-rounds-query.h"
#include "ent-sheet-usual-query.h"

/* Home on the day of the visit, as a person's page tells it. */
#define HOME \
  "SELECT b.id FROM address b WHERE b.person_id = v.person_id AND b.kind <> 'postal'" \
  " AND (b.to_day IS NULL OR b.to_day >= v.day) AND (b.from_day IS NULL OR b.from_day <= v.day)" \
  " ORDER BY CASE b.kind WHEN 'domicile' THEN 0 WHEN 'reference' THEN 1" \
  " WHEN 'residence' THEN 2 ELSE 3 END, b.from_day DESC NULLS LAST, b.id DESC LIMIT 1"

/* The plan of the visit; of an extra one the plan that runs. */
#define PLAN \
  "coalesce (v.plan_id, (SELECT d.id FROM care_plan d WHERE d.person_id = v.person_id" \
  " AND d.is_draft = 0 AND d.from_day <= v.day AND (d.to_day IS NULL OR d.to_day >= v.day)" \
  " ORDER BY d.from_day DESC, d.id DESC LIMIT 1))"

#define PHONE \
  "(SELECT coalesce (t.display_form, t.value) FROM contact_point t" \
  " WHERE t.person_id = v.person_id AND t.kind IN ('mobile', 'landline')" \
  " ORDER BY t.preferred DESC, t.id LIMIT 1)"

#define TASKS \
  "(SELECT string_agg (k.name, char (10) ORDER BY k.sort, k.id) FROM care_need_task x" \
  " JOIN care_task k ON k.id = x.task_id WHERE x.need_id = v.need_id)"

/* That there is a key, never which. */
#define KEY \
  "EXISTS (SELECT 1 FROM key_loan l JOIN home_key h ON h.id = l.key_id" \
  " WHERE h.person_id = v.person_id AND l.agent_id = w.agent_id AND l.given_on <= v.day" \
  " AND (l.returned_on IS NULL OR l.returned_on > v.day))"

typedef enum
{
  ID,
  NEED,
  PLACE,
  ORIGIN,
  STREET,
  TOWN,
  ENTRY,
  ACCESS,
  ALERTS,
  DOG,
  CAT,
  PETS,
  SMOKES,
  PLAN_PHONE,
  OWN_PHONE,
  NOTE,
  TASK_NAMES,
  HAS_KEY
} Column;

static const char details_sql[] =
    "SELECT v.id, v.need_id, v.place, v.origin_day,"
    " a.street || coalesce (' ' || a.number, '') || coalesce ('/' || a.box, ''),"
    " nullif (concat_ws (' ', a.postcode, a.locality), ''), a.access_note,"
    " c.access, c.alerts, c.has_dog, c.has_cat, c.other_pets, c.smokes, c.phone, " PHONE
    ", n.note, " TASKS ", " KEY " FROM visit v LEFT JOIN care_plan c ON c.id = " PLAN
    " LEFT JOIN address a ON a.id = (" HOME ") LEFT JOIN care_need n ON n.id = v.need_id"
    " LEFT JOIN carer w ON w.id = v.carer_id WHERE v.day BETWEEN $1 AND $2";

static char *
text_of (EntRows *rows, Column column)
{
  const char *text = ent_rows_text (rows, column);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
take_line (EntRows *rows, EntSheetVisit *line)
{
  const char *phone = ent_rows_text (rows, PLAN_PHONE);

  line->need_id = ent_rows_int (rows, NEED);
  line->place = (int) ent_rows_int (rows, PLACE);
  line->origin_day = ent_day_parse_iso (ent_rows_text (rows, ORIGIN));
  line->street = text_of (rows, STREET);
  line->town = text_of (rows, TOWN);
  line->entry = text_of (rows, ENTRY);
  line->access = text_of (rows, ACCESS);
  line->alerts = text_of (rows, ALERTS);
  line->has_dog = ent_rows_int (rows, DOG) != 0;
  line->has_cat = ent_rows_int (rows, CAT) != 0;
  line->other_pets = text_of (rows, PETS);
  line->smokes = ent_rows_int (rows, SMOKES) != 0;
  line->phone = phone != NULL ? ent_phone_format (phone) : text_of (rows, OWN_PHONE);
  line->note = text_of (rows, NOTE);
  line->tasks = text_of (rows, TASK_NAMES);
  line->has_key = ent_rows_int (rows, HAS_KEY) != 0;
}

static gboolean
read_details (EntSheetBook *book, EntDb *db, GError **error)
{
  gint32 first = book->week->first_day;
  g_autoptr (EntRows) rows = ent_db_query (
      db, details_sql, ENT_ARGS (ent_day (first), ent_day (first + book->week->n_days - 1)), error);
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return FALSE;
  while (ent_rows_next (rows, &local_error))
    {
      int visit = ent_rounds_week_find (book->week, ent_rows_int (rows, ID));

      if (visit != ENT_ROUNDS_NONE)
        take_line (rows, ent_sheet_book_line (book, visit));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_centre (EntSheetBook *book, EntDb *db, GError **error)
{
  g_autoptr (EntCentre) centre = ent_paper_query_centre (db, error);

  if (centre == NULL)
    return FALSE;
  book->centre = centre->name != NULL ? g_strdup (centre->name)
                                      : ent_paper_query_setting (db, "centre.name");
  book->phone = centre->phone != NULL ? ent_phone_format (centre->phone) : NULL;
  return TRUE;
}

static gboolean
read_habits (EntSheetBook *book, EntDb *db, GError **error)
{
  g_autoptr (EntSheetHabits) habits = ent_sheet_habits_read (db, book->week->first_day, 0, error);

  if (habits == NULL)
    return FALSE;
  for (guint i = 0; i < book->visits->len; i++)
    {
      EntSheetVisit *line = ent_sheet_book_line (book, (int) i);
      EntSheetUsual usual = ent_sheet_habits_find (habits, line->need_id, line->place,
                                                   line->origin_day);

      line->usual_carer_id = usual.carer_id;
      line->usual_carer = g_strdup (usual.carer);
      line->usual_start = usual.start;
    }
  return TRUE;
}

EntSheetBook *
ent_sheet_query_book (EntDb *db, gint32 first_day, int n_days, GError **error)
{
  EntRoundsWeek *week = ent_rounds_query_week (db, first_day, n_days + 1, error);
  g_autoptr (EntSheetBook) book = NULL;

  if (week == NULL)
    return NULL;
  book = ent_sheet_book_new (week, n_days);
  if (!read_details (book, db, error) || !read_centre (book, db, error) ||
      !read_habits (book, db, error))
    return NULL;
  return g_steal_pointer (&book);
}

GArray *
ent_sheet_query_persons (EntDb *db, gint32 first_day, int n_days, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT p.id FROM person p WHERE p.deceased_on IS NULL AND p.id IN"
      " (SELECT v.person_id FROM visit v WHERE v.day BETWEEN $1 AND $2"
      " AND v.state IN ('planned', 'confirmed', 'done')) ORDER BY p.sort_key, p.id",
      ENT_ARGS (ent_day (first_day), ent_day (first_day + n_days - 1)), error);

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static void
carer_free (gpointer data)
{
  EntSheetCarer *self = data;

  g_free (self->name);
  g_free (self);
}

GPtrArray *
ent_sheet_query_carers (EntDb *db, gint32 day, GError **error)
{
  g_autoptr (GPtrArray) carers = g_ptr_array_new_with_free_func (carer_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntRows) rows = ent_db_query (
      db,
      "SELECT c.id, coalesce (w.first_name || ' ', '') || w.last_name FROM carer c"
      " JOIN agent w ON w.id = c.agent_id WHERE (c.to_day IS NULL OR c.to_day >= $1)"
      " ORDER BY c.sort_key, c.id",
      ENT_ARGS (ent_day (day)), error);

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      EntSheetCarer *carer = g_new0 (EntSheetCarer, 1);

      carer->id = ent_rows_int (rows, 0);
      carer->name = g_strdup (ent_rows_text (rows, 1));
      g_ptr_array_add (carers, carer);
    }
  if (local_error == NULL)
    return g_steal_pointer (&carers);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
