/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a PDF. Main thread. */

#include "ent-pdf-menu.h"

#include <glib/gi18n-lib.h>

#include "ent-pdf-pointer.h"
#include "ent-popup-menu.h"

#define MAX_LINKS 20

static char *
label_of (const EntPdfLink *link)
{
  g_autofree char *address = NULL;

  if (link->uri == NULL)
    return g_strdup_printf (_ ("Go to page %u"), link->page + 1);
  address = g_utf8_make_valid (link->uri, -1);
  if (g_utf8_strlen (address, -1) > 50)
    {
      g_autofree char *start = g_utf8_substring (address, 0, 49);

      g_set_str (&address, start);
      /* Translators: %s is the beginning of an address that is too long to be shown */
      return g_strdup_printf (_ ("Open %s…"), address);
    }
  return g_strdup_printf (_ ("Open %s"), address);
}

/* In a menu an underscore marks a key; addresses have their own. */
static char *
escape (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

/* One line for each place, however many boxes on the page lead there. */
static GMenuModel *
links_of (EntPdfSheets *sheets)
{
  GMenu *menu = g_menu_new ();
  EntPdfPage *page = ent_pdf_sheets_peek_page (sheets, ent_pdf_sheets_get_page (sheets));
  EntPdfText *text = page != NULL ? ent_pdf_page_get_text (page) : NULL;
  GArray *links = text != NULL ? ent_pdf_text_get_links (text) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; links != NULL && i < links->len && g_hash_table_size (seen) < MAX_LINKS; i++)
    {
      const EntPdfLink *link = &g_array_index (links, EntPdfLink, i);
      g_autofree char *label = label_of (link);
      g_autofree char *escaped = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!ent_pdf_pointer_may_follow (link) || g_hash_table_contains (seen, label))
        continue;
      item = g_menu_item_new (NULL, NULL);
      escaped = escape (label);
      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", escaped);
      g_menu_item_set_action_and_target (item, "pdf-view.follow", "u", i);
      g_menu_append_item (menu, item);
      g_hash_table_add (seen, g_steal_pointer (&label));
    }
  return G_MENU_MODEL (menu);
}

void
ent_pdf_menu_popup (GtkWidget *view, EntPdfSheets *sheets, const GdkRectangle *place)
{
  const GdkRectangle middle = { gtk_widget_get_width (view) / 2, gtk_widget_get_height (view) / 2,
                                1, 1 };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) text = g_menu_new ();
  g_autoptr (GMenuModel) links = links_of (sheets);

  g_menu_append (text, _ ("_Copy"), "pdf-view.copy");
  g_menu_append (text, _ ("Select _All"), "pdf-view.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (text));
  g_menu_append_section (menu, NULL, links);
  ent_popup_menu_show (view, G_MENU_MODEL (menu), place != NULL ? place : &middle);
}
