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
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
