/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a person, as rows to read; what was asked and not said is told. Main thread. */

#pragma once

#include "ent-person.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_PERSON_IDENTITY (ent_person_identity_get_type ())
G_DECLARE_FINAL_TYPE (EntPersonIdentity,
                      ent_person_identity,
                      ENT,
                      PERSON_IDENTITY,
                      AdwPreferencesGroup)

GtkWidget *ent_person_identity_new (void);
void ent_person_identity_show (EntPersonIdentity *self, EntStore *store, EntPerson *person);

G_END_DECLS
