/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What carers take with them: their sheets of the week, from the menu of the board to the pages.
 * Main thread. */

#include "ent-stops.h"

void
ent_stop_sheet (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_go (driver, "Tournées");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "En route *");
  dialog = ent_driver_choose (driver, "Menu des tournées", "Feuilles de tournée…",
                              ATSPI_ROLE_DIALOG, "Feuilles de tournée");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_COMBO_BOX, "Aide à domicile*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "94-sheet-dialog");
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON,
                                                "Préparer les feuilles"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "sur *");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "29-sheet");
  ent_driver_press (driver, "<Control>w");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "sur *");
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
