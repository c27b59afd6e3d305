/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs the program named by ENTRAIDECTL in a folder of its own. Included once by each test
 * program. */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *out;
  char *err;
} Fixture;

static char *demo_folder; /* holds demo.entraide, made once and only read */

static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("entraidectl-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static inline void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* The files of a register lie in folders of their own. */
      if (g_unlink (path) != 0)
        remove_folder (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

static inline void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = make_folder ();
}

static inline void
tear_down (Fixture *fixture, gconstpointer unused)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
  g_free (fixture->err);
}

/* Runs the command line, split as a shell would; "DEMO" stands for the demo register. */
static inline int
run (Fixture *fixture, const char *line)
{
  g_autofree char *demo = g_build_filename (demo_folder, "demo.entraide", NULL);
  g_autoptr (GString) text = g_string_new (line);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *data = NULL;
  g_auto (GStrv) argv = NULL;

  g_string_replace (text, "DEMO", demo, 0);
  whole = g_strdup_printf ("%s %s", g_getenv ("ENTRAIDECTL"), text->str);
  g_assert_true (g_shell_parse_argv (whole, NULL, &argv, NULL));
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  data = g_build_filename (fixture->folder, "data", NULL);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);

  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static inline void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static inline char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static inline gboolean
exists (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

#define SAYS(where, words) g_assert_nonnull (strstr (fixture->where, words))

/* For main(), before and after all tests. */
static inline void
make_demo (void)
{
  Fixture fixture = { NULL, NULL, NULL };

  if (g_getenv ("ENTRAIDECTL") == NULL)
    g_error ("ENTRAIDECTL must name the program");
  demo_folder = make_folder ();
  fixture.folder = demo_folder;
  g_assert_cmpint (run (&fixture, "demo small demo.entraide"), ==, 0);
  g_free (fixture.out);
  g_free (fixture.err);
}

static inline void
remove_demo (void)
{
  remove_folder (demo_folder);
  g_free (demo_folder);
}
