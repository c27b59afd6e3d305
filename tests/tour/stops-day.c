/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of home care: a visit noted as done, nobody at home, a worry and what came of it. Main
 * thread. */

#include "ent-stops.h"

/* The last working day: its visits have been, whatever the hour of the tour, and a small commune
 * has none at week-ends. */
static int
days_back (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  switch (g_date_time_get_day_of_week (now))
    {
    case 1:
      return 3;
    case 7:
      return 2;
    default:
      return 1;
    }
}

static void
look_at_the_past (EntDriver *driver)
{
  ent_driver_go (driver, "Journée");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Aujourd’hui, *");
  ent_driver_screenshot (driver, "28-day-today");
  for (int i = days_back (); i > 0; i--)
    {
      ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Jour précédent"));
      ent_driver_settle (driver);
    }
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "* faites");
}

static void
choose_in_menu (EntDriver *driver, const char *row, const char *item)
{
  EntNode *visit = ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, row);

  ent_driver_click (driver, ent_driver_find_in (driver, visit, ATSPI_ROLE_BUTTON,
                                                "Ce qu’on peut dire de cette prestation"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_MENU_ITEM, item));
}

/* A visit that was done is taken back, and told again. */
static void
tell_again (EntDriver *driver)
{
  choose_in_menu (driver, "*, Faite, *", "Annuler le rapport");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Rapport annulé");
  ent_driver_dismiss (driver);
  choose_in_menu (driver, "*, En retard de *", "Faite comme prévu");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Prestation notée comme effectuée");
  ent_driver_dismiss (driver);
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "*encodée le *");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "28-day");
}

static void
switch_on (EntDriver *driver, const char *name)
{
  EntNode *row = ent_driver_find (driver, ATSPI_ROLE_CHECK_BOX, name);

  ent_driver_click (driver, row);
  ent_driver_wait_state (driver, row, ATSPI_STATE_CHECKED, TRUE);
}

static void
nobody_at_home (EntDriver *driver)
{
  choose_in_menu (driver, "*, Faite, *", "Annuler le rapport");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Rapport annulé");
  ent_driver_dismiss (driver);
  choose_in_menu (driver, "*, En retard de *", "Personne à la maison…");
  switch_on (driver, "L’aide a téléphoné");
  switch_on (driver, "Noter ensuite une inquiétude");
  ent_driver_screenshot (driver, "28-day-nobody-home");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Noter"));
}

static void
note_worry (EntDriver *driver)
{
  ent_driver_type (driver, ent_driver_find (driver, ATSPI_ROLE_TEXT, "Ce qui a été vu ou entendu"),
                   "Volets fermés, boîte aux lettres pleine.");
  ent_driver_screenshot (driver, "28-day-worry");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Noter l’inquiétude"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Inquiétude notée");
  ent_driver_dismiss (driver);
}

/* The first kind of outcome. */
static void
choose_outcome (EntDriver *driver)
{
  ent_driver_point_and_click (driver,
                              ent_driver_find (driver, ATSPI_ROLE_COMBO_BOX, "Suite donnée*"));
  ent_driver_click (driver,
                    ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "La personne a été contactée"));
}

/* Without an outcome it stays open, and the field says so. */
static void
give_outcome (EntDriver *driver)
{
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Afficher"));
  ent_driver_point_and_click (driver,
                              ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, "* Nouvelle *"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Noter la suite donnée"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Clore l’inquiétude"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Indiquez la suite donnée*");
  ent_driver_screenshot (driver, "28-day-outcome");
  choose_outcome (driver);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Clore l’inquiétude"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Suite donnée à l’inquiétude");
  ent_driver_dismiss (driver);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "La personne a été contactée");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "28-day-followed");
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}

void
ent_stop_day (EntDriver *driver)
{
  look_at_the_past (driver);
  tell_again (driver);
  nobody_at_home (driver);
  note_worry (driver);
  give_outcome (driver);
}
