/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that brings persons from a CSV file into a register. One thread. */

#include "ent-ctl.h"
#include "ent-date.h"
#include "ent-import.h"
#include "ent-person-import.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* What the options say. */
typedef struct
{
  char *mapping;
  char *refused;
  char *passphrase_file;
  gboolean dry_run;
  gboolean update;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->mapping);
  g_free (self->refused);
  g_free (self->passphrase_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static EntImport *
read_file (const char *path, const Options *options, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *mapping = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntImport) import = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  import = ent_import_new (&ent_person_import, bytes, ent_day_today (), error);
  if (import == NULL)
    return NULL;

  if (options->mapping != NULL && (!g_file_get_contents (options->mapping, &mapping, NULL, error) ||
                                   !ent_import_mapping_from_text (import, mapping, error)))
    return NULL;
  ent_import_set_known (import, options->update ? ENT_IMPORT_UPDATE : ENT_IMPORT_SKIP);
  ent_import_set_progress (import, ent_ctl_progress, (gpointer) _ ("Reading:"));
  return g_steal_pointer (&import);
}

static void
print_mapping (EntImport *import)
{
  for (guint i = 0; i < ent_import_n_columns (import); i++)
    {
      const char *field = ent_import_get_field (import, i);

      g_print ("%-30s → %s\n", ent_import_get_header (import, i),
               field != NULL ? field : _ ("left out"));
    }
}

static void
print_report (EntImport *import, gboolean dry_run)
{
  const EntImportReport *report = ent_import_get_report (import);

  for (guint i = 0; i < report->faults->len; i++)
    {
      const EntImportFault *fault = g_ptr_array_index (report->faults, i);

      g_print (_ ("Line %u: "), fault->line);
      g_print ("%s%s%s\n", fault->column != NULL ? fault->column : "",
               fault->column != NULL ? ": " : "", fault->message);
    }
  g_print (dry_run ? _ ("%u rows read: %u would be added, %u updated, %u are known already, %u "
                        "refused. Nothing was written.")
                   : _ ("%u rows read: %u added, %u updated, %u known already, %u refused."),
           report->n_rows, report->n_added, report->n_updated, report->n_known, report->n_refused);
  g_print ("\n");
}

static gboolean
write_import (EntImport *import, EntDb *db, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: label of an act in the history, %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Imported from %s"), name);
  g_autoptr (EntApply) apply = ent_apply_begin (db, label, g_get_user_name (), error);

  return apply != NULL && ent_import_run (apply, import, NULL, error) &&
         ent_apply_commit (g_steal_pointer (&apply), error);
}

static gboolean
save_refused (EntImport *import, const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = NULL;

  if (path == NULL || ent_import_get_report (import)->n_refused == 0)
    return TRUE;
  text = ent_import_refused_to_csv (import, &length);
  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}

static int
run_import (const Options *options, char **words)
{
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (EntImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  import = read_file (words[1], options, &error);
  if (import == NULL)
    return ent_ctl_fail (error);
  reg = ent_ctl_open (words[0], options->passphrase_file,
                      options->dry_run ? ENT_REGISTER_READ_ONLY : 0, &db, &error);
  if (reg == NULL)
    return ent_ctl_fail (error);

  print_mapping (import);
  ok = options->dry_run ? ent_import_check (import, db, NULL, &error)
                        : write_import (import, db, words[1], &error);
  ent_ctl_progress_end ();
  if (!ok || !save_refused (import, options->refused, &error))
    return ent_ctl_fail (error);
  print_report (import, options->dry_run);
  return ent_import_get_report (import)->n_refused > 0 ? ENT_CTL_FAILED : ENT_CTL_OK;
}

int
ent_ctl_import (int argc, char **argv)
{
  g_auto (Options) options = { NULL, NULL, NULL, FALSE, FALSE };
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &options.mapping,
      N_("Take the meaning of the columns from this file instead of guessing it"), N_("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_("Read everything, tell what is wrong, write nothing"), NULL },
    { "update", 0, 0, G_OPTION_ARG_NONE, &options.update,
      N_("Complete persons who are known instead of passing over them"), NULL },
    { "refused", 0, 0, G_OPTION_ARG_FILENAME, &options.refused,
      N_("Write the refused lines with the reason to this file"), N_("FILE") },
    ENT_CTL_PASSPHRASE (options.passphrase_file),
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;

  if (!ent_ctl_parse ("import", entries, argc, argv, 2, 2, &words))
    return ENT_CTL_USAGE;
  return run_import (&options, words);
}
