/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signature book: a card is made known, a wrong PIN, the right one. Main thread. */

#include "ent-stops.h"
#include "ent-token.h"

#define SOFTWARE "Logiciel de la carte"
#define MODULE "Chemin du module PKCS#11"
#define LINES "Documents en attente de votre signature"

static void
make_card_known (EntDriver *driver)
{
  EntNode *dialog, *path;

  ent_driver_press (driver, "<Control>comma");
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Préférences");
  ent_driver_wait_state (driver,
                         ent_driver_find_in (driver, dialog, ATSPI_ROLE_PAGE_TAB, "Général"),
                         ATSPI_STATE_FOCUSED, TRUE);
  ent_driver_press (driver, "Right");
  ent_driver_press (driver, "space");
  ent_driver_point_and_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_COMBO_BOX,
                                                          SOFTWARE "*"));
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Un autre"));
  path = ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, MODULE);
  ent_driver_retype (driver, path, ent_token_software ());
  ent_driver_check_names (driver);
  ent_driver_press (driver, "Return");
  ent_driver_settle (driver);
  ent_driver_screenshot (driver, "28-card");
  ent_driver_escape (driver, "Préférences");
}

void
ent_stop_signature (EntDriver *driver)
{
  EntNode *dialog, *place;

  make_card_known (driver);
  ent_driver_go (driver, "Documents");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Parapheur"));
  ent_driver_find (driver, ATSPI_ROLE_LIST, LINES);
  ent_driver_find (driver, ATSPI_ROLE_ARTICLE, "Page 1*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "29-book");

  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Signer celui-ci…"));
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Signer");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Iris Essai");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, "Code PIN*");
  ent_driver_check_names (driver);
  ent_driver_type (driver, NULL, "000000");
  ent_driver_screenshot (driver, "30-pin");
  ent_driver_press (driver, "Return");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_INVALID, "Le code PIN est incorrect.*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "31-wrong-pin");
  ent_driver_screenshot (driver, "signature");
  ent_driver_type (driver, NULL, ent_token_pin ());
  ent_driver_press (driver, "Return");
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Signer");
  place = ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Documents");
  ent_driver_find_in (driver, place, ATSPI_ROLE_LABEL, "3");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "32-signed");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Retour"));
  ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Documents");
}
