/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of one's own signature. Whose it is follows from the login of the operating system,
 * here and again where it is written. Main thread. */

#include "ent-own-signature-dialog.h"

#include "ent-paper-query.h"
#include "ent-picture-group.h"
#include "ent-query.h"
#include "ent-resources.h"
#include "ent-shell.h"
#include "ent-signature-image.h"
#include "ent-staff-query.h"
#include "ent-vault.h"

#include <glib/gi18n-lib.h>

#define ENT_TYPE_OWN_SIGNATURE_DIALOG (ent_own_signature_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntOwnSignatureDialog,
                      ent_own_signature_dialog,
                      ENT,
                      OWN_SIGNATURE_DIALOG,
                      AdwDialog)

struct _EntOwnSignatureDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwStatusPage *nobody_page;
  AdwBanner *banner;
  AdwBin *holder;
  GtkWidget *save_button;
  EntPictureGroup *group;

  EntStore *store;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntOwnSignatureDialog, ent_own_signature_dialog, ADW_TYPE_DIALOG)

/* What is known of the own signature. */
typedef struct
{
  gint64 agent_id; /* 0: not among the agents */
  gint64 image_id; /* 0: no picture yet */
  GBytes *picture;
} Own;

static void
own_free (Own *own)
{
  g_clear_pointer (&own->picture, g_bytes_unref);
  g_free (own);
}

static gboolean
find_own (EntDb *db, Own *own, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), &local_error);
  g_autoptr (EntQuery) query = ent_query_new (&ent_signature_image_schema);
  g_autoptr (GArray) ids = NULL;
  EntValue id;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (agent == NULL)
    return TRUE;
  own->agent_id = ent_record_get_id (agent);
  id = ent_int (own->agent_id);
  ent_query_add_condition (query, "agent_id", ENT_OP_EQUAL, &id);
  ids = ent_query_run (query, db, NULL, error);
  if (ids != NULL && ids->len > 0)
    own->image_id = g_array_index (ids, gint64, 0);
  return ids != NULL;
}

static gpointer
read_own (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Own *own = g_new0 (Own, 1);
  g_autofree char *hash = NULL;

  if (!find_own (db, own, error))
    {
      own_free (own);
      return NULL;
    }
  if (own->image_id != 0)
    hash = ent_paper_query_signature_image (db, own->agent_id);
  if (hash != NULL)
    own->picture = ent_vault_get (db, hash, NULL);
  return own;
}

static void
own_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntOwnSignatureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Own *own = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (own == NULL || own->agent_id == 0)
    {
      /* Translators: the name under which one logs in to the computer */
      g_autofree char *why = g_strdup_printf (_ ("Have the login “%s” noted on your own page under "
                                                 "Staff."),
                                              g_get_user_name ());

      adw_status_page_set_description (self->nobody_page, error != NULL ? error->message : why);
      gtk_stack_set_visible_child_name (self->stack, "nobody");
    }
  else
    {
      ent_picture_group_set_picture (self->group, own->picture);
      gtk_stack_set_visible_child_name (self->stack, "picture");
    }
  g_clear_pointer (&own, own_free);
}

static gboolean
insert_picture (EntApply *apply, const Own *own, const char *hash, GError **error)
{
  g_autoptr (EntSignatureImage) draft = ent_record_new (ENT_TYPE_SIGNATURE_IMAGE);

  draft->agent_id = own->agent_id;
  g_set_str (&draft->file, hash);
  draft->added_at = g_get_real_time ();
  return ent_apply_insert (apply, draft, error);
}

static gboolean
replace_picture (EntApply *apply, const Own *own, const char *hash, GError **error)
{
  g_autoptr (EntSignatureImage) original = ent_apply_load (apply, &ent_signature_image_schema,
                                                          own->image_id, error);
  g_autoptr (EntSignatureImage) draft = original != NULL ? ent_record_dup (original) : NULL;

  if (draft == NULL)
    return FALSE;
  g_set_str (&draft->file, hash);
  draft->added_at = g_get_real_time ();
  return ent_apply_update (apply, original, draft, error);
}

static gboolean
write_own (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  GBytes *picture = data;
  g_autofree char *hash = NULL;
  Own own = { 0, 0, NULL };

  if (!find_own (ent_apply_get_db (apply), &own, error))
    return FALSE;
  if (own.agent_id == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           _ ("Only an agent of the centre can keep a signature."));
      return FALSE;
    }
  if (g_bytes_get_size (picture) == 0)
    return own.image_id == 0 ||
           ent_apply_delete (apply, &ent_signature_image_schema, own.image_id, error);
  if (!ent_vault_put (ent_apply_get_db (apply), picture, &hash, error))
    return FALSE;
  return own.image_id != 0 ? replace_picture (apply, &own, hash, error)
                           : insert_picture (apply, &own, hash, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntOwnSignatureDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (ent_store_write_finish (ENT_STORE (source), result, &error) == 0)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      gtk_widget_set_sensitive (self->save_button, TRUE);
      return;
    }
  if (shell != NULL)
    ent_shell_toast (shell,
                     ent_picture_group_get_picture (self->group) != NULL
                         ? _ ("Your signature was kept")
                         : _ ("Your signature was removed"),
                     TRUE);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (EntOwnSignatureDialog *self)
{
  GBytes *picture = ent_picture_group_get_picture (self->group);

  gtk_widget_set_sensitive (self->save_button, FALSE);
  adw_banner_set_revealed (self->banner, FALSE);
  /* Empty bytes stand for none. */
  ent_store_write_async (self->store,
                         picture != NULL ? _ ("Own signature changed")
                                         : _ ("Own signature removed"),
                         write_own, picture != NULL ? g_bytes_ref (picture) : g_bytes_new (NULL, 0),
                         (GDestroyNotify) g_bytes_unref, NULL, written_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntOwnSignatureDialog *self = ENT_OWN_SIGNATURE_DIALOG (widget);

  if (gtk_widget_get_sensitive (self->save_button))
    save_cb (self);
}

static void
cancel_cb (EntOwnSignatureDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
changed_cb (EntOwnSignatureDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
ent_own_signature_dialog_dispose (GObject *object)
{
  EntOwnSignatureDialog *self = ENT_OWN_SIGNATURE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_OWN_SIGNATURE_DIALOG);
  G_OBJECT_CLASS (ent_own_signature_dialog_parent_class)->dispose (object);
}

static void
ent_own_signature_dialog_class_init (EntOwnSignatureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_own_signature_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "paper/ent-own-signature-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntOwnSignatureDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, EntOwnSignatureDialog, nobody_page);
  gtk_widget_class_bind_template_child (widget_class, EntOwnSignatureDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, EntOwnSignatureDialog, holder);
  gtk_widget_class_bind_template_child (widget_class, EntOwnSignatureDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_install_action (widget_class, "signature.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "signature.save",
                                       NULL);
}

static void
ent_own_signature_dialog_init (EntOwnSignatureDialog *self)
{
  GtkWidget *group;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  group = ent_picture_group_new (_ ("Picture of my signature"),
                                 _ ("Signed with a dark pen on white paper and scanned; the white "
                                    "becomes transparent. PNG or JPEG, at most 2 MB."),
                                 ent_picture_file_take_ink);
  self->group = ENT_PICTURE_GROUP (group);
  g_signal_connect_object (group, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->holder, group);
}

void
ent_own_signature_dialog_present (GtkWidget *parent, EntStore *store)
{
  EntOwnSignatureDialog *self = g_object_new (ENT_TYPE_OWN_SIGNATURE_DIALOG, NULL);

  self->store = g_object_ref (store);
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_own, NULL, NULL,
                       (GDestroyNotify) own_free, self->cancellable, own_read_cb,
                       g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
