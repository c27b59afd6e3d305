/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small picture for each test of the judge. Included once by a test program. */

#pragma once

#include "rounds-fixture.h"

G_BEGIN_DECLS

/* Two carers who work from eight to six on Monday; four people, each ten minutes farther. */
typedef struct
{
  EntRoundsWeek *week;
  EntRoundsJudge *judge;
  int luce, marc;
  int anne, bert, carl, dora;
} Case;

static inline void
set_up (Case *self, gconstpointer unused)
{
  self->week = picture_new ("2026-11-23", 7, 6);
  self->luce = put_carer (self->week, "Luce Leroy");
  self->marc = put_carer (self->week, "Marc Maes");
  put_shift (self->week, self->luce, AT (0, 8, 0), AT (0, 18, 0));
  put_shift (self->week, self->marc, AT (0, 8, 0), AT (0, 18, 0));
  self->anne = put_client (self->week, "Dupont Anne", 0);
  self->bert = put_client (self->week, "Exemple Bert", 1);
  self->carl = put_client (self->week, "Modèle Carl", 2);
  self->dora = put_client (self->week, "Essai Dora", 3);
}

static inline void
tear_down (Case *self, gconstpointer unused)
{
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  ent_rounds_week_unref (self->week);
}

static inline EntRoundsAnswer
ask (Case *self, int visit, int carer, int start)
{
  EntRoundsAnswer answer;

  if (self->judge == NULL)
    {
      ent_rounds_week_index (self->week);
      self->judge = ent_rounds_judge_new (self->week);
    }
  ent_rounds_judge_ask (self->judge, visit, carer, start, &answer);
  return answer;
}

/* What the picture says now. */
static inline EntRoundsAnswer
ask_anew (Case *self, int visit, int carer, int start)
{
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  return ask (self, visit, carer, start);
}

#define EXPECT(answer, wanted) g_assert_cmpint ((answer).reason, ==, ENT_ROUNDS_##wanted)
#define SAYS(self, visit, carer, start, wanted) \
  EXPECT (ask_anew (self, visit, carer, start), wanted)

#define CASE(path, function) g_test_add (path, Case, NULL, set_up, function, tear_down)

G_END_DECLS
