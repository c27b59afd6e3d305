/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of persons: how many they are, two words that find one of them, a filter, the search
 * over everything. Main thread. */

#include "ent-stops.h"

#include <stdlib.h>
#include <string.h>

#define EVERYBODY "Personnes – 5*000"
#define YOUNGEST 2
#define OLDEST 16

static EntTourPerson chosen;

const EntTourPerson *
ent_tour_person (void)
{
  return &chosen;
}

static void
collect_rows (EntNode *node, GPtrArray *rows)
{
  if (ent_node_matches (node, ATSPI_ROLE_TABLE_ROW, "*••*"))
    g_ptr_array_add (rows, node);
  for (guint i = 0; i < node->children->len; i++)
    collect_rows (g_ptr_array_index (node->children, i), rows);
}

static const char *
cell (EntNode *row, guint position)
{
  EntNode *node = g_ptr_array_index (row->children, position);

  return node->name;
}

static gboolean
has_namesake (GPtrArray *rows, EntNode *row)
{
  for (guint i = 0; i < rows->len; i++)
    {
      EntNode *other = g_ptr_array_index (rows, i);

      if (other != row && g_str_equal (cell (other, 0), cell (row, 0)) &&
          g_str_has_prefix (cell (other, 1), cell (row, 1)))
        return TRUE;
    }
  return FALSE;
}

/* Children live with others: there is a household to look at. */
static gboolean
is_child (EntNode *row)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  const char *year = strrchr (cell (row, 2), '/');
  int age = year != NULL ? g_date_time_get_year (now) - atoi (year + 1) : 0;

  return age >= YOUNGEST && age <= OLDEST;
}

/* The invented people are born relative to today, so the list itself tells whom to look for. */
static void
choose_person (EntNode *table)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  EntNode *row = NULL;

  collect_rows (table, rows);
  for (guint i = 0; i < rows->len && row == NULL; i++)
    if (is_child (g_ptr_array_index (rows, i)) && !has_namesake (rows, g_ptr_array_index (rows, i)))
      row = g_ptr_array_index (rows, i);
  if (row == NULL)
    g_error ("Nobody in the list has a register number and the age of a child.");

  chosen.last_name = g_strdup (cell (row, 0));
  chosen.first_names = g_strdup (cell (row, 1));
  chosen.name = g_strdup_printf ("%s %s", chosen.last_name, chosen.first_names);
  chosen.in_list = g_strdup_printf ("%s (*)", chosen.name);
  chosen.in_table = g_strdup_printf ("%s *", chosen.name);
}

/* "Adam Loïc" as somebody in haste types it: "loic adam". */
static char *
typed_in_haste (void)
{
  g_autofree char *words = g_strdup_printf ("%s %s", chosen.first_names, chosen.last_name);
  g_autofree char *plain = g_str_to_ascii (words, "C");

  return g_ascii_strdown (plain, -1);
}

void
ent_stop_list (EntDriver *driver)
{
  ent_driver_resize (driver, ENT_TOUR_WIDTH, ENT_TOUR_HEIGHT);
  ent_driver_go (driver, "Bénéficiaires");
  ent_driver_find (driver, ATSPI_ROLE_PAGE_TAB, "Personnes");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, EVERYBODY);
  ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, "*••.••.••-•••.??*");
  ent_driver_settle (driver);
  choose_person (ent_driver_find (driver, ATSPI_ROLE_TREE_TABLE, "Personnes"));
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "03-list");
  ent_driver_screenshot (driver, "people");
}

void
ent_stop_search (EntDriver *driver)
{
  EntNode *search = ent_driver_find (driver, ATSPI_ROLE_ENTRY, "Rechercher : Personnes");
  g_autofree char *words = typed_in_haste ();

  ent_driver_type (driver, search, words);
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, EVERYBODY);
  ent_driver_find (driver, ATSPI_ROLE_TABLE_ROW, chosen.in_table);
  ent_driver_screenshot (driver, "04-search");

  /* A search entry does not tell AT-SPI what is written in it: the list does. */
  ent_driver_press (driver, "<Control>a");
  ent_driver_type (driver, search, "zzzz");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Aucun résultat pour*zzzz*");
  ent_driver_retype (driver, search, "");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, EVERYBODY);
}

void
ent_stop_filter (EntDriver *driver)
{
  EntNode *dialog;

  ent_driver_click (driver, ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Filtrer la liste"));
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Filtres");
  ent_driver_check_names (driver);
  ent_driver_point_and_click (driver,
                              ent_driver_find_in (driver, dialog, ATSPI_ROLE_COMBO_BOX, "Sexe*"));
  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_LIST_ITEM, "Féminin"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_LIST_ITEM, "Masculin");
  ent_driver_click (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_BUTTON, "Appliquer"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Filtres");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, "Sexe : Féminin");
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, EVERYBODY);
  ent_driver_screenshot (driver, "12-filter");

  ent_driver_point_and_click (driver, ent_driver_find (driver, ATSPI_ROLE_LABEL, "Sexe : Féminin"));
  ent_driver_wait_gone (driver, ATSPI_ROLE_LABEL, "Sexe : Féminin");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, EVERYBODY);
}

void
ent_stop_search_everything (EntDriver *driver)
{
  EntNode *dialog;
  g_autofree char *words = typed_in_haste ();
  g_autofree char *result = g_strdup_printf ("%s*", chosen.name);

  ent_driver_press (driver, "<Control>k");
  dialog = ent_driver_find (driver, ATSPI_ROLE_DIALOG, "Rechercher partout");
  ent_driver_type (driver, ent_driver_find_in (driver, dialog, ATSPI_ROLE_ENTRY, NULL), words);
  ent_driver_find_in (driver, dialog, ATSPI_ROLE_LIST_ITEM, result);
  ent_driver_check_names (driver);
  ent_driver_screenshot (driver, "14-search-everything");
  ent_driver_press (driver, "Return");
  ent_driver_wait_gone (driver, ATSPI_ROLE_DIALOG, "Rechercher partout");
  ent_driver_find (driver, ATSPI_ROLE_LABEL, chosen.name);
  ent_driver_find (driver, ATSPI_ROLE_BUTTON, "Modifier");
}
