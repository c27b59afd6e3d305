/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Appointments of the invented social workers, kept and to come. Thread of the connection. */

#include "ent-appointment.h"
#include "ent-date.h"
#include "ent-demo-part.h"

static const char *const subjects[] = {
  "Premier entretien",        "Documents à apporter",    "Bilan du projet d'insertion",
  "Budget du ménage",         "Recherche d'un logement", "Facture d'énergie",
  "Renouvellement de l'aide",
};

#define OFFICE "Maison sociale de Sart-lez-Brumes, bureau %d"

/* On a day that people work, at a half hour between half past eight and four. */
static EntAppointment *
appointment_new (EntDemo *demo, const EntDemoFile *file, gint32 day)
{
  static const guint kinds[] = { 78, 14, 3, 5 };
  EntAppointment *self = ent_record_new (ENT_TYPE_APPOINTMENT);

  self->person_id = file->person_id;
  self->day = ent_day_next_working (day);
  self->from_time = 510 + 30 * ent_demo_between (demo, 0, 15);
  self->to_time = self->from_time + (ent_demo_chance (demo, 70) ? 30 : 60);
  self->kind = ENT_APPOINTMENT_INTERVIEW + (int) ent_demo_draw (demo, kinds, G_N_ELEMENTS (kinds));
  self->agent_id = g_array_index (demo->workers, gint64, file->worker);
  self->subject = g_strdup (
      subjects[ent_demo_between (demo, 0, (int) G_N_ELEMENTS (subjects) - 1)]);
  if (self->kind == ENT_APPOINTMENT_INTERVIEW)
    self->place = g_strdup_printf (OFFICE, ent_demo_between (demo, 1, 6));
  return self;
}

static void
write_past (EntDemo *demo, const EntDemoFile *file)
{
  static const guint numbers[] = { 30, 30, 25, 15 };
  static const guint attendances[] = { 0, 78, 10, 8, 4 };
  gint32 last = file->closed != ENT_DAY_NONE ? file->closed : demo->today - 1;
  gint32 first = MAX (file->opened, last - 400);
  guint n = ent_demo_draw (demo, numbers, G_N_ELEMENTS (numbers));

  for (guint i = 0; i < n && first < last; i++)
    {
      EntAppointment *self = appointment_new (demo, file, ent_demo_between (demo, first, last));

      self->attendance = ENT_ATTENDANCE_PLANNED +
                         (int) ent_demo_draw (demo, attendances, G_N_ELEMENTS (attendances));
      /* The next working day may be one that has not come. */
      if (self->day >= demo->today)
        self->attendance = ENT_ATTENDANCE_PLANNED;
      ent_demo_write (demo, self);
    }
}

static void
write_coming (EntDemo *demo, const EntDemoFile *file)
{
  int ahead = ent_demo_chance (demo, 15) ? 0 : ent_demo_between (demo, 1, 40);

  ent_demo_write (demo, appointment_new (demo, file, demo->today + ahead));
}

void
ent_demo_fill_appointments (EntDemo *demo)
{
  for (guint i = 0; i < demo->files->len && !ent_demo_failed (demo); i++)
    {
      const EntDemoFile *file = &g_array_index (demo->files, EntDemoFile, i);

      write_past (demo, file);
      if (file->closed == ENT_DAY_NONE && ent_demo_chance (demo, 18))
        write_coming (demo, file);
      if (demo->error == NULL && i % 100 == 0)
        g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error);
    }
}
