/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus that are made where they are asked for. Main thread. */

#include "ent-popup-menu.h"

/* What is measured before it has its style misses the space around separators, and the last of the
 * menu would be cut off. */
static gboolean
styled_cb (GtkWidget *popover, GdkFrameClock *clock, gpointer unused)
{
  gtk_widget_queue_resize (popover);
  gtk_popover_present (GTK_POPOVER (popover));
  return G_SOURCE_REMOVE;
}

static void
unparent (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
unparent_cb (gpointer popover)
{
  unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: the item that was chosen is about to act. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
ent_popup_menu_show (GtkWidget *parent, GMenuModel *model, const GdkRectangle *place)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_add_tick_callback (popover, styled_cb, NULL, NULL);
}
