/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search for addresses answers. Plain values; any thread, one at a time for each. */
#pragma once

#include "ent-address-origin.h"
#include "ent-geo.h"

G_BEGIN_DECLS

/* How well a place is known, from worst to best. */
typedef enum
{
  ENT_ADDRESS_PRECISION_NONE,
  ENT_ADDRESS_PRECISION_LOCALITY, /* middle of the locality */
  ENT_ADDRESS_PRECISION_STREET, /* middle of the street */
  ENT_ADDRESS_PRECISION_INTERPOLATED, /* between two neighbours on the same side */
  ENT_ADDRESS_PRECISION_NUMBER, /* the number, with another suffix (12 for 12A) */
  ENT_ADDRESS_PRECISION_ADDRESS, /* the very house */
  ENT_ADDRESS_N_PRECISIONS
} EntAddressPrecision;

typedef struct
{
  EntAddressPrecision precision;
  double confidence; /* 0 to 1: how much of what was asked it answers */
  EntPoint point;
  EntAddressOrigin origin;
  char *street; /* NULL for a locality */
  char *number; /* the house found, else the one asked for; "" without */
  char *postcode; /* or NULL where the source tells none */
  char *town; /* or NULL */
} EntAddressMatch;

/* Why a person must choose; the first that applies. */
typedef enum
{
  ENT_ADDRESS_DOUBT_NONE,
  ENT_ADDRESS_DOUBT_NOT_FOUND,
  ENT_ADDRESS_DOUBT_NO_STREET, /* no more than a locality was found */
  ENT_ADDRESS_DOUBT_NAME, /* no street is written like that */
  ENT_ADDRESS_DOUBT_PLACE, /* postcode and town do not go with the street, or with each other */
  ENT_ADDRESS_DOUBT_SEVERAL, /* several streets answer */
  ENT_ADDRESS_DOUBT_NO_NUMBER, /* none was given */
  ENT_ADDRESS_DOUBT_NUMBER /* the street has no such number, nor neighbours of it */
} EntAddressDoubt;

#define ENT_ADDRESS_CHOICES 5

typedef struct
{
  GPtrArray *matches; /* EntAddressMatch, best first, at most ENT_ADDRESS_CHOICES */
  EntAddressDoubt doubt; /* NONE: the first match may be taken without asking */
} EntAddressAnswer;

/* The answers to many queries. */
typedef struct
{
  guint n;
  EntAddressAnswer *answers; /* n, in the order of the queries */
  guint *order; /* n numbers of queries: not found, then to choose, then taken */
  guint n_not_found; /* not even a locality */
  guint n_to_choose;
  guint n_taken;
  guint n_by_precision[ENT_ADDRESS_N_PRECISIONS]; /* of the first match */
} EntAddressReport;

/* What the first match is, or NULL. Borrowed. */
const EntAddressMatch *ent_address_answer_get_best (const EntAddressAnswer *self);
void ent_address_answer_clear (EntAddressAnswer *self);

EntAddressMatch *ent_address_match_copy (const EntAddressMatch *self);
void ent_address_match_free (EntAddressMatch *self);

/* "Rue Haute 12A, 4870 Trooz". Owned by the caller. */
char *ent_address_match_format (const EntAddressMatch *self);

void ent_address_report_free (EntAddressReport *self);

/* A sentence, translated. "" for DOUBT_NONE. */
const char *ent_address_doubt_text (EntAddressDoubt doubt);

/* A few words, translated: "the house", "between two neighbours". */
const char *ent_address_precision_text (EntAddressPrecision precision);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntAddressAnswer, ent_address_answer_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressMatch, ent_address_match_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressReport, ent_address_report_free)

G_END_DECLS
