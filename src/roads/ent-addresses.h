/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds addresses in a region: while one types, for a record, for many records, for a point. What
 * is asked and what is found is personal data and is never logged. Any thread, several at once;
 * each call takes a few milliseconds, resolve_many as many for each address. */
#pragma once

#include "ent-address-match.h"
#include "ent-address-parse.h"
#include "ent-region.h"

G_BEGIN_DECLS

typedef struct _EntAddresses EntAddresses;

/* Keeps the region. Reads its localities, some milliseconds for a province. Errors:
 * ENT_ROADS_ERROR, for all functions here. */
EntAddresses *ent_addresses_open (EntRegion *region, GError **error);
EntAddresses *ent_addresses_ref (EntAddresses *self);
void ent_addresses_unref (EntAddresses *self);

/* Addresses that begin as the text does, at most limit (1 to 50) of them, best first: for a list
 * under an entry. The last word may be unfinished. Never NULL but on error. Transfer full, elements
 * are EntAddressMatch. */
GPtrArray *ent_addresses_suggest (EntAddresses *self,
                                  const char *text,
                                  guint limit,
                                  GError **error);

/* Finds an address. *answer need not be initialised; to be cleared with ent_address_answer_clear ()
 * when TRUE is returned. Not to be found is an answer, not an error. */
gboolean ent_addresses_resolve (EntAddresses *self,
                                const EntAddressQuery *query,
                                EntAddressAnswer *answer,
                                GError **error);

/* The house nearest to a point, within three kilometres, and how far it is in metres; NULL without
 * an error when there is none. Transfer full. */
EntAddressMatch *ent_addresses_near (EntAddresses *self,
                                     EntPoint point,
                                     double *metres,
                                     GError **error);

/* Finds many addresses. Errors: also G_IO_ERROR_CANCELLED. Transfer full. */
EntAddressReport *ent_addresses_resolve_many (EntAddresses *self,
                                              const EntAddressQuery *queries,
                                              guint n,
                                              GCancellable *cancellable,
                                              GError **error);

/* The same on a thread of its own; what the queries point to is copied. */
void ent_addresses_resolve_many_async (EntAddresses *self,
                                       GArray *queries, /* of EntAddressQuery */
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
EntAddressReport *ent_addresses_resolve_many_finish (EntAddresses *self,
                                                     GAsyncResult *result,
                                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddresses, ent_addresses_unref)

G_END_DECLS
