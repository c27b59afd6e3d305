/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places on the earth as whole numbers, as OpenStreetMap has them: exact, and half the size of an
 * EntPoint. Any thread. */
#pragma once

#include <math.h>

#include "ent-geo.h"

G_BEGIN_DECLS

/* WGS 84, in units of 1e-7 degree: about a centimetre. */
typedef struct
{
  gint32 latitude;
  gint32 longitude;
} EntE7;

/* Of a valid point. */
static inline EntE7
ent_e7_from_point (EntPoint point)
{
  return (EntE7) { (gint32) lround (point.latitude * 1e7),
                   (gint32) lround (point.longitude * 1e7) };
}

static inline EntPoint
ent_e7_to_point (EntE7 place)
{
  return (EntPoint) { place.latitude / 1e7, place.longitude / 1e7 };
}

G_END_DECLS
