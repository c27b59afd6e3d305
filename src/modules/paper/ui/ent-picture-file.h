/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that go onto paper: a logo, a signature. PNG and JPEG, looked at before they are
 * decoded. Main thread unless told. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_PICTURE_FILE_MAX_BYTES (2 * 1024 * 1024)
/* Pixels: what prints well over the width of a letterhead's logo. */
#define ENT_PICTURE_FILE_GOOD_WIDTH 300

/* Makes another picture of one that was chosen; any thread. */
typedef GBytes *(*EntPictureFileConvert) (GBytes *picture, GError **error);

/* Width and height without decoding. FALSE with a sentence when it is neither PNG nor JPEG, too
 * heavy or too large. Any thread. */
gboolean ent_picture_file_check (GBytes *picture, int *width, int *height, GError **error);
/* Ink on white paper as ink alone: the white becomes transparent, empty margins go; a PNG. An
 * EntPictureFileConvert. */
GBytes *ent_picture_file_take_ink (GBytes *picture, GError **error);

/* Asks for a file, reads, checks and converts it (NULL: as it is) in a thread. */
void ent_picture_file_choose_async (GtkWidget *parent,
                                    EntPictureFileConvert convert,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* NULL without error: nothing was chosen. */
GBytes *ent_picture_file_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
