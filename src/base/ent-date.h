/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the calendar: reading what is typed, writing, counting. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day is a gint32: days since 1970-01-01, proleptic Gregorian, years 1 to 9999. Times of the
 * clock ("stamps") are microseconds since 1970-01-01 00:00 UTC. */
#define ENT_DAY_NONE G_MININT32

typedef enum
{
  ENT_DAY_NUMERIC, /* 21/11/2026 */
  ENT_DAY_MEDIUM, /* 21 nov. 2026 */
  ENT_DAY_LONG /* samedi 21 novembre 2026 */
} EntDayStyle;

/* The day of a calendar date, or ENT_DAY_NONE when there is no such date. */
gint32 ent_day_from_ymd (int year, int month, int day);

/* The calendar date of a day; FALSE, leaving the results alone, for ENT_DAY_NONE. Results may be
 * NULL. */
gboolean ent_day_to_ymd (gint32 day, int *year, int *month, int *mday);

/* 1 Monday … 7 Sunday, 0 for ENT_DAY_NONE. */
int ent_day_weekday (gint32 day);

/* The same day so many months later or earlier; 31 January + 1 is the last day of February. */
gint32 ent_day_add_months (gint32 day, int months);

/* Strict YYYY-MM-DD, else ENT_DAY_NONE. NULL is allowed. */
gint32 ent_day_parse_iso (const char *text);

/* "YYYY-MM-DD", owned by the caller; NULL for ENT_DAY_NONE. */
char *ent_day_to_iso (gint32 day);

/* The same into a buffer; an empty string for ENT_DAY_NONE. */
void ent_day_write_iso (gint32 day, char out[11]);

/* What a clerk types, day first: 1/2/2026, 01.02.26, 1-2-2026, 01022026, 010226, 1/2 (year of
 * today), 2026-02-01, 1 février 2026, 1er fév. 2026. Months are understood in French, Dutch,
 * German, English and the language of the interface. A year of two digits lies at most ten years
 * after today, else in the 1900s. ENT_DAY_NONE when it cannot be read. */
gint32 ent_day_parse (const char *text, gint32 today);

/* The day in words of the interface language, owned by the caller; "" for ENT_DAY_NONE. Numeric is
 * dd/mm/yyyy in every language, as all three communities of Belgium read it. */
char *ent_day_format (gint32 day, EntDayStyle style);

/* Name of a month (1–12), or abbreviated, or of a weekday (1 Monday … 7 Sunday), in the interface
 * language; owned by the library; "" out of range. */
const char *ent_month_name (int month);
const char *ent_month_abbreviation (int month);
const char *ent_weekday_name (int weekday);

/* Full years lived; -1 when either day is unknown or birth lies after today. Who is born on
 * 29 February becomes a year older on 1 March of other years. */
int ent_day_age (gint32 birth, gint32 today);

/* Easter Sunday, Gregorian. */
gint32 ent_day_easter (int year);

/* Whether it is one of the ten Belgian legal holidays. */
gboolean ent_day_is_legal_holiday (gint32 day);

/* The day itself if it is Monday to Friday and no legal holiday, else the next such day. */
gint32 ent_day_next_working (gint32 day);

/* Today in the local time zone, or what ent_day_set_today said (tests, demo). ENT_DAY_NONE gives
 * the clock back. */
gint32 ent_day_today (void);
void ent_day_set_today (gint32 day);

/* Now, in microseconds since 1970 UTC; never overridden. */
gint64 ent_stamp_now (void);

/* "21/11/2026 14:05" in the local time zone, owned by the caller; "" when out of range. */
char *ent_stamp_format (gint64 microseconds_utc);

/* The local day of a stamp; ENT_DAY_NONE when out of range. */
gint32 ent_stamp_day (gint64 microseconds_utc);

G_END_DECLS
