/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the application while it works, so that a region is not lost by closing the window. Main
 * thread; the work is done in a thread of its own. */

#include "ent-region-job.h"

#include "ent-region-shelf.h"
#include "ent-regions.h"

#include <glib/gi18n-lib.h>

struct _EntRegionJob
{
  GObject parent_instance;

  GWeakRef shell;
  GApplication *held; /* while it works */
  GCancellable *cancellable; /* NULL: nothing is being done */
  char *target;
  char *fault;
  EntRegionStage stage;
  double fraction;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How much of the time each stage takes, in percent, for a bar that moves evenly. */
static const double shares[ENT_REGION_N_STAGES] = {
  [ENT_REGION_STAGE_READING] = 25,     [ENT_REGION_STAGE_ROADS] = 10,
  [ENT_REGION_STAGE_HIERARCHIES] = 35, [ENT_REGION_STAGE_ADDRESSES] = 10,
  [ENT_REGION_STAGE_MAP] = 15,         [ENT_REGION_STAGE_WRITING] = 5,
};

G_DEFINE_FINAL_TYPE (EntRegionJob, ent_region_job, G_TYPE_OBJECT)

static void
tell (EntRegionJob *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
advanced_cb (EntRegionStage stage, double fraction, gpointer data)
{
  EntRegionJob *self = data;
  double done = 0;

  for (guint i = 0; i < (guint) stage; i++)
    done += shares[i];
  done = (done + shares[stage] * CLAMP (fraction, 0, 1)) / 100;
  self->stage = stage;
  self->fraction = MAX (self->fraction, done);
  tell (self);
}

static void
end (EntRegionJob *self)
{
  g_clear_object (&self->cancellable);
  if (self->held != NULL)
    g_application_release (self->held);
  g_clear_object (&self->held);
}

static void
say (EntRegionJob *self, const char *text)
{
  g_autoptr (EntShell) shell = g_weak_ref_get (&self->shell);

  if (shell != NULL)
    ent_shell_toast (shell, text, FALSE);
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRegionJob) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean built = ent_region_build_finish (result, &error);

  end (self);
  if (built)
    {
      ent_regions_choose (ent_regions_get_default (), self->target);
      say (self, _ ("The region is ready"));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _ ("Import stopped; nothing was changed"));
  else
    {
      g_set_str (&self->fault, error->message);
      say (self, _ ("The region could not be imported"));
    }
  tell (self);
}

static void
ent_region_job_finalize (GObject *object)
{
  EntRegionJob *self = ENT_REGION_JOB (object);

  g_weak_ref_clear (&self->shell);
  g_free (self->target);
  g_free (self->fault);
  G_OBJECT_CLASS (ent_region_job_parent_class)->finalize (object);
}

static void
ent_region_job_class_init (EntRegionJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_region_job_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_REGION_JOB, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_region_job_init (EntRegionJob *self)
{
  g_weak_ref_init (&self->shell, NULL);
}

EntRegionJob *
ent_region_job_get_default (void)
{
  static EntRegionJob *job;

  if (job == NULL)
    job = g_object_new (ENT_TYPE_REGION_JOB, NULL);
  return job;
}

gboolean
ent_region_job_is_running (EntRegionJob *self)
{
  return self->cancellable != NULL;
}

double
ent_region_job_get_fraction (EntRegionJob *self)
{
  return self->fraction;
}

const char *
ent_region_job_get_stage_text (EntRegionJob *self)
{
  return ent_region_stage_text (self->stage);
}

const char *
ent_region_job_get_fault (EntRegionJob *self)
{
  return self->fault;
}

void
ent_region_job_start (EntRegionJob *self, EntShell *shell, const EntRegionSources *sources)
{
  const EntRegionProgress progress = { advanced_cb, self };
  g_autoptr (GError) error = NULL;

  g_return_if_fail (!ent_region_job_is_running (self));

  g_clear_pointer (&self->fault, g_free);
  g_free (self->target);
  self->target = ent_region_shelf_path_for (sources->name, &error);
  if (self->target == NULL)
    {
      self->fault = g_strdup_printf (_ ("The folder of regions cannot be made: %s."),
                                     error->message);
      tell (self);
      return;
    }
  self->stage = ENT_REGION_STAGE_READING;
  self->fraction = 0;
  self->cancellable = g_cancellable_new ();
  g_weak_ref_set (&self->shell, shell);
  if (g_application_get_default () != NULL)
    {
      self->held = g_object_ref (g_application_get_default ());
      g_application_hold (self->held);
    }
  ent_region_build_async (sources, self->target, &progress, self->cancellable, built_cb,
                          g_object_ref (self));
  tell (self);
}

void
ent_region_job_cancel (EntRegionJob *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
