/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a request: its next step, handing it over, ending it. Main thread. */

#pragma once

#include "ent-request.h"
#include "ent-shell.h"

G_BEGIN_DECLS

/* Asks on which day the next step was reached, and of a decision what it says. */
void ent_request_acts_advance (GtkWidget *parent, EntStore *store, EntRequest *request);
void ent_request_acts_hand_over (GtkWidget *parent, EntStore *store, EntRequest *request);
/* Annuls it, or notes that it was withdrawn or sent on. */
void ent_request_acts_end (GtkWidget *parent, EntStore *store, EntRequest *request);
/* "Start the enquiry": what the next step is called as an act; NULL when there is none. */
const char *ent_request_acts_label (EntRequest *request);

G_END_DECLS
