/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day and windows of time, in minutes since midnight. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_CLOCK_NONE (-1)

/* From, included, to, excluded: 0 to 1440. Empty when to <= from. */
typedef struct
{
  int from;
  int to;
} EntClockWindow;

/* Reads 8h30, 8 h, 08:30, 8.30, 830, 0830, 8, 24:00 (1440); ENT_CLOCK_NONE when it is no time. */
int ent_clock_parse (const char *text);

/* "08:30", owned by the caller; "" out of range. */
char *ent_clock_format (int minutes);

/* Now in the local time zone, or what ent_clock_set_now said (tests). ENT_CLOCK_NONE gives the
 * clock back. */
int ent_clock_now (void);
void ent_clock_set_now (int minutes);

/* "1 h 05", "45 min", "2 h"; a duration, may exceed a day; owned by the caller; "" below zero. */
char *ent_duration_format (int minutes);

/* Reads a duration of at most a week as an office writes it: 38, 19 h, 19h30, 7:36, 7,6 (hours and
 * tenths), 45 min; ENT_CLOCK_NONE when it is none. */
int ent_duration_parse (const char *text);

/* Reads "8h30-12h", "08:30 – 12:00", "8-12", "8h à 10h"; FALSE when it is no window or empty. */
gboolean ent_clock_window_parse (const char *text, EntClockWindow *window);

/* "08:30–12:00", owned by the caller; "" when empty. */
char *ent_clock_window_format (EntClockWindow window);

gboolean ent_clock_window_is_empty (EntClockWindow window);
gboolean ent_clock_window_contains (EntClockWindow window, int minutes);

/* What two windows share; empty when they do not meet. */
EntClockWindow ent_clock_window_intersect (EntClockWindow a, EntClockWindow b);

G_END_DECLS
