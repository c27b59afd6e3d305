/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of a group takes the keyboard, and says the group's title. Main thread. */

#include "ent-group.h"

void
ent_group_set_name (AdwPreferencesGroup *group, const char *name)
{
  GtkWidget *widget = GTK_WIDGET (group);

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));
  while (widget != NULL && !GTK_IS_LIST_BOX (widget))
    widget = gtk_widget_get_last_child (widget);
  if (widget == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
