/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that somebody brings, read whole and looked at: what it is, and whether it can be shown.
 * Reading is done on a thread of its own; callbacks on the main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a piece may hold. */
#define ENT_PIECE_MAX_BYTES (100 * 1000 * 1000)

typedef struct
{
  GBytes *bytes;
  char *title; /* the name of the file, without an ending that its type tells */
  char *media_type; /* "application/pdf", told from the contents where possible */
  char *warning; /* a sentence: it can be kept, but not be shown; or NULL */
} EntPieceFile;

void ent_piece_file_free (EntPieceFile *self);
/* Fails with a sentence when the file is too large, empty or unreadable. */
void ent_piece_file_read_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
EntPieceFile *ent_piece_file_read_finish (GAsyncResult *result, GError **error);

/* Whether the piece can be shown as pages or as a picture. */
gboolean ent_piece_is_pdf (const char *media_type);
gboolean ent_piece_is_picture (const char *media_type);

/* A dialog that asks for files: @only_pdf, or what can be shown first and anything else second. */
GtkFileDialog *ent_piece_file_dialog_new (const char *title, gboolean only_pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPieceFile, ent_piece_file_free)

G_END_DECLS
