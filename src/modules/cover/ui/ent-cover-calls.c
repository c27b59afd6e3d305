/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to call. What was answered is written at once, and read again when it has changed. Main
 * thread. */

#include "ent-cover-calls.h"

#include "ent-carer.h"
#include "ent-cover-call-row.h"
#include "ent-cover-change.h"
#include "ent-date.h"
#include "ent-group.h"
#include "ent-person.h"
#include "ent-shell.h"
#include "ent-staff-query.h"

#include <glib/gi18n-lib.h>

struct _EntCoverCalls
{
  AdwBin parent_instance;

  GtkBox *box;
  AdwComboRow *how;
  GtkLabel *progress;
  GtkWidget *groups[2]; /* of beneficiaries, of carers; NULL while there are none */
  GPtrArray *rows; /* EntCoverCallRow, borrowed, as the calls */
  GPtrArray *calls; /* EntCoverCall; NULL until they are read */
  EntStore *store;
  gint64 cover_id;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntCoverCalls, ent_cover_calls, ADW_TYPE_BIN)

typedef struct
{
  EntCoverCalls *calls;
  GArray *notices; /* gint64 */
  EntNoticeAnswer answer;
  char *login;
} Answering;

static void
answering_free (Answering *self)
{
  g_object_unref (self->calls);
  g_array_unref (self->notices);
  g_free (self->login);
  g_free (self);
}

static gboolean
write_answer (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Answering *answering = data;
  g_autoptr (EntAgent)
                me = ent_staff_query_by_login (ent_apply_get_db (apply), answering->login, NULL);

  answering->answer.agent_id = me != NULL ? ent_record_get_id (me) : 0;
  return ent_cover_apply_answer (apply, (const gint64 *) (gpointer) answering->notices->data,
                                 answering->notices->len, &answering->answer, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answering *answering = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (answering->calls));

  if (ent_store_write_finish (ENT_STORE (source), result, &error) != 0 && shell != NULL)
    ent_shell_toast (shell, _ ("Answer noted"), TRUE);
  else if (shell != NULL)
    ent_shell_report (shell, error);
  answering_free (answering);
}

static void
row_answered_cb (EntCoverCalls *self, int outcome, EntCoverCallRow *row)
{
  const EntCoverCall *call = ent_cover_call_row_get (row);
  guint how = adw_combo_row_get_selected (self->how);
  Answering *answering = g_new0 (Answering, 1);

  answering->calls = g_object_ref (self);
  answering->notices = g_array_new (FALSE, FALSE, sizeof (gint64));
  answering->login = g_strdup (g_get_user_name ());
  answering->answer = (EntNoticeAnswer) {
    .outcome = (EntNoticeOutcome) outcome,
    .how = (EntNoticeHow) ent_notice_how_enum.choices[how].value,
    .at = ent_stamp_now (),
  };
  for (guint i = 0; i < call->messages->len; i++)
    g_array_append_val (answering->notices,
                        ((EntCoverMessage *) g_ptr_array_index (call->messages, i))->notice_id);
  ent_store_write_async (self->store, _ ("Answer noted"), write_answer, answering, NULL, NULL,
                         answered_cb, answering);
}

static void
row_opened_cb (EntCoverCalls *self, EntCoverCallRow *row)
{
  const EntCoverCall *call = ent_cover_call_row_get (row);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, call->is_carer ? &ent_carer_schema : &ent_person_schema, call->id);
}

static gboolean
is_same_list (EntCoverCalls *self, GPtrArray *calls)
{
  if (self->calls == NULL || self->calls->len != calls->len)
    return FALSE;
  for (guint i = 0; i < calls->len; i++)
    {
      const EntCoverCall *old = g_ptr_array_index (self->calls, i);
      const EntCoverCall *new = g_ptr_array_index (calls, i);

      if (old->is_carer != new->is_carer || old->id != new->id)
        return FALSE;
    }
  return TRUE;
}

static AdwPreferencesGroup *
group_for (EntCoverCalls *self, gboolean is_carer)
{
  if (self->groups[is_carer] == NULL)
    {
      self->groups[is_carer] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[is_carer]),
                                       is_carer ? _ ("Carers") : _ ("Beneficiaries"));
      gtk_box_append (self->box, self->groups[is_carer]);
    }
  return ADW_PREFERENCES_GROUP (self->groups[is_carer]);
}

static void
make_rows (EntCoverCalls *self, GPtrArray *calls)
{
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    if (self->groups[i] != NULL)
      {
        gtk_box_remove (self->box, self->groups[i]);
        self->groups[i] = NULL;
      }
  for (guint i = 0; i < calls->len; i++)
    {
      GtkWidget *row = ent_cover_call_row_new ();

      g_signal_connect_object (row, "answered", G_CALLBACK (row_answered_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "opened", G_CALLBACK (row_opened_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (
          group_for (self, ((EntCoverCall *) g_ptr_array_index (calls, i))->is_carer), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_progress (EntCoverCalls *self)
{
  guint n_done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->calls->len; i++)
    n_done += ent_cover_call_is_done (g_ptr_array_index (self->calls, i));
  /* Translators: how many of how many persons have been told */
  text = g_strdup_printf (ngettext ("%1$u of %2$u told", "%1$u of %2$u told", n_done), n_done,
                          self->calls->len);
  gtk_label_set_label (self->progress, self->calls->len > 0 ? text : _ ("Nobody is to be told."));
  gtk_widget_set_visible (GTK_WIDGET (self->how), self->calls->len > 0);
}

static void
show_calls (EntCoverCalls *self, GPtrArray *calls)
{
  g_autoptr (GPtrArray) before = self->calls;

  if (!is_same_list (self, calls))
    make_rows (self, calls);
  self->calls = g_ptr_array_ref (calls);
  for (guint i = 0; i < calls->len; i++)
    ent_cover_call_row_set (g_ptr_array_index (self->rows, i), g_ptr_array_index (calls, i));
  show_progress (self);
}

static gpointer
read_calls (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_cover_query_calls (db, *(gint64 *) data, error);
}

static void
calls_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntCoverCalls) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calls = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (calls != NULL && self->store != NULL)
    show_calls (self, calls);
  else if (error != NULL && shell != NULL)
    ent_shell_report (shell, error);
}

static void
read_again (EntCoverCalls *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_calls,
                       g_memdup2 (&self->cover_id, sizeof self->cover_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, calls_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntCoverCalls *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_visit_notice_schema))
    read_again (self);
}

static void
ent_cover_calls_dispose (GObject *object)
{
  EntCoverCalls *self = ENT_COVER_CALLS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_cover_calls_parent_class)->dispose (object);
}

static void
ent_cover_calls_finalize (GObject *object)
{
  EntCoverCalls *self = ENT_COVER_CALLS (object);

  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_cover_calls_parent_class)->finalize (object);
}

static void
ent_cover_calls_class_init (EntCoverCallsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_cover_calls_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_cover_calls_finalize;
}

static GtkWidget *
make_how (EntCoverCalls *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < ent_notice_how_enum.n_choices; i++)
    gtk_string_list_append (names, _ (ent_notice_how_enum.choices[i].label));
  self->how = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->how), _ ("How they are told"));
  adw_combo_row_set_model (self->how, G_LIST_MODEL (names));
  ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ ("How they are told"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->how));
  return group;
}

static void
ent_cover_calls_init (EntCoverCalls *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->progress = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->progress, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "title-4");
  gtk_box_append (self->box, GTK_WIDGET (self->progress));
  gtk_box_append (self->box, make_how (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
ent_cover_calls_new (EntStore *store, gint64 cover_id)
{
  EntCoverCalls *self = g_object_new (ENT_TYPE_COVER_CALLS, NULL);

  self->store = g_object_ref (store);
  self->cover_id = cover_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_again (self);
  return GTK_WIDGET (self);
}

GPtrArray *
ent_cover_calls_get (EntCoverCalls *self)
{
  return self->calls;
}
