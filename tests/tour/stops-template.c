/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template of the office: a sentence with a field, a fault, the next edition. Main thread. */

#include "ent-stops.h"

#define LETTER "Lettre libre"
#define TEXT "Texte du modèle"

/* Before the signatures, the last but one paragraph. */
static void
go_to_end (EntDriver *driver)
{
  ent_driver_press (driver, "<Control>End");
  ent_driver_press (driver, "Up");
  ent_driver_press (driver, "Up");
  ent_driver_press (driver, "Return");
}

static void
insert_field (EntDriver *driver, const char *words, const char *field)
{
  ent_driver_press (driver, "<Control>i");
  ent_driver_type (driver, ent_driver_find (driver, ATSPI_ROLE_ENTRY, "Rechercher un champ"),
                   words);
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, field);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "25-insert-field");
  ent_driver_press (driver, "Return");
  ent_driver_wait_gone (driver, ATSPI_ROLE_ENTRY, "Rechercher un champ");
}

static void
save (EntDriver *driver)
{
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Enregistrer…"));
  ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Enregistrer comme édition 3");
  ent_driver_check_names (driver);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Enregistrer"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Enregistrer comme édition 3");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Édition 3");
  ent_driver_press (driver, "Escape");
  ent_driver_wait_gone (driver, ATSPI_ROLE_TEXT, TEXT);
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "FR 3");
  ent_driver_escape (driver, "Modèles");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Modèles – 2");
}

void
ent_stop_template (EntDriver *driver)
{
  EntNode *text;

  ent_driver_go (driver, "Documents");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Modèles"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Modèles – *");
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "25-templates");
  ent_driver_choose (driver, "Menu de la liste", "Tous les modèles…", ATSPI_ROLE_DIALOG, "Modèles");
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, LETTER));
  text = ent_driver_find (driver, ATSPI_ROLE_TEXT, TEXT);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Édition 2");
  ent_driver_find (driver, ATSPI_ROLE_ARTICLE, "Page 1*");
  ent_driver_type (driver, text, "");
  go_to_end (driver);
  ent_driver_type (driver, NULL, "Votre courrier mentionnera ");
  insert_field (driver, "numero document", "Numéro du document");
  ent_driver_type (driver, NULL, ".");
  ent_driver_press (driver, "Return");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Édition 3, non enregistrée");
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "26-template");
  ent_driver_screenshot (driver, "template");

  ent_driver_type (driver, NULL, "Bien à vous, {person.nam}");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Ligne *Il n’y a pas de champ « person.nam »*");
  ent_driver_wait_state (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Enregistrer…"),
                         ATSPI_STATE_SENSITIVE, FALSE);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "27-template-fault");
  ent_driver_press (driver, "BackSpace");
  ent_driver_type (driver, NULL, "e}");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "Ligne *");
  save (driver);
}
