/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the invented streets lie: each is a stretch of a real road of the extract, and its houses
 * follow along it. The same for the same street and number, whatever is drawn. One thread. */

#pragma once

#include "ent-demo-words.h"
#include "ent-geo.h"

G_BEGIN_DECLS

typedef struct _EntDemoGround EntDemoGround;

/* Reads the extract. NULL with ENT_ROADS_ERROR or G_RESOURCE_ERROR. */
EntDemoGround *ent_demo_ground_new (GError **error);
void ent_demo_ground_free (EntDemoGround *self);

/* One house among those of the commune. */
typedef struct
{
  guint village;
  guint street, n_streets; /* of the village; counted from 0 */
  guint number, n_houses; /* of the street; counted from 1 */
} EntDemoHouse;

/* Beside the road: odd numbers on one side, even ones on the other. */
EntPoint ent_demo_ground_place (const EntDemoGround *self, const EntDemoHouse *house);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDemoGround, ent_demo_ground_free)

G_END_DECLS
