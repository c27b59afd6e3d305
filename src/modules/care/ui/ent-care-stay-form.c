/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Noting that a person is away from home. The stays and visits of the person are read when the form
 * opens, so that saving is one act. Main thread. */

#include "ent-care-stay-form.h"

#include "ent-care-generate.h"
#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define FORM "ent-care-stay-form"

typedef struct
{
  gint64 person_id;
  GPtrArray *stays;
  GPtrArray *visits;
  GtkWidget *told; /* borrowed: what saving frees */
} StayForm;

static void
stay_form_free (StayForm *self)
{
  g_clear_pointer (&self->stays, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_free (self);
}

/* The stays as they will be: @draft takes the place of what it was. */
static GPtrArray *
stays_with (StayForm *self, EntPersonStay *draft)
{
  GPtrArray *stays = g_ptr_array_new ();

  for (guint i = 0; i < self->stays->len; i++)
    if (ent_record_get_id (g_ptr_array_index (self->stays, i)) != ent_record_get_id (draft))
      g_ptr_array_add (stays, g_ptr_array_index (self->stays, i));
  g_ptr_array_add (stays, draft);
  return stays;
}

/* Adds to @set, which may be NULL, what becomes of the visits; how many are freed. */
static guint
follow (StayForm *self, EntPersonStay *draft, EntChangeSet *set)
{
  g_autoptr (GPtrArray) stays = stays_with (self, draft);
  guint n_freed = 0;

  for (guint i = 0; i < self->visits->len; i++)
    {
      EntVisit *visit = g_ptr_array_index (self->visits, i);
      g_autoptr (EntVisit) changed = ent_record_dup (visit);

      if (!ent_visit_follow_stay (changed,
                                  ent_person_stay_find (stays, visit->person_id, visit->day)))
        continue;
      n_freed += !ent_visit_is_open (changed);
      if (set != NULL)
        ent_change_set_edit (set, visit, changed);
    }
  return n_freed;
}

static void
tell (EntFormDialog *dialog)
{
  StayForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  EntPersonStay *draft = ent_form_get_draft (ent_form_dialog_get_form (dialog));
  guint n = self->visits != NULL ? follow (self, draft, NULL) : 0;
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Saving frees %u visit.", "Saving frees %u visits.", n), n);
  gtk_label_set_text (GTK_LABEL (self->told),
                      n > 0 ? text : _ ("Saving frees no visit: none is planned on these days."));
}

static void
changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  tell (dialog);
}

static gpointer
read_visits (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  StayForm *found = g_new0 (StayForm, 1);

  found->person_id = ((StayForm *) data)->person_id;
  found->stays = ent_care_query_stays_of (db, found->person_id, error);
  if (found->stays != NULL)
    found->visits = ent_care_query_visits_of (db, found->person_id, ent_day_today (), error);
  if (found->visits != NULL)
    return found;
  stay_form_free (found);
  return NULL;
}

static void
visits_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  StayForm *found = ent_store_run_finish (ENT_STORE (source), result, NULL);
  StayForm *self = g_object_get_data (G_OBJECT (dialog), FORM);

  if (found == NULL)
    return;
  if (gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    {
      self->stays = g_steal_pointer (&found->stays);
      self->visits = g_steal_pointer (&found->visits);
      tell (dialog);
      ent_form_dialog_set_ready (dialog, TRUE);
    }
  stay_form_free (found);
}

void
ent_care_stay_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);
  StayForm *self = g_new0 (StayForm, 1);
  StayForm *question = g_new0 (StayForm, 1);

  self->person_id = question->person_id = ((EntPersonStay *) ent_form_get_draft (form))->person_id;
  /* It stands there from the start: the dialog does not grow once it is open. */
  self->told = gtk_label_new (_ ("Saving frees the visits planned on these days."));
  gtk_label_set_wrap (GTK_LABEL (self->told), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->told), 0);
  gtk_widget_add_css_class (self->told, "dimmed");
  g_object_set_data_full (G_OBJECT (dialog), FORM, self, (GDestroyNotify) stay_form_free);
  ent_form_add_widget (form, self->told);
  ent_form_dialog_set_ready (dialog, FALSE);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), dialog, 0);
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, read_visits, question,
                       (GDestroyNotify) stay_form_free, (GDestroyNotify) stay_form_free, NULL,
                       visits_read_cb, g_object_ref (dialog));
}

EntChangeSet *
ent_care_stay_form_build (EntFormDialog *dialog,
                          gpointer original,
                          gpointer draft,
                          gpointer user_data)
{
  StayForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  EntChangeSet *set = ent_change_set_new (original == NULL ? _ ("Absence from home noted")
                                                           : _ ("Absence from home changed"));

  if (original == NULL)
    ent_change_set_insert (set, draft);
  else
    ent_change_set_edit (set, original, draft);
  if (self->visits != NULL)
    follow (self, draft, set);
  return set;
}

typedef struct
{
  EntShell *shell;
  gint64 stay_id;
} Removal;

static gboolean
remove_stay (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_care_delete_stay (apply, ((Removal *) data)->stay_id, ent_day_today (), error);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (GError) error = NULL;

  if (ent_store_write_finish (ENT_STORE (source), result, &error) != 0)
    ent_shell_toast (removal->shell, _ ("Absence from home deleted"), TRUE);
  else
    ent_shell_report (removal->shell, error);
  g_object_unref (removal->shell);
  g_free (removal);
}

void
ent_care_stay_remove (EntShell *shell, EntStore *store, gpointer stay)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->shell = g_object_ref (shell);
  removal->stay_id = ent_record_get_id (stay);
  ent_store_write_async (store, _ ("Absence from home deleted"), remove_stay, removal, NULL, NULL,
                         removed_cb, removal);
}
