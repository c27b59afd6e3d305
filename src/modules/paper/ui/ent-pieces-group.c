/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The group of pieces; read again when the store tells of them. Main thread. */

#include "ent-pieces-group.h"

#include "ent-attachment.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-piece-add.h"
#include "ent-piece-file.h"
#include "ent-shell.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

#define IN_SIGHT 6

struct _EntPiecesGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  gint64 person_id;
  GPtrArray *rows; /* borrowed */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntPiecesGroup, ent_pieces_group, ADW_TYPE_PREFERENCES_GROUP)

static gpointer
read_pieces (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_sql_load_owned (db, &ent_attachment_schema, *(gint64 *) data,
                             "received_on DESC, id DESC", error);
}

static void
row_activated_cb (AdwActionRow *row, EntPiecesGroup *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, &ent_attachment_schema, *id);
}

static void
all_activated_cb (EntPiecesGroup *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  g_autoptr (EntQuery) query = ent_query_new (&ent_attachment_schema);
  EntValue person = ent_int (self->person_id);

  ent_query_add_condition (query, "person_id", ENT_OP_EQUAL, &person);
  if (shell != NULL)
    ent_shell_show_list (shell, &ent_attachment_schema, query);
}

static const char *
icon_name_of (EntAttachment *piece)
{
  if (ent_piece_is_pdf (piece->media_type))
    return "ent-document-symbolic";
  return ent_piece_is_picture (piece->media_type) ? "image-x-generic-symbolic"
                                                  : "ent-attachment-symbolic";
}

static char *
subtitle_of (EntAttachment *piece)
{
  g_autofree char *day = ent_day_format (piece->received_on, ENT_DAY_NUMERIC);
  g_autofree char *origin = ent_record_display (piece, "origin");
  g_autofree char *pages = NULL;

  if (piece->n_pages == ENT_INT_NONE)
    return g_strdup_printf ("%s · %s", origin, day);
  pages = g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) piece->n_pages),
                           piece->n_pages);
  return g_strdup_printf ("%s · %s · %s", origin, day, pages);
}

static void
add_row (EntPiecesGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
piece_row_new (EntPiecesGroup *self, EntAttachment *piece)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = subtitle_of (piece);
  gint64 id = ent_record_get_id (piece);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), piece->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (icon_name_of (piece)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

static GtkWidget *
all_row_new (EntPiecesGroup *self, guint n)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("All %u pieces"), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
  g_signal_connect_swapped (row, "activated", G_CALLBACK (all_activated_cb), self);
  return row;
}

static GtkWidget *
none_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("None"));
  gtk_widget_add_css_class (row, "none");
  return row;
}

static void
show_pieces (EntPiecesGroup *self, GPtrArray *pieces)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < MIN (pieces->len, IN_SIGHT); i++)
    add_row (self, piece_row_new (self, g_ptr_array_index (pieces, i)));
  if (pieces->len > IN_SIGHT)
    add_row (self, all_row_new (self, pieces->len));
  else if (pieces->len == 0)
    add_row (self, none_row_new ());
}

static void
pieces_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPiecesGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pieces = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (pieces != NULL && self->store != NULL)
    show_pieces (self, pieces);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
}

static void
reload (EntPiecesGroup *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_pieces,
                       g_memdup2 (&self->person_id, sizeof self->person_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, pieces_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntPiecesGroup *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_attachment_schema) &&
      ent_news_touches_record (news, &ent_person_schema, self->person_id))
    reload (self);
}

static void
add_clicked_cb (EntPiecesGroup *self)
{
  ent_piece_add_ask (GTK_WIDGET (self), self->store, self->person_id);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, EntPiecesGroup *self)
{
  g_autoptr (GPtrArray) files = ent_piece_add_files_of (value);

  ent_piece_add_files (GTK_WIDGET (self), self->store, self->person_id, files);
  return files->len > 0;
}

static void
ent_pieces_group_dispose (GObject *object)
{
  EntPiecesGroup *self = ENT_PIECES_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_pieces_group_parent_class)->dispose (object);
}

static void
ent_pieces_group_finalize (GObject *object)
{
  EntPiecesGroup *self = ENT_PIECES_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_pieces_group_parent_class)->finalize (object);
}

static void
ent_pieces_group_class_init (EntPiecesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_pieces_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_pieces_group_finalize;
}

static void
ent_pieces_group_init (EntPiecesGroup *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Pieces"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ ("Add pieces…"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
ent_pieces_group_new (EntStore *store, gint64 person_id)
{
  EntPiecesGroup *self = g_object_new (ENT_TYPE_PIECES_GROUP, NULL);

  self->store = g_object_ref (store);
  self->person_id = person_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
