/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first minute: the three ways to begin, the demo commune. Main thread. */

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
  ent_driver_screenshot (driver, "02-demo");
}
