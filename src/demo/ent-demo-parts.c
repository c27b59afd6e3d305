/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the demo in the order in which they are written. A module adds its line here and its
 * function in a file of its own. Constant data. */

#include "ent-demo-part.h"

const EntDemoPart ent_demo_parts[] = {
  { "places", ent_demo_fill_places },
  { "staff", ent_demo_fill_staff },
  { "people", ent_demo_fill_people },
  { "twins", ent_demo_fill_twins },
  { "files", ent_demo_fill_files },
  { "aids", ent_demo_fill_aids },
  { "appointments", ent_demo_fill_appointments },
  { "paper", ent_demo_fill_paper },
  { "carers", ent_demo_fill_carers },
  { "keys", ent_demo_fill_keys },
  { "care", ent_demo_fill_care },
  { "day", ent_demo_fill_day },
  { "cover", ent_demo_fill_cover },
  { "month", ent_demo_fill_month },
  { "requests", ent_demo_fill_requests },
  { NULL, NULL },
};
