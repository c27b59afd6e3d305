/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions of a template: what each said, what it changed, and going on from one of them. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-template-editions.h"

G_BEGIN_DECLS

typedef void (*EntTemplateStarted) (gpointer owner, const char *text);

/* @parent owns the callback: it is not called when @parent is gone. */
void ent_template_history_present (GtkWidget *parent,
                                   const EntTemplateEditions *editions,
                                   EntTemplateStarted started);

G_END_DECLS
