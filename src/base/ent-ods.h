/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a table as an OpenDocument spreadsheet (.ods): numbers, durations, sums of money and days
 * stay what they are. Any thread, one at a time for each writer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntOdsWriter EntOdsWriter;

/* One sheet of that name; the first row written is its head, in bold. */
EntOdsWriter *ent_ods_writer_new (const char *name);
void ent_ods_writer_free (EntOdsWriter *self);

/* NULL or "": an empty cell. */
void ent_ods_write_text (EntOdsWriter *self, const char *text);
void ent_ods_write_number (EntOdsWriter *self, double number);
/* A duration, shown as hours and minutes; may be below zero. */
void ent_ods_write_minutes (EntOdsWriter *self, gint64 minutes);
/* Cents, shown in euros. */
void ent_ods_write_money (EntOdsWriter *self, gint64 cents);
/* See ent-date.h; ENT_DAY_NONE: an empty cell. */
void ent_ods_write_day (EntOdsWriter *self, gint32 day);
void ent_ods_write_end_row (EntOdsWriter *self);

/* The whole file; the writer is done afterwards. The same cells give the same bytes. */
GBytes *ent_ods_writer_finish (EntOdsWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntOdsWriter, ent_ods_writer_free)

G_END_DECLS
