/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One description for each kind of owned record. Main thread. */

#include "ent-person-children.h"

#include "ent-address-form.h"
#include "ent-address-position-words.h"
#include "ent-address.h"
#include "ent-alert.h"
#include "ent-bank-account.h"
#include "ent-case-file.h"
#include "ent-civil-status.h"
#include "ent-contact-point.h"
#include "ent-date.h"
#include "ent-note.h"
#include "ent-person-enums.h"
#include "ent-person-me.h"
#include "ent-person-number.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-person.h"
#include "ent-relation.h"

#include <glib/gi18n-lib.h>

#define NUMBER "ent-next-number"
#define AUTHOR "ent-author"

/* Parts that are not empty, with a point between them; transfer full. */
static char *
join (const char *first, const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);
  return g_strdup_printf ("%s · %s", first, second);
}

/* Addresses */

static char *
address_subtitle (gpointer record)
{
  EntAddress *self = record;
  g_autofree char *kind = join (ent_enum_label (&ent_address_kind_enum, self->kind),
                                ent_address_position_words (self));
  g_autofree char *care_of = NULL;

  if (self->care_of == NULL)
    return g_steal_pointer (&kind);
  /* Translators: at whose place somebody lives or gets mail, as on an envelope */
  care_of = g_strdup_printf (_ ("care of %s"), self->care_of);
  return join (kind, care_of);
}

static const char *
address_icon (gpointer record)
{
  switch (((EntAddress *) record)->kind)
    {
    case ENT_ADDRESS_POSTAL:
      return "ent-mail-symbolic";
    case ENT_ADDRESS_DOMICILE:
    case ENT_ADDRESS_RESIDENCE:
      return "ent-home-symbolic";
    default:
      return "ent-places-symbolic";
    }
}

static void
address_fill (gpointer draft, gint32 today)
{
  ent_draft_set (draft, "kind", ent_text ("domicile"));
  ent_draft_set (draft, "from_day", ent_day (today));
}

static const char *const address_columns[] = { "kind",        "postcode", "locality",   "street",
                                               "number",      "box",      "country_id", "care_of",
                                               "access_note", "from_day", "to_day",     NULL };

const EntChildSpec ent_person_addresses = {
  .schema = &ent_address_schema,
  .title = N_ ("Addresses"),
  .add_label = N_ ("Add an address"),
  .added = N_ ("Address added"),
  .changed = N_ ("Address changed"),
  .removed = N_ ("Address deleted"),
  .columns = address_columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
  .subtitle = address_subtitle,
  .icon_name = address_icon,
  .extend_row = ent_address_position_extend_row,
  .fill = address_fill,
  .prepare_form = ent_address_form_prepare,
  .build = ent_address_form_build,
};

/* Phones and e-mails */

static char *
contact_subtitle (gpointer record)
{
  EntContactPoint *self = record;
  g_autofree char *kind = join (ent_enum_label (&ent_contact_kind_enum, self->kind), self->label);

  return self->preferred ? join (kind, _ ("preferred")) : g_steal_pointer (&kind);
}

static const char *
contact_icon (gpointer record)
{
  return ((EntContactPoint *) record)->kind == ENT_CONTACT_E_MAIL ? "ent-mail-symbolic"
                                                                  : "ent-phone-symbolic";
}

static const char *const contact_columns[] = { "value", "kind", "label", "preferred", NULL };

const EntChildSpec ent_person_contact_points = {
  .schema = &ent_contact_point_schema,
  .title = N_ ("Phones and e-mails"),
  .add_label = N_ ("Add a phone or an e-mail"),
  .added = N_ ("Contact added"),
  .changed = N_ ("Contact changed"),
  .removed = N_ ("Contact deleted"),
  .columns = contact_columns,
  .order = "preferred DESC, id",
  .subtitle = contact_subtitle,
  .icon_name = contact_icon,
};

/* Files */

static char *
case_file_subtitle (gpointer record)
{
  EntCaseFile *self = record;
  const char *reason = self->closed_on != ENT_DAY_NONE
                           ? ent_enum_label (&ent_close_reason_enum, self->close_reason)
                           : NULL;

  return join (self->restricted ? _ ("restricted") : NULL, reason);
}

static const char *
case_file_icon (gpointer record)
{
  return ((EntCaseFile *) record)->restricted ? "ent-lock-symbolic" : "ent-file-symbolic";
}

static void
case_file_fill (gpointer draft, gint32 today)
{
  ent_draft_set (draft, "opened_on", ent_day (today));
}

static gpointer
read_next_number (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  int year = 0;

  ent_day_to_ymd (ent_day_today (), &year, NULL, NULL);
  return ent_case_file_next_number (db, year);
}

static void
next_number_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GObject) dialog = user_data;
  g_autoptr (GError) error = NULL;
  char *number = ent_store_run_finish (ENT_STORE (source), result, &error);

  g_object_set_data_full (dialog, NUMBER, number, g_free);
}

/* Kept beside the form, or merely looking at it would count as having typed something. */
static void
case_file_prepare (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);
  EntCaseFile *draft = ent_form_get_draft (form);

  if (draft->number != NULL)
    return;
  ent_form_set_column_visible (form, "number", FALSE);
  ent_form_set_column_visible (form, "closed_on", FALSE);
  ent_form_set_column_visible (form, "close_reason", FALSE);
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, read_next_number, NULL, NULL, g_free,
                       NULL, next_number_read_cb, g_object_ref (dialog));
}

static EntChangeSet *
case_file_build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  const char *number = g_object_get_data (G_OBJECT (dialog), NUMBER);
  EntChangeSet *set = ent_change_set_new (original != NULL ? _ ("File changed")
                                                           : _ ("File opened"));

  if (original != NULL)
    ent_change_set_edit (set, original, draft);
  else
    {
      if (number != NULL)
        ent_draft_set (draft, "number", ent_text (number));
      ent_change_set_insert (set, draft);
    }
  return set;
}

static const char *const case_file_columns[] = { "number",       "opened_on",  "worker_id",
                                                 "team_id",      "restricted", "closed_on",
                                                 "close_reason", NULL };

const EntChildSpec ent_person_case_files = {
  .schema = &ent_case_file_schema,
  .title = N_ ("Files"),
  .add_label = N_ ("Open a file"),
  .added = N_ ("File opened"),
  .changed = N_ ("File changed"),
  .removed = N_ ("File deleted"),
  .columns = case_file_columns,
  .order = "number DESC, id",
  .from_column = "opened_on",
  .to_column = "closed_on",
  .subtitle = case_file_subtitle,
  .icon_name = case_file_icon,
  .fill = case_file_fill,
  .prepare_form = case_file_prepare,
  .build = case_file_build,
};

/* Relations and representatives */

static char *
relation_subtitle (gpointer record)
{
  EntRelation *self = record;
  g_autofree char *who = join (self->name != NULL ? self->organisation : NULL, self->phone);
  g_autofree char *reach = join (who, self->e_mail);

  return join (reach, self->informs_allowed ? _ ("may be told") : NULL);
}

static const char *
relation_icon (gpointer record)
{
  return ((EntRelation *) record)->other_id != 0 ? "ent-link-symbolic" : "ent-partners-symbolic";
}

/* Somebody who is in the register already need not be typed again. */
static void
known_person_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (EntPerson) person = ent_store_load_finish (ENT_STORE (source), result, NULL);
  EntForm *form = ent_form_dialog_get_form (dialog);
  EntRelation *draft = ent_form_get_draft (form);
  g_autofree char *name = person != NULL ? ent_person_get_name (person) : NULL;

  if (person == NULL || draft->other_id != ent_record_get_id (person))
    return;
  ent_draft_set (draft, "name", ent_text (name));
  if (draft->phone == NULL && person->phone != NULL)
    ent_draft_set (draft, "phone", ent_text (person->phone));
  ent_form_refresh (form);
}

static void
relation_changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  EntRelation *draft = ent_form_get_draft (form);
  EntStore *store = g_object_get_data (G_OBJECT (dialog), "store");

  if (g_str_equal (column, "other_id") && draft->other_id > 0)
    ent_store_load_async (store, ENT_TYPE_PERSON, draft->other_id, NULL, known_person_read_cb,
                          g_object_ref (dialog));
}

static void
relation_prepare (EntFormDialog *dialog, EntStore *store)
{
  g_object_set_data_full (G_OBJECT (dialog), "store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (ent_form_dialog_get_form (dialog), "changed",
                           G_CALLBACK (relation_changed_cb), dialog, 0);
}

static const char *const relation_columns[] = {
  "role",    "other_id", "name",   "organisation",    "phone", "e_mail",
  "mandate", "from_day", "to_day", "informs_allowed", NULL
};

const EntChildSpec ent_person_relations = {
  .schema = &ent_relation_schema,
  .title = N_ ("Relations and representatives"),
  .add_label = N_ ("Add a relation or a representative"),
  .added = N_ ("Relation added"),
  .changed = N_ ("Relation changed"),
  .removed = N_ ("Relation deleted"),
  .columns = relation_columns,
  .order = "role, id",
  .from_column = "from_day",
  .to_column = "to_day",
  .subtitle = relation_subtitle,
  .icon_name = relation_icon,
  .prepare_form = relation_prepare,
};

/* Civil status */

static void
from_today (gpointer draft, gint32 today)
{
  ent_draft_set (draft, "from_day", ent_day (today));
}

static const char *const civil_status_columns[] = { "status", "from_day", "to_day", "partner_id",
                                                    NULL };

const EntChildSpec ent_person_civil_statuses = {
  .schema = &ent_civil_status_schema,
  .title = N_ ("Civil status"),
  .add_label = N_ ("Add a civil status"),
  .added = N_ ("Civil status added"),
  .changed = N_ ("Civil status changed"),
  .removed = N_ ("Civil status deleted"),
  .columns = civil_status_columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
};

/* Bank accounts */

static char *
bank_account_subtitle (gpointer record)
{
  EntBankAccount *self = record;

  return join (self->holder, self->note);
}

static const char *
bank_account_icon (gpointer record)
{
  return "ent-bank-symbolic";
}

static const char *const bank_account_columns[] = { "iban",   "holder", "from_day",
                                                    "to_day", "note",   NULL };

const EntChildSpec ent_person_bank_accounts = {
  .schema = &ent_bank_account_schema,
  .title = N_ ("Bank accounts"),
  .add_label = N_ ("Add a bank account"),
  .added = N_ ("Bank account added"),
  .changed = N_ ("Bank account changed"),
  .removed = N_ ("Bank account deleted"),
  .columns = bank_account_columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
  .subtitle = bank_account_subtitle,
  .icon_name = bank_account_icon,
  .fill = from_today,
};

/* Alerts and notes are signed by who writes them. */

static void
author_known_cb (gpointer owner, gint64 agent_id)
{
  g_object_set_data_full (owner, AUTHOR, g_memdup2 (&agent_id, sizeof agent_id), g_free);
}

static void
sign_prepare (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);

  if (ent_record_get_id (ent_form_get_draft (form)) != 0)
    return;
  ent_form_set_column_visible (form, "author_id", FALSE);
  ent_person_me_ask (store, dialog, author_known_cb);
}

static EntChangeSet *
sign_build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  const gint64 *author = g_object_get_data (G_OBJECT (dialog), AUTHOR);
  const EntChildSpec *spec = ent_record_get_schema (draft) == &ent_note_schema ? &ent_person_notes
                                                                               : &ent_person_alerts;
  EntChangeSet *set = ent_change_set_new (original != NULL ? _ (spec->changed) : _ (spec->added));

  if (original != NULL)
    ent_change_set_edit (set, original, draft);
  else
    {
      if (author != NULL && *author != 0)
        ent_draft_set (draft, "author_id", ent_int (*author));
      ent_change_set_insert (set, draft);
    }
  return set;
}

static char *
alert_subtitle (gpointer record)
{
  return g_strdup (((EntAlert *) record)->text);
}

static const char *
alert_icon (gpointer record)
{
  return "ent-alert-symbolic";
}

static void
alert_fill (gpointer draft, gint32 today)
{
  ent_draft_set (draft, "from_day", ent_day (today));
  ent_draft_set (draft, "until_day", ent_day (ent_day_add_months (today, 6)));
}

static const char *const alert_columns[] = { "kind",      "text",      "from_day",
                                             "until_day", "author_id", NULL };

const EntChildSpec ent_person_alerts = {
  .schema = &ent_alert_schema,
  .title = N_ ("Alerts"),
  .add_label = N_ ("Add an alert"),
  .added = N_ ("Alert added"),
  .changed = N_ ("Alert changed"),
  .removed = N_ ("Alert deleted"),
  .columns = alert_columns,
  .order = "until_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "until_day",
  .subtitle = alert_subtitle,
  .icon_name = alert_icon,
  .fill = alert_fill,
  .prepare_form = sign_prepare,
  .build = sign_build,
};

static char *
note_subtitle (gpointer record)
{
  return g_strdup (((EntNote *) record)->text);
}

static const char *
note_icon (gpointer record)
{
  return "ent-note-symbolic";
}

static void
note_fill (gpointer draft, gint32 today)
{
  ent_draft_set (draft, "written_at", ent_int (ent_stamp_now ()));
}

static const char *const note_columns[] = { "text", "author_id", NULL };

const EntChildSpec ent_person_notes = {
  .schema = &ent_note_schema,
  .title = N_ ("Notes"),
  .add_label = N_ ("Write a note"),
  .added = N_ ("Note added"),
  .changed = N_ ("Note changed"),
  .removed = N_ ("Note deleted"),
  .columns = note_columns,
  .order = "written_at DESC, id DESC",
  .subtitle = note_subtitle,
  .icon_name = note_icon,
  .fill = note_fill,
  .prepare_form = sign_prepare,
  .build = sign_build,
};

/* Former register numbers */

static char *
number_subtitle (gpointer record)
{
  EntPersonNumber *self = record;

  return join (ent_enum_label (&ent_number_kind_enum, self->kind), self->reason);
}

static const char *
number_icon (gpointer record)
{
  return "ent-id-card-symbolic";
}

static const char *const number_columns[] = { "number",   "kind",   "valid_from",
                                              "valid_to", "reason", NULL };

/* All of them are of the past: folding them would leave an empty group. */
const EntChildSpec ent_person_numbers = {
  .schema = &ent_person_number_schema,
  .title = N_ ("Former register numbers"),
  .add_label = N_ ("Add a former register number"),
  .added = N_ ("Former number added"),
  .changed = N_ ("Former number changed"),
  .removed = N_ ("Former number deleted"),
  .columns = number_columns,
  .order = "valid_to DESC, id DESC",
  .subtitle = number_subtitle,
  .icon_name = number_icon,
};
