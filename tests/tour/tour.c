/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tour: walks through the real program on invented people, checks what its window says, and
 * takes a picture at each stop. Main thread. Started by run-tour, with the program and its
 * arguments behind:
 *
 *   tests/tour/run-tour build/tests/tour/tour build/src/app/entraide
 *
 * One stop goes on where the one before has left the window. A new stop is a function in stops-*.c,
 * a line in ent-stops.h, and a line in the table below. */

#include "ent-stops.h"
#include "ent-token.h"

#include <locale.h>

static const struct
{
  const char *name;
  void (*walk) (EntDriver *driver);
} stops[] = {
  { "first-start", ent_stop_first_start },
  { "demo", ent_stop_demo },
  { "list", ent_stop_list },
  { "search", ent_stop_search },
  { "person", ent_stop_person },
  { "wrong-number", ent_stop_wrong_number },
  { "undo", ent_stop_undo },
  { "history", ent_stop_history },
  { "household", ent_stop_household },
  { "new-person", ent_stop_new_person },
  { "trash", ent_stop_trash },
  { "filter", ent_stop_filter },
  { "blur", ent_stop_blur },
  { "search-everything", ent_stop_search_everything },
  { "attestation", ent_stop_attestation },
  { "preview", ent_stop_preview },
  { "template", ent_stop_template },
  { "signature", ent_stop_signature },
  { "verification", ent_stop_verification },
  { "series", ent_stop_series },
  { "region", ent_stop_region },
  { "map", ent_stop_map },
  { "way", ent_stop_way },
  { "locate", ent_stop_locate },
  { "home-care", ent_stop_home_care },
  { "rounds", ent_stop_rounds },
  { "absence", ent_stop_absence },
  { "day", ent_stop_day },
  { "sheet", ent_stop_sheet },
  { "month", ent_stop_month },
  { "keyboard-help", ent_stop_keyboard_help },
  { "preferences", ent_stop_preferences },
  { "dark", ent_stop_dark },
  { "narrow", ent_stop_narrow },
  { "about", ent_stop_about },
  { "close", ent_stop_close },
};

static const char *const *program;
static EntDriver *driver;

static void
walk (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);

  if (driver == NULL)
    {
      ent_token_make ();
      driver = ent_driver_start (program);
    }
  stops[number].walk (driver);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    g_error ("usage: tour PROGRAM [ARGUMENTS…]");
  program = (const char *const *) argv + 1;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tour/%02u-%s", i + 1, stops[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), walk);
    }
  status = g_test_run ();
  if (driver != NULL)
    ent_token_remove ();
  return status;
}
