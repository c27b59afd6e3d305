/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Command lines around strace and unshare, and what strace wrote. Main thread. */

#include "ent-watch.h"

#include <gio/gio.h>
#include <string.h>

#define WAIT_US (10 * G_USEC_PER_SEC)
#define POLL_US 20000

static GStrv
put_before (const char *const *before, const char *const *argv)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) before);
  g_strv_builder_addv (builder, (const char **) argv);
  return g_strv_builder_end (builder);
}

/* The tracer is a grandchild (-D), so that the program is the process that was started. A ring of
 * the kernel can open sockets without the call, so it is watched too. */
GStrv
ent_watch_traced (const char *const *argv, const char *file)
{
  const char *const before[] = { "strace", "-D",
                                 "-f",     "--seccomp-bpf",
                                 "-e",     "trace=socket,?socketcall,?io_uring_setup",
                                 "-e",     "signal=none",
                                 "-o",     file,
                                 NULL };

  return put_before (before, argv);
}

static void
read_line (EntTrace *trace, const char *line)
{
  const char *call = line + strspn (line, "0123456789 ");

  if (!g_str_has_prefix (call, "socket(") && !g_str_has_prefix (call, "socketcall(") &&
      !g_str_has_prefix (call, "io_uring_setup("))
    return;
  trace->n_sockets++;
  if (!g_str_has_prefix (call, "socket(AF_UNIX,") && trace->first_abroad == NULL)
    trace->first_abroad = g_strdup (line);
}

static char *
wait_for_end (const char *file, int pid)
{
  g_autofree char *pattern = g_strdup_printf ("^%d +\\+\\+\\+ (exited|killed)", pid);
  gint64 end = g_get_monotonic_time () + WAIT_US;

  while (g_get_monotonic_time () < end)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (file, &text, NULL, NULL) &&
          g_regex_match_simple (pattern, text, G_REGEX_MULTILINE, 0))
        return g_steal_pointer (&text);
      g_usleep (POLL_US);
    }
  return NULL;
}

gboolean
ent_watch_read (const char *file, int pid, EntTrace *trace)
{
  g_autofree char *text = wait_for_end (file, pid);
  g_auto(GStrv) lines = NULL;

  memset (trace, 0, sizeof *trace);
  if (text == NULL)
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    read_line (trace, *line);
  return TRUE;
}

void
ent_trace_clear (EntTrace *trace)
{
  g_clear_pointer (&trace->first_abroad, g_free);
}

static gboolean
works (const char *const *argv)
{
  g_autoptr(GSubprocess) process = NULL;

  process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

/* Whoever is not root needs a user namespace as well; a new network namespace has one interface,
 * the loopback, and that is down. */
GStrv
ent_watch_cut_off (const char *const *argv)
{
  static const char *const ways[][3] = { { "unshare", "-rn", NULL }, { "unshare", "-n", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const char *const probe[] = { ways[i][0], ways[i][1], "true", NULL };

      if (works (probe))
        return put_before (ways[i], argv);
    }
  return NULL;
}
