/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters to a list, stopped half-way: what was issued stays, and is in the register. Main thread.
 */

#include "ent-stops.h"

#include <stdlib.h>
#include <string.h>

#define SEARCH "Rechercher : Personnes"
#define LETTER "Attestation de la composition de ménage*"
#define LEAST 50

/* The number that a text begins with: "143 personnes". */
static int
number_of (const char *text)
{
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  return atoi (text);
}

static void
start_series (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_press (driver, "<Control>w");
  ent_driver_type (driver, ent_driver_find (driver, ATSPI_ROLE_ENTRY, SEARCH), "tilcheroux");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "Personnes – 5*000");
  ent_driver_settle (driver);
  dialog = ent_driver_choose (driver, "Menu de la liste", "Imprimer des lettres…",
                              ATSPI_ROLE_DIALOG, "Attestation ou lettre");
  ent_driver_type (driver, NULL, "menage");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, LETTER);
  ent_driver_press (driver, "Return");
}

/* Whoever stops does so when some are made. */
static int
stop_half_way (EntDriver *driver, EntNode *dialog)
{
  EntNode *stop = ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Arrêter");
  EntNode *bar = ent_driver_find_in (driver, dialog, ATSPI_ROLE_PROGRESS_BAR, "Émission en cours");
  EntNode *title;

  while (ent_node_value (bar) <= 0 && ent_driver_shows (driver, ATSPI_ROLE_BUTTON, "Arrêter"))
    continue;
  ent_driver_click (driver, stop);
  title = ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "* document* émis");
  return number_of (title->name);
}

/* Numbers have no gap: the last is that of the attestation and as many more. */
static void
check_register (EntDriver *driver, int n_made)
{
  int before = atoi (strrchr (ent_tour_document ()->number, '-') + 1);
  g_autofree char *all = g_strdup_printf ("Documents – %d", before + n_made);

  ent_driver_go (driver, "Documents");
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Documents"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, all);
  ent_driver_screenshot (driver, "39-register");
}

/* As the stops that follow find the window. */
static void
back_to_person (EntDriver *driver)
{
  const EntTourPerson *person = ent_tour_person ();

  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_retype (driver, ent_driver_find (driver, ATSPI_ROLE_ENTRY, SEARCH), "");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Personnes – 5*000");
  ent_driver_point_and_click (driver,
                              ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, person->in_table));
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Modifier");
}

void
ent_stop_series (EntDriver *driver)
{
  EntNode *dialog, *issue;
  int n_asked, n_made;

  start_series (driver);
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, LETTER);
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "* personnes");
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "36-series");
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Vérifier"));
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST, "Personnes de la série");
  issue = ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Émettre * documents");
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "37-series-review");
  n_asked = number_of (issue->name);
  g_assert_cmpint (n_asked, >=, LEAST);
  ent_driver_click (driver, issue);

  n_made = stop_half_way (driver, dialog);
  g_assert_cmpint (n_made, >, 0);
  g_assert_cmpint (n_made, <, n_asked);
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "38-series-stopped");
  ent_driver_escape (driver, LETTER);
  check_register (driver, n_made);
  back_to_person (driver);
}
