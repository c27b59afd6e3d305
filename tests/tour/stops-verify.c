/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a document is the centre's own: its number and code, the file that was saved, the same
 * file altered. Main thread. */

#include "ent-stops.h"

#define VERIFY "Vérifier un document"
/* GTK's own chooser has the keyboard: the path takes the place of what it proposes. */
static void
save_file (EntDriver *driver, const char *path)
{
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_TOGGLE_BUTTON, "D20*-*"));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Enregistrer en PDF…"));
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Annuler");
  ent_driver_settle (driver);
  ent_driver_press (driver, "<Control>a");
  ent_driver_type (driver, NULL, path);
  ent_driver_press (driver, "Return");
  ent_driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Annuler");
}

/* One letter of the file is another: waits for the program to have written it. */
static void
alter_file (const char *from, const char *to)
{
  g_autofree char *data = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (from, &data, &size, &error))
    g_error ("The document was not saved: %s", error->message);
  g_assert_cmpuint (size, >, 1000);
  data[size / 2] ^= 1;
  if (!g_file_set_contents (to, data, (gssize) size, &error))
    g_error ("%s", error->message);
}

static EntNode *
open_dialog (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_press (driver, "<Control><Shift>v");
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, VERIFY);
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  return dialog;
}

static void
expect (EntDriver *driver, EntNode *dialog, const char *verdict, const char *picture)
{
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, verdict);
  if (g_str_equal (verdict, "Altéré"))
    ent_driver_find_in (driver, dialog, ATSPI_ROLE_LABEL, "*mais le fichier a été modifié*");
  ent_driver_settle (driver);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, picture);
  /* The answer lies over the question, which has the focus of the keyboard again. */
  ent_driver_press (driver, "Escape");
  ent_driver_settle (driver);
  ent_driver_escape (driver, VERIFY);
}

static void
verify_code (EntDriver *driver)
{
  const EntTourDocument *document = ent_tour_document ();
  EntNode *dialog = open_dialog (driver);

  ent_driver_type (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Numéro"),
                   document->number);
  ent_driver_type (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_TEXT, "Code de contrôle"),
                   document->code);
  ent_driver_press (driver, "Return");
  expect (driver, dialog, "Authentique", "33-authentic");
}

static void
verify_file (EntDriver *driver, const char *row, const char *verdict, const char *picture)
{
  EntNode *dialog = open_dialog (driver);

  ent_driver_click (driver,
                    ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Choisir un PDF…"));
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Annuler");
  ent_driver_settle (driver);
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM,
                                                       "Ouvre votre dossier personnel*"));
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, row));
  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Ouvrir"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_BUTTON, "Annuler");
  expect (driver, dialog, verdict, picture);
}

void
ent_stop_verification (EntDriver *driver)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "attestation.pdf", NULL);
  g_autofree char *altered = g_build_filename (g_get_home_dir (), "alteree.pdf", NULL);

  verify_code (driver);
  save_file (driver, path);
  verify_file (driver, "attestation.pdf*", "Authentique", "34-file-authentic");
  alter_file (path, altered);
  verify_file (driver, "alteree.pdf*", "Altéré", "35-file-altered");
}
