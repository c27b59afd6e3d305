/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a series: checking on the reading threads, issuing one act at a time on the writing
 * thread. */

#include "ent-paper-series.h"

#include "ent-error.h"
#include "ent-paper-series-make.h"

#include <glib/gi18n-lib.h>

/* What the reading thread works on. */
typedef struct
{
  EntPaperRequest *model;
  GArray *ids;
  EntSeriesOrder order;
  int permille;
} Check;

/* What the writing thread works on. */
typedef struct
{
  EntPaperRequest *model;
  EntSeriesLine *line;
} Issue;

struct _EntPaperSeries
{
  GObject parent_instance;

  EntStore *store;
  Check *check; /* atomic box */
  GPtrArray *lines; /* EntSeriesLine */
  GCancellable *cancellable; /* of checking */
  GError *error;
  guint position; /* of the line that is being issued, or next */
  guint n_done;
  guint n_failed;
  gboolean running;
  gboolean stopped;
};

enum
{
  PROP_0,
  PROP_N_DONE,
  PROP_N_FAILED,
  PROP_TOTAL,
  PROP_RUNNING,
  N_PROPS
};

enum
{
  SIGNAL_CHECKED,
  SIGNAL_PROGRESS,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPaperSeries, ent_paper_series, G_TYPE_OBJECT)

/* Checking */

static void
check_clear (gpointer data)
{
  Check *self = data;

  ent_paper_request_free (self->model);
  g_array_unref (self->ids);
}

static void
check_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, check_clear);
}

static gpointer
check_thread (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Check *self = data;
  gint32 day = self->model->day;
  g_autoptr (GPtrArray) lines = ent_paper_series_query (db, self->ids, self->order, day, error);

  if (lines == NULL ||
      !ent_paper_series_check (db, self->model, lines, &self->permille, cancellable, error))
    return NULL;
  return g_steal_pointer (&lines);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPaperSeries) self = user_data;

  g_clear_error (&self->error);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = ent_store_run_finish (ENT_STORE (source), result, &self->error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOTAL]);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0, self->lines != NULL);
}

void
ent_paper_series_prepare (EntPaperSeries *self)
{
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, check_thread,
                       g_atomic_rc_box_acquire (self->check), check_unref,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, checked_cb,
                       g_object_ref (self));
}

double
ent_paper_series_get_fraction (EntPaperSeries *self)
{
  return g_atomic_int_get (&self->check->permille) / 1000.0;
}

/* Issuing */

static void
issue_clear (gpointer data)
{
  Issue *self = data;

  ent_paper_request_free (self->model);
  ent_series_line_free (self->line);
}

static void
issue_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, issue_clear);
}

static gboolean
issue_thread (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Issue *self = data;

  return ent_paper_series_issue_in (apply, self->model, self->line, error);
}

static void
finish (EntPaperSeries *self)
{
  self->running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

/* What would befall every document after this one as well. */
static gboolean
is_hopeless (const GError *error)
{
  static const EntStoreError codes[] = { ENT_STORE_ERROR_FULL, ENT_STORE_ERROR_READ_ONLY,
                                         ENT_STORE_ERROR_CORRUPT };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, ENT_STORE_ERROR, (int) codes[i]))
      return TRUE;
  /* The register was closed. */
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void issue_next (EntPaperSeries *self);

typedef struct
{
  EntPaperSeries *series;
  Issue *issue;
} Written;

static void
take_result (EntPaperSeries *self, Issue *issue, GError *error)
{
  EntSeriesLine *line = g_ptr_array_index (self->lines, self->position++);

  if (error == NULL)
    {
      line->document_id = issue->line->document_id;
      g_set_str (&line->number, issue->line->number);
      self->n_done++;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_DONE]);
      return;
    }
  g_set_str (&line->problem, error->message);
  self->n_failed++;
  if (is_hopeless (error))
    {
      g_set_error_literal (&self->error, error->domain, error->code, error->message);
      self->stopped = TRUE;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_FAILED]);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Written *written = user_data;
  g_autoptr (EntPaperSeries) self = written->series;
  g_autoptr (GError) error = NULL;

  ent_store_write_finish (ENT_STORE (source), result, &error);
  take_result (self, written->issue, error);
  issue_unref (written->issue);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  issue_next (self);
}

static void
issue_next (EntPaperSeries *self)
{
  EntSeriesLine *line = NULL;
  Written *written;

  for (; self->position < self->lines->len; self->position++)
    {
      line = g_ptr_array_index (self->lines, self->position);
      if (!line->is_left_out && line->document_id == 0)
        break;
    }
  if (self->stopped || self->position >= self->lines->len)
    {
      finish (self);
      return;
    }
  written = g_new0 (Written, 1);
  written->series = g_object_ref (self);
  written->issue = g_atomic_rc_box_new0 (Issue);
  written->issue->model = ent_paper_request_copy (self->check->model);
  written->issue->line = ent_series_line_copy (line);
  /* A document that is being written is written to the end: no cancellable. */
  ent_store_write_async (self->store, _ ("Document issued"), issue_thread,
                         g_atomic_rc_box_acquire (written->issue), issue_unref, NULL, written_cb,
                         written);
}

void
ent_paper_series_start (EntPaperSeries *self)
{
  g_return_if_fail (self->lines != NULL && !self->running);

  for (guint i = 0; i < self->lines->len; i++)
    g_clear_pointer (&((EntSeriesLine *) g_ptr_array_index (self->lines, i))->problem, g_free);
  g_clear_error (&self->error);
  self->position = 0;
  self->n_failed = 0;
  self->stopped = FALSE;
  self->running = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
  issue_next (self);
}

void
ent_paper_series_stop (EntPaperSeries *self)
{
  g_cancellable_cancel (self->cancellable);
  self->stopped = TRUE;
}

gboolean
ent_paper_series_is_stopped (EntPaperSeries *self)
{
  return self->stopped;
}

/* Properties */

static void
ent_paper_series_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntPaperSeries *self = ENT_PAPER_SERIES (object);

  switch (id)
    {
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_FAILED:
      g_value_set_uint (value, self->n_failed);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, ent_paper_series_get_total (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ent_paper_series_finalize (GObject *object)
{
  EntPaperSeries *self = ENT_PAPER_SERIES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->check, check_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (ent_paper_series_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_FAILED] = g_param_spec_uint ("n-failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ent_paper_series_class_init (EntPaperSeriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_paper_series_get_property;
  object_class->finalize = ent_paper_series_finalize;
  install_properties (object_class);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", ENT_TYPE_PAPER_SERIES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", ENT_TYPE_PAPER_SERIES, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", ENT_TYPE_PAPER_SERIES, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_paper_series_init (EntPaperSeries *self)
{
  self->cancellable = g_cancellable_new ();
}

EntPaperSeries *
ent_paper_series_new (EntStore *store,
                      const EntPaperRequest *model,
                      GArray *ids,
                      EntSeriesOrder order)
{
  EntPaperSeries *self = g_object_new (ENT_TYPE_PAPER_SERIES, NULL);

  self->store = g_object_ref (store);
  self->check = g_atomic_rc_box_new0 (Check);
  self->check->model = ent_paper_request_copy (model);
  self->check->ids = g_array_ref (ids);
  self->check->order = order;
  return self;
}

GPtrArray *
ent_paper_series_get_lines (EntPaperSeries *self)
{
  return self->lines;
}

void
ent_paper_series_leave_out (EntPaperSeries *self, guint position, gboolean leave_out)
{
  EntSeriesLine *line;

  g_return_if_fail (self->lines != NULL && position < self->lines->len && !self->running);

  line = g_ptr_array_index (self->lines, position);
  line->is_left_out = leave_out;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOTAL]);
}

guint
ent_paper_series_get_total (EntPaperSeries *self)
{
  guint total = 0;

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    if (!((EntSeriesLine *) g_ptr_array_index (self->lines, i))->is_left_out)
      total++;
  return total;
}

guint
ent_paper_series_get_n_done (EntPaperSeries *self)
{
  return self->n_done;
}

guint
ent_paper_series_get_n_failed (EntPaperSeries *self)
{
  return self->n_failed;
}

const GError *
ent_paper_series_get_error (EntPaperSeries *self)
{
  return self->error;
}

const EntPaperRequest *
ent_paper_series_get_model (EntPaperSeries *self)
{
  return self->check->model;
}
