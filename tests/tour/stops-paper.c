/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper about one person: an attestation in two acts, and reading it in the window. Main thread. */

#include "ent-stops.h"

#define CHOOSER "Attestation ou lettre"
#define ATTESTATION "Attestation de la composition de ménage*"
#define SEARCH "Rechercher dans le document"

static EntTourDocument issued;

const EntTourDocument *
ent_tour_document (void)
{
  return &issued;
}

/* What a row of the facts says under its title. */
static char *
read_fact (EntDriver *driver, const char *title, const char *pattern)
{
  EntNode *row = ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, title);

  return g_strdup (ent_driver_find_in (driver, row, ATSPI_ROLE_LABEL, pattern)->name);
}

void
ent_stop_attestation (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, CHOOSER "…"));
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, CHOOSER);
  ent_driver_check_names (driver);
  ent_driver_type (driver, NULL, "menage");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, ATTESTATION);
  ent_driver_screenshot (driver, "20-choose-document");
  ent_driver_press (driver, "Return");
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, CHOOSER);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ATTESTATION);
  ent_driver_find (driver, ATSPI_ROLE_ARTICLE, "Page 1 sur 1");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "21-draft");
  ent_driver_screenshot (driver, "attestation");

  ent_driver_choose (driver, "Autres façons d’émettre", "Émettre seulement", ATSPI_ROLE_LABEL,
                     "Document D20*-* émis");
  ent_driver_dismiss (driver);
  ent_driver_find (driver, ATSPI_ROLE_ARTICLE, "Page 1 sur 1");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "22-issued");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "D20*-*"));
  issued.number = read_fact (driver, "Numéro", "D20*-*");
  issued.code = read_fact (driver, "Code de contrôle", "*-*-*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "23-issued-facts");
}

void
ent_stop_preview (EntDriver *driver)
{
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "D20*-*"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, issued.code);
  ent_driver_choose (driver, "Zoom : *", "100 %", ATSPI_ROLE_BUTTON, "Zoom : 100 %");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Zoom avant"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Zoom : 100 %");

  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, SEARCH));
  ent_driver_type (driver, ent_driver_find (driver, ATSPI_ROLE_ENTRY, SEARCH), "menage");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "1 sur 4");
  ent_driver_press (driver, "Return");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "2 sur 4");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "Aperçu des pages"));
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "24-preview");
}
