/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts the contents of a PDF page into its words: names, numbers, operators. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_PDF_TOKEN_END,
  ENT_PDF_TOKEN_OPERATOR, /* an inline image is one, from BI to EI */
  ENT_PDF_TOKEN_NAME, /* with its slash */
  ENT_PDF_TOKEN_NUMBER,
  ENT_PDF_TOKEN_OTHER /* a string, a bracket, true, false, null */
} EntPdfTokenKind;

typedef struct
{
  EntPdfTokenKind kind;
  gsize start;
  gsize length;
} EntPdfToken;

typedef struct
{
  const char *data; /* borrowed */
  gsize size;
  gsize position;
} EntPdfTokens;

/* FALSE at the end. */
gboolean ent_pdf_tokens_next (EntPdfTokens *self, EntPdfToken *token);
gboolean ent_pdf_tokens_is (const EntPdfTokens *self, const EntPdfToken *token, const char *word);
/* Transfer full. */
char *ent_pdf_tokens_dup (const EntPdfTokens *self, const EntPdfToken *token);

G_END_DECLS
