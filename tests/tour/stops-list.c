/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of persons: how many they are, finding one of them, filters, what is in the trash, the
 * search over everything. Main thread. */

#include "ent-stops.h"

#define YOUNGEST 2
#define OLDEST 16

const EntTourPerson *
ent_tour_person (void)
{
  return ent_tour_person_of (NULL);
}

static void
collect_rows (EntNode *node, GPtrArray *rows)
{
  if (node->role == ATSPI_ROLE_TABLE_ROW && ent_node_matches (node, ATSPI_ROLE_TABLE_ROW, "*••*"))
    g_ptr_array_add (rows, node);
  for (guint i = 0; i < node->children->len; i++)
    collect_rows (g_ptr_array_index (node->children, i), rows);
}

static const char *
cell (EntNode *row, guint position)
{
  return ((EntNode *) g_ptr_array_index (row->children, position))->name;
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

/* A child, since children live with others. */
static gboolean
is_child (EntNode *row)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *born = cell (row, 2);
  int age;

  if (strlen (born) != strlen ("dd/mm/yyyy"))
    return FALSE;
  age = g_date_time_get_year (now) - atoi (born + strlen ("dd/mm/"));
  return age >= YOUNGEST && age <= OLDEST;
}
