/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands of entraidectl share. One thread. */

#include "ent-ctl.h"

#include "ent-error.h"
#include "ent-migrate.h"
#include "ent-module.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define PASSPHRASE_MAX 1024

static const EntCtlCommand *
find_command (const char *name)
{
  const EntCtlCommand *command = ent_ctl_commands;

  while (!g_str_equal (command->name, name))
    command++;
  return command;
}

static void
hint (const char *name)
{
  g_printerr (_ ("Try “entraidectl %s --help”."), name);
  g_printerr ("\n");
}

gboolean
ent_ctl_parse (const char *name,
               const GOptionEntry *entries,
               int argc,
               char **argv,
               guint least,
               guint most,
               char ***words)
{
  const EntCtlCommand *command = find_command (name);
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strdup_printf ("entraidectl %s", name);
  g_auto (GStrv) rest = g_strdupv (argv);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      g_printerr ("entraidectl %s: %s\n", name, error->message);
      hint (name);
      return FALSE;
    }

  if (g_strv_length (rest) - 1 < least || g_strv_length (rest) - 1 > most)
    {
      g_printerr (_ ("Usage: entraidectl %s %s"), name, command->arguments);
      g_printerr ("\n");
      hint (name);
      return FALSE;
    }
  *words = g_strdupv (rest + 1);
  return TRUE;
}

int
ent_ctl_fail (GError *error)
{
  g_printerr ("entraidectl: %s\n", error->message);
  return ENT_CTL_FAILED;
}

int
ent_ctl_misused (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("entraidectl: %s\n", text);
  return ENT_CTL_USAGE;
}

/* One line, without its end. NULL at the end of the file. */
static char *
read_line (FILE *stream)
{
  char *line = g_malloc0 (PASSPHRASE_MAX);

  if (fgets (line, PASSPHRASE_MAX, stream) == NULL)
    g_clear_pointer (&line, g_free);
  else
    line[strcspn (line, "\r\n")] = '\0';
  return line;
}

/* Asks on the terminal itself, so that standard input and output may be pipes. */
static char *
ask (const char *prompt, GError **error)
{
  FILE *terminal = fopen ("/dev/tty", "r+");
  struct termios before, quiet;
  char *line;

  if (terminal == NULL || tcgetattr (fileno (terminal), &before) != 0)
    {
      g_clear_pointer (&terminal, fclose);
      g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NEEDS_KEY,
                           _ ("A passphrase is needed and there is no terminal to type it on. Give "
                              "it with --passphrase-file."));
      return NULL;
    }

  quiet = before;
  quiet.c_lflag &= ~(tcflag_t) ECHO;
  fputs (prompt, terminal);
  fflush (terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &quiet);
  line = read_line (terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &before);
  fputs ("\n", terminal);
  fclose (terminal);
  return line != NULL ? line : g_strdup ("");
}

static char *
read_passphrase_file (const char *file, GError **error)
{
  gboolean is_input = g_str_equal (file, "-");
  FILE *stream = is_input ? stdin : fopen (file, "r");
  char *line;

  if (stream == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("The file with the passphrase cannot be read: %s."), g_strerror (errno));
      return NULL;
    }
  line = read_line (stream);
  if (!is_input)
    fclose (stream);
  if (line == NULL)
    g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NEEDS_KEY,
                         _ ("The file with the passphrase is empty."));
  return line;
}

char *
ent_ctl_read_passphrase (const char *file, gboolean twice, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (file != NULL)
    return read_passphrase_file (file, error);

  first = ask (twice ? _ ("New passphrase: ") : _ ("Passphrase: "), error);
  if (first == NULL || !twice)
    return g_steal_pointer (&first);

  second = ask (_ ("The same again: "), error);
  if (second == NULL)
    return NULL;
  if (g_str_equal (first, second))
    return g_steal_pointer (&first);
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_BAD_KEY,
                       _ ("The two passphrases differ. Nothing was created."));
  return NULL;
}

EntRegister *
ent_ctl_open (const char *path,
              const char *passphrase_file,
              EntRegisterFlags flags,
              EntDb **db,
              GError **error)
{
  g_autofree char *passphrase = NULL;
  EntRegister *reg;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_MISSING,
                   _ ("There is no register at “%s”."), path);
      return NULL;
    }
  if (passphrase_file != NULL || ent_register_path_is_encrypted (path))
    {
      passphrase = ent_ctl_read_passphrase (passphrase_file, FALSE, error);
      if (passphrase == NULL)
        return NULL;
    }

  reg = ent_register_open (path, passphrase, g_get_user_name (), flags, error);
  if (reg != NULL)
    *db = ent_register_steal_db (reg);
  return reg;
}

EntRegister *
ent_ctl_open_current (const char *path, const char *passphrase_file, EntDb **db, GError **error)
{
  g_autoptr (EntRegister)
                reg = ent_ctl_open (path, passphrase_file, ENT_REGISTER_READ_ONLY, db, error);

  if (reg == NULL || ent_migrate_get_version (*db, NULL) == ent_registry_version ())
    return g_steal_pointer (&reg);
  g_clear_pointer (db, ent_db_close);
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FAILED,
                       _ ("This register is of an older version. Open it once in Entraide, which "
                          "brings it up to date, then try again."));
  return NULL;
}

void
ent_ctl_progress (guint64 done, guint64 total, gpointer word)
{
  static gint64 shown;
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || total == 0 || now - shown < G_USEC_PER_SEC / 10)
    return;
  shown = now;
  g_printerr ("\r\033[K%s %u %%", (const char *) word, (guint) (done * 100 / total));
}

void
ent_ctl_progress_end (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}

gboolean
ent_ctl_save (gconstpointer data, gsize length, const char *path, GError **error)
{
  if (path != NULL)
    return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                     0600, error);
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               _ ("The output could not be written: %s."), g_strerror (errno));
  return FALSE;
}

const EntSchema *
ent_ctl_schema (const char *table)
{
  const EntSchema *schema = ent_registry_schema (table);
  const EntSchema *const *all = ent_registry_schemas ();

  if (schema != NULL)
    return schema;

  g_printerr ("entraidectl: ");
  g_printerr (_ ("There is no table “%s”. The tables are:"), table);
  for (guint i = 0; all[i] != NULL; i++)
    g_printerr (" %s", all[i]->table);
  g_printerr ("\n");
  return NULL;
}
