/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command check-document: is it ours, and as it was? One thread. */

#include "ent-ctl.h"
#include "ent-paper-verify.h"

#include <glib/gi18n-lib.h>

/* Exit codes of this command alone. */
#define AUTHENTIC 0
#define ALTERED 1
#define UNKNOWN 2
#define NOT_CHECKED 3

static int
tell (const EntPaperVerification *verification)
{
  g_print ("%s\n%s\n", ent_paper_verdict_label (verification->verdict), verification->why);
  switch (verification->verdict)
    {
    case ENT_PAPER_AUTHENTIC:
      return AUTHENTIC;
    case ENT_PAPER_CANCELLED:
    case ENT_PAPER_ALTERED:
      return ALTERED;
    case ENT_PAPER_UNKNOWN:
    default:
      return UNKNOWN;
    }
}

static EntPaperVerification *
verify_file (EntDb *db, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return ent_paper_verify_file (db, bytes, error);
}

int
ent_ctl_check_document (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &number,
      N_("The number that the paper bears"), N_("NUMBER") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &code,
      N_("The code that stands beside it"), N_("CODE") },
    ENT_CTL_PASSPHRASE (passphrase_file),
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (EntPaperVerification) verification = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_ctl_parse ("check-document", entries, argc, argv, 1, 2, &words))
    return NOT_CHECKED;
  if ((number != NULL) != (code != NULL) || (words[1] != NULL) == (number != NULL))
    {
      ent_ctl_misused (_ ("Give either a PDF, or --number and --code together."));
      return NOT_CHECKED;
    }
  reg = ent_ctl_open_current (words[0], passphrase_file, &db, &error);
  if (reg != NULL)
    verification = words[1] != NULL ? verify_file (db, words[1], &error)
                                    : ent_paper_verify_code (db, number, code, &error);
  if (verification != NULL)
    return tell (verification);
  ent_ctl_fail (error);
  return NOT_CHECKED;
}
