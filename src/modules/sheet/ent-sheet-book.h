/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed of some days of home care: the picture of the rounds, and of each visit what a
 * carer needs at the door. A copy of the register, never changed once it is read; any thread. Of
 * health, register numbers, births and numbers of keys it knows nothing, so that no sheet can tell
 * them. */

#pragma once

#include "ent-rounds-week.h"

G_BEGIN_DECLS

/* The visit of the same place in the picture, as it stands in the plan and at the door. Texts are
 * NULL when there is nothing to say. */
typedef struct
{
  char *street; /* "Rue des Saules 12/3" */
  char *town;
  char *entry; /* what the address says of getting in: floor, bell */
  char *access; /* what the plan says of it */
  char *phone;
  char *alerts; /* what the work needs to know */
  char *other_pets;
  char *tasks; /* one a line */
  char *note;
  gboolean has_dog, has_cat, smokes;
  gboolean has_key; /* the carer has one in hand */
  gint64 need_id; /* 0: an extra visit */
  int place; /* which of two carers */
  gint32 origin_day; /* ENT_DAY_NONE: of an extra visit */
  gint64 usual_carer_id; /* 0: nobody in particular */
  char *usual_carer;
  int usual_start; /* minutes of the day; ENT_INT_NONE: no time in particular */
} EntSheetVisit;

typedef struct
{
  EntRoundsWeek *week; /* one day more than what is printed, for nights */
  GArray *visits; /* EntSheetVisit, as those of the week */
  int n_days; /* of what is printed */
  char *centre; /* its name, or NULL */
  char *phone; /* of the centre, or NULL */
} EntSheetBook;

/* Takes the picture; with a bare line for each of its visits. */
EntSheetBook *ent_sheet_book_new (EntRoundsWeek *week, int n_days);
void ent_sheet_book_free (EntSheetBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSheetBook, ent_sheet_book_free)

const EntRoundsVisit *ent_sheet_book_visit (const EntSheetBook *self, int visit);
EntSheetVisit *ent_sheet_book_line (const EntSheetBook *self, int visit);
const EntRoundsCarer *ent_sheet_book_carer (const EntSheetBook *self, int carer);
/* "Rue des Saules 12/3, 4999 Sart"; NULL when no street is known. Transfer full. */
char *ent_sheet_visit_address (const EntSheetVisit *self);
/* Name of the person who is visited; "" when the register does not know it. */
const char *ent_sheet_book_name (const EntSheetBook *self, int visit);
/* ENT_ROUNDS_NONE when the carer is not in the picture. */
int ent_sheet_book_find_carer (const EntSheetBook *self, gint64 carer_id);

G_END_DECLS
