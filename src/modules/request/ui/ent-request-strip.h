/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A request as a strip of steps, each with its day and author. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ent_request_strip_new (void);
/* @steps: (element-type EntRequestStep), those reached; @current: EntRequestStage. */
void ent_request_strip_show (GtkWidget *strip, GPtrArray *steps, int current);

G_END_DECLS
