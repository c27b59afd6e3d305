/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the chips, titles and faults of a template look in a text buffer, by day and by night. Main
 * thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _EntTemplateColours EntTemplateColours;

EntTemplateColours *ent_template_colours_new (GtkTextBuffer *buffer);
void ent_template_colours_free (EntTemplateColours *self);
/* @ranges: (element-type EntChipRange), offsets and lengths in characters. */
void ent_template_colours_apply (EntTemplateColours *self, GArray *ranges);
void ent_template_colours_clear_faults (EntTemplateColours *self);
void ent_template_colours_add_fault (EntTemplateColours *self,
                                     const GtkTextIter *start,
                                     const GtkTextIter *end);

G_END_DECLS
