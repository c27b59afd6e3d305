/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys on the page of a person, and the loans on that of a key. Main thread. */

#include "ent-home-key-groups.h"

#include "ent-date.h"
#include "ent-key-rules.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#define RECORD "ent-record"

static const char *
icon_name (gpointer record)
{
  return "ent-key-symbolic";
}

static GtkWidget *
add_button (AdwActionRow *row, gpointer record, const char *icon, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), RECORD, g_object_ref (record), g_object_unref);
  adw_action_row_add_suffix (row, button);
  return button;
}

/* Loans */

static void
return_cb (GtkButton *button)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (button));
  gpointer loan = g_object_get_data (G_OBJECT (button), RECORD);
  g_autoptr (GObject) draft = ent_record_dup (loan);
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ ("Key taken back"));

  g_object_set (draft, "returned-on", ent_day_today (), NULL);
  if (ent_change_set_edit (set, loan, draft) && shell != NULL)
    ent_shell_apply (shell, set, NULL, NULL);
}

static void
extend_loan (AdwActionRow *row, gpointer record)
{
  if (ent_key_loan_is_open (record))
    g_signal_connect (add_button (row, record, "object-select-symbolic", _ ("Came back today")),
                      "clicked", G_CALLBACK (return_cb), NULL);
}

static void
fill_loan (gpointer draft, gint32 today)
{
  g_object_set (draft, "given-on", today, NULL);
}

static const char *const loan_columns[] = { "agent_id", "given_on", "returned_on", NULL };

const EntChildSpec ent_home_key_loans = {
  .schema = &ent_key_loan_schema,
  .title = N_ ("Who holds it"),
  .add_label = N_ ("Give the key"),
  .added = N_ ("Key given"),
  .changed = N_ ("Loan changed"),
  .removed = N_ ("Loan deleted"),
  .columns = loan_columns,
  .order = "given_on DESC, id DESC",
  .from_column = "given_on",
  .to_column = "returned_on",
  .icon_name = icon_name,
  .extend_row = extend_loan,
  .fill = fill_loan,
};

/* Keys */

static char *
key_subtitle (gpointer record)
{
  EntHomeKey *self = record;
  g_autofree char *where = NULL;

  if (self->holder != NULL)
    /* Translators: the name of an agent */
    where = g_strdup_printf (_ ("held by %s"), self->holder);
  else
    where = g_strdup (self->kept_at);
  if (self->opens != NULL && where != NULL)
    return g_strdup_printf ("%s · %s", self->opens, where);
  return g_strdup (self->opens != NULL ? self->opens : where);
}

static void
open_cb (GtkButton *button)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (button));
  gpointer key = g_object_get_data (G_OBJECT (button), RECORD);

  if (shell != NULL)
    ent_shell_open (shell, &ent_home_key_schema, ent_record_get_id (key));
}

static void
extend_key (AdwActionRow *row, gpointer record)
{
  g_signal_connect (add_button (row, record, "go-next-symbolic", _ ("Who holds it")), "clicked",
                    G_CALLBACK (open_cb), NULL);
}

void
ent_home_key_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);
  EntHomeKey *draft = ent_form_get_draft (form);

  if (draft->number != ENT_INT_NONE)
    return;
  ent_form_set_column_title (form, "number", _ ("Number (left empty: the next one)"));
  ent_form_set_column_visible (form, "returned_on", FALSE);
}

const char *const ent_home_key_columns[] = { "number",      "opens", "box_code", "kept_at",
                                             "returned_on", "note",  NULL };

static const EntChildSpec keys = {
  .schema = &ent_home_key_schema,
  .title = N_ ("Keys"),
  .add_label = N_ ("Note a key"),
  .added = N_ ("Key noted"),
  .changed = N_ ("Key changed"),
  .removed = N_ ("Key deleted"),
  .columns = ent_home_key_columns,
  .order = "number, id",
  .past_column = "returned_on",
  .subtitle = key_subtitle,
  .icon_name = icon_name,
  .extend_row = extend_key,
  .prepare_form = ent_home_key_form_prepare,
  .hide_empty = TRUE,
};

static GtkWidget *
make_keys (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &keys,
                              ent_record_page_get_id (page));
}

void
ent_home_key_extend_person (EntRecordPage *page)
{
  ent_child_group_extend_page (page, make_keys, "key", "ent-key-symbolic", _ ("Note a key"));
}
