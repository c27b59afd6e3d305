/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of the centre's details, with its letterhead above. Main thread; pages are made on the
 * reading thread, pictures are kept on the writing one. */

#include "ent-centre-dialog.h"

#include "ent-centre.h"
#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-paper-enums.h"
#include "ent-paper-sample.h"
#include "ent-pdf-view.h"
#include "ent-picture-group.h"
#include "ent-shell.h"
#include "ent-vault.h"

#include <glib/gi18n-lib.h>

#define PAUSE 150 /* milliseconds */
#define PREVIEW_HEIGHT 260

static const char *const address_columns[] = { "name",     "municipality", "street", "number",
                                               "postcode", "locality",     NULL };
static const char *const contact_columns[] = { "phone", "e_mail", "website", NULL };
static const char *const bank_columns[] = { "enterprise_number", "iban", NULL };
static const char *const hours_columns[] = { "opening_hours", NULL };
static const char *const letter_columns[] = { "window_side", "language", NULL };

/* What belongs to one dialog; freed with it. */
typedef struct
{
  EntFormDialog *dialog; /* borrowed */
  EntStore *store;
  EntCentre *draft;
  EntPictureGroup *logo; /* borrowed */
  EntPdfView *view; /* borrowed */
  guint pause;
  GCancellable *cancellable; /* of the preview */
  GCancellable *gone;
} CentreDialog;

static void
centre_dialog_free (CentreDialog *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->gone);
  g_clear_object (&self->cancellable);
  g_object_unref (self->gone);
  g_object_unref (self->draft);
  g_object_unref (self->store);
  g_free (self);
}

static gpointer
make_letterhead (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  EntCentre *centre = data;
  const EntChoice *language = ent_enum_by_value (&ent_paper_language_enum, centre->language);
  const EntPaperSample sample = { .language = language != NULL ? language->nick : "fr",
                                  .day = ent_day_today (),
                                  .centre = centre };
  EntPaperDraft *draft = ent_paper_sample_draft (db, &sample, cancellable, error);
  GBytes *pdf = draft != NULL ? g_bytes_ref (draft->pdf) : NULL;

  g_clear_pointer (&draft, ent_paper_draft_free);
  return pdf;
}

static void
letterhead_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPdfView) view = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (pdf != NULL)
    ent_pdf_view_set_document (view, pdf);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The letterhead could not be drawn: %s", error->message);
}

static void
refresh (CentreDialog *self)
{
  EntCentre *copy = ent_record_dup (self->draft);

  ent_centre_schema.prepare (ENT_RECORD (copy));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_LOW, make_letterhead, copy,
                       g_object_unref, (GDestroyNotify) g_bytes_unref, self->cancellable,
                       letterhead_made_cb, g_object_ref (self->view));
}

static gboolean
paused_cb (gpointer user_data)
{
  CentreDialog *self = user_data;

  self->pause = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (CentreDialog *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, paused_cb, self);
}

static void
set_logo (CentreDialog *self, const char *hash)
{
  g_set_str (&self->draft->logo, hash);
  ent_form_dialog_set_touched (self->dialog, TRUE);
  ent_form_dialog_set_ready (self->dialog, TRUE);
  refresh (self);
}

static gpointer
keep_picture (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  char *hash = NULL;

  return ent_vault_put (db, data, &hash, error) ? hash : NULL;
}

static void
picture_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  CentreDialog *self = g_object_get_data (G_OBJECT (dialog), "centre");
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (hash != NULL)
    set_logo (self, hash);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ent_picture_group_set_message (self->logo, error->message);
      ent_form_dialog_set_ready (self->dialog, TRUE);
    }
}

/* The file is kept first, so that the row that names it never names nothing. */
static void
logo_changed_cb (CentreDialog *self)
{
  GBytes *picture = ent_picture_group_get_picture (self->logo);

  if (picture == NULL)
    {
      set_logo (self, NULL);
      return;
    }
  ent_form_dialog_set_ready (self->dialog, FALSE);
  ent_store_run_async (self->store, ENT_LANE_WRITE, G_PRIORITY_DEFAULT, keep_picture,
                       g_bytes_ref (picture), (GDestroyNotify) g_bytes_unref, g_free, self->gone,
                       picture_kept_cb, g_object_ref (self->dialog));
}

static gpointer
read_picture (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_vault_get (db, data, error);
}

static void
picture_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPictureGroup) logo = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (picture != NULL)
    ent_picture_group_set_picture (logo, picture);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ent_picture_group_set_message (logo, error->message);
}

static GtkWidget *
make_preview (CentreDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *view = ent_pdf_view_new ();

  self->view = ENT_PDF_VIEW (view);
  gtk_widget_set_size_request (view, -1, PREVIEW_HEIGHT);
  /* A picture: the wheel scrolls the form that it stands in. */
  gtk_widget_set_can_target (view, FALSE);
  gtk_widget_set_can_focus (view, FALSE);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The letterhead"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), frame);
  return group;
}

static void
add_groups (CentreDialog *self)
{
  EntForm *form = ent_form_dialog_get_form (self->dialog);
  GtkWidget *logo = ent_picture_group_new (_ ("Logo"),
                                           _ ("PNG or JPEG, at most 2 MB, best 300 pixels wide or "
                                              "more; shown on white as it is printed."),
                                           NULL);

  self->logo = ENT_PICTURE_GROUP (logo);
  ent_form_add_widget (form, make_preview (self));
  ent_form_add_group (form, _ ("Name and address"), NULL, address_columns);
  ent_form_add_group (form, _ ("Contact"), NULL, contact_columns);
  ent_form_add_group (form, _ ("Enterprise and bank"), NULL, bank_columns);
  ent_form_add_group (form, _ ("Opening hours"), NULL, hours_columns);
  ent_form_add_group (form, _ ("Envelopes and language"), NULL, letter_columns);
  ent_form_add_widget (form, logo);
  g_signal_connect_swapped (form, "changed", G_CALLBACK (form_changed_cb), self);
  g_signal_connect_swapped (logo, "changed", G_CALLBACK (logo_changed_cb), self);
}

static void
present (GtkWidget *parent, EntStore *store, EntCentre *centre)
{
  CentreDialog *self = g_new0 (CentreDialog, 1);
  g_autoptr (EntCentre) original = ent_record_dup (centre);

  self->store = g_object_ref (store);
  self->gone = g_cancellable_new ();
  self->draft = ent_record_dup (centre);
  self->dialog = ent_form_dialog_new (store, _ ("The centre and its letters"), original,
                                      self->draft, _ ("Details of the centre changed"));
  add_groups (self);
  g_object_set_data_full (G_OBJECT (self->dialog), "centre", self,
                          (GDestroyNotify) centre_dialog_free);
  if (centre->logo != NULL)
    ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_picture,
                         g_strdup (centre->logo), g_free, (GDestroyNotify) g_bytes_unref,
                         self->gone, picture_read_cb, g_object_ref (self->logo));
  refresh (self);
  adw_dialog_present (ADW_DIALOG (self->dialog), parent);
}

static void
centre_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCentre) centre = ent_store_load_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (parent);

  if (centre != NULL && gtk_widget_get_root (parent) != NULL)
    present (parent, ENT_STORE (source), centre);
  else if (error != NULL && shell != NULL)
    ent_shell_report (shell, error);
}

void
ent_centre_dialog_present (GtkWidget *parent, EntStore *store)
{
  ent_store_load_async (store, ENT_TYPE_CENTRE, 1, NULL, centre_read_cb, g_object_ref (parent));
}
