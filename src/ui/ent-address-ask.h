/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small questions to the addresses of the region in use, answered in a thread. What is asked is
 * never logged. Main thread. */

#pragma once

#include "ent-addresses.h"

G_BEGIN_DECLS

/* Where an address may lie. Copied. The answer is G_IO_ERROR_NOT_FOUND without a region. */
void ent_address_ask_async (const EntAddressQuery *query,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Transfer full: ent_address_ask_answer_free(). */
EntAddressAnswer *ent_address_ask_finish (GAsyncResult *result, GError **error);
void ent_address_ask_answer_free (EntAddressAnswer *answer);

typedef struct
{
  EntAddressMatch *match;
  double metres; /* from the point */
} EntAddressNear;

/* The nearest known house. */
void ent_address_ask_near_async (EntPoint point,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* Transfer full; NULL without an error when there is none. */
EntAddressNear *ent_address_ask_near_finish (GAsyncResult *result, GError **error);
void ent_address_near_free (EntAddressNear *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressNear, ent_address_near_free)

G_END_DECLS
