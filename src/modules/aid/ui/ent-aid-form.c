/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the fields that an aid of its kind has, and asks the register whether integration income is
 * noted for the same days already. Main thread, asking on the reading thread. */

#include "ent-aid-form.h"

#include "ent-aid-query.h"
#include "ent-aid-rules.h"

#define STORE "ent-store"

/* Which kinds have a field, as bits. What holds something is always shown. */
#define KIND(kind) (1u << ENT_AID_##kind)
static const struct
{
  const char *column;
  guint kinds;
} fields[] = {
  { "category", KIND (RIS) | KIND (ERIS) },
  { "place", KIND (ACCOMMODATION) | KIND (REFERENCE_ADDRESS) | KIND (ARTICLE_60) |
                 KIND (RENT_GUARANTEE) | KIND (HEATING) | KIND (OTHER) },
  { "card_number", KIND (FOOD) | KIND (MEDICAL) | KIND (OTHER) },
  { "weekly_hours", KIND (ARTICLE_60) },
  { "days_worked", KIND (ARTICLE_60) },
};

static void
show_fields (EntForm *form)
{
  EntAid *draft = ent_form_get_draft (form);
  const EntSchema *schema = &ent_aid_schema;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint column = (guint) ent_schema_find (schema, fields[i].column);
      gboolean fits = (fields[i].kinds & (1u << draft->kind)) != 0;

      ent_form_set_column_visible (form, fields[i].column,
                                   fits || !ent_record_is_empty (draft, column));
    }
}

static gpointer
read_opinion (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  EntAid *draft = data;
  g_autoptr (GPtrArray) aids = ent_aid_query_of_person (db, draft->person_id, error);
  EntIssues *issues;

  if (aids == NULL)
    return NULL;
  issues = ent_issues_new ();
  ent_aid_check_overlap (aids, draft, issues);
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
changed_cb (EntForm *form, const char *column, EntFormDialog *dialog)
{
  static const char *const asked[] = { "kind", "from_day", "to_day", "person_id", NULL };
  EntStore *store = g_object_get_data (G_OBJECT (dialog), STORE);

  if (g_str_equal (column, "kind"))
    show_fields (form);
  if (!g_strv_contains (asked, column))
    return;
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_opinion,
                       ent_record_dup (ent_form_get_draft (form)), g_object_unref,
                       (GDestroyNotify) ent_issues_free, NULL, opinion_read_cb,
                       g_object_ref (dialog));
}

void
ent_aid_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);

  g_object_set_data_full (G_OBJECT (dialog), STORE, g_object_ref (store), g_object_unref);
  show_fields (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), dialog, 0);
}
