/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window itself: blur, help, preferences, dark style, narrow, about, closing. Main thread. */

#include "ent-stops.h"

#define NARROW 360

void
ent_stop_blur (EntDriver *driver)
{
  ent_driver_press (driver, "F9");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Les noms sont floutés*");
  ent_driver_screenshot (driver, "15-blur");
  ent_driver_press (driver, "F9");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Les noms sont affichés");
  ent_driver_dismiss (driver);
}

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
  ent_driver_escape (driver, "Préférences");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
  ent_driver_screenshot (driver, "82-dark");
  ent_driver_screenshot (driver, "dark");
}

/* With a page open it is the page that one sees; closing it leads back to the list. */
void
ent_stop_narrow (EntDriver *driver)
{
  const EntTourPerson *person = ent_tour_person ();

  ent_driver_resize (driver, NARROW, 720);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, person->name);
  ent_driver_wait_gone (driver, ATSPI_ROLE_LIST, "Lieux");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "83-narrow-person");
  ent_driver_screenshot (driver, "narrow");

  ent_driver_press (driver, "<Control>w");
  ent_driver_find (driver, ATSPI_ROLE_LIST, "Personnes");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Personnes – 5*000");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "84-narrow-list");
}

void
ent_stop_about (EntDriver *driver)
{
  ent_driver_resize (driver, ENT_TOUR_WIDTH, ENT_TOUR_HEIGHT);
  ent_driver_choose (driver, "Menu principal", "À propos d*", ATSPI_ROLE_DIALOG, "À propos*");
  ent_driver_screenshot (driver, "85-about");
  ent_driver_escape (driver, "À propos*");
}

void
ent_stop_close (EntDriver *driver)
{
  ent_driver_quit (driver);
}
