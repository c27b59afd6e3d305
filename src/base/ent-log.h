/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: the last lines are kept for a bug report, without personal data. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Number of lines kept. */
#define ENT_LOG_LINES 200

/* Makes every g_debug, g_message, g_warning… pass by the kept lines on its way to the usual place.
 * Once, at the start of main; later calls do nothing. */
void ent_log_install (void);

/* Notes an event as a fixed word and a number (a count, an id, a duration), the form that cannot
 * carry personal data. Both strings must be literals. Needs no installation. */
void ent_log_event (const char *area, const char *event, gint64 number);

/* The kept lines, oldest first, "HH:MM:SS level domain: message", owned by the caller. */
char *ent_log_dump (void);

/* Text without what may point to a person: numbers of six digits or more, e-mail addresses, paths.
 * Owned by the caller. Every kept line goes through it; names it cannot know, which is why ours
 * never log them. */
char *ent_log_scrub (const char *text);

/* Forgets the kept lines. */
void ent_log_clear (void);

G_END_DECLS
