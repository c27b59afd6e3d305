/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The addresses of a region, as a part of the import. Thread of the import. */
#pragma once

#include "ent-region-part.h"

G_BEGIN_DECLS

/* Facts noted besides the counts: "address-lines" and "address-bad-lines" of the official files,
 * and "address-bad", one line "file, line N: reason" for each of the first bad lines. */
extern const EntRegionPart ent_address_part;

G_END_DECLS
