/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that create a register: init, demo. One thread. */

#include "ent-ctl.h"
#include "ent-date.h"
#include "ent-demo-extract.h"
#include "ent-demo.h"

#include <glib/gi18n-lib.h>

int
ent_ctl_init (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = { ENT_CTL_PASSPHRASE (passphrase_file), G_OPTION_ENTRY_NULL };
  g_auto (GStrv) words = NULL;
  g_autofree char *passphrase = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_ctl_parse ("init", entries, argc, argv, 1, 1, &words))
    return ENT_CTL_USAGE;

  passphrase = ent_ctl_read_passphrase (passphrase_file, TRUE, &error);
  if (passphrase != NULL)
    reg = ent_register_create (words[0], passphrase, g_get_user_name (), &error);
  if (reg == NULL)
    return ent_ctl_fail (error);

  g_print (_ ("Created %s. Nobody can open it without its passphrase: keep that safe."), words[0]);
  g_print ("\n");
  return ENT_CTL_OK;
}

static gboolean
parse_size (const char *word, EntDemoSize *size)
{
  static const char *const sizes[] = { "small", "medium", "large" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i], word))
      {
        *size = (EntDemoSize) i;
        return TRUE;
      }
  return FALSE;
}

/* The register is made, whatever becomes of its map. */
static void
add_region (void)
{
  g_autoptr (GError) error = NULL;
  gboolean is_used = FALSE;
  g_autofree char *path = ent_demo_extract_add_region (&is_used, NULL, &error);

  if (path == NULL)
    {
      g_printerr (_ ("The map of the commune could not be added: %s"), error->message);
      g_printerr ("\n");
    }
  else if (!is_used)
    {
      g_print (_ ("The map in use on this computer stays. That of the commune is there too: choose "
                  "it in the preferences."));
      g_print ("\n");
    }
}

int
ent_ctl_demo (int argc, char **argv)
{
  gint64 seed = (gint64) ENT_DEMO_SEED;
  g_autofree char *day = NULL;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed,
      N_("Another number invents another commune; the same number the same one"), N_("NUMBER") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &day,
      N_("The day up to which the commune has lived, instead of today"), N_("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  EntDemoSize size = ENT_DEMO_SMALL;
  gint32 today;
  gboolean ok;

  if (!ent_ctl_parse ("demo", entries, argc, argv, 2, 2, &words))
    return ENT_CTL_USAGE;
  if (!parse_size (words[0], &size))
    return ent_ctl_misused (_ ("“%s” is not a size: say small, medium or large."), words[0]);
  today = day != NULL ? ent_day_parse_iso (day) : ent_day_today ();
  if (today == ENT_DAY_NONE || today > ent_day_today ())
    return ent_ctl_misused (_ ("“%s” is not a day up to now, written as 2026-12-31."), day);

  ok = ent_demo_create (words[1], size, (guint64) seed, today, ent_ctl_progress,
                        (gpointer) _ ("Inventing a commune:"), NULL, &error);
  ent_ctl_progress_end ();
  if (!ok)
    return ent_ctl_fail (error);

  g_print (_ ("Created %s with %u invented persons."), words[1], ent_demo_n_persons (size));
  g_print ("\n");
  add_region ();
  return ENT_CTL_OK;
}
