/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture as part of a form: seen as on paper, chosen, removed. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-picture-file.h"

G_BEGIN_DECLS

#define ENT_TYPE_PICTURE_GROUP (ent_picture_group_get_type ())
G_DECLARE_FINAL_TYPE (EntPictureGroup, ent_picture_group, ENT, PICTURE_GROUP, AdwPreferencesGroup)

/* Signal "changed" (EntPictureGroup *): the user chose or removed it. @convert may be NULL. */
GtkWidget *ent_picture_group_new (const char *title,
                                  const char *description,
                                  EntPictureFileConvert convert);
/* NULL: none. */
void ent_picture_group_set_picture (EntPictureGroup *self, GBytes *picture);
/* Borrowed, or NULL. */
GBytes *ent_picture_group_get_picture (EntPictureGroup *self);
/* A sentence below the picture; NULL takes it away. */
void ent_picture_group_set_message (EntPictureGroup *self, const char *message);

G_END_DECLS
