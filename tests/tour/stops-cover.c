/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A carer is away: who could stand in, all given to the best, whom to call. After the rounds of
 * next week were accepted. Main thread. */

#include "ent-stops.h"

static void
ask (EntDriver *driver)
{
  EntNode *dialog;

  dialog = ent_driver_choose (driver, "Menu des tournées", "Une aide est absente…",
                              ATSPI_ROLE_DIALOG, "Une aide est absente");
  ent_driver_click (driver,
                    ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, "Aide à domicile*"));
  ent_driver_find (driver, ATSPI_ROLE_ENTRY, "Rechercher");
  ent_driver_settle (driver);
  ent_driver_press (driver, "Return");
  ent_driver_retype (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Dernier jour*"),
                     "");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Sans dernier jour*");
  ent_driver_check_names (driver);
  ent_driver_press (driver, "<Control>s");
}

void
ent_stop_absence (EntDriver *driver)
{
  ent_driver_go (driver, "Tournées");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "En route *");
  ask (driver);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "* prestations · * à placer");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "27-absence");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON,
                                             "Prendre le meilleur choix partout"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "* prestations · * confiée*");
  ent_driver_screenshot (driver, "27-absence-given");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Enregistrer"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "0 prévenu sur *");
  ent_driver_dismiss (driver);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Prévenu, d’accord"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "1 prévenu sur *");
  ent_driver_dismiss (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "27-absence-calls");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Fermer la page"));
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
