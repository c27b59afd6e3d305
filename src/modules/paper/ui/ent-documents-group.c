/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few entries of the register. Main thread. */

#include "ent-documents-group.h"

#include "ent-date.h"
#include "ent-document-page.h"
#include "ent-document.h"
#include "ent-latest-group.h"
#include "ent-paper-enums.h"

#include <glib/gi18n-lib.h>

static char *
state_text (EntDocument *document)
{
  if (document->entry == ENT_ENTRY_CANCELLED)
    return g_strdup (_ ("Cancellation"));
  if (document->cancelled_by != NULL)
    /* Translators: number of the entry that cancels a document */
    return g_strdup_printf (_ ("cancelled by %s"), document->cancelled_by);
  if (document->waiting_for != NULL)
    /* Translators: names of those who have not signed a document yet */
    return g_strdup_printf (_ ("waits for the signature of %s"), document->waiting_for);
  if (document->sent_how != 0)
    return g_strdup (ent_enum_label (&ent_sent_how_enum, document->sent_how));
  return NULL;
}

static char *
subtitle (gpointer record)
{
  EntDocument *document = ENT_DOCUMENT (record);
  g_autofree char *day = ent_day_format (document->made_on, ENT_DAY_NUMERIC);
  g_autofree char *state = state_text (document);

  return state != NULL ? g_strdup_printf ("%s · %s · %s", document->number, day, state)
                       : g_strdup_printf ("%s · %s", document->number, day);
}

static const char *
icon_name (gpointer record)
{
  return "ent-document-symbolic";
}

static gboolean
is_past (gpointer record)
{
  return ENT_DOCUMENT (record)->cancelled_by != NULL;
}

static void
open_document (EntShell *shell, EntStore *store, gint64 id)
{
  ent_shell_show (shell, ent_document_page_new (store, id));
}

static char *
all_label (guint n)
{
  /* Translators: how many documents there are about a person */
  return g_strdup_printf (ngettext ("All documents (%u)", "All documents (%u)", n), n);
}

static const EntLatestSpec documents = {
  .schema = &ent_document_schema,
  .title = N_ ("Documents"),
  .order = "year DESC, sequence DESC",
  .n_rows = 5,
  .hide_empty = TRUE,
  .always_all = TRUE,
  .subtitle = subtitle,
  .icon_name = icon_name,
  .is_past = is_past,
  .open = open_document,
  .all_label = all_label,
};

GtkWidget *
ent_documents_group_new (EntStore *store, gint64 person_id)
{
  return GTK_WIDGET (ent_latest_group_new (store, &documents, person_id));
}
