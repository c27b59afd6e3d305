/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sheets say, in short words of the language of the interface. Transfer full unless told; NULL
 * when there is nothing to say. Any thread. */

#pragma once

#include "ent-sheet-book.h"

G_BEGIN_DECLS

/* "09:00–10:00"; a night says on which day it ends: "23:00–01:00 (Tuesday)". Minutes of the
 * picture; @day: that of the sheet. */
char *ent_sheet_words_time (const EntSheetBook *book, int day, int from, int to);
/* "8 min · 3.2 km, by car"; nothing between doors of the same house, or where a place is unknown.
 */
char *ent_sheet_words_way (EntRoadMode mode, int minutes, int metres);
/* "3.2 km". */
char *ent_sheet_words_length (int metres);
/* "Dog · smoker · wet floor in the bathroom". */
char *ent_sheet_words_care (const EntSheetVisit *line);
/* "In place of Luce Leroy, who is away · usually at 09:00": what differs from the weeks before. */
char *ent_sheet_words_change (const EntSheetBook *book, int visit);
/* Name of the other of two carers; borrowed, NULL when there is none. */
const char *ent_sheet_words_other (const EntSheetBook *book, int visit);
/* "Monday 23 November 2026"; the first letter as it begins a line. */
char *ent_sheet_words_day (gint32 day);
/* "Monday 23 November 2026", "23/11/2026 – 29/11/2026". */
char *ent_sheet_words_days (gint32 first_day, int n_days);

G_END_DECLS
