/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a care plan. Main thread. */

#include "ent-care-plan-page.h"

#include "ent-care-generate-dialog.h"
#include "ent-care-generate.h"
#include "ent-care-need-form.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-rules.h"
#include "ent-care-sentence.h"
#include "ent-care-wish.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static char *
need_title (gpointer record)
{
  return ent_care_need_sentence (record);
}

static char *
need_subtitle (gpointer record)
{
  EntCareNeed *self = record;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  if (self->activity_name != NULL)
    g_ptr_array_add (parts, self->activity_name);
  if (self->priority == ENT_CARE_VITAL)
    g_ptr_array_add (parts, (gpointer) ent_enum_label (&ent_care_priority_enum, self->priority));
  if (self->tasks != NULL)
    g_ptr_array_add (parts, self->tasks);
  if (self->fixed_reason != NULL)
    g_ptr_array_add (parts, self->fixed_reason);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
need_icon (gpointer record)
{
  return "ent-calendar-symbolic";
}

static void
fill_need (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, "n-carers", 1, NULL);
}

typedef struct
{
  EntShell *shell;
  gint64 need_id;
} Removal;

static gboolean
drop_need (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_care_drop_need (apply, ((Removal *) data)->need_id, ent_day_today (), error);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (GError) error = NULL;

  if (ent_store_write_finish (ENT_STORE (source), result, &error) != 0)
    ent_shell_toast (removal->shell, _ ("Taken out of the plan, with the visits to come"), TRUE);
  else
    ent_shell_report (removal->shell, error);
  g_object_unref (removal->shell);
  g_free (removal);
}

static void
remove_need (EntShell *shell, EntStore *store, gpointer need)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->shell = g_object_ref (shell);
  removal->need_id = ent_record_get_id (need);
  ent_store_write_async (store, _ ("Visit that returns taken out of the plan"), drop_need, removal,
                         NULL, NULL, dropped_cb, removal);
}

static const EntChildSpec needs = {
  .schema = &ent_care_need_schema,
  .title = N_ ("Visits promised"),
  .add_label = N_ ("Add a visit that returns"),
  .added = N_ ("Visit that returns added"),
  .changed = N_ ("Visit that returns changed"),
  .removed = N_ ("Visit that returns taken out of the plan"),
  .columns = ent_care_need_form_columns,
  .order = "from_day, id",
  .from_column = "from_day",
  .to_column = "to_day",
  .row_title = need_title,
  .subtitle = need_subtitle,
  .icon_name = need_icon,
  .remove = remove_need,
  .fill = fill_need,
  .prepare_form = ent_care_need_form_prepare,
  .build = ent_care_need_form_build,
};

static const char *const wish_columns[] = {
  "carer_id", "kind", "reason", "from_day", "to_day", NULL
};

static char *
wish_title (gpointer record)
{
  EntCareWish *self = record;

  return g_strdup (self->carer_name != NULL ? self->carer_name : "");
}

static char *
wish_subtitle (gpointer record)
{
  EntCareWish *self = record;
  const char *kind = ent_enum_label (&ent_care_wish_kind_enum, self->kind);

  return self->reason != NULL ? g_strdup_printf ("%s · %s", kind, self->reason) : g_strdup (kind);
}

static const char *
wish_icon (gpointer record)
{
  return ((EntCareWish *) record)->kind == ENT_CARE_WISHED ? "ent-people-symbolic"
                                                           : "ent-alert-symbolic";
}

static const EntChildSpec wishes = {
  .schema = &ent_care_wish_schema,
  .title = N_ ("Wishes about carers"),
  .add_label = N_ ("Add a wish or a refusal"),
  .added = N_ ("Wish noted"),
  .changed = N_ ("Wish changed"),
  .removed = N_ ("Wish deleted"),
  .columns = wish_columns,
  .order = "kind, from_day DESC, id",
  .from_column = "from_day",
  .to_column = "to_day",
  .row_title = wish_title,
  .subtitle = wish_subtitle,
  .icon_name = wish_icon,
};

static const EntChildSpec *const children[] = { &needs, &wishes, NULL };
static const char *const what[] = { "person_id", "state",     "is_draft", "from_day",
                                    "to_day",    "review_on", "agent_id", NULL };
static const char *const decided[] = { "aid_id", "decided_on", "organ", "reference", NULL };
static const char *const home[] = { "access",  "phone",      "alerts", "has_dog",
                                    "has_cat", "other_pets", "smokes", NULL };
static const char *const wanted[] = { "most_carers", "note", NULL };
static const EntFieldGroup groups[] = {
  { NULL, what },
  { N_ ("At home"), home },
  { N_ ("Decision"), decided },
  { N_ ("Details"), wanted },
  { NULL, NULL },
};

void
ent_care_plan_fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static void
saved_cb (EntFormDialog *dialog, EntChangeSet *set, EntStore *store)
{
  EntCarePlan *plan = ent_form_get_draft (ent_form_dialog_get_form (dialog));
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));

  if (shell != NULL && ent_record_get_id (plan) > 0 && !plan->is_draft)
    ent_care_generate_dialog_offer (shell, store, ent_record_get_id (plan));
}

void
ent_care_plan_prepare_form (EntFormDialog *dialog, EntStore *store)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), store, 0);
}

static const EntPlainSpec spec = {
  .schema = &ent_care_plan_schema,
  .groups = groups,
  .n_above = 1,
  .children = children,
  .create_title = N_ ("New care plan"),
  .created = N_ ("Care plan opened"),
  .edit_title = N_ ("Edit the care plan"),
  .changed = N_ ("Care plan changed"),
  .deleted = N_ ("Care plan deleted"),
  .fill = ent_care_plan_fill,
  .prepare_form = ent_care_plan_prepare_form,
};

static void
generate_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell != NULL)
    ent_care_generate_dialog_present (shell, ent_record_page_get_store (page),
                                      ent_record_page_get_id (page));
}

AdwNavigationPage *
ent_care_plan_page_open (EntShell *shell, EntStore *store, gint64 id)
{
  AdwNavigationPage *navigation = ent_plain_page_new (store, &spec, id);
  EntRecordPage *page = ENT_RECORD_PAGE (navigation);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) generate = g_simple_action_new ("generate", NULL);

  g_signal_connect_object (generate, "activate", G_CALLBACK (generate_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (generate));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "care-plan", G_ACTION_GROUP (actions));
  ent_record_page_add_main_act (page, "ent-rounds-symbolic", _ ("Generate the visits…"),
                                "care-plan.generate");
  return navigation;
}

void
ent_care_plan_page_create (EntShell *shell, EntStore *store)
{
  ent_plain_page_create (shell, store, &spec);
}
