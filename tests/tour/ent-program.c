/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A child process whose words are kept. Main thread. */

#include "ent-program.h"

#include <signal.h>
#include <sys/prctl.h>

struct _EntProgram
{
  GSubprocess *process;
  GDataInputStream *words;
  GPtrArray *warnings;
  int pid;
  gboolean has_ended, has_said_all;
};

/* What the desk of the tour lacks, and no fault of the program. */
static const char *const allowed[] = {
  "*portal*",
  "*Vulkan*",
  "*libEGL*",
  "*GLX*",
  /* GTK's own window of keyboard shortcuts, with keys that it draws narrower than their frame. */
  "*GtkLabel*reported min width -*",
};

static gboolean
is_warning (const char *line)
{
  if (strstr (line, "-WARNING **") == NULL && strstr (line, "-CRITICAL **") == NULL &&
      strstr (line, "-ERROR **") == NULL && strstr (line, "Sanitizer") == NULL &&
      strstr (line, "runtime error:") == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (g_pattern_match_simple (allowed[i], line))
      return FALSE;
  return TRUE;
}

static void
line_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntProgram *self = user_data;
  g_autofree char *line = NULL;

  line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  if (line == NULL)
    {
      self->has_said_all = TRUE;
      return;
    }
  if (*line != '\0')
    g_test_message ("program: %s", line);
  if (is_warning (line))
    g_ptr_array_add (self->warnings, g_strdup (line));
  g_data_input_stream_read_line_async (self->words, G_PRIORITY_DEFAULT, NULL, line_read_cb, self);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntProgram *self = user_data;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  self->has_ended = TRUE;
}

static void
die_with_parent (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

EntProgram *
ent_program_start (const char *const *argv, GError **error)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  EntProgram *self;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, argv, error);
  if (process == NULL)
    return NULL;

  self = g_new0 (EntProgram, 1);
  self->process = g_steal_pointer (&process);
  self->pid = atoi (g_subprocess_get_identifier (self->process));
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->words = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_data_input_stream_read_line_async (self->words, G_PRIORITY_DEFAULT, NULL, line_read_cb, self);
  g_subprocess_wait_async (self->process, NULL, ended_cb, self);
  return self;
}

int
ent_program_pid (EntProgram *self)
{
  return self->pid;
}

gboolean
ent_program_has_ended (EntProgram *self)
{
  return self->has_ended && self->has_said_all;
}

char *
ent_program_complaint (EntProgram *self)
{
  if (!g_subprocess_get_if_exited (self->process))
    return g_strdup_printf ("The program was ended by signal %d.",
                            g_subprocess_get_term_sig (self->process));
  if (g_subprocess_get_exit_status (self->process) != 0)
    return g_strdup_printf ("The program ended with status %d.",
                            g_subprocess_get_exit_status (self->process));
  if (self->warnings->len > 0)
    return g_strdup_printf ("The program wrote %u warnings; the first: %s", self->warnings->len,
                            (char *) self->warnings->pdata[0]);
  return NULL;
}

void
ent_program_kill (EntProgram *self)
{
  g_subprocess_force_exit (self->process);
}

void
ent_program_free (EntProgram *self)
{
  g_object_unref (self->process);
  g_object_unref (self->words);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}
