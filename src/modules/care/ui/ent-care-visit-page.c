/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a visit. What somebody changes by hand is an exception from then on; how a visit went
 * is told by the acts that the day adds. Main thread. */

#include "ent-care-visit-page.h"

#include "ent-care-rules.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static const char *const what[] = { "person_id", "activity_id",   "day",   "start_time", "minutes",
                                    "carer_id",  "cancel_reason", "state", NULL };
static const char *const done[] = { "began_at",          "ended_at",        "did_call",
                                    "did_ask_neighbour", "did_tell_worker", "reported_at",
                                    "entered_late",      "remark",          NULL };
static const char *const notice[] = { "notice_day", "notice_time", "notice_minutes", "notice_late",
                                      NULL };
static const char *const more[] = { "is_locked", "is_exception",   "told_at",       "plan_id",
                                    "need_id",   "travel_minutes", "travel_metres", NULL };
static const EntFieldGroup groups[] = {
  { NULL, what },
  { N_ ("What was done"), done },
  { N_ ("Notice of the cancellation"), notice },
  { N_ ("Details"), more },
  { NULL, NULL },
};

static void
fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "day", today, "minutes", 60, NULL);
}

static EntChangeSet *
build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntChangeSet *set = ent_change_set_new (original == NULL ? _ ("Visit added")
                                                           : _ ("Visit changed"));

  if (original == NULL)
    {
      ent_change_set_insert (set, draft);
      return set;
    }
  ent_visit_note_exception (original, draft);
  ent_change_set_edit (set, original, draft);
  return set;
}

static void
prepare_form (EntFormDialog *dialog, EntStore *store)
{
  ent_form_dialog_set_build_func (dialog, build, NULL, NULL);
}

static const EntPlainSpec spec = {
  .schema = &ent_visit_schema,
  .groups = groups,
  .create_title = N_ ("Extra visit"),
  .created = N_ ("Visit added"),
  .edit_title = N_ ("Edit the visit"),
  .changed = N_ ("Visit changed"),
  .deleted = N_ ("Visit deleted"),
  .fill = fill,
  .prepare_form = prepare_form,
};

AdwNavigationPage *
ent_care_visit_page_open (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_plain_page_new (store, &spec, id);
}

void
ent_care_visit_page_create (EntShell *shell, EntStore *store)
{
  ent_plain_page_create (shell, store, &spec);
}
