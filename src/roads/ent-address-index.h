/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection to the addresses of a region, and the questions put to it. One thread at a time.
 */
#pragma once

#include "ent-address-name.h"
#include "ent-address-origin.h"
#include "ent-house-number.h"
#include "ent-region.h"

G_BEGIN_DECLS

typedef struct _EntAddressIndex EntAddressIndex;

/* The street that is looked for: one form, or three when it was given in two languages. */
typedef struct
{
  EntAddressName forms[3];
  guint n;
} EntAddressWanted;

void ent_address_wanted_init (EntAddressWanted *self, const char *street);

/* A street that may be meant. */
typedef struct
{
  gint64 id;
  gint64 twin; /* the same street in the other source, or 0 */
  gint64 place; /* id, or 0 */
  EntAddressOrigin origin;
  EntE7 point;
  double likeness; /* 0 to 1, of the name */
  gboolean equal; /* the name is the same once folded and written out */
  char *name; /* in the language that is most like the one looked for */
  char *postcode; /* or NULL */
  char *keys;
  char *names[4]; /* as people write it there, in French, Dutch, German; any may be NULL */
} EntAddressCandidate;

EntAddressIndex *ent_address_index_new (EntRegion *region, GError **error);
void ent_address_index_free (EntAddressIndex *self);

#define ENT_ADDRESS_FOUND 300

/* An array for what the functions below find; owns its elements. */
GPtrArray *ent_address_candidates_new (void);

/* Those streets of a postcode that are at least a little alike. Streets that are in the array
 * already are not added again, here and below. */
gboolean ent_address_index_find_postcode (EntAddressIndex *self,
                                          const char *postcode,
                                          const EntAddressWanted *wanted,
                                          GPtrArray *candidates,
                                          GError **error);

/* Those that an FTS5 expression finds, the first ENT_ADDRESS_FOUND of them; all, whether alike or
 * not, when wanted is empty. */
gboolean ent_address_index_find_words (EntAddressIndex *self,
                                       const char *expression,
                                       const EntAddressWanted *wanted,
                                       GPtrArray *candidates,
                                       GError **error);

/* Those that share most groups of three letters: for misspelt names. */
gboolean ent_address_index_find_alike (EntAddressIndex *self,
                                       const EntAddressWanted *wanted,
                                       GPtrArray *candidates,
                                       GError **error);

/* The houses of a street, by number. Transfer full, elements are EntHouse. */
GArray *ent_address_index_read_houses (EntAddressIndex *self, gint64 street, GError **error);

/* The streets whose box touches this one. */
gboolean ent_address_index_find_box (EntAddressIndex *self,
                                     EntBox box,
                                     GPtrArray *candidates,
                                     GError **error);

/* Whether the last question found more streets than it may give. */
gboolean ent_address_index_was_cut (EntAddressIndex *self);

/* The words that find a street by its name: not the articles, and its kind only on demand or where
 * it is all there is. An FTS5 expression, owned by the caller; NULL when there are none. */
char *ent_address_wanted_expression (const EntAddressWanted *self, gboolean with_kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntAddressIndex, ent_address_index_free)

G_END_DECLS
