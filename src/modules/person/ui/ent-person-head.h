/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the page is about: name, age, register number behind a button, language, death. Main
 * thread. */

#pragma once

#include "ent-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_PERSON_HEAD (ent_person_head_get_type ())
G_DECLARE_FINAL_TYPE (EntPersonHead, ent_person_head, ENT, PERSON_HEAD, AdwBin)

GtkWidget *ent_person_head_new (void);
void ent_person_head_show (EntPersonHead *self, EntPerson *person);

G_END_DECLS
