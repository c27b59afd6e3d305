/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: one instance, its settings and its windows. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_APPLICATION (ent_application_get_type ())
G_DECLARE_FINAL_TYPE (EntApplication, ent_application, ENT, APPLICATION, AdwApplication)

EntApplication *ent_application_new (void);
/* Borrowed. */
GSettings *ent_application_get_settings (EntApplication *self);
/* Who acts, as the history names them; transfer full. */
char *ent_application_get_user (EntApplication *self);

G_END_DECLS
