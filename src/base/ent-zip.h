/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a ZIP archive in memory: files below 4 GiB, no dates, no encryption. Any thread, one at a
 * time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntZip EntZip;

EntZip *ent_zip_new (void);
void ent_zip_free (EntZip *self);
/* @deflate FALSE: as it is, for what a reader looks at before it unpacks. @name is plain ASCII. */
void ent_zip_add (EntZip *self, const char *name, const char *data, gsize length, gboolean deflate);
/* The archive; it is done afterwards. */
GBytes *ent_zip_finish (EntZip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntZip, ent_zip_free)

G_END_DECLS
