/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The month of home care: one closed before, an exception settled and the rest, totals that agree,
 * a month closed. Main thread. */

#include "ent-stops.h"

/* The month before this one, as its button says. */
static char *
last_month (void)
{
  static const char *const names[] = { "Janvier",   "Février", "Mars",     "Avril",
                                       "Mai",       "Juin",    "Juillet",  "Août",
                                       "Septembre", "Octobre", "Novembre", "Décembre" };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int month = g_date_time_get_month (now), year = g_date_time_get_year (now);

  return g_strdup_printf ("%s %d", names[(month + 10) % 12], month > 1 ? year : year - 1);
}

/* The demo has closed the one before. */
static void
look_at_closed (EntDriver *driver)
{
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Mois précédent"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Ce mois est clôturé.");
  ent_driver_screenshot (driver, "30-month-before");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Mois suivant"));
}

void
ent_stop_month (EntDriver *driver)
{
  g_autofree char *month = last_month ();

  ent_driver_go (driver, "Clôture du mois");
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, month);
  look_at_closed (driver);
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, month);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Comme rapporté"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Prestation réglée");
  ent_driver_dismiss (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "30-month");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Le reste comme rapporté"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Rien à régler");
  ent_driver_dismiss (driver);
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Totaux"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Les quatre tableaux concordent.");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "30-month-totals");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Clôture"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Clôturer le mois…"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Clôturer le mois"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Clôturé le *");
  ent_driver_dismiss (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "30-month-closed");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "À régler"));
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
