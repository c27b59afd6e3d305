/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the working day of a carer begins and ends. The place of an address is kept as that of a
 * person's is, beside the folded text that it was found for. Any thread that owns the record. */

#pragma once

#include "ent-carer.h"
#include "ent-geo.h"

G_BEGIN_DECLS

/* Whether an address of their own tells it: not at the centre, not as the start. */
gboolean ent_carer_start_has_address (const EntCarer *self);
gboolean ent_carer_end_has_address (const EntCarer *self);

/* FALSE while it is not known, and at the centre. Degrees. */
gboolean ent_carer_get_start (const EntCarer *self, EntPoint *point);
/* The start when it is the same. */
gboolean ent_carer_get_end (const EntCarer *self, EntPoint *point);

/* Places the draft where its address now reads. FALSE: there is no address, or the point is not on
 * earth; nothing was changed. */
gboolean ent_carer_set_start (EntCarer *draft, EntPoint point);
gboolean ent_carer_set_end (EntCarer *draft, EntPoint point);
/* Drops places that were found for another address. */
void ent_carer_drop_outdated (EntCarer *draft);

G_END_DECLS
