/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses are looked up while somebody types; an answer that comes after the next keystroke is
 * dropped, and without a region nothing is said. Main thread, asking elsewhere. */

#include "ent-carer-form.h"

#include "ent-address-ask.h"
#include "ent-carer-place.h"
#include "ent-carer-query.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define FORM "ent-carer-form"
#define STORE "ent-store"
#define N_PLACES 2

static const struct
{
  const char *kind;
  const char *address;
} place_columns[N_PLACES] = {
  { "start_kind", "start_address" },
  { "end_kind", "end_address" },
};

/* What is known of one of the two places. */
typedef struct
{
  GCancellable *asking;
  char *text; /* that was asked for */
  EntPoint point;
  gboolean found;
  GtkWidget *told; /* borrowed */
} Place;

typedef struct
{
  EntForm *form; /* borrowed */
  Place places[N_PLACES];
} CarerForm;

static void
carer_form_free (CarerForm *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    {
      g_cancellable_cancel (self->places[i].asking);
      g_clear_object (&self->places[i].asking);
      g_free (self->places[i].text);
    }
  g_free (self);
}

static const char *
address_of (const EntCarer *draft, guint which)
{
  if (which == 0)
    return ent_carer_start_has_address (draft) ? draft->start_address : NULL;
  return ent_carer_end_has_address (draft) ? draft->end_address : NULL;
}

static void
tell (Place *place, const char *text)
{
  gtk_label_set_text (GTK_LABEL (place->told), text != NULL ? text : "");
  gtk_widget_set_visible (place->told, text != NULL);
}

typedef struct
{
  EntFormDialog *dialog;
  guint which;
} Asking;

static void
take_answer (Place *place, const EntAddressAnswer *answer)
{
  const EntAddressMatch *best = ent_address_answer_get_best (answer);
  g_autofree char *line = best != NULL ? ent_address_match_format (best) : NULL;
  g_autofree char *text = NULL;

  place->found = best != NULL && answer->doubt == ENT_ADDRESS_DOUBT_NONE;
  if (place->found)
    {
      place->point = best->point;
      /* Translators: an address as the map has it */
      text = g_strdup_printf (_ ("On the map: %s"), line);
    }
  else
    /* Translators: an address as it was typed, then why it is not on the map */
    text = g_strdup_printf (_ ("“%s” is not on the map yet. %s"), place->text,
                            ent_address_doubt_text (answer->doubt));
  tell (place, text);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (EntFormDialog) dialog = asking->dialog;
  EntAddressAnswer *answer = ent_address_ask_finish (result, NULL);
  CarerForm *self = g_object_get_data (G_OBJECT (dialog), FORM);

  if (answer == NULL)
    return;
  if (self != NULL && gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    take_answer (&self->places[asking->which], answer);
  ent_address_ask_answer_free (answer);
}

static void
look_up (EntFormDialog *dialog, CarerForm *self, guint which)
{
  Place *place = &self->places[which];
  EntAddressQuery query = { .text = address_of (ent_form_get_draft (self->form), which) };
  Asking *asking;

  g_cancellable_cancel (place->asking);
  g_clear_object (&place->asking);
  g_clear_pointer (&place->text, g_free);
  place->found = FALSE;
  tell (place, NULL);
  if (query.text == NULL)
    return;
  place->text = g_strdup (query.text);
  place->asking = g_cancellable_new ();
  asking = g_new0 (Asking, 1);
  asking->dialog = g_object_ref (dialog);
  asking->which = which;
  ent_address_ask_async (&query, place->asking, answered_cb, asking);
}

static void
show_fields (EntForm *form)
{
  EntCarer *draft = ent_form_get_draft (form);

  ent_form_set_column_visible (form, "start_address", ent_carer_start_has_address (draft));
  ent_form_set_column_visible (form, "end_address", ent_carer_end_has_address (draft));
  ent_form_set_column_visible (form, "vehicle_id",
                               draft->travel_mode != ENT_TRAVEL_FOOT || draft->vehicle_id != 0);
}

static void
changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  CarerForm *self = g_object_get_data (G_OBJECT (dialog), FORM);

  show_fields (form);
  for (guint i = 0; i < N_PLACES; i++)
    if (g_str_equal (column, place_columns[i].kind) ||
        g_str_equal (column, place_columns[i].address))
      look_up (dialog, self, i);
}

static EntChangeSet *
build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  CarerForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  EntChangeSet *set = ent_change_set_new (original != NULL ? _ ("Carer changed")
                                                           : _ ("Carer added"));

  for (guint i = 0; i < N_PLACES; i++)
    {
      const Place *place = &self->places[i];

      if (!place->found || g_strcmp0 (place->text, address_of (draft, i)) != 0)
        continue;
      if (i == 0)
        ent_carer_set_start (draft, place->point);
      else
        ent_carer_set_end (draft, place->point);
    }
  if (original != NULL)
    ent_change_set_edit (set, original, draft);
  else
    ent_change_set_insert (set, draft);
  return set;
}

static GtkWidget *
told_new (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "private");
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

void
ent_carer_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  CarerForm *self = g_new0 (CarerForm, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  EntCarer *draft;

  self->form = ent_form_dialog_get_form (dialog);
  draft = ent_form_get_draft (self->form);
  for (guint i = 0; i < N_PLACES; i++)
    self->places[i].told = told_new (box);
  g_object_set_data_full (G_OBJECT (dialog), FORM, self, (GDestroyNotify) carer_form_free);
  ent_form_dialog_set_extra (dialog, box);
  /* Whose absences and keys these are does not change. */
  if (ent_record_get_id (draft) != 0)
    ent_form_set_column_sensitive (self->form, "agent_id", FALSE);
  else
    ent_form_set_column_visible (self->form, "colour", FALSE);
  show_fields (self->form);
  ent_form_dialog_set_build_func (dialog, build, NULL, NULL);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), dialog, 0);
}

/* Hours of work */

static gpointer
read_opinion (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  EntCarerShift *draft = data;
  g_autoptr (EntCarerWork) work = ent_carer_query_work (db, draft->carer_id, error);
  EntIssues *issues;

  if (work == NULL)
    return NULL;
  issues = ent_issues_new ();
  ent_carer_check_hours (work, draft, MAX (ent_day_today (), draft->from_day), issues);
  return issues;
}

static void
opinion_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (EntIssues) issues = ent_store_run_finish (ENT_STORE (source), result, NULL);

  /* A dialog that was closed meanwhile has no form any more. */
  if (issues != NULL && gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    ent_form_show_issues (ent_form_dialog_get_form (dialog),
                          ent_issues_n (issues) > 0 ? issues : NULL);
}

static void
shift_changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  EntStore *store = g_object_get_data (G_OBJECT (dialog), STORE);

  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_opinion,
                       ent_record_dup (ent_form_get_draft (form)), g_object_unref,
                       (GDestroyNotify) ent_issues_free, NULL, opinion_read_cb,
                       g_object_ref (dialog));
}

void
ent_carer_shift_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  g_object_set_data_full (G_OBJECT (dialog), STORE, g_object_ref (store), g_object_unref);
  g_signal_connect_object (ent_form_dialog_get_form (dialog), "changed",
                           G_CALLBACK (shift_changed_cb), dialog, 0);
}
