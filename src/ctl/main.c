/* SPDX-License-Identifier: GPL-3.0-or-later */

/* entraidectl: registers from the command line. Finds the command and runs it. One thread. */

#include "ent-config.h"
#include "ent-ctl.h"
#include "ent-log.h"
#include "ent-module.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define ENT_MODULE(id) extern const EntModule ent_##id##_module;
#include "ent-modules.h"
#undef ENT_MODULE

static const EntModule *const modules[] = {
#define ENT_MODULE(id) &ent_##id##_module,
#include "ent-modules.h"
#undef ENT_MODULE
};

/* clang-format off */
const EntCtlCommand ent_ctl_commands[] = {
  { "init", "FILE", N_("Create an empty register, protected by a passphrase."), ent_ctl_init },
  { "demo", "small|medium|large FILE", N_("Create a register with an invented commune."),
    ent_ctl_demo },
  { "import", "FILE CSV", N_("Bring persons from a CSV file into a register."), ent_ctl_import },
  { "export", "FILE TABLE", N_("Write a table of a register as CSV."), ent_ctl_export },
  { "search", "FILE WORDS…", N_("Find persons, households, files… by the beginnings of words."),
    ent_ctl_search },
  { "verify", "FILE", N_("Check that a register is whole."), ent_ctl_verify },
  { "backup", "FILE TARGET", N_("Write a verified copy of a register."), ent_ctl_backup },
  { "tables", "FILE", N_("Describe the tables and columns of a register."), ent_ctl_tables },
  { "print", "FILE KIND | --again NUMBER | --list", N_("Issue a document, and write it as PDF."),
    ent_ctl_print },
  { "check-document", "FILE [PDF]",
    N_("Tell whether a document is authentic: a PDF, or a number and a code."),
    ent_ctl_check_document },
  { "plan", "FILE.json", N_("Plan the visits of a JSON file: who makes which, and when."),
    ent_ctl_plan },
  { "calc", "ris FILE.json",
    N_("Compute the integration income of the cases of a JSON file, step by step."), ent_ctl_calc },
  { NULL, NULL, NULL, NULL },
};
/* clang-format on */

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: entraidectl COMMAND ARGUMENTS…"));
  for (const EntCtlCommand *command = ent_ctl_commands; command->name != NULL; command++)
    g_print ("  %-14s %s\n", command->name, _ (command->summary));
  g_print ("\n%s\n%s\n", _ ("“entraidectl COMMAND --help” tells more about a command."),
           _ ("“entraidectl --version” prints the version."));
}

static void
set_locale (void)
{
  const char *folder = g_getenv ("ENTRAIDE_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : ENT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_locale ();
  ent_log_install ();
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));

  if (argc < 2)
    {
      print_help ();
      return ENT_CTL_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return ENT_CTL_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("entraidectl %s\n", ENT_VERSION);
      return ENT_CTL_OK;
    }

  for (const EntCtlCommand *command = ent_ctl_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, argv[1]))
      return command->run (argc - 1, argv + 1);
  return ent_ctl_misused (_ ("There is no command “%s”. “entraidectl --help” lists them."),
                          argv[1]);
}
