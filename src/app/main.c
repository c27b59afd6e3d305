/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The front door: locale, memory hygiene, application. Main thread. */

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/resource.h>

#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-config.h"
#include "ent-log.h"

/* A core file would hold names and keys. */
static void
forbid_core_files (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0)
    g_debug ("core files could not be switched off");
}

int
main (int argc, char **argv)
{
  g_autoptr (EntApplication) application = NULL;
  const char *locale_dir = g_getenv ("ENTRAIDE_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : ENT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  forbid_core_files ();
  ent_log_install ();
  ent_app_modules_register ();

  g_set_application_name ("Entraide");
  gtk_window_set_default_icon_name (ENT_APP_ID);
  application = ent_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
