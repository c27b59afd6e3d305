/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a carer, and the way there from the page of an agent. Main thread. */

#include "ent-carer-open.h"

#include "ent-carer-form.h"
#include "ent-carer-groups.h"
#include "ent-carer-query.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static const char *const who[] = { "agent_id", "kind", "from_day", "to_day", NULL };
static const char *const contract[] = { "weekly_minutes", "daily_minutes", NULL };
static const char *const travel[] = { "travel_mode",   "vehicle_id", "has_licence", "start_kind",
                                      "start_address", "end_kind",   "end_address", NULL };
static const char *const languages[] = { "speaks_fr", "speaks_nl",       "speaks_de",
                                         "speaks_en", "other_languages", NULL };
static const char *const avoided[] = { "avoids_dogs", "avoids_cats", "avoids_smoke", "avoids_other",
                                       NULL };
static const char *const more[] = { "colour", "note", NULL };

static const EntFieldGroup groups[] = {
  { NULL, who },
  { N_ ("Contract"), contract },
  { N_ ("On the way"), travel },
  { N_ ("Languages"), languages },
  { N_ ("Allergies and fears"), avoided },
  { N_ ("More"), more },
  { NULL, NULL },
};

static void
fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, "speaks-fr", TRUE, "start-kind", ENT_CARER_START_HOME,
                NULL);
}

static const EntPlainSpec spec = {
  .schema = &ent_carer_schema,
  .groups = groups,
  .create_title = N_ ("New carer"),
  .created = N_ ("Carer added"),
  .edit_title = N_ ("Edit the carer"),
  .changed = N_ ("Carer changed"),
  .deleted = N_ ("Carer deleted"),
  .fill = fill,
  .prepare_form = ent_carer_form_prepare,
};

AdwNavigationPage *
ent_carer_page_new (EntStore *store, gint64 id)
{
  AdwNavigationPage *page = ent_plain_page_new (store, &spec, id);

  ent_carer_groups_add (ENT_RECORD_PAGE (page));
  return page;
}

void
ent_carer_page_create (EntShell *shell, EntStore *store)
{
  ent_plain_page_create (shell, store, &spec);
}

/* The job that the function of an agent says. */
static int
kind_of (const EntAgent *agent)
{
  switch (agent->function)
    {
    case ENT_FUNCTION_FAMILY_AIDE:
      return ENT_CARER_FAMILY_AIDE;
    case ENT_FUNCTION_HOUSEHOLD_AIDE:
      return ENT_CARER_HOUSEHOLD_AIDE;
    case ENT_FUNCTION_HOME_SITTER:
      return ENT_CARER_HOME_SITTER;
    default:
      return 0;
    }
}

static void
prefill (gpointer draft, gpointer user_data)
{
  EntAgent *agent = user_data;

  g_object_set (draft, "agent-id", ent_record_get_id (agent), "kind", kind_of (agent), NULL);
}

static gpointer
read_carer (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_carer_query_of_agent (db, *(gint64 *) data, error);
}

static void
carer_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRecordPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCarer) carer = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell == NULL)
    return;
  if (error != NULL)
    ent_shell_report (shell, error);
  else if (carer != NULL)
    ent_shell_open (shell, &ent_carer_schema, ent_record_get_id (carer));
  else
    ent_plain_page_create_with (shell, ENT_STORE (source), &spec, prefill,
                                ent_record_page_get_record (page));
}

static void
home_care_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  gint64 id = ent_record_page_get_id (page);

  ent_store_run_async (ent_record_page_get_store (page), ENT_LANE_READ, G_PRIORITY_HIGH, read_carer,
                       g_memdup2 (&id, sizeof id), g_free, g_object_unref,
                       ent_record_page_get_cancellable (page), carer_read_cb, g_object_ref (page));
}

void
ent_carer_extend_agent (EntRecordPage *page)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open", NULL);

  g_signal_connect_object (action, "activate", G_CALLBACK (home_care_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "carer", G_ACTION_GROUP (actions));
  ent_record_page_add_act (page, "ent-carer-symbolic", _ ("Also gives home care"), "carer.open");
}
