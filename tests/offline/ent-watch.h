/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to run a program that show what it wants of a network: traced, so that each socket is
 * written down, or cut off, in a network namespace without interfaces. Main thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the tracer wrote of one program and of all that it started. */
typedef struct
{
  guint n_sockets; /* of any family */
  char *first_abroad; /* the line of the first that is not of this machine alone, or NULL */
} EntTrace;

/* The command line that starts argv traced into the file; it keeps the process id of the program.
 * Free with g_strfreev(). */
GStrv ent_watch_traced (const char *const *argv, const char *file);
/* Reads the file once the process is written down as ended there, for which it waits 10 s. FALSE
 * when it never is: then nothing was watched. */
gboolean ent_watch_read (const char *file, int pid, EntTrace *trace);
void ent_trace_clear (EntTrace *trace);

/* The command line that starts argv with no network interface; NULL where the machine forbids it.
 * It keeps the process id. Free with g_strfreev(). */
GStrv ent_watch_cut_off (const char *const *argv);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntTrace, ent_trace_clear)

G_END_DECLS
