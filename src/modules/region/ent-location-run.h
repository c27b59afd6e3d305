/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks addresses of the register up in a region. Any thread; takes some milliseconds for each
 * address. Neither what is asked nor what is found is ever logged. */

#pragma once

#include "ent-addresses.h"
#include "ent-location-write.h"

G_BEGIN_DECLS

/* How far a run is. Set by the run, read by any thread. */
typedef struct
{
  int n_done; /* atomic */
} EntLocationProgress;

typedef struct
{
  GPtrArray *sure; /* (element-type EntLocation): may be written without asking */
  GPtrArray *answers; /* (element-type EntAddressAnswer): one for each address, in their order */
  guint n_to_choose;
  guint n_not_found; /* not even a street */
} EntLocationFindings;

/* @places: (element-type EntLocated). @progress may be NULL. Transfer full, NULL with
 * ENT_ROADS_ERROR or G_IO_ERROR_CANCELLED. */
EntLocationFindings *ent_location_run (EntAddresses *addresses,
                                       GPtrArray *places,
                                       EntLocationProgress *progress,
                                       GCancellable *cancellable,
                                       GError **error);
void ent_location_findings_free (EntLocationFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntLocationFindings, ent_location_findings_free)

G_END_DECLS
