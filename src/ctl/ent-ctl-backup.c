/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that look after a register: verify, backup. One thread. */

#include "ent-ctl.h"

#include <glib/gi18n-lib.h>

int
ent_ctl_verify (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = { ENT_CTL_PASSPHRASE (passphrase_file), G_OPTION_ENTRY_NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!ent_ctl_parse ("verify", entries, argc, argv, 1, 1, &words))
    return ENT_CTL_USAGE;

  reg = ent_ctl_open (words[0], passphrase_file, ENT_REGISTER_READ_ONLY, &db, &error);
  if (reg == NULL || !ent_register_verify (db, findings, NULL, &error))
    return ent_ctl_fail (error);
  for (guint i = 0; i < findings->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (findings, i));
  if (findings->len > 0)
    {
      g_printerr (_ ("The register is damaged. Do not write to it any more: restore the latest "
                     "backup, and keep this file for repair."));
      g_printerr ("\n");
      return ENT_CTL_FAILED;
    }

  g_print (_ ("The register is whole."));
  g_print ("\n");
  return ENT_CTL_OK;
}

int
ent_ctl_backup (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = { ENT_CTL_PASSPHRASE (passphrase_file), G_OPTION_ENTRY_NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_ctl_parse ("backup", entries, argc, argv, 2, 2, &words))
    return ENT_CTL_USAGE;

  /* Read-only, so that a register can be copied while somebody has it open. */
  reg = ent_ctl_open (words[0], passphrase_file, ENT_REGISTER_READ_ONLY, &db, &error);
  if (reg == NULL || !ent_register_backup (reg, db, words[1], &error))
    return ent_ctl_fail (error);

  g_print (_ ("Copied to %s and verified."), words[1]);
  g_print ("\n");
  return ENT_CTL_OK;
}
