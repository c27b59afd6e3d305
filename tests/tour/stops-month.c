/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The month of home care: an exception settled and the rest, totals that agree, a month closed.
 * Main thread. */

#include "ent-stops.h"

void
ent_stop_month (EntDriver *driver)
{
  ent_driver_go (driver, "Clôture du mois");
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Octobre 2026");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Comme rapporté"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Prestation réglée");
  ent_driver_dismiss (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "30-month");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Le reste comme rapporté"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Rien à régler");
  ent_driver_dismiss (driver);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Totaux"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Les quatre tableaux concordent.");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "30-month-totals");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Clôture"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Clôturer le mois…"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Clôturer le mois"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Clôturé le *");
  ent_driver_dismiss (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "30-month-closed");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "À régler"));
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
