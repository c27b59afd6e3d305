/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of a carer for a calendar: iCalendar (RFC 5545), in the hours of Brussels. Any thread.
 */

#pragma once

#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* @is_named: with the names and addresses of those who are visited; else only times, numbers and
 * activities. @stamp: when it is written, in microseconds. Transfer full; NULL with
 * ENT_DOCUMENT_ERROR_NOT_POSSIBLE and a sentence when there is no visit. */
char *ent_sheet_ics_write (const EntSheetBook *book,
                           int carer,
                           gboolean is_named,
                           gint64 stamp,
                           GError **error);

/* One line of such a file: escaped, and folded at 75 bytes. Appends. */
void ent_sheet_ics_add_text (GString *out, const char *name, const char *text);

G_END_DECLS
