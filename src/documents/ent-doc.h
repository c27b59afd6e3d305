/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole document ready to be laid out: its blocks, its letterhead, whom it goes to, its seal. The
 * same document gives the same bytes. Any thread, one at a time. */

#pragma once

#include <gio/gio.h>

#include "ent-block.h"
#include "ent-paper.h"

G_BEGIN_DECLS

/* "Our reference" — "2026-00042", in the reference lines of a letter. */
typedef struct
{
  char *label;
  char *value;
} EntDocReference;

typedef struct _EntDoc EntDoc;

struct _EntDoc
{
  char *language; /* "fr": of the text, its hyphenation and its fixed words */
  char *title; /* of the file */
  char *author; /* the centre */
  gint32 day; /* the only date in the file */
  EntPaper paper;
  double text_size; /* points: 12 for beneficiaries, 16 and more for large type */
  gboolean draft; /* marked as such across each page, with @draft_word */
  char *draft_word; /* "PROJET" */

  GBytes *logo; /* PNG or JPEG, or NULL */
  char *sender_name; /* letterhead of the first page; NULL: none */
  char **sender_lines;
  EntWindowSide window;
  char *return_line; /* small, above the address in the window; or NULL */
  char **recipient; /* the lines in the window; NULL: none */
  GPtrArray *references; /* (element-type EntDocReference), never NULL */
  char *footer; /* small, at the foot of each page; or NULL */
  char *page_words; /* "Page %u/%u", translated */

  char *seal_text; /* "D2026-000123 · ABCD-EFGH-JKMN", beside the code of each page; or NULL */
  char *seal_payload; /* what the code says; the engine adds ":page/pages" */
  char *seal_alt; /* for who cannot see the code */

  GPtrArray *blocks; /* (element-type EntBlock), never NULL */
};

EntDoc *ent_doc_new (const char *language);
void ent_doc_free (EntDoc *self);
void ent_doc_add_reference (EntDoc *self, const char *label, const char *value);

/* The finished file: PDF/UA-1 and PDF/A-2a. A fraction of a second: a worker thread. @n_pages may
 * be NULL. */
GBytes *ent_doc_render (EntDoc *self, guint *n_pages, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDoc, ent_doc_free)

G_END_DECLS
