/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of places: localities, streets, municipalities, countries. Main thread. */

#include <glib/gi18n-lib.h>

#include "ent-country.h"
#include "ent-locality.h"
#include "ent-municipality.h"
#include "ent-place.h"
#include "ent-plain-page.h"
#include "ent-street.h"

static const char *const locality_columns[] = { "postcode", "name_fr",         "name_nl",
                                                "name_de",  "municipality_id", NULL };
static const EntFieldGroup locality_groups[] = { { NULL, locality_columns }, { NULL, NULL } };

static const EntPlainSpec locality_spec = {
  .schema = &ent_locality_schema,
  .groups = locality_groups,
  .create_title = N_ ("New locality"),
  .created = N_ ("Locality added"),
  .edit_title = N_ ("Edit the locality"),
  .changed = N_ ("Locality changed"),
  .deleted = N_ ("Locality deleted"),
};

static const char *const street_columns[] = { "name", "locality_id", NULL };
static const EntFieldGroup street_groups[] = { { NULL, street_columns }, { NULL, NULL } };

static const EntPlainSpec street_spec = {
  .schema = &ent_street_schema,
  .groups = street_groups,
  .create_title = N_ ("New street"),
  .created = N_ ("Street added"),
  .edit_title = N_ ("Edit the street"),
  .changed = N_ ("Street changed"),
  .deleted = N_ ("Street deleted"),
};

static const char *const municipality_columns[] = { "ins_code", "name_fr",    "name_nl",  "name_de",
                                                    "region",   "valid_from", "valid_to", NULL };
static const EntFieldGroup municipality_groups[] = { { NULL, municipality_columns },
                                                     { NULL, NULL } };

static const EntPlainSpec municipality_spec = {
  .schema = &ent_municipality_schema,
  .groups = municipality_groups,
  .create_title = N_ ("New municipality"),
  .created = N_ ("Municipality added"),
  .edit_title = N_ ("Edit the municipality"),
  .changed = N_ ("Municipality changed"),
  .deleted = N_ ("Municipality deleted"),
};

static const char *const country_columns[] = { "code",    "name_fr",        "name_nl", "name_de",
                                               "name_en", "nationality_fr", "eu",      NULL };
static const EntFieldGroup country_groups[] = { { NULL, country_columns }, { NULL, NULL } };

static const EntPlainSpec country_spec = {
  .schema = &ent_country_schema,
  .groups = country_groups,
  .create_title = N_ ("New country"),
  .created = N_ ("Country added"),
  .edit_title = N_ ("Edit the country"),
  .changed = N_ ("Country changed"),
  .deleted = N_ ("Country deleted"),
};

static const char *const tables[] = { "locality", "street", "municipality", "country", NULL };

static const EntPlace places[] = {
  { "places", N_ ("Places"), N_ ("The centre"), "ent-places-symbolic", tables, 91 },
  { NULL, NULL, NULL, NULL, NULL, 0 },
};

static const EntRecordUi records[] = {
  { &ent_locality_schema, .plain = &locality_spec },
  { &ent_street_schema, .plain = &street_spec },
  { &ent_municipality_schema, .plain = &municipality_spec },
  { &ent_country_schema, .plain = &country_spec },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_places_ui;
const EntModuleUi ent_places_ui = { places, records, NULL, NULL };
