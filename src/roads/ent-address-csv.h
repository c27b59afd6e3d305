/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the official address files (BeSt Address, as the three regions publish it, or merged). They
 * are tables with a header, in UTF-8, parted by comma, semicolon, tab or vertical bar; columns are
 * known by name, in any order and case. Thread of the import. */
#pragma once

#include "ent-address-book.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_ADDRESS_CSV_FINE,
  ENT_ADDRESS_CSV_ENCODING, /* not UTF-8, or a NUL byte */
  ENT_ADDRESS_CSV_QUOTE, /* a quotation mark that does not close on the line */
  ENT_ADDRESS_CSV_TOO_LONG,
  ENT_ADDRESS_CSV_FIELDS, /* fewer or more fields than the header has */
  ENT_ADDRESS_CSV_STREET, /* no street name */
  ENT_ADDRESS_CSV_NUMBER, /* no house number that can be read */
  ENT_ADDRESS_CSV_POSTCODE,
  ENT_ADDRESS_CSV_POINT, /* no coordinates, or impossible ones */
  ENT_ADDRESS_CSV_N_REASONS
} EntAddressCsvReason;

/* How many bad lines are kept with their number; the others are counted only. */
#define ENT_ADDRESS_CSV_KEPT 20

typedef struct
{
  guint64 line; /* from 1 */
  EntAddressCsvReason reason;
} EntAddressCsvBad;

typedef struct
{
  guint64 n_lines; /* behind the header, empty ones apart */
  guint64 n_taken;
  guint64 n_passed; /* not in use any more, or no more than a box of a house already read */
  guint64 n_bad;
  guint64 n_by_reason[ENT_ADDRESS_CSV_N_REASONS];
  EntAddressCsvBad kept[ENT_ADDRESS_CSV_KEPT];
  guint n_kept;
} EntAddressCsvReport;

/* Called now and then with the share that is read, 0 to 1; FALSE with an error stops the reading.
 */
typedef gboolean (*EntAddressCsvStep) (double fraction, gpointer data, GError **error);

typedef struct
{
  GBytes *bytes; /* a mapped file is best */
  const char *name; /* for messages */
  EntAddressCsvStep step; /* or NULL */
  gpointer data;
} EntAddressCsvFile;

/* Adds what a file holds to the book and to the report. A bad line is counted and passed over.
 * FALSE when the file is no such table at all (ENT_ROADS_ERROR, one sentence that says what is
 * missing) or when step stopped it. */
gboolean ent_address_csv_read (const EntAddressCsvFile *file,
                               EntAddressBook *book,
                               EntAddressCsvReport *report,
                               GError **error);

/* What is wrong with a line, for a person. */
const char *ent_address_csv_reason_text (EntAddressCsvReason reason);

G_END_DECLS
