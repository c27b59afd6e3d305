/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The duplicate shield: who in the register may be the person being entered. Scoring is pure, any
 * thread; finding runs on the thread of the connection. */

#pragma once

#include "ent-db.h"

G_BEGIN_DECLS

/* Why two descriptions of a person are alike. */
typedef enum
{
  ENT_LIKENESS_NUMBER = 1 << 0, /* same register number */
  ENT_LIKENESS_FORMER_NUMBER = 1 << 1, /* a number that the other one had */
  ENT_LIKENESS_SAME_NAME = 1 << 2,
  ENT_LIKENESS_INVERTED_NAME = 1 << 3, /* first and last name exchanged */
  ENT_LIKENESS_SIMILAR_NAME = 1 << 4, /* two letters differ at most */
  ENT_LIKENESS_BIRTH = 1 << 5,
  ENT_LIKENESS_SIMILAR_BIRTH = 1 << 6, /* day and month exchanged, or one of the three differs */
  ENT_LIKENESS_PHONE = 1 << 7
} EntLikeness;

/* What is known of a person: any text may be NULL, the day ENT_DAY_NONE. Borrowed. */
typedef struct
{
  gint64 exclude_id; /* the record being edited, 0 for a new one */
  const char *last_name;
  const char *first_names;
  const char *usual_name;
  gint32 birth_date;
  const char *national_number;
  const char *phone;
} EntPersonClue;

typedef struct
{
  gint64 id;
  int score; /* 100: the same number */
  EntLikeness reasons;
  char *name; /* "Dupont Anne" */
  gint32 birth_date;
} EntPersonCandidate;

#define ENT_PERSON_CLUE_INIT { .birth_date = G_MININT32 }
/* From this score on somebody is worth showing. */
#define ENT_DUPLICATE_THRESHOLD 45

void ent_person_candidate_free (EntPersonCandidate *self);

/* Points of likeness of names, dates and numbers; adds to @reasons why. */
int ent_person_compare_clues (const EntPersonClue *a, const EntPersonClue *b, EntLikeness *reasons);

/* The most alike first, at most @limit: (element-type EntPersonCandidate), transfer full. */
GPtrArray *ent_person_find_duplicates (EntDb *db,
                                       const EntPersonClue *clue,
                                       guint limit,
                                       GCancellable *cancellable,
                                       GError **error);

/* "Same name · same date of birth", translated; transfer full. */
char *ent_likeness_to_text (EntLikeness reasons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPersonCandidate, ent_person_candidate_free)

G_END_DECLS
