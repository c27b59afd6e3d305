/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With what one signs at this computer, and which authorities the centre trusts. No PIN and no
 * password is ever kept. Main thread. */

#pragma once

#include "ent-store.h"

G_BEGIN_DECLS

/* Keys of the settings; all text, "" for none. */
#define ENT_SIGN_MODULE "module"
#define ENT_SIGN_FILE "file"
#define ENT_SIGN_CERTIFICATE "certificate"
#define ENT_SIGN_STAMP_SERVER "stamp-server"
/* Value of ENT_SIGN_CERTIFICATE for the certificate file. */
#define ENT_SIGN_IS_FILE "file"

GSettings *ent_sign_settings_new (void);
/* A setting, NULL when there is none. Transfer full. */
char *ent_sign_settings_get (GSettings *settings, const char *key);

/* Software of cards that is usual in Belgium. */
typedef struct
{
  const char *name; /* N_() */
  const char *const *paths; /* NULL-terminated */
} EntSignSoftware;

/* Ends with a NULL name. */
extern const EntSignSoftware ent_sign_software[];
/* Where it is installed, or NULL. */
const char *ent_sign_software_find (const EntSignSoftware *software);

/* The certificates of those the centre trusts, each a PEM text: (element-type GBytes). They are
 * kept in the register. */
GPtrArray *ent_sign_authorities_load (EntStore *store);
void ent_sign_authorities_save (EntStore *store, GPtrArray *authorities);
/* The certificates that stand in a text, one by one; empty when there are none. */
GPtrArray *ent_sign_authorities_split (const char *text);
/* Adds those not known yet; returns how many. */
guint ent_sign_authorities_add (GPtrArray *authorities, GPtrArray *more);

G_END_DECLS
