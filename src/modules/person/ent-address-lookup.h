/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between an address of the register and the addresses of a region. Any thread. */

#pragma once

#include "ent-address-position.h"
#include "ent-addresses.h"

G_BEGIN_DECLS

/* What is asked of the region; borrows from the address. */
EntAddressQuery ent_address_lookup_query (EntAddress *address);
/* Where a match lies, as an address keeps it; nobody has checked it. FALSE: nowhere. */
gboolean ent_address_lookup_position (const EntAddressMatch *match, EntAddressPosition *position);

G_END_DECLS
