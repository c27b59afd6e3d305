/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completion of addresses: localities and streets by the beginning of what is typed; streets learnt
 * from what was entered. Thread of the connection. */

#pragma once

#include "ent-change.h"
#include "ent-db.h"
#include "ent-locality.h"
#include "ent-street.h"

G_BEGIN_DECLS

/* At most this many proposals at once. */
#define ENT_PLACES_LIMIT 20

/* Whether the text has the form of a Belgian postcode: four digits, 1000 to 9992. Any thread. */
gboolean ent_places_is_postcode (const char *text);

/* Localities whose postcode begins with the digits typed and whose name, in any language, has words
 * beginning with the letters typed ("4000", "lie", "40 lut"). Names that begin with what is typed
 * come first. (element-type EntLocality), transfer full. */
GPtrArray *ent_places_complete_locality (EntDb *db, const char *text, GError **error);
/* Known streets of a postcode, with a word that begins with what is typed; names that begin with it
 * come first. (element-type EntStreet), transfer full. */
GPtrArray *ent_places_complete_street (EntDb *db,
                                       const char *postcode,
                                       const char *text,
                                       GError **error);

/* Localities of a postcode: (element-type EntLocality), transfer full. */
GPtrArray *ent_places_localities (EntDb *db, const char *postcode, GError **error);
/* The locality of that postcode and name, in any language; the only one of the postcode when @name
 * is empty. Transfer full, NULL when there is none. */
EntLocality *ent_places_find_locality (EntDb *db,
                                       const char *postcode,
                                       const char *name,
                                       GError **error);
/* TRUE when the postcode is in the list. */
gboolean ent_places_postcode_exists (EntDb *db, const char *postcode);

/* A draft of the street when it is not known yet; transfer full, NULL when it is known or its
 * locality is not. */
EntStreet *ent_places_unknown_street (EntDb *db,
                                      const char *postcode,
                                      const char *locality,
                                      const char *street,
                                      GError **error);
/* Adds the street to the act when it is not known yet. TRUE when it was added. */
gboolean ent_places_street_change (EntDb *db,
                                   EntChangeSet *set,
                                   const char *postcode,
                                   const char *locality,
                                   const char *street);

/* The name of a locality’s municipality, and of a street’s locality, as computed columns. */
extern const char ent_places_sql_municipality_name[];
extern const char ent_places_sql_locality_name[];

G_END_DECLS
