/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The acts on lists that make or take paper. Main thread. */

#include "ent-paper-batch.h"

#include "ent-attachment.h"
#include "ent-document.h"
#include "ent-filing-dialog.h"
#include "ent-labels-dialog.h"
#include "ent-module.h"
#include "ent-paper-draft-page.h"
#include "ent-paper-kinds.h"
#include "ent-paper-series-query.h"
#include "ent-series-dialog.h"

#include <glib/gi18n-lib.h>

/* What the list in sight shows, when it is of persons or of what belongs to them. */
static const EntQuery *
listed (EntShell *shell)
{
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; ent_shell_get_store (shell) != NULL && all[i] != NULL; i++)
    {
      const EntQuery *query = ent_paper_series_serves (all[i])
                                  ? ent_shell_get_listed (shell, all[i])
                                  : NULL;

      if (query != NULL)
        return query;
    }
  return NULL;
}

static void
series_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);
  const EntQuery *query = listed (shell);

  if (query != NULL)
    ent_series_dialog_choose (shell, store, query);
}

static gpointer
read_ids (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_paper_series_persons (db, data, cancellable, error);
}

static void
ids_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (ids == NULL)
    ent_shell_report (shell, error);
  else if (ent_shell_get_store (shell) == ENT_STORE (source))
    ent_labels_dialog_present (GTK_WIDGET (shell), ENT_STORE (source), ids, ENT_SERIES_BY_POSTCODE);
}

static void
labels_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);
  const EntQuery *query = listed (shell);

  if (query != NULL)
    ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_ids, ent_query_copy (query),
                         (GDestroyNotify) ent_query_free, (GDestroyNotify) g_array_unref, NULL,
                         ids_read_cb, g_object_ref (shell));
}

static void
file_scans_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_filing_dialog_choose (GTK_WIDGET (shell), store);
}

static void
letters_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GVariantIter) persons = NULL;
  const EntDocumentKind *kind;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sax)", &name, &persons);
  while (g_variant_iter_next (persons, "x", &id))
    g_array_append_val (ids, id);
  kind = ent_paper_kind (name);
  if (store != NULL && kind != NULL)
    ent_series_dialog_present_for (GTK_WIDGET (shell), store, ids, kind);
}

static void
draft_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  const EntDocumentKind *kind;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  kind = ent_paper_kind (name);
  if (ent_shell_get_store (shell) != NULL && kind != NULL)
    ent_paper_draft_page_start (shell, kind, id);
}

static void
add_action (EntShell *shell, const char *name, const char *type, GCallback activated)
{
  g_autoptr (GVariantType) parameter = type != NULL ? g_variant_type_new (type) : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect_object (action, "activate", activated, shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

void
ent_paper_batch_install (EntShell *shell)
{
  if (!G_IS_ACTION_MAP (shell))
    return;
  add_action (shell, "paper-series", NULL, G_CALLBACK (series_activated_cb));
  add_action (shell, "paper-labels", NULL, G_CALLBACK (labels_activated_cb));
  add_action (shell, "paper-file-scans", NULL, G_CALLBACK (file_scans_activated_cb));
  add_action (shell, "paper-draft", "(sx)", G_CALLBACK (draft_activated_cb));
  add_action (shell, "paper-letters", "(sax)", G_CALLBACK (letters_activated_cb));
}

void
ent_paper_batch_extend_menu (const EntSchema *schema, GMenu *menu)
{
  if (ent_paper_series_serves (schema))
    {
      g_menu_append (menu, _ ("Print le_tters…"), "win.paper-series");
      g_menu_append (menu, _ ("Print la_bels…"), "win.paper-labels");
    }
  if (schema == &ent_document_schema || schema == &ent_attachment_schema)
    g_menu_append (menu, _ ("_File scans…"), "win.paper-file-scans");
}
