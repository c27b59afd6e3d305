/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The region: the map that the demo brings, importing an extract, finding an address, measuring a
 * way, placing by hand the homes of the invented commune that have no place. Main thread. */

#include "ent-stops.h"

#define PREFERENCES "Préférences"
#define EXTRACT "wechelderzande.osm.pbf"

/* The extract, where GTK's file chooser looks first. */
static void
bring_extract (void)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "..", "data", "demo",
                                                 "wechelderzande-be.osm.pbf", NULL);
  g_autofree char *to = g_build_filename (g_get_home_dir (), EXTRACT, NULL);
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (from, &data, &size, &error) ||
      !g_file_set_contents (to, data, (gssize) size, &error))
    g_error ("%s", error->message);
}

static void
choose_extract (EntDriver *driver, EntNode *dialog)
{
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON,
                                                "Extrait d’OpenStreetMap"));
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Annuler");
  ent_driver_settle (driver);
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM,
                                                       "Ouvre votre dossier personnel*"));
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, EXTRACT "*"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Ouvrir"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Annuler");
}

/* The demo has brought its map, which is in use at once and can be removed. */
static void
remove_demo_map (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_go (driver, "Carte");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "© *OpenStreetMap*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "70-demo-map");
  dialog = ent_driver_choose (driver, "Menu de la carte", "Région utilisée…", ATSPI_ROLE_DIALOG,
                              PREFERENCES);
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Démo : Wechelderzande");
  ent_driver_screenshot (driver, "70-demo-region");
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON,
                                                "Enlever : Démo : Wechelderzande"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Retirer"));
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Aucune région pour l’instant");
  ent_driver_escape (driver, PREFERENCES);
}

void
ent_stop_region (EntDriver *driver)
{
  EntNode *dialog;

  bring_extract ();
  remove_demo_map (driver);
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Importer une région…");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "70-no-region");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Importer une région…"));
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, PREFERENCES);
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "Aucune région pour l’instant");
  ent_driver_check_names (driver);
  choose_extract (driver, dialog);
  ent_driver_wait_text (driver,
                        ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Nom de la région"),
                        "Wechelderzande");
  ent_driver_screenshot (driver, "71-import");
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Importer"));
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "*OpenStreetMap*");
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "* rues · * numéros*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "72-region");
  ent_driver_escape (driver, PREFERENCES);
}

void
ent_stop_map (EntDriver *driver)
{
  EntNode *search = ent_driver_find (driver, ATSPI_ROLE_ENTRY, "Chercher une adresse");

  ent_driver_type (driver, search, "moereind 20");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Moereind 20, 2275 Wechelderzande");
  ent_driver_press (driver, "Down");
  ent_driver_press (driver, "Return");
  ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Moereind 20, 2275 Wechelderzande*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "73-map");
}

void
ent_stop_way (EntDriver *driver)
{
  EntNode *from = ent_driver_find (driver, ATSPI_ROLE_TEXT, "De");
  EntNode *to = ent_driver_find (driver, ATSPI_ROLE_TEXT, "À");

  ent_driver_type (driver, from, "oostmalsebaan 10");
  ent_driver_press (driver, "Return");
  ent_driver_wait_text (driver, from, "Oostmalsebaan 10, 2275 Wechelderzande");
  ent_driver_type (driver, to, "moereind 20");
  ent_driver_press (driver, "Return");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "* min · * km");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "74-way-by-car");
  ent_driver_screenshot (driver, "map");
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_RADIO_BUTTON, "Vélo"));
  ent_driver_wait_state (driver, ent_driver_find (driver, ATSPI_ROLE_RADIO_BUTTON, "Vélo"),
                         ATSPI_STATE_CHECKED, TRUE);
  ent_driver_screenshot (driver, "75-way-by-bicycle");
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_RADIO_BUTTON, "À pied"));
  ent_driver_wait_state (driver, ent_driver_find (driver, ATSPI_ROLE_RADIO_BUTTON, "À pied"),
                         ATSPI_STATE_CHECKED, TRUE);
  ent_driver_screenshot (driver, "76-way-on-foot");
}

void
ent_stop_locate (EntDriver *driver)
{
  ent_driver_point_and_click (driver,
                              ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Adresses à situer"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON,
                                             "Situer toutes les adresses sûres"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "0 située · *");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Introuvables (*");
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "77-not-found");
  ent_driver_dismiss (driver);

  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_GROUPING, "Carte"));
  ent_driver_drag (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Épingle"), 90, -60);
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Adresse connue la plus proche*");
  ent_driver_screenshot (driver, "78-pin-carried");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Situer ici à la main"));
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Adresse située sur la carte");
  ent_driver_screenshot (driver, "79-placed-by-hand");
  ent_driver_dismiss (driver);
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, ent_tour_person ()->name);
}
