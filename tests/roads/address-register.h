/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small register of official addresses: street names as Belgian towns have them, in three
 * languages, with invented numbers and places. */
#pragma once

#include <glib.h>

#include "ent-addresses.h"

G_BEGIN_DECLS

typedef struct
{
  const char *postcode;
  const char *fr, *nl, *de; /* any but one may be NULL */
} RegisterStreet;

typedef struct
{
  const char *postcode;
  const char *fr, *nl, *de; /* of the locality */
  const char *region;
  double latitude, longitude;
} RegisterTown;

extern const RegisterStreet register_streets[];
extern const guint n_register_streets;

const RegisterTown *register_town (const char *postcode);

/* Houses of each street: 1, 3, 5, 7, 9, 11, 15 and 2, 4, 6, 8, 10, 14, with 3 bis, 8A and a range
 * 19-21; so 13 and 12 are missing. */
char *register_csv (void);

/* A folder for this program's files, removed by register_clear (). */
const char *register_folder (void);

/* Makes a region of the village of the test data and of this register, once; the addresses of it.
 */
EntAddresses *register_addresses (void);

/* Makes a region of the village and of address files whose text is given, ended by NULL. */
EntRegion *register_build (const char *const *texts, GError **error);

void register_clear (void);

G_END_DECLS
