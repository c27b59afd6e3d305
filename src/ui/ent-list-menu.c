/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the menu of a list together. Main thread. */

#include "ent-list-menu.h"

#include "ent-saved-lists.h"

#include <glib/gi18n-lib.h>

GMenu *
ent_list_menu_new (EntListPage *page, void (*extend) (const EntSchema *schema, GMenu *menu))
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  ent_saved_lists_append_menu (page, menu);
  g_menu_append (section, _ ("_Columns…"), "list.columns");
  g_menu_append (section, _ ("_Export What Is Shown…"), "list.export");
  g_menu_append (section, _ ("_Trash…"), "list.trash");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  if (extend != NULL)
    extend (ent_list_page_get_schema (page), own);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return menu;
}
