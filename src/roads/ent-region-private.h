/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reading and the writing of regions share. Any thread. */
#pragma once

#include <sqlcipher/sqlite3.h>

#include "ent-region.h"

G_BEGIN_DECLS

/* “EnRg”, which tells the file from other databases. */
#define ENT_REGION_APPLICATION_ID 0x456e5267

/* Words in which the file says where its data is from. */
#define ENT_REGION_FROM_OSM "osm"
#define ENT_REGION_FROM_BEST "best"
/* A fact that only the ground of invented people has. */
#define ENT_REGION_IS_DEMO "demo"

/* Sets the error that a failed call left in the connection. Returns FALSE. */
gboolean ent_region_fail (sqlite3 *db, GError **error);

G_END_DECLS
