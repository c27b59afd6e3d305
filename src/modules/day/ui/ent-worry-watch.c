/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts the worries that wait for whoever sits here; for somebody who is no agent, all of them: so
 * none is lost. Main thread. */

#include "ent-worry-watch.h"

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-care-plan.h"
#include "ent-day-query.h"
#include "ent-worry.h"

#include <glib/gi18n-lib.h>

#define PLACE "rounds"

typedef struct
{
  guint n;
  gboolean is_mine;
} Count;

static gpointer
read_count (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Count *counted = g_new0 (Count, 1);

  counted->n = ent_day_query_n_worries (db, g_get_user_name (), &counted->is_mine);
  return counted;
}

static void
count_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autofree Count *counted = ent_store_run_finish (ENT_STORE (source), result, NULL);
  g_autofree char *title = NULL;

  /* Another register may have been opened meanwhile. */
  if (counted == NULL || ent_shell_get_store (shell) != ENT_STORE (source))
    return;
  if (counted->is_mine)
    title = g_strdup_printf (ngettext ("%u worry waits for you.", "%u worries wait for you.",
                                       counted->n),
                             counted->n);
  else
    title = g_strdup_printf (ngettext ("%u worry has no outcome yet.",
                                       "%u worries have no outcome yet.", counted->n),
                             counted->n);
  ent_shell_set_notice (shell, &(EntPlaceNotice) {
                                   .place = PLACE,
                                   .n = counted->n,
                                   .title = title,
                                   .button_label = _ ("_Show"),
                                   .action_name = counted->is_mine ? "win.day-my-worries"
                                                                   : "win.day-worries",
                               });
}

static void
count (EntShell *shell, EntStore *store)
{
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_LOW, read_count, NULL, NULL, g_free, NULL,
                       count_read_cb, g_object_ref (shell));
}

static void
store_changed_cb (EntStore *store, const EntNews *news, EntShell *shell)
{
  if (ent_news_touches (news, &ent_worry_schema) ||
      ent_news_touches (news, &ent_care_plan_schema) ||
      ent_news_touches (news, &ent_agent_schema) ||
      ent_news_touches (news, &ent_agent_absence_schema))
    count (shell, store);
}

void
ent_worry_watch (EntShell *shell, EntStore *store)
{
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), shell, 0);
  count (shell, store);
}
