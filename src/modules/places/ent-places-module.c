/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the places module brings: countries, municipalities, localities, streets. Constant data, any
 * thread. */

#include "ent-country.h"
#include "ent-locality.h"
#include "ent-module.h"
#include "ent-municipality.h"
#include "ent-places-seed.h"
#include "ent-street.h"

extern const EntMigration ent_places_migrations[];
extern const EntModule ent_places_module;

static const EntSchema *const schemas[] = {
  &ent_country_schema, &ent_municipality_schema, &ent_locality_schema, &ent_street_schema, NULL,
};

const EntModule ent_places_module = {
  .id = "places",
  .schemas = schemas,
  .migrations = ent_places_migrations,
  .seed = ent_places_seed,
};
