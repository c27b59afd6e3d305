/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's page: a wrong number, the household as of another day, a namesake while typing a new
 * person, undo, history, trash. Main thread. */

#include "ent-stops.h"

#include <string.h>

#define NUMBER "Numéro national (NISS)"
#define USUAL_NAME "Lespérance"
#define MEMBERS "Membres du ménage"

void
ent_stop_person (EntDriver *driver)
{
  const EntTourPerson *person = ent_tour_person ();

  ent_driver_point_and_click (driver,
                              ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, person->in_table));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, person->name);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "*né* le *");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "••.••.••-•••.??");
  ent_driver_wait_state (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, person->in_list),
                         ATSPI_STATE_SELECTED, TRUE);
  ent_driver_find (driver, ATSPI_ROLE_LIST, MEMBERS);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "05-person");
  ent_driver_screenshot (driver, "person");
}

/* The same number with another last digit, which its check digits give away. */
static char *
spoil (const char *number)
{
  char *wrong = g_strdup (number);
  char *last = wrong + strlen (wrong) - 1;

  *last = *last == '9' ? '0' : *last + 1;
  return wrong;
}

void
ent_stop_wrong_number (EntDriver *driver)
{
  EntNode *dialog, *field, *usual;
  g_autofree char *right = NULL;
  g_autofree char *wrong = NULL;

  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Modifier"));
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Modifier la personne");
  field = ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, NUMBER);
  usual = ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Nom d’usage");
  ent_driver_check_names (driver);
  right = ent_node_text (field);
  wrong = spoil (right);

  ent_driver_retype (driver, usual, USUAL_NAME);
  ent_driver_retype (driver, field, wrong);
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Enregistrer"));
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Les deux derniers chiffres*");
  ent_driver_wait_state (driver, field, ATSPI_STATE_INVALID_ENTRY, TRUE);
  ent_driver_wait_state (driver, field, ATSPI_STATE_FOCUSED, TRUE);
  ent_driver_wait_text (driver, usual, USUAL_NAME);
  ent_driver_wait_text (driver, field, wrong);
  ent_driver_screenshot (driver, "06-wrong-number");

  ent_driver_retype (driver, field, right);
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Enregistrer"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Modifier la personne");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Personne modifiée");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, USUAL_NAME);
  ent_driver_screenshot (driver, "07-saved");
}

void
ent_stop_undo (EntDriver *driver)
{
  ent_driver_press (driver, "<Control>z");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Défait : Personne modifiée");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, USUAL_NAME);
  ent_driver_screenshot (driver, "08-undo");
  ent_driver_dismiss (driver);
}

void
ent_stop_history (EntDriver *driver)
{
  EntNode *dialog;

  dialog = ent_driver_choose (driver, "Menu de cette page", "Historique*", ATSPI_ROLE_DIALOG,
                              "Historique des modifications");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "— → " USUAL_NAME);
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, USUAL_NAME " → —");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Nom d’usage");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "09-history");
  ent_driver_escape (driver, "Historique des modifications");
}

static char *
a_month_ago (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) before = g_date_time_add_months (now, -1);

  return g_date_time_format (before, "%d/%m/%Y");
}

void
ent_stop_household (EntDriver *driver)
{
  const EntTourPerson *person = ent_tour_person ();
  EntNode *day = ent_driver_find (driver, ATSPI_ROLE_TEXT, "Situation au");
  EntNode *members = ent_driver_find (driver, ATSPI_ROLE_LIST, MEMBERS);
  g_autofree char *before = a_month_ago ();

  ent_driver_find_in (driver, members, ATSPI_ROLE_LIST_ITEM, person->in_list);
  ent_driver_retype (driver, day, "01/01/1950");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Tel qu’il était le dimanche 1er janvier 1950");
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Dans aucun ménage à cette date");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LIST, MEMBERS);
  ent_driver_screenshot (driver, "10-no-household");

  ent_driver_retype (driver, day, before);
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "*1er janvier 1950");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Tel qu’il était le *");
  members = ent_driver_find (driver, ATSPI_ROLE_LIST, MEMBERS);
  ent_driver_find_in (driver, members, ATSPI_ROLE_LIST_ITEM, person->in_list);
  ent_driver_point_and_click (driver, ent_driver_find_in (driver, members, ATSPI_ROLE_LIST_ITEM,
                                                          "Arrivées et départs"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Arrivé* le *");
  ent_driver_screenshot (driver, "10-household");
  ent_driver_screenshot (driver, "household");
}

void
ent_stop_new_person (EntDriver *driver)
{
  const EntTourPerson *person = ent_tour_person ();
  g_autofree char *known = g_strdup_printf ("%s, né* le *", person->name);
  EntNode *dialog;

  ent_driver_press (driver, "<Control>n");
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Nouvelle personne");
  ent_driver_type (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Nom de famille"),
                   person->last_name);
  ent_driver_type (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Prénoms"),
                   person->first_names);
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Peut-être déjà connu*");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, known);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "11-known-already");

  ent_driver_press (driver, "Escape");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Abandonner les modifications ?");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Abandonner"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Nouvelle personne");
}

void
ent_stop_trash (EntDriver *driver)
{
  const EntTourPerson *person = ent_tour_person ();
  g_autofree char *restore = g_strdup_printf ("Restaurer*%s*", person->name);
  EntNode *dialog;

  ent_driver_choose (driver, "Menu de cette page", "Supprimer", ATSPI_ROLE_LABEL,
                     "Personne supprimée");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, person->in_list);
  ent_driver_dismiss (driver);

  dialog = ent_driver_choose (driver, "Menu de la liste", "Corbeille*", ATSPI_ROLE_DIALOG,
                              "Supprimé ces 30 derniers jours");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, restore);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "13-trash");
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, restore));
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Rien n’a été supprimé*");
  ent_driver_settle (driver);
  ent_driver_escape (driver, "Supprimé ces 30 derniers jours");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Personnes – 5*000");
}
