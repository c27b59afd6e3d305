/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills the letter of a week. Of who is away it says that somebody else comes, not why. Thread of
 * the connection. */

#include "ent-sheet-letter.h"

#include "ent-column.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-sheet-letter-query.h"
#include "ent-visit.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WEEK 7

typedef struct
{
  const EntDocumentRequest *request;
  EntFields *fields;
  const EntSheetHabits *habits;
} Filling;

static gint32
monday_of (gint32 day)
{
  return day - ent_day_weekday (day) + 1;
}

static gboolean
is_cancelled (const EntSheetDue *due)
{
  return due->state == ENT_VISIT_CANCELLED_BENEFICIARY || due->state == ENT_VISIT_CANCELLED_SERVICE;
}

static gboolean
is_told (const EntSheetDue *due)
{
  return due->state == ENT_VISIT_PLANNED || due->state == ENT_VISIT_CONFIRMED ||
         due->state == ENT_VISIT_DONE;
}

/* "Lundi 23 novembre": in a letter about a week nobody needs the year. */
static char *
day_text (const char *language, gint32 day, gboolean begins)
{
  g_autofree char *text = ent_wording_weekday_and_day (language, day);
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;
  gsize length = strlen (text);

  while (length > 0 && (g_ascii_isdigit (text[length - 1]) || text[length - 1] == ' '))
    length--;
  text[length] = '\0';
  if (!begins)
    return g_steal_pointer (&text);
  first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  upper = g_utf8_strup (first, -1);
  return g_strconcat (upper, text + strlen (first), NULL);
}

static void
set_day (const Filling *self, EntFields *item, const char *path, gint32 day)
{
  g_autofree char *text = day_text (self->request->language, day, g_str_equal (path, "day"));

  ent_fields_set (item, path, text);
}

/* @time: minutes of the day, also of the next; ENT_INT_NONE: none. */
static void
set_time (const Filling *self, EntFields *item, const char *path, int time)
{
  g_autofree char *text = time != ENT_INT_NONE
                              ? ent_wording_time (self->request->language, time % 1440)
                              : NULL;

  ent_fields_set (item, path, text);
}

/* Two carers are two visits in the register and one at the door. */
static gboolean
is_second (const EntSheetDue *due, const EntSheetDue *before)
{
  return before != NULL && is_told (before) && due->need_id != 0 &&
         due->need_id == before->need_id && due->origin_day == before->origin_day &&
         due->place != before->place && due->day == before->day && due->start == before->start;
}

static EntFields *
add_visit (const Filling *self, const EntSheetDue *due)
{
  EntFields *item = ent_fields_append (self->fields, "visits");

  set_day (self, item, "day", due->day);
  set_time (self, item, "from", due->start);
  set_time (self, item, "until",
            due->start != ENT_INT_NONE ? due->start + due->minutes : ENT_INT_NONE);
  ent_fields_set (item, "activity", due->activity);
  ent_fields_set (item, "carer", due->carer);
  ent_fields_set (item, "other", NULL);
  return item;
}

static EntFields *
add_change (const Filling *self, const EntSheetDue *due)
{
  EntFields *item = ent_fields_append (self->fields, "changes");

  set_day (self, item, "day", due->day);
  set_time (self, item, "from", due->start);
  ent_fields_set_flag (item, "cancelled", FALSE);
  ent_fields_set_flag (item, "extra", FALSE);
  ent_fields_set (item, "was_day", NULL);
  ent_fields_set (item, "was_time", NULL);
  ent_fields_set (item, "carer", due->carer);
  ent_fields_set (item, "usual", NULL);
  return item;
}

static void
add_changes (const Filling *self, const EntSheetDue *due)
{
  EntSheetUsual usual = ent_sheet_habits_find (self->habits, due->need_id, due->place,
                                               due->origin_day);

  if (due->need_id == 0)
    ent_fields_set_flag (add_change (self, due), "extra", TRUE);
  else if (due->origin_day != due->day)
    set_day (self, add_change (self, due), "was_day", due->origin_day);
  if (ent_sheet_is_other_time (usual.start, due->start))
    set_time (self, add_change (self, due), "was_time", usual.start);
  if (due->carer != NULL && usual.carer != NULL && usual.carer_id != due->carer_id)
    ent_fields_set (add_change (self, due), "usual", usual.carer);
}

static void
add_dues (const Filling *self, GPtrArray *dues)
{
  const EntSheetDue *before = NULL;
  EntFields *item = NULL;

  for (guint i = 0; i < dues->len; i++)
    {
      const EntSheetDue *due = g_ptr_array_index (dues, i);

      if (is_cancelled (due))
        ent_fields_set_flag (add_change (self, due), "cancelled", TRUE);
      if (!is_told (due))
        continue;
      if (is_second (due, before))
        ent_fields_set (item, ent_fields_get (item, "carer") != NULL ? "other" : "carer",
                        due->carer);
      else
        item = add_visit (self, due);
      add_changes (self, due);
      before = due;
    }
}

static gboolean
check_any (const Filling *self, gint32 monday, GError **error)
{
  g_autofree char *text = ent_day_format (monday, ENT_DAY_NUMERIC);

  if (ent_fields_n_items (self->fields, "visits") > 0 ||
      ent_fields_n_items (self->fields, "changes") > 0)
    return TRUE;
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
               /* Translators: %s is a Monday */
               _ ("No visit to this person is planned in the week of %s."), text);
  return FALSE;
}

static void
set_week (const Filling *self, gint32 monday)
{
  g_autofree char *first = ent_wording_day (self->request->language, monday);
  g_autofree char *last = ent_wording_day (self->request->language, monday + WEEK - 1);

  ent_fields_set (self->fields, "care.from", first);
  ent_fields_set (self->fields, "care.until", last);
  ent_fields_set_empty_list (self->fields, "visits");
  ent_fields_set_empty_list (self->fields, "changes");
}

static gboolean
fill (EntDb *db, const EntDocumentRequest *request, EntFields *fields, GError **error)
{
  gint32 monday = monday_of (
      ent_document_request_day (request, ENT_SHEET_LETTER_WEEK, request->day + WEEK));
  g_autoptr (GPtrArray)
                dues = ent_sheet_letter_query_visits (db, request->subject_id, monday, WEEK, error);
  g_autoptr (EntSheetHabits) habits = NULL;
  g_autofree char *phone = NULL;
  Filling self = { request, fields, NULL };

  if (dues == NULL)
    return FALSE;
  habits = ent_sheet_habits_read (db, monday, request->subject_id, error);
  if (habits == NULL)
    return FALSE;
  self.habits = habits;
  set_week (&self, monday);
  phone = ent_sheet_letter_query_phone (db, request->subject_id, monday);
  ent_fields_set (fields, "care.phone", phone);
  add_dues (&self, dues);
  return check_any (&self, monday, error);
}

static char *
propose_week (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return ent_day_to_iso (monday_of (day + WEEK));
}

/* clang-format off */
static const EntChip chips[] = {
  { "care.from", ENT_CHIP_TEXT, N_("First day of the week"), N_("23 November 2026") },
  { "care.until", ENT_CHIP_TEXT, N_("Last day of the week"), N_("29 November 2026") },
  { "care.phone", ENT_CHIP_TEXT, N_("Phone of the service"), "010 43 60 00" },
  { "visits", ENT_CHIP_LIST, N_("Visits of the week"), NULL },
  { "visits.day", ENT_CHIP_TEXT, N_("Day"), N_("Monday 23 November") },
  { "visits.from", ENT_CHIP_TEXT, N_("From what time"), "9 h" },
  { "visits.until", ENT_CHIP_TEXT, N_("Until what time"), "10 h" },
  { "visits.activity", ENT_CHIP_TEXT, N_("Activity"), N_("Daily-life help") },
  { "visits.carer", ENT_CHIP_TEXT, N_("Who comes"), "Luce Leroy" },
  { "visits.other", ENT_CHIP_TEXT, N_("Second carer"), "Marc Maes" },
  { "changes", ENT_CHIP_LIST, N_("Changes of the week"), NULL },
  { "changes.day", ENT_CHIP_TEXT, N_("Day"), N_("Monday 23 November") },
  { "changes.from", ENT_CHIP_TEXT, N_("From what time"), "9 h" },
  { "changes.cancelled", ENT_CHIP_FLAG, N_("The visit is cancelled"), NULL },
  { "changes.extra", ENT_CHIP_FLAG, N_("It is an extra visit"), NULL },
  { "changes.was_day", ENT_CHIP_TEXT, N_("Usual day"), N_("Friday 20 November") },
  { "changes.was_time", ENT_CHIP_TEXT, N_("Usual time"), "8 h" },
  { "changes.carer", ENT_CHIP_TEXT, N_("Who comes"), "Luce Leroy" },
  { "changes.usual", ENT_CHIP_TEXT, N_("Who usually comes"), "Marc Maes" },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};

static const EntQuestion questions[] = {
  { ENT_SHEET_LETTER_WEEK, ENT_QUESTION_DAY, N_("A day of the week"), TRUE, NULL, propose_week },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
/* clang-format on */

const EntDocumentKind ent_sheet_week_letter = {
  .id = "letter-week",
  .title = N_ ("Letter of the week’s visits"),
  .hint = N_ ("Who comes when, what changes, whom to call"),
  .icon_name = "ent-mail-symbolic",
  .shape = ENT_SHAPE_LETTER,
  .subject = &ent_person_schema,
  .chips = chips,
  .questions = questions,
  .fill = fill,
};

const EntDocumentKind *const ent_sheet_documents[] = { &ent_sheet_week_letter, NULL };
