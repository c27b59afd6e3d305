/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An address as it will stand on an envelope, what looks odd in it, and what saving it will do.
 * Main thread. */

#pragma once

#include "ent-address.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_ADDRESS_PREVIEW (ent_address_preview_get_type ())
G_DECLARE_FINAL_TYPE (EntAddressPreview, ent_address_preview, ENT, ADDRESS_PREVIEW, AdwBin)

GtkWidget *ent_address_preview_new (void);
void ent_address_preview_show (EntAddressPreview *self, EntStore *store, EntAddress *address);
/* NULL or "" hides; translated. */
void ent_address_preview_set_warning (EntAddressPreview *self, const char *text);
void ent_address_preview_set_consequence (EntAddressPreview *self, const char *text);

G_END_DECLS
