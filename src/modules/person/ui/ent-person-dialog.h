/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of a person: first contact, and everything later. Main thread. */

#pragma once

#include "ent-person.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the little that is known at first contact; opens the new person's page. */
void ent_person_dialog_create (GtkWidget *parent, EntStore *store);

/* The same from within another form, @text being what was typed there as a name. @done is called
 * once with the person's id (a known one that the user recognised, or the new one), or with 0. */
typedef void (*EntPersonDone) (gint64 person_id, gpointer user_data);
void ent_person_dialog_create_then (GtkWidget *parent,
                                    EntStore *store,
                                    const char *text,
                                    EntPersonDone done,
                                    gpointer user_data);

void ent_person_dialog_edit (GtkWidget *parent, EntStore *store, EntPerson *person);

G_END_DECLS
