/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says how templates are written. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_template_help_present (GtkWidget *parent);

G_END_DECLS
