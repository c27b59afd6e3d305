/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A few entries of the register, read on the reading thread and again when the register grows. Main
 * thread. */

#include "ent-documents-group.h"

#include "ent-date.h"
#include "ent-document-page.h"
#include "ent-document.h"
#include "ent-paper-enums.h"
#include "ent-query.h"
#include "ent-shell.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

#define N_LATEST 5

struct _EntDocumentsGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  gint64 person_id;
  GCancellable *cancellable;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntDocumentsGroup, ent_documents_group, ADW_TYPE_PREFERENCES_GROUP)

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

static void
row_activated_cb (EntDocumentsGroup *self, GtkWidget *row)
{
  EntDocument *document = g_object_get_data (G_OBJECT (row), "document");
  EntShell *shell = ent_shell_for (row);

  if (shell != NULL)
    ent_shell_show (shell, ent_document_page_new (self->store, ent_record_get_id (document)));
}

static void
add_row (EntDocumentsGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
row_new (EntDocumentsGroup *self, EntDocument *document)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = ent_day_format (document->made_on, ENT_DAY_NUMERIC);
  g_autofree char *state = state_text (document);
  g_autofree char *subtitle = NULL;

  subtitle = state != NULL ? g_strdup_printf ("%s · %s · %s", document->number, day, state)
                           : g_strdup_printf ("%s · %s", document->number, day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), document->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ent-document-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "private");
  if (document->cancelled_by != NULL)
    gtk_widget_add_css_class (row, "past");
  g_object_set_data_full (G_OBJECT (row), "document", g_object_ref (document), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
all_cb (EntDocumentsGroup *self)
{
  g_autoptr (EntQuery) query = ent_query_new (&ent_document_schema);
  EntValue id = ent_int (self->person_id);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  ent_query_add_condition (query, "person_id", ENT_OP_EQUAL, &id);
  if (shell != NULL)
    ent_shell_show_list (shell, &ent_document_schema, query);
}

static void
add_all_row (EntDocumentsGroup *self, guint n)
{
  GtkWidget *row = adw_button_row_new ();
  /* Translators: how many documents there are about a person */
  g_autofree char *title = g_strdup_printf (ngettext ("All documents (%u)", "All documents (%u)",
                                                      n),
                                            n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  add_row (self, row);
}

static void
show_documents (EntDocumentsGroup *self, GPtrArray *documents)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (documents->len, N_LATEST); i++)
    add_row (self, row_new (self, g_ptr_array_index (documents, i)));
  if (documents->len > 0)
    add_all_row (self, documents->len);
  gtk_widget_set_visible (GTK_WIDGET (self), documents->len > 0);
}

static gpointer
read_documents (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_sql_load_owned (db, &ent_document_schema, *(gint64 *) data, "year DESC, sequence DESC",
                             error);
}

static void
documents_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntDocumentsGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (documents != NULL)
    show_documents (self, documents);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
    }
}

static void
reload (EntDocumentsGroup *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_documents,
                       g_memdup2 (&self->person_id, sizeof self->person_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, documents_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntDocumentsGroup *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_document_schema))
    reload (self);
}

static void
ent_documents_group_dispose (GObject *object)
{
  EntDocumentsGroup *self = ENT_DOCUMENTS_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_documents_group_parent_class)->dispose (object);
}

static void
ent_documents_group_finalize (GObject *object)
{
  EntDocumentsGroup *self = ENT_DOCUMENTS_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_documents_group_parent_class)->finalize (object);
}

static void
ent_documents_group_class_init (EntDocumentsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_documents_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_documents_group_finalize;
}

static void
ent_documents_group_init (EntDocumentsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Documents"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ent_documents_group_new (EntStore *store, gint64 person_id)
{
  EntDocumentsGroup *self = g_object_new (ENT_TYPE_DOCUMENTS_GROUP, NULL);

  self->store = g_object_ref (store);
  self->person_id = person_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
