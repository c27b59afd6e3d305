/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes where addresses lie, many at once, as one act that is undone at once. Writing thread. */

#pragma once

#include "ent-address-position.h"
#include "ent-apply.h"

G_BEGIN_DECLS

/* What was found for one address as it read then. */
typedef struct
{
  EntAddress *address; /* a private copy, as it was looked up */
  EntAddressPosition position;
} EntLocation;

EntLocation *ent_location_new (EntAddress *address, const EntAddressPosition *position);
void ent_location_free (EntLocation *self);

/* @locations: (element-type EntLocation). An address that has changed meanwhile, is gone, or has a
 * place already, is left as it is. @n_written may be NULL. */
gboolean ent_location_write (EntApply *apply,
                             GPtrArray *locations,
                             guint *n_written,
                             GCancellable *cancellable,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLocation, ent_location_free)

G_END_DECLS
