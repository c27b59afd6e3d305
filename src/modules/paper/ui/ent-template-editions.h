/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions of a template in one language: that of the program, then those of the office, and
 * the text that is written and not saved yet. Main thread. */

#pragma once

#include "ent-document-kind.h"
#include "ent-document-template.h"
#include "ent-paper-enums.h"
#include "ent-store.h"

G_BEGIN_DECLS

typedef struct
{
  const EntDocumentKind *kind;
  EntPaperLanguage language;
  GPtrArray *own; /* (element-type EntDocumentTemplate), latest first */
  char *shipped; /* edition 1, or NULL */
  char *french; /* what is in use in French, when there is none in this language */
} EntTemplateEditions;

#define ENT_TYPE_TEMPLATE_EDITIONS (ent_template_editions_get_type ())
GType ent_template_editions_get_type (void);

EntTemplateEditions *ent_template_editions_copy (const EntTemplateEditions *self);
void ent_template_editions_free (EntTemplateEditions *self);
void ent_template_editions_read_async (EntStore *store,
                                       const EntDocumentKind *kind,
                                       EntPaperLanguage language,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
EntTemplateEditions *ent_template_editions_read_finish (EntStore *store,
                                                        GAsyncResult *result,
                                                        GError **error);
/* The text to go on from and the number of its edition; NULL when there is none. Borrowed. */
const char *ent_template_editions_latest (const EntTemplateEditions *self, int *edition);
guint ent_template_editions_count (const EntTemplateEditions *self);
/* "fr". */
const char *ent_template_language_nick (EntPaperLanguage language);

/* What was written and not saved, kept while the register is open. Borrowed, or NULL. */
const char *ent_template_unsaved_get (EntStore *store,
                                      const EntDocumentKind *kind,
                                      EntPaperLanguage language);
/* NULL: nothing any more. */
void ent_template_unsaved_set (EntStore *store,
                               const EntDocumentKind *kind,
                               EntPaperLanguage language,
                               const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntTemplateEditions, ent_template_editions_free)

G_END_DECLS
