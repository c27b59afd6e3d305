/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small hands for the C interface of qpdf: files in memory, values in dictionaries, the tree of a
 * document. Nothing touches the disk. Any thread, one document at a time on each. */

#pragma once

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* Reads @bytes, which must outlive the result; NULL with a sentence when it is no sound PDF. */
qpdf_data ent_qpdf_open (GBytes *bytes, GError **error);
/* The whole as bytes: plain cross-references, an /ID made of the contents. */
GBytes *ent_qpdf_write (qpdf_data pdf, GError **error);
void ent_qpdf_close (qpdf_data pdf);

/* @literal is written as in a file: "<< /S /GTS_PDFA1 >>". */
void ent_qpdf_set (qpdf_data pdf, qpdf_oh dict, const char *key, const char *literal);
void ent_qpdf_set_text (qpdf_data pdf, qpdf_oh dict, const char *key, const char *text);
/* An indirect stream whose dictionary holds what @literal says. */
qpdf_oh ent_qpdf_new_stream (qpdf_data pdf, const char *literal, GBytes *data);
/* The decoded contents, or NULL. */
GBytes *ent_qpdf_get_stream (qpdf_data pdf, qpdf_oh stream);
/* The same of all streams of a page, one after the other. */
GBytes *ent_qpdf_get_page_contents (qpdf_data pdf, qpdf_oh page);
/* Highest number that an object can have, and one. */
int ent_qpdf_n_objects (qpdf_data pdf);
/* Null when @dict is no dictionary, for which qpdf itself would note a warning. */
qpdf_oh ent_qpdf_get (qpdf_data pdf, qpdf_oh dict, const char *key);
/* "/Figure", or "" when there is no such name. Transfer full. */
char *ent_qpdf_get_name (qpdf_data pdf, qpdf_oh dict, const char *key);
gboolean ent_qpdf_has_name (qpdf_data pdf, qpdf_oh dict, const char *key, const char *name);

/* An element of the structure tree; FALSE: leave its children. */
typedef gboolean (*EntQpdfVisit) (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data);

/* Calls @visit for each element, parents first, in the order of reading. */
void ent_qpdf_walk_structure (qpdf_data pdf, EntQpdfVisit visit, gpointer data);
/* What an element holds: elements, content numbers, references, as a list. Always an array. */
qpdf_oh ent_qpdf_get_kids (qpdf_data pdf, qpdf_oh element);

/* g_auto (EntQpdf) closes it. */
typedef qpdf_data EntQpdf;
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (EntQpdf, ent_qpdf_close, NULL)

G_END_DECLS
