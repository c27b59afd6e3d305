/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Facts about a document as rows. Main thread. */

#include "ent-document-side.h"

#include "ent-group.h"
#include "ent-paper-enums.h"
#include "ent-pdf-acts.h"
#include "ent-resources.h"
#include "ent-signature-request.h"

#include <glib/gi18n-lib.h>

/* The facts that are rows of plain text, in order. */
static const char *const fact_columns[] = {
  "recipient", "purpose", "reason",  "made_at",  "author",  "language",
  "edition",   "n_pages", "signing", "sent_how", "sent_on",
};

struct _EntDocumentSide
{
  AdwBin parent_instance;

  GtkWidget *acts;
  AdwActionRow *number_row;
  AdwActionRow *code_row;
  AdwActionRow *other_row;
  AdwActionRow *person_row;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *document_group;
  AdwPreferencesGroup *signatures;
  GtkWidget *drag_group;
  AdwActionRow *drag_row;

  AdwActionRow *fact_rows[G_N_ELEMENTS (fact_columns)];
  GPtrArray *signature_rows; /* borrowed */
};

enum
{
  SIGNAL_OPEN_PERSON,
  SIGNAL_OPEN_OTHER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntDocumentSide, ent_document_side, ADW_TYPE_BIN)

void
ent_document_more_free (EntDocumentMore *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_object (&self->other);
  g_free (self->failure);
  g_free (self);
}

static void
person_activated_cb (EntDocumentSide *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_PERSON], 0);
}

static void
other_activated_cb (EntDocumentSide *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_OTHER], 0);
}

static void
ent_document_side_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_DOCUMENT_SIDE);
  G_OBJECT_CLASS (ent_document_side_parent_class)->dispose (object);
}

static void
ent_document_side_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_DOCUMENT_SIDE (object)->signature_rows);
  G_OBJECT_CLASS (ent_document_side_parent_class)->finalize (object);
}

static void
ent_document_side_class_init (EntDocumentSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_document_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_document_side_finalize;

  signals[SIGNAL_OPEN_PERSON] = g_signal_new ("open-person", ENT_TYPE_DOCUMENT_SIDE,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                              0);
  signals[SIGNAL_OPEN_OTHER] = g_signal_new ("open-other", ENT_TYPE_DOCUMENT_SIDE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-document-side.ui");
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, acts);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, number_row);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, code_row);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, other_row);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, person_row);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, facts);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, signatures);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, drag_group);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, drag_row);
  gtk_widget_class_bind_template_child (widget_class, EntDocumentSide, document_group);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_activated_cb);
}

static AdwActionRow *
fact_row_new (const char *name)
{
  const EntColumn *column = ent_schema_column (&ent_document_schema, name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (column));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (row, "private");
  gtk_widget_set_visible (row, FALSE);
  return ADW_ACTION_ROW (row);
}

static void
ent_document_side_init (EntDocumentSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_group_set_name (self->document_group, _ ("Document"));
  ent_group_set_name (self->facts, _ ("Details"));
  ent_group_set_name (ADW_PREFERENCES_GROUP (self->drag_group), _ ("Drag the file from here"));
  self->signature_rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fact_columns); i++)
    {
      self->fact_rows[i] = fact_row_new (fact_columns[i]);
      adw_preferences_group_add (self->facts, GTK_WIDGET (self->fact_rows[i]));
    }
}

GtkWidget *
ent_document_side_new (void)
{
  return g_object_new (ENT_TYPE_DOCUMENT_SIDE, NULL);
}

void
ent_document_side_show (EntDocumentSide *self, EntDocument *document)
{
  gboolean issued = document->entry == ENT_ENTRY_ISSUED;

  adw_action_row_set_subtitle (self->number_row, document->number);
  adw_action_row_set_subtitle (self->code_row, document->code);
  gtk_widget_set_visible (GTK_WIDGET (self->person_row), document->person_id != 0);
  adw_action_row_set_subtitle (self->person_row,
                               document->person_name != NULL ? document->person_name : "");
  gtk_widget_set_visible (self->acts, issued);
  for (guint i = 0; i < G_N_ELEMENTS (fact_columns); i++)
    {
      g_autofree char *text = ent_record_display (document, fact_columns[i]);

      adw_action_row_set_subtitle (self->fact_rows[i], text);
      gtk_widget_set_visible (GTK_WIDGET (self->fact_rows[i]), *text != '\0');
    }
}

static char *
signature_text (EntSignatureRequest *request)
{
  g_autofree char *state = ent_record_display (request, "state");
  g_autofree char *means = ent_record_display (request, "means");
  g_autofree char *when = ent_record_display (request, "done_at");
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, state);
  if (*means != '\0')
    g_ptr_array_add (parts, means);
  if (*when != '\0')
    g_ptr_array_add (parts, when);
  if (request->certificate != NULL)
    g_ptr_array_add (parts, request->certificate);
  if (request->comment != NULL)
    g_ptr_array_add (parts, request->comment);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
state_icon (int state)
{
  if (state == ENT_REQUEST_SIGNED)
    return "object-select-symbolic";
  if (state == ENT_REQUEST_WAITING)
    return "ent-sign-symbolic";
  return "window-close-symbolic";
}

static void
add_signature (EntDocumentSide *self, EntSignatureRequest *request)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (state_icon (request->state));
  g_autofree char *text = signature_text (request);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 request->agent_name != NULL ? request->agent_name : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "private");
  adw_preferences_group_add (self->signatures, row);
  g_ptr_array_add (self->signature_rows, row);
}

void
ent_document_side_show_more (EntDocumentSide *self, EntDocument *document, EntDocumentMore *more)
{
  g_autofree char *file_name = ent_pdf_file_name (document->number);

  for (guint i = 0; i < self->signature_rows->len; i++)
    adw_preferences_group_remove (self->signatures, g_ptr_array_index (self->signature_rows, i));
  g_ptr_array_set_size (self->signature_rows, 0);
  for (guint i = 0; more->requests != NULL && i < more->requests->len; i++)
    add_signature (self, g_ptr_array_index (more->requests, i));
  gtk_widget_set_visible (GTK_WIDGET (self->signatures), self->signature_rows->len > 0);

  gtk_widget_set_visible (GTK_WIDGET (self->other_row), more->other != NULL);
  if (more->other != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other_row),
                                     document->entry == ENT_ENTRY_CANCELLED ? _ ("Cancels")
                                                                            : _ ("Cancelled by"));
      adw_action_row_set_subtitle (self->other_row, more->other->number);
    }

  gtk_widget_set_visible (self->drag_group, more->pdf != NULL);
  adw_action_row_set_subtitle (self->drag_row, file_name);
  ent_pdf_make_draggable (GTK_WIDGET (self->drag_row), more->pdf);
}
