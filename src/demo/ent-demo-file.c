/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files, numbered by year in the order in which they were opened, and what the workers wrote about
 * those whose files they keep. Thread of the connection. */

#include "ent-alert-ack.h"
#include "ent-alert.h"
#include "ent-case-file.h"
#include "ent-date.h"
#include "ent-demo-numbers.h"
#include "ent-demo-part.h"
#include "ent-demo-texts.h"
#include "ent-note.h"
#include "ent-person-enums.h"
#include "ent-relation.h"

static int
compare_files (gconstpointer a, gconstpointer b)
{
  const EntDemoFile *first = a;
  const EntDemoFile *second = b;

  if (first->opened != second->opened)
    return first->opened < second->opened ? -1 : 1;
  return first->person_id < second->person_id ? -1 : first->person_id > second->person_id;
}

static gint64
worker_of (EntDemo *demo, const EntDemoFile *file)
{
  return g_array_index (demo->workers, gint64, file->worker);
}

static void
write_file (EntDemo *demo, EntDemoFile *file, int year, guint number)
{
  EntCaseFile *record = ent_record_new (ENT_TYPE_CASE_FILE);

  record->person_id = file->person_id;
  record->number = g_strdup_printf ("%04d-%05u", year, number);
  record->opened_on = file->opened;
  record->closed_on = file->closed;
  record->close_reason = file->reason;
  record->worker_id = worker_of (demo, file);
  record->team_id = g_array_index (demo->worker_teams, gint64, file->worker);
  record->restricted = ent_demo_chance (demo, 1);
  file->id = ent_demo_write (demo, record);
}

static void
write_note (EntDemo *demo, const EntDemoFile *file, gint32 day)
{
  EntNote *note = ent_record_new (ENT_TYPE_NOTE);

  note->person_id = file->person_id;
  note->written_at = ent_demo_stamp (demo, day);
  note->author_id = worker_of (demo, file);
  note->text = g_strdup (ent_demo_texts_note (demo));
  ent_demo_write (demo, note);
}

static void
write_notes (EntDemo *demo, const EntDemoFile *file)
{
  static const guint weights[] = { 45, 30, 15, 10 };
  gint32 last = file->closed != ENT_DAY_NONE ? file->closed : demo->today - 1;
  guint n = ent_demo_draw (demo, weights, G_N_ELEMENTS (weights));
  gint32 day = file->opened;

  for (guint i = 0; i < n && day <= last; i++)
    {
      write_note (demo, file, day);
      day += ent_demo_between (demo, 5, 200);
    }
}

static void
write_alert (EntDemo *demo, const EntDemoFile *file)
{
  EntAlert *alert = ent_record_new (ENT_TYPE_ALERT);
  EntAlertAck *read;
  gint64 id;

  alert->person_id = file->person_id;
  alert->kind = ent_demo_between (demo, ENT_ALERT_DOG, ENT_ALERT_OTHER);
  alert->text = g_strdup (ent_demo_texts_alert (demo, (EntAlertKind) alert->kind));
  alert->author_id = worker_of (demo, file);
  alert->from_day = demo->today - ent_demo_between (demo, 5, 250);
  alert->until_day = demo->today + ent_demo_between (demo, -100, 300);
  alert->until_day = MAX (alert->until_day, alert->from_day);
  id = ent_demo_write (demo, alert);

  if (id == 0 || ent_demo_chance (demo, 50))
    return;
  read = ent_record_new (ENT_TYPE_ALERT_ACK);
  read->alert_id = id;
  read->agent_id = worker_of (demo, file);
  read->acknowledged_at = ent_demo_stamp (demo, demo->today - 2);
  ent_demo_write (demo, read);
}

/* Somebody outside who counts: named after an invented organisation, or an invented doctor. */
static void
write_relation (EntDemo *demo, const EntDemoFile *file)
{
  static const struct
  {
    EntRelationRole role;
    const char *kind;
  } roles[] = {
    { ENT_RELATION_DOCTOR, "maison-medicale" },
    { ENT_RELATION_LANDLORD, "logement" },
    { ENT_RELATION_DEBT_MEDIATOR, "mediation" },
    { ENT_RELATION_EMPLOYER, "employeur" },
    { ENT_RELATION_SCHOOL, "ecole" },
  };
  guint drawn = (guint) ent_demo_between (demo, 0, G_N_ELEMENTS (roles) - 1);
  EntRelation *relation = ent_record_new (ENT_TYPE_RELATION);

  relation->person_id = file->person_id;
  relation->role = roles[drawn].role;
  relation->organisation = ent_demo_words_organisation (demo->words, demo->rand, roles[drawn].kind);
  if (relation->role == ENT_RELATION_DOCTOR || relation->organisation == NULL)
    relation->name = g_strdup_printf ("Dr %s", ent_demo_words_last_name (demo->words, demo->rand,
                                                                         ENT_DEMO_WALLOON));
  relation->phone = ent_demo_numbers_landline (demo);
  ent_demo_write (demo, relation);
}

void
ent_demo_fill_files (EntDemo *demo)
{
  int year = 0;
  guint number = 0;

  g_array_sort (demo->files, compare_files);
  for (guint i = 0; i < demo->files->len && !ent_demo_failed (demo); i++)
    {
      EntDemoFile *file = &g_array_index (demo->files, EntDemoFile, i);
      int opened = 0;

      ent_day_to_ymd (file->opened, &opened, NULL, NULL);
      number = opened == year ? number + 1 : 1;
      year = opened;
      write_file (demo, file, year, number);
      write_notes (demo, file);
      if (ent_demo_chance (demo, 3))
        write_alert (demo, file);
      if (ent_demo_chance (demo, 22))
        write_relation (demo, file);
      if (demo->error == NULL && i % 100 == 0)
        g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error);
    }
}
