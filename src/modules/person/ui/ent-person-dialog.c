/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two forms over one record: the short one at first contact, with who is known already below it,
 * and the long one afterwards. Main thread. */

#include "ent-person-dialog.h"

#include "ent-contact-point.h"
#include "ent-date.h"
#include "ent-duplicates-group.h"
#include "ent-form-dialog.h"
#include "ent-national-number.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-person-silence.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#define CREATION "ent-person-creation"

/* What stands beside the dialog of first contact, freed with it. */
typedef struct
{
  EntFormDialog *dialog; /* borrowed */
  EntForm *form; /* borrowed */
  AdwEntryRow *phone; /* borrowed */
  EntDuplicatesGroup *duplicates; /* borrowed */
  EntPersonDone done; /* NULL: the person's page is opened */
  gpointer done_data;
} Creation;

/* Whoever waits for an answer gets one, even when the dialog is closed without. */
static void
creation_free (Creation *self)
{
  if (self->done != NULL)
    self->done (0, self->done_data);
  g_free (self);
}

static EntFormSilence
get_silence (gpointer draft, const char *column)
{
  return (EntFormSilence) ent_person_get_silence (draft, column);
}

static void
set_silence (gpointer draft, const char *column, EntFormSilence silence)
{
  ent_person_set_silence (draft, column, (EntSilence) silence);
}

/* A register number tells date of birth and sex; what is noted already stays. */
static void
fill_from_number (EntForm *form)
{
  EntPerson *draft = ent_form_get_draft (form);
  EntNationalNumber number;

  if (draft->national_number == NULL ||
      ent_national_number_parse (draft->national_number, &number) != ENT_NUMBER_OK)
    return;
  if (draft->birth_date == ENT_DAY_NONE && number.birth_day_number != ENT_DAY_NONE)
    ent_draft_set (draft, "birth_date", ent_day (number.birth_day_number));
  if (draft->sex == 0 && number.sex_known)
    ent_draft_set (draft, "sex", ent_text (number.male ? "male" : "female"));
  ent_form_refresh (form);
}

static const char *
typed_phone (Creation *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->phone));

  return *text != '\0' ? text : NULL;
}

static void
look_for_duplicates (Creation *self)
{
  EntPerson *draft = ent_form_get_draft (self->form);
  EntPersonClue clue = {
    .last_name = draft->last_name,
    .first_names = draft->first_names,
    .birth_date = draft->birth_date,
    .national_number = draft->national_number,
    .phone = typed_phone (self),
  };

  ent_duplicates_group_ask (self->duplicates, &clue);
}

static void
creation_changed_cb (EntForm *form, const char *column, Creation *self)
{
  if (g_str_equal (column, "national_number"))
    fill_from_number (form);
  look_for_duplicates (self);
}

static void
phone_changed_cb (Creation *self)
{
  ent_form_dialog_set_touched (self->dialog, typed_phone (self) != NULL);
  look_for_duplicates (self);
}

/* Hands the known person over and closes the form. */
static void
take_known (Creation *self, gint64 person_id)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->dialog));
  EntPersonDone done = g_steal_pointer (&self->done);
  gpointer done_data = self->done_data;

  if (shell != NULL)
    g_object_ref (shell);
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  if (done != NULL)
    done (person_id, done_data);
  else if (shell != NULL)
    ent_shell_open (shell, &ent_person_schema, person_id);
  g_clear_object (&shell);
}

typedef struct
{
  EntFormDialog *dialog;
  gint64 person_id;
} Question;

static void
leave_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (EntFormDialog) dialog = question->dialog;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "open"))
    take_known (g_object_get_data (G_OBJECT (dialog), CREATION), question->person_id);
}

/* A name is typed to find somebody; what goes beyond it would be lost. */
static void
duplicate_picked_cb (EntDuplicatesGroup *group, gint64 person_id, Creation *self)
{
  EntPerson *draft = ent_form_get_draft (self->form);
  AdwDialog *alert;
  Question *question;

  if (typed_phone (self) == NULL && draft->national_number == NULL)
    {
      take_known (self, person_id);
      return;
    }
  alert = adw_alert_dialog_new (_ ("Open the known person?"),
                                _ ("The number and the phone typed here are not kept. You can add "
                                   "them on the person's page."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "stay", _ ("_Stay here"), "open",
                                  _ ("_Open the person"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "stay");
  question = g_new0 (Question, 1);
  question->dialog = g_object_ref (self->dialog);
  question->person_id = person_id;
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), GTK_WIDGET (self->dialog), NULL,
                           leave_chosen_cb, question);
}

/* The person, and in the same act the phone. */
static EntChangeSet *
build_creation (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  Creation *self = g_object_get_data (G_OBJECT (dialog), CREATION);
  EntChangeSet *set = ent_change_set_new (_ ("Person added"));
  gint64 id = ent_change_set_insert (set, draft);

  if (typed_phone (self) != NULL)
    {
      g_autoptr (EntContactPoint) phone = ent_record_new (ENT_TYPE_CONTACT_POINT);

      ent_draft_set (phone, "person_id", ent_int (id));
      ent_draft_set (phone, "value", ent_text (typed_phone (self)));
      ent_draft_set (phone, "preferred", ent_int (TRUE));
      ent_change_set_insert (set, phone);
    }
  return set;
}

static void
created_cb (EntFormDialog *dialog, EntChangeSet *set, Creation *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));
  gint64 provisional = ent_change_set_get (set, 0)->id;
  gint64 id = provisional > 0 ? provisional : ent_change_set_resolve (set, provisional);
  EntPersonDone done = g_steal_pointer (&self->done);

  if (done != NULL)
    done (id, self->done_data);
  else if (shell != NULL)
    ent_shell_open (shell, &ent_person_schema, id);
}

/* A group without a title would else say nothing of its list. */
static void
name_list (GtkWidget *list, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
phone_group_new (Creation *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->phone = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->phone), _ ("Phone"));
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->phone))),
                              GTK_INPUT_PURPOSE_PHONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->phone), "private");
  g_signal_connect_swapped (self->phone, "changed", G_CALLBACK (phone_changed_cb), self);
  g_signal_connect_swapped (self->phone, "entry-activated", G_CALLBACK (ent_form_dialog_save),
                            self->dialog);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->phone));
  name_list (gtk_widget_get_ancestor (GTK_WIDGET (self->phone), GTK_TYPE_LIST_BOX), _ ("Phone"));
  return group;
}

/* "Dupont Anne": the first word is the last name, as people are called up at a counter. */
static void
fill_name (EntPerson *draft, const char *text)
{
  g_auto (GStrv) words = NULL;

  if (text == NULL || *text == '\0' || g_ascii_isdigit (*text))
    return;
  words = g_strsplit (text, " ", 2);
  ent_draft_set (draft, "last_name", ent_text (words[0]));
  if (words[1] != NULL && *words[1] != '\0')
    ent_draft_set (draft, "first_names", ent_text (words[1]));
}

void
ent_person_dialog_create_then (GtkWidget *parent,
                               EntStore *store,
                               const char *text,
                               EntPersonDone done,
                               gpointer user_data)
{
  static const char *const columns[] = { "last_name", "first_names", "birth_date",
                                         "national_number", NULL };
  g_autoptr (EntPerson) draft = ent_record_new (ENT_TYPE_PERSON);
  Creation *self = g_new0 (Creation, 1);

  fill_name (draft, text);
  self->done = done;
  self->done_data = user_data;
  self->dialog = ent_form_dialog_new (store, _ ("New person"), NULL, draft, _ ("Person added"));
  self->form = ent_form_dialog_get_form (self->dialog);
  g_object_set_data_full (G_OBJECT (self->dialog), CREATION, self, (GDestroyNotify) creation_free);

  ent_form_set_silence_funcs (self->form, get_silence, set_silence);
  ent_form_add_group (self->form, NULL, _ ("A name is enough. Everything else can come later."),
                      columns);
  ent_form_add_widget (self->form, phone_group_new (self));
  self->duplicates = ENT_DUPLICATES_GROUP (ent_duplicates_group_new (store));
  g_signal_connect (self->duplicates, "picked", G_CALLBACK (duplicate_picked_cb), self);
  ent_form_dialog_set_extra (self->dialog, GTK_WIDGET (self->duplicates));
  g_signal_connect (self->form, "changed", G_CALLBACK (creation_changed_cb), self);
  g_signal_connect (self->dialog, "saved", G_CALLBACK (created_cb), self);
  ent_form_dialog_set_build_func (self->dialog, build_creation, NULL, NULL);
  ent_form_dialog_set_primary_label (self->dialog, _ ("_Add the person"));
  /* Room for those who are alike, so that nothing moves while somebody types. */
  adw_dialog_set_content_height (ADW_DIALOG (self->dialog), 620);
  if (draft->last_name != NULL)
    look_for_duplicates (self);
  adw_dialog_present (ADW_DIALOG (self->dialog), parent);
}

void
ent_person_dialog_create (GtkWidget *parent, EntStore *store)
{
  ent_person_dialog_create_then (parent, store, NULL, NULL, NULL);
}

/* A register number that is replaced stays among the former ones. */
static EntChangeSet *
build_edit (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntChangeSet *set = ent_change_set_new (_ ("Person changed"));

  ent_change_set_edit (set, original, draft);
  ent_person_keep_number (set, original, draft, ent_day_today ());
  return set;
}

static void
edit_changed_cb (EntForm *form, const char *column)
{
  if (g_str_equal (column, "national_number"))
    fill_from_number (form);
}

void
ent_person_dialog_edit (GtkWidget *parent, EntStore *store, EntPerson *person)
{
  static const char *const names[] = { "last_name", "first_names", "usual_name", "sex", NULL };
  static const char *const birth[] = { "birth_date", "birth_place", "national_number",
                                       "deceased_on", NULL };
  static const char *const residence[] = { "nationality_id", "residence_title", "residence_until",
                                           NULL };
  static const char *const languages[] = { "language", "interpreter_needed", NULL };
  static const char *const follow_up[] = { "reference_worker_id", "remark", NULL };
  g_autoptr (EntPerson) draft = ent_record_dup (person);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ ("Edit the person"), person, draft,
                                               _ ("Person changed"));
  EntForm *form = ent_form_dialog_get_form (dialog);

  ent_form_set_silence_funcs (form, get_silence, set_silence);
  ent_form_add_group (form, _ ("Names"), NULL, names);
  ent_form_add_group (form, _ ("Birth"), NULL, birth);
  ent_form_add_group (form, _ ("Nationality and residence"), NULL, residence);
  ent_form_add_group (form, _ ("Languages"), NULL, languages);
  ent_form_add_group (form, _ ("Follow-up"), NULL, follow_up);
  g_signal_connect (form, "changed", G_CALLBACK (edit_changed_cb), NULL);
  ent_form_dialog_set_build_func (dialog, build_edit, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
