/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of the office with chips: CommonMark, {field}, {if field}, {for list}. Parsed once, filled
 * as often as needed. Any thread, one at a time. */

#pragma once

#include "ent-block.h"
#include "ent-fields.h"

G_BEGIN_DECLS

typedef struct
{
  guint line; /* from 1 */
  guint column; /* of the first character concerned, from 1 */
  guint length; /* in characters */
  char *message; /* translated */
} EntTemplateFault;

typedef struct _EntTemplate EntTemplate;

#define ENT_TYPE_TEMPLATE (ent_template_get_type ())
GType ent_template_get_type (void);

/* @chips: NULL-terminated array of arrays that end with a NULL path; NULL: names are not checked.
 * Never NULL; with faults it cannot be filled. */
EntTemplate *ent_template_parse (const char *text, const EntChip *const *chips);
EntTemplate *ent_template_ref (EntTemplate *self);
void ent_template_unref (EntTemplate *self);
/* (element-type EntTemplateFault), by line; borrowed, empty when the template is right. */
GPtrArray *ent_template_get_faults (EntTemplate *self);

/* The blocks, filled: (element-type EntBlock), transfer full. A field that is empty and not marked
 * as optional leaves a gap: its path is added to @gaps (element-type utf8), which may be NULL. A
 * directive such as {signatures} gives an empty block of its kind for the caller to fill. NULL when
 * there are faults. */
GPtrArray *ent_template_fill (EntTemplate *self, const EntFields *fields, GPtrArray *gaps);
/* The first heading of the filled blocks as one line, or "". Transfer full. */
char *ent_template_title (GPtrArray *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTemplate, ent_template_unref)

G_END_DECLS
