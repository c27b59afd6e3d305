/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How templates are written, on one page. Main thread. */

#include "ent-template-help.h"

#include "ent-resources.h"

#include <adwaita.h>

void
ent_template_help_present (GtkWidget *parent)
{
  g_autoptr (GtkBuilder)
                builder = gtk_builder_new_from_resource (ENT_UI "paper/ent-template-help.ui");

  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "dialog")), parent);
}
