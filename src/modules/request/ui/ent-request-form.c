/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of a request. While somebody fills one in, the register is asked what is under way for
 * the person already, and who follows her. Main thread, asking on the reading thread. */

#include "ent-request-form.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-picker.h"
#include "ent-request-documents.h"
#include "ent-request-kind.h"
#include "ent-request-query.h"
#include "ent-request-step.h"

#include <glib/gi18n-lib.h>

#define STORE "ent-store"

/* What the register knows of the person. */
typedef struct
{
  gint64 person_id;
  gint64 request_id;
  gint64 worker_id;
  char *open; /* numbers of open requests, NULL: none */
} Known;

static void
known_free (Known *self)
{
  g_free (self->open);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Known, known_free)

static gpointer
read_known (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Known *asked = data;
  Known *found = g_new0 (Known, 1);

  found->person_id = asked->person_id;
  found->open = ent_request_query_open_numbers (db, asked->person_id, asked->request_id);
  found->worker_id = ent_request_query_worker_of (db, asked->person_id);
  return found;
}

static void
show_known (EntForm *form, const Known *known)
{
  EntRequest *draft = ent_form_get_draft (form);
  g_autoptr (EntIssues) issues = ent_issues_new ();

  if (draft->person_id != known->person_id)
    return;
  if (draft->worker_id == 0 && known->worker_id != 0)
    {
      draft->worker_id = known->worker_id;
      ent_form_refresh (form);
    }
  if (known->open != NULL)
    ent_issues_warn (issues, "person_id",
                     /* Translators: numbers of requests */
                     _ ("Under way for this person already: %s"), known->open);
  ent_form_show_issues (form, known->open != NULL ? issues : NULL);
}

static void
known_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (Known) known = ent_store_run_finish (ENT_STORE (source), result, NULL);

  /* A dialog that was closed meanwhile has no form any more. */
  if (known != NULL && gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    show_known (ent_form_dialog_get_form (dialog), known);
}

static void
ask (EntFormDialog *dialog)
{
  EntRequest *draft = ent_form_get_draft (ent_form_dialog_get_form (dialog));
  EntStore *store = g_object_get_data (G_OBJECT (dialog), STORE);
  Known *asked;

  if (draft->person_id == 0)
    return;
  asked = g_new0 (Known, 1);
  asked->person_id = draft->person_id;
  asked->request_id = ent_record_get_id (draft);
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_known, asked,
                       (GDestroyNotify) known_free, (GDestroyNotify) known_free, NULL,
                       known_read_cb, g_object_ref (dialog));
}

/* Only what goes with the answers above is asked. */
static void
show_fields (EntForm *form)
{
  EntRequest *draft = ent_form_get_draft (form);

  ent_form_set_column_visible (form, "asker_name",
                               draft->asker == ENT_ASKER_MANDATED ||
                                   draft->asker == ENT_ASKER_REPRESENTATIVE ||
                                   draft->asker_name != NULL);
  ent_form_set_column_visible (form, "urgency_reason",
                               draft->is_urgent || draft->urgency_reason != NULL);
  ent_form_set_column_visible (form, "unemployment_end",
                               draft->after_unemployment ||
                                   draft->unemployment_end != ENT_DAY_NONE);
}

static void
changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  show_fields (form);
  if (g_str_equal (column, "person_id"))
    ask (dialog);
}

/* Aids that the centre no longer takes requests for are not offered. */
static void
prepare_pickers (EntForm *form)
{
  g_autoptr (EntQuery) active = ent_query_new (&ent_request_kind_schema);
  GtkWidget *kind = ent_form_get_row (form, "kind_id");
  GtkWidget *person = ent_form_get_row (form, "person_id");
  EntValue yes = ent_int (1);

  ent_query_add_condition (active, "active", ENT_OP_EQUAL, &yes);
  ent_picker_row_set_query (ENT_PICKER_ROW (kind), active);
  ent_picker_row_allow_create (ENT_PICKER_ROW (person));
}

static void
prepare (EntFormDialog *dialog, EntStore *store)
{
  static const char *const what[] = { "person_id", "kind_id", NULL };
  static const char *const when[] = { "received_on", "received_time", "channel", "asker",
                                      "asker_name",  "is_signed",     NULL };
  static const char *const why[] = { "is_urgent",        "urgency_reason", "after_unemployment",
                                     "unemployment_end", "note",           NULL };
  static const char *const who[] = { "worker_id", "team_id", NULL };
  EntForm *form = ent_form_dialog_get_form (dialog);

  g_object_set_data_full (G_OBJECT (dialog), STORE, g_object_ref (store), g_object_unref);
  ent_form_add_group (form, NULL, NULL, what);
  ent_form_add_group (form, _ ("Reception"), NULL, when);
  ent_form_add_group (form, _ ("Who follows it"), NULL, who);
  ent_form_add_group (form, _ ("Details"), NULL, why);
  prepare_pickers (form);
  show_fields (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), dialog, 0);
}

/* The request, and in the same act its first step. */
static EntChangeSet *
build_registration (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntChangeSet *set = ent_change_set_new (_ ("Request registered"));
  g_autoptr (EntRequestStep) step = ent_record_new (ENT_TYPE_REQUEST_STEP);

  step->request_id = ent_change_set_insert (set, draft);
  step->step = ENT_STEP_REGISTERED;
  step->day = ent_day_today ();
  ent_change_set_insert (set, step);
  return set;
}

/* The request first, its receipt on top of it. */
static void
registered_cb (EntFormDialog *dialog, EntChangeSet *set, gpointer unused)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));
  gint64 id = ent_change_set_resolve (set, ent_change_set_get (set, 0)->id);

  if (shell == NULL || id <= 0)
    return;
  ent_shell_open (shell, &ent_request_schema, id);
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.paper-draft", "(sx)", ent_request_receipt.id,
                              id);
}

void
ent_request_form_register (EntShell *shell, EntStore *store, gint64 person_id)
{
  g_autoptr (EntRequest) draft = ent_record_new (ENT_TYPE_REQUEST);
  EntFormDialog *dialog;

  draft->person_id = person_id;
  draft->received_on = ent_day_today ();
  draft->received_time = ent_clock_now ();
  draft->channel = ENT_CHANNEL_COUNTER;
  draft->asker = ENT_ASKER_SELF;
  draft->step = ENT_STEP_REGISTERED;
  dialog = ent_form_dialog_new (store, _ ("New request"), NULL, draft, _ ("Request registered"));
  prepare (dialog, store);
  ent_form_dialog_set_build_func (dialog, build_registration, NULL, NULL);
  ent_form_dialog_set_primary_label (dialog, _ ("_Register"));
  g_signal_connect (dialog, "saved", G_CALLBACK (registered_cb), NULL);
  ask (dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

void
ent_request_form_edit (GtkWidget *parent, EntStore *store, EntRequest *request)
{
  g_autoptr (EntRequest) draft = ent_record_dup (request);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ ("Edit the request"), request, draft,
                                               _ ("Request changed"));

  prepare (dialog, store);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
