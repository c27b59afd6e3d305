/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Home care: the carers, a plan's visits, the rounds of next week proposed and accepted. Main
 * thread. */

#include "ent-stops.h"

void
ent_stop_home_care (EntDriver *driver)
{
  ent_driver_go (driver, "Aide à domicile");
  ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Plans d’aide");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Aides à domicile – *");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "90-carers");
}

/* The same week on the map, beside the board. */
static void
see_map (EntDriver *driver)
{
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON,
                                             "Tableau et carte côte à côte"));
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Toutes les aides");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "94-rounds-map");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Tableau"));
}

static void
press_often (EntDriver *driver, const char *key, int times)
{
  for (int i = 0; i < times; i++)
    ent_driver_press (driver, key);
}

/* To and fro along the rows below, until one can change places with what was chosen. */
static gboolean
look_for_partner (EntDriver *driver, EntNode *swap)
{
  for (int i = 1; i <= 36; i++)
    {
      ent_driver_press (driver, i % 9 == 0 ? "Down" : i / 9 % 2 == 0 ? "Right" : "Left");
      ent_driver_settle (driver);
      if (ent_node_has_state (swap, ATSPI_STATE_SENSITIVE))
        return TRUE;
    }
  return FALSE;
}

/* From the menu of a block, by keyboard; what cannot change places says why. */
static void
swap_visits (EntDriver *driver)
{
  gboolean found;

  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_GROUPING,
                                                       "Tableau des tournées"));
  press_often (driver, "Up", 10);
  press_often (driver, "Left", 20);
  press_often (driver, "Down", 2);
  ent_driver_press (driver, "Menu");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_MENU_ITEM, "Échanger avec…"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Choisissez la prestation à échanger *");
  found = look_for_partner (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Échanger"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "* ⇄ *");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "95-rounds-swap");
  ent_driver_press (driver, found ? "Return" : "Escape");
  if (found)
    {
      ent_driver_find (driver, ATSPI_ROLE_LABEL, "Prestations échangées");
      ent_driver_dismiss (driver);
    }
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "* ⇄ *");
}

void
ent_stop_rounds (EntDriver *driver)
{
  ent_driver_go (driver, "Tournées");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "En route *");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Semaine suivante"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "En route 0 min · *");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "91-rounds-to-place");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Proposer"));
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Accepter * changements");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "92-rounds-proposed");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Accepter * changements"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Proposition acceptée");
  ent_driver_dismiss (driver);
  ent_driver_screenshot (driver, "93-rounds");
  ent_driver_screenshot (driver, "rounds");
  see_map (driver);
  swap_visits (driver);
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
