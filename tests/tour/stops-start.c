/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first minute: the three ways to begin, the demo commune, a list, the search over everything.
 * Main thread. */

#include "ent-stops.h"

void
ent_stop_first_start (EntDriver *driver)
{
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Bienvenue dans Entraide");
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Découvrir avec des données fictives");
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Créer un registre");
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Ouvrir un registre");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "01-first-start");
}

void
ent_stop_demo (EntDriver *driver)
{
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM,
                                             "Découvrir avec des données fictives"));
  ent_driver_find (driver, ATSPI_ROLE_LIST, "Lieux");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "*inventée*");
  ent_driver_check_names (driver);
}

void
ent_stop_list (EntDriver *driver)
{
  EntNode *search;

  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Personnel"));
  ent_driver_find (driver, ATSPI_ROLE_TREE_TABLE, "Agents");
  ent_driver_screenshot (driver, "02-list");

  search = ent_driver_find (driver, ATSPI_ROLE_ENTRY, "Rechercher : Agents");
  ent_driver_type (driver, search, "denis soph");
  ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, "Denis Sophie*");
  ent_driver_wait_gone (driver, ATSPI_ROLE_TABLE_ROW, "Amato*");
  ent_driver_screenshot (driver, "03-list-search");
  ent_driver_retype (driver, search, "");
  ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, "Fraikin*");
}

void
ent_stop_search_everything (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_press (driver, "<Control>k");
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Rechercher partout");
  ent_driver_type (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_ENTRY, NULL), "delv");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, "*Delvaux, Agents");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "04-search-everything");
  ent_driver_press (driver, "Escape");
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Rechercher partout");
}
