/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and addresses of the right form that nobody can have: see data/demo/README.md. Thread of
 * the connection. */

#pragma once

#include "ent-demo-part.h"

G_BEGIN_DECLS

/* The day itself or the nearest earlier one on which somebody more may be born. */
gint32 ent_demo_numbers_birth (EntDemo *demo, gint32 day, gboolean male);
/* All are transfer full and never given twice, as long as their range allows. */
char *ent_demo_numbers_national (EntDemo *demo, gint32 birth, gboolean male, gboolean bis);
char *ent_demo_numbers_mobile (EntDemo *demo);
char *ent_demo_numbers_landline (EntDemo *demo);
char *ent_demo_numbers_iban (EntDemo *demo);
char *ent_demo_numbers_e_mail (EntDemo *demo, const char *first_name, const char *last_name);

G_END_DECLS
