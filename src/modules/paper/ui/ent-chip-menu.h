/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover behind “Insert”: what a template may hold, found by typing. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_CHIP_MENU (ent_chip_menu_get_type ())
G_DECLARE_FINAL_TYPE (EntChipMenu, ent_chip_menu, ENT, CHIP_MENU, GtkPopover)

/* @items as of ent_chip_items_new(). Signal "chosen" (const char *snippet): after closing. */
GtkWidget *ent_chip_menu_new (GListModel *items);

G_END_DECLS
