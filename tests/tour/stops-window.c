/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window itself: help, preferences, dark style, narrow, closing. Main thread. */

#include "ent-stops.h"

#define NARROW 360

void
ent_stop_keyboard_help (EntDriver *driver)
{
  ent_driver_press (driver, "<Control>question");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Flouter ou afficher les noms");
  ent_driver_screenshot (driver, "80-keyboard-help");
  ent_driver_press (driver, "Escape");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "Flouter ou afficher les noms");
}

void
ent_stop_preferences (EntDriver *driver)
{
  EntNode *dialog, *name;

  ent_driver_press (driver, "<Control>comma");
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Préférences");
  name = ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Votre nom dans l’historique");
  ent_driver_retype (driver, name, "Élise à l’accueil");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "81-preferences");
}

void
ent_stop_dark (EntDriver *driver)
{
  EntNode *style = ent_driver_find (driver, ATSPI_ROLE_COMBO_BOX, "Apparence");

  ent_driver_point_and_click (driver, style);
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Sombre"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "Claire");
  ent_driver_press (driver, "Escape");
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Préférences");
  ent_driver_screenshot (driver, "82-dark");
}

void
ent_stop_narrow (EntDriver *driver)
{
  ent_driver_resize (driver, NARROW, 720);
  ent_driver_screenshot (driver, "83-narrow");
  ent_driver_check_names (driver);
}

void
ent_stop_close (EntDriver *driver)
{
  ent_driver_quit (driver);
}
