/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as text: reading and writing RFC 4180 and what spreadsheets make of it. Any thread, one
 * at a time for each object. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_CSV_ERROR (ent_csv_error_quark ())
GQuark ent_csv_error_quark (void);

typedef enum
{
  ENT_CSV_ERROR_ENCODING, /* not UTF-8, or a NUL byte: decode first */
  ENT_CSV_ERROR_QUOTE /* a quote that does not close, or text after the closing quote */
} EntCsvError;

/* UTF-8 text of a file, without byte order mark, owned by the caller: UTF-8 as it is, UTF-16 by
 * its mark, else Windows-1252, which is what Excel writes in Belgium. *encoding_used (may be NULL)
 * is "UTF-8", "UTF-16" or "WINDOWS-1252", owned by the caller. Never fails: what has no meaning,
 * NUL included, becomes U+FFFD. */
char *ent_csv_decode (const char *bytes, gsize length, char **encoding_used);

typedef struct _EntCsvReader EntCsvReader;

/* Reads UTF-8 data, which must outlive the reader; a byte order mark is skipped. Separator 0: guess
 * among ; , tab | the one that parts the first records most evenly (also by an Excel "sep=" line).
 */
EntCsvReader *ent_csv_reader_new (const char *data, gsize length, char separator);

/* The next record. Empty lines are passed over. FALSE at the end, or with error set; no reading on
 * after an error. *fields is owned by the caller and frees its strings. */
gboolean ent_csv_reader_next (EntCsvReader *self, GPtrArray **fields, GError **error);

/* Line, from 1, where the last record began. */
guint ent_csv_reader_line (EntCsvReader *self);

/* Byte position reached, for a progress bar. */
gsize ent_csv_reader_position (EntCsvReader *self);

char ent_csv_reader_separator (EntCsvReader *self);
void ent_csv_reader_free (EntCsvReader *self);

typedef struct _EntCsvWriter EntCsvWriter;

/* Writes CRLF rows into memory; separator ; for Belgian spreadsheets, 0 means that too. */
EntCsvWriter *ent_csv_writer_new (char separator);

/* Whether to begin with a byte order mark, by which Excel knows UTF-8. To be called first. */
void ent_csv_writer_set_bom (EntCsvWriter *self, gboolean bom);

/* Adds a field (NULL: empty), quoted where needed. A field that a spreadsheet would run as a
 * formula
 * (= + - @ tab or line break in front, and neither a number nor a phone) gets an apostrophe in
 * front, which ent_csv_unprotect takes away again. */
void ent_csv_write_field (EntCsvWriter *self, const char *text);
void ent_csv_write_end_row (EntCsvWriter *self);

/* What is written so far; owned by the writer and good until the next call. */
const char *ent_csv_writer_text (EntCsvWriter *self, gsize *length);

/* The text, owned by the caller; the writer is empty afterwards. */
char *ent_csv_writer_steal (EntCsvWriter *self, gsize *length);
void ent_csv_writer_free (EntCsvWriter *self);

/* The field as it was before ent_csv_write_field protected it; points into field. */
const char *ent_csv_unprotect (const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCsvReader, ent_csv_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCsvWriter, ent_csv_writer_free)

G_END_DECLS
