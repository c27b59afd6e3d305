/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a template as its next edition. Main thread. */

#include "ent-template-save.h"

#include "ent-date.h"
#include "ent-form-dialog.h"

#include <glib/gi18n-lib.h>

static const char *const columns[] = { "valid_from", "note", NULL };

static EntDocumentTemplate *
make_draft (EntStore *store, const EntTemplateEditions *editions, const char *text)
{
  EntDocumentTemplate *draft = ent_record_new (ENT_TYPE_DOCUMENT_TEMPLATE);
  int last = 0;

  ent_template_editions_latest (editions, &last);
  draft->title = g_strdup (_ (editions->kind->title));
  draft->kind = g_strdup (editions->kind->id);
  draft->language = (int) editions->language;
  /* The number 1 stays that of the program, which may bring a text later. */
  draft->edition = MAX (last, 1) + 1;
  draft->text = g_strdup (text);
  draft->valid_from = ent_day_today ();
  draft->written_at = g_get_real_time ();
  draft->author = g_strdup (ent_register_get_user (ent_store_get_register (store)));
  return draft;
}

static void
saved_cb (GtkWidget *parent, EntChangeSet *set, EntFormDialog *dialog)
{
  EntTemplateSaved saved = (EntTemplateSaved) g_object_get_data (G_OBJECT (dialog), "saved");

  saved (parent);
}

void
ent_template_save_present (GtkWidget *parent,
                           EntStore *store,
                           const EntTemplateEditions *editions,
                           const char *text,
                           EntTemplateSaved saved)
{
  g_autoptr (EntDocumentTemplate) draft = make_draft (store, editions, text);
  g_autofree char *title = g_strdup_printf (_ ("Save as edition %d"), draft->edition);
  EntFormDialog *dialog = ent_form_dialog_new (store, title, NULL, draft, _ ("Template saved"));
  EntForm *form = ent_form_dialog_get_form (dialog);

  ent_form_add_group (form, NULL,
                      _ ("Documents made on that day or later are written with this text. Those "
                         "made before stay as they are."),
                      columns);
  g_object_set_data (G_OBJECT (dialog), "saved", (gpointer) saved);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
