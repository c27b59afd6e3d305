/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts what waits in the signature book, again after each change that may matter: one short
 * question to an index. Main thread. */

#include "ent-book-watch.h"

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-book.h"

#include <glib/gi18n-lib.h>

#define PLACE "documents"

static void
book_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntBook) book = ent_book_read_finish (ENT_STORE (source), result, &error);
  guint n = book != NULL ? book->turns->len : 0;
  g_autofree char *title = NULL;

  /* Another register may have been opened meanwhile. */
  if (ent_shell_get_store (shell) != ENT_STORE (source))
    return;
  title = g_strdup_printf (ngettext ("%u document waits for your signature.",
                                     "%u documents wait for your signature.", n),
                           n);
  ent_shell_set_notice (shell, &(EntPlaceNotice) {
                                   .place = PLACE,
                                   .n = n,
                                   .title = title,
                                   .button_label = _ ("Signature _Book"),
                                   .action_name = "win.paper-book",
                               });
}

static void
count (EntShell *shell, EntStore *store)
{
  ent_book_read_async (store, NULL, book_read_cb, g_object_ref (shell));
}

static void
store_changed_cb (EntStore *store, const EntNews *news, EntShell *shell)
{
  if (ent_news_touches (news, &ent_signature_request_schema) ||
      ent_news_touches (news, &ent_agent_schema) ||
      ent_news_touches (news, &ent_agent_absence_schema))
    count (shell, store);
}

void
ent_book_watch (EntShell *shell, EntStore *store)
{
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), shell, 0);
  count (shell, store);
}
