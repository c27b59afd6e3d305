/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a template: from which day it is used, what changed, and the next edition is there. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-template-editions.h"

G_BEGIN_DECLS

typedef void (*EntTemplateSaved) (gpointer owner);

/* @parent owns the callback: it is not called when @parent is gone. */
void ent_template_save_present (GtkWidget *parent,
                                EntStore *store,
                                const EntTemplateEditions *editions,
                                const char *text,
                                EntTemplateSaved saved);

G_END_DECLS
