/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Households as they are met at the counter: alone, in couple, with children, under one roof with
 * the grandparents, after a separation, sharing a flat. Thread of the connection. */

#include "ent-civil-status.h"
#include "ent-date.h"
#include "ent-demo-home.h"
#include "ent-demo-numbers.h"
#include "ent-relation.h"

#define MOST_CHILDREN 5
/* Nobody new is drawn for a large household when fewer than this are missing. */
#define FEW_LEFT 12

/* A grown-up child who left home on a day. */
typedef struct
{
  EntDemoLife life;
  gint32 day;
} Leaver;

static const struct
{
  int from;
  int to;
} bands[] = { { 18, 24 }, { 25, 34 }, { 35, 49 }, { 50, 64 }, { 65, 79 }, { 80, 101 } };

#define N_BANDS G_N_ELEMENTS (bands)

static const guint alone_ages[N_BANDS] = { 13, 20, 25, 21, 13, 8 };
static const guint parent_ages[N_BANDS] = { 8, 38, 50, 4, 0, 0 };
static const guint couple_ages[N_BANDS] = { 4, 12, 14, 28, 28, 14 };
static const guint friend_ages[N_BANDS] = { 55, 35, 8, 2, 0, 0 };

static gint32
draw_birth (EntDemo *demo, const guint *weights)
{
  guint band = ent_demo_draw (demo, weights, N_BANDS);
  int age = ent_demo_between (demo, bands[band].from, bands[band].to);

  /* Past ninety years lived become rare quickly. */
  if (age > 90 && ent_demo_chance (demo, 70))
    age -= 12;
  return demo->today - ent_demo_years (age) - ent_demo_between (demo, 1, 330);
}

static EntDemoLife
draw_adult (EntDemo *demo, const guint *weights)
{
  return ent_demo_life_new (demo, ent_demo_life_draw_origin (demo), NULL,
                            draw_birth (demo, weights));
}

/* Of about the same age, mostly of the same origin, mostly of the other sex. */
static EntDemoLife
draw_partner (EntDemo *demo, const EntDemoLife *life)
{
  EntDemoOrigin origin = ent_demo_chance (demo, 78) ? life->origin
                                                    : ent_demo_life_draw_origin (demo);
  gint32 oldest = demo->today - ent_demo_years (100);
  gint32 youngest = demo->today - ent_demo_years (18) - 40;
  gboolean same_sex = ent_demo_chance (demo, 3);
  EntDemoLife partner;

  do
    {
      gint32 birth = life->birth + ent_demo_between (demo, -1800, 1800);

      partner = ent_demo_life_new (demo, origin, NULL, CLAMP (birth, oldest, youngest));
    }
  while ((partner.male == life->male) != same_sex);
  return partner;
}

/* When a household of adults began: within some eleven years, once both were grown up. */
static gint32
draw_formed (EntDemo *demo, const EntDemoLife *a, const EntDemoLife *b)
{
  gint32 birth = b != NULL ? MAX (a->birth, b->birth) : a->birth;
  gint32 first = MAX (demo->today - ent_demo_years (11), birth + ent_demo_years (18));

  return ent_demo_between (demo, MIN (first, demo->today - 30), demo->today - 20);
}

static void
draw_death (EntDemo *demo, EntDemoLife *life, gint32 since)
{
  int age = ent_demo_life_age (demo, life);
  double percent = age > 84 ? 24 : age > 74 ? 11 : age > 59 ? 4 : 0.4;

  if (demo->today - since > 60 && ent_demo_chance (demo, percent))
    life->death = ent_demo_between (demo, MAX (since + 30, demo->today - ent_demo_years (8)),
                                    demo->today - 1);
}

static void
write_civil (EntDemo *demo, const EntDemoLife *life, EntCivil status, gint32 from, gint64 partner)
{
  EntCivilStatus *civil;

  if (life->id == 0 || ent_demo_chance (demo, 8))
    return;
  civil = ent_record_new (ENT_TYPE_CIVIL_STATUS);
  civil->person_id = life->id;
  civil->status = status;
  civil->from_day = from;
  civil->partner_id = partner;
  ent_demo_write (demo, civil);
}

/* Both at once; the one who survives becomes a widow or widower. */
static void
write_couple (EntDemo *demo, const EntDemoLife *a, const EntDemoLife *b, gint32 formed)
{
  static const guint weights[] = { 62, 20, 18 };
  static const EntCivil statuses[] = { ENT_CIVIL_MARRIED, ENT_CIVIL_LEGAL_COHABITATION,
                                       ENT_CIVIL_SINGLE };
  EntCivil status = statuses[ent_demo_draw (demo, weights, G_N_ELEMENTS (weights))];
  gboolean alone = status == ENT_CIVIL_SINGLE;

  if (b->death != ENT_DAY_NONE && status == ENT_CIVIL_MARRIED)
    write_civil (demo, a, ENT_CIVIL_WIDOWED, b->death, b->id);
  else
    write_civil (demo, a, status, alone ? ENT_DAY_NONE : formed, alone ? 0 : b->id);
  write_civil (demo, b, status, alone ? ENT_DAY_NONE : formed, alone ? 0 : a->id);
}

/* Somebody to call, for those who live alone. */
static void
write_relative (EntDemo *demo, const EntDemoLife *life)
{
  EntRelation *relation = ent_record_new (ENT_TYPE_RELATION);
  gboolean male = ent_demo_chance (demo, 50);
  int year = ent_demo_between (demo, 1955, 1998);
  const char *first_name = ent_demo_words_first_name (demo->words, demo->rand, life->origin, male,
                                                      year);

  relation->person_id = life->id;
  relation->role = ent_demo_chance (demo, 80) ? ENT_RELATION_CONTACT : ENT_RELATION_TRUSTED;
  relation->name = g_strdup_printf ("%s %s", life->last_name, first_name);
  relation->phone = ent_demo_numbers_mobile (demo);
  relation->informs_allowed = ent_demo_chance (demo, 60);
  ent_demo_write (demo, relation);
}

static void
settle_alone (EntDemo *demo, EntDemoLife *life, gint32 formed)
{
  EntDemoHome home = ent_demo_home_new (demo, life->last_name, formed);
  static const guint weights[] = { 70, 3, 6, 21 };
  static const EntCivil statuses[] = { ENT_CIVIL_SINGLE, ENT_CIVIL_MARRIED, ENT_CIVIL_SEPARATED,
                                       ENT_CIVIL_DIVORCED };
  int age = ent_demo_life_age (demo, life);
  EntCivil status = age > 74   ? ENT_CIVIL_WIDOWED
                    : age < 30 ? ENT_CIVIL_SINGLE
                               : statuses[ent_demo_draw (demo, weights, G_N_ELEMENTS (weights))];

  ent_demo_life_plan_file (demo, life, formed, 62);
  ent_demo_home_move_in (demo, &home, life, ENT_MEMBER_REFERENCE, formed, ENT_DAY_NONE);
  write_civil (demo, life, status, ENT_DAY_NONE, 0);
  if (ent_demo_chance (demo, age > 65 ? 60 : 15))
    write_relative (demo, life);
}

static void
make_alone (EntDemo *demo, GArray *leavers)
{
  EntDemoLife life = draw_adult (demo, alone_ages);
  gint32 formed = draw_formed (demo, &life, NULL);

  draw_death (demo, &life, formed);
  settle_alone (demo, &life, formed);
}

static char *
couple_name (const EntDemoLife *a, const EntDemoLife *b)
{
  return g_strdup_printf ("%s - %s", a->last_name, b->last_name);
}

static void
make_couple (EntDemo *demo, GArray *leavers)
{
  EntDemoLife a = draw_adult (demo, couple_ages);
  EntDemoLife b = draw_partner (demo, &a);
  gint32 formed = draw_formed (demo, &a, &b);
  g_autofree char *name = couple_name (&a, &b);
  EntDemoHome home = ent_demo_home_new (demo, name, formed);

  draw_death (demo, &b, formed);
  ent_demo_life_plan_file (demo, &a, formed, 50);
  ent_demo_life_plan_file (demo, &b, formed, 12);
  ent_demo_home_move_in (demo, &home, &a, ENT_MEMBER_REFERENCE, formed, ENT_DAY_NONE);
  ent_demo_home_move_in (demo, &home, &b, ENT_MEMBER_PARTNER, formed, ENT_DAY_NONE);
  write_couple (demo, &a, &b, formed);
}

/* Children of a parent, one after the other as they are born; who is past 25 is out of the house
 * long since and not in the register. */
static guint
draw_children (EntDemo *demo, const EntDemoLife *parent, const char *name, EntDemoLife *children)
{
  static const guint weights[MOST_CHILDREN] = { 36, 36, 17, 8, 3 };
  guint wanted = ent_demo_draw (demo, weights, MOST_CHILDREN) + 1;
  gint32 oldest = parent->birth + ent_demo_years (18) + 100;
  gint32 day = ent_demo_between (demo, oldest, oldest + ent_demo_years (14));
  gint32 latest = demo->today - ent_demo_between (demo, 10, 900);
  guint n = 0;

  day = MAX (MIN (day, latest), oldest);
  while (n < wanted && day < demo->today)
    {
      if (demo->today - day < ent_demo_years (25))
        children[n++] = ent_demo_life_new (demo, parent->origin, name, day);
      day += ent_demo_between (demo, 420, 1600);
    }
  return n;
}

/* Grown-up children sometimes leave and get a household of their own. */
static void
move_children_in (EntDemo *demo, EntDemoHome *home, EntDemoLife *children, guint n, GArray *leavers)
{
  for (guint i = 0; i < n; i++)
    {
      EntDemoLife *child = &children[i];
      gint32 grown = MAX (child->birth + ent_demo_years (18), home->formed);
      gboolean leaves = grown < demo->today - 60 && home->left == ENT_DAY_NONE &&
                        ent_demo_chance (demo, 35);
      Leaver leaver = { .day = ENT_DAY_NONE };

      if (leaves)
        leaver.day = ent_demo_between (demo, grown + 1, demo->today - 30);
      ent_demo_home_move_in (demo, home, child, ENT_MEMBER_CHILD, home->formed, leaver.day);
      if (!leaves || child->id == 0)
        continue;
      leaver.life = *child;
      g_array_append_val (leavers, leaver);
    }
}

static void
make_single_parent (EntDemo *demo, GArray *leavers)
{
  EntDemoLife parent = draw_adult (demo, parent_ages);
  EntDemoLife children[MOST_CHILDREN];
  gint32 formed = draw_formed (demo, &parent, NULL);
  EntDemoHome home;
  guint n;

  /* Four of five are mothers. */
  while (parent.male && ent_demo_chance (demo, 80))
    parent = draw_adult (demo, parent_ages);
  formed = MAX (formed, parent.birth + ent_demo_years (18));
  home = ent_demo_home_new (demo, parent.last_name, formed);
  n = draw_children (demo, &parent, ent_demo_chance (demo, 60) ? NULL : parent.last_name, children);
  for (guint i = 1; i < n; i++)
    if (ent_demo_chance (demo, 85))
      children[i].last_name = children[0].last_name;

  ent_demo_life_plan_file (demo, &parent, formed, 72);
  ent_demo_home_move_in (demo, &home, &parent, ENT_MEMBER_REFERENCE, formed, ENT_DAY_NONE);
  move_children_in (demo, &home, children, n, leavers);
  write_civil (demo, &parent, ent_demo_chance (demo, 55) ? ENT_CIVIL_SINGLE : ENT_CIVIL_DIVORCED,
               ENT_DAY_NONE, 0);
}

static EntDemoHome
make_parents_and_children (EntDemo *demo, GArray *leavers, EntDemoLife *a)
{
  EntDemoLife b;
  EntDemoLife children[MOST_CHILDREN];
  gint32 formed;
  g_autofree char *name = NULL;
  EntDemoHome home;
  guint n;

  *a = draw_adult (demo, parent_ages);
  b = draw_partner (demo, a);
  formed = draw_formed (demo, a, &b);
  name = couple_name (a, &b);
  home = ent_demo_home_new (demo, name, formed);
  n = draw_children (demo, a->birth > b.birth ? a : &b, a->male ? a->last_name : b.last_name,
                     children);

  ent_demo_life_plan_file (demo, a, formed, 55);
  ent_demo_life_plan_file (demo, &b, formed, 12);
  ent_demo_home_move_in (demo, &home, a, ENT_MEMBER_REFERENCE, formed, ENT_DAY_NONE);
  ent_demo_home_move_in (demo, &home, &b, ENT_MEMBER_PARTNER, formed, ENT_DAY_NONE);
  move_children_in (demo, &home, children, n, leavers);
  write_couple (demo, a, &b, formed);
  return home;
}

static void
make_family (EntDemo *demo, GArray *leavers)
{
  EntDemoLife parent;

  make_parents_and_children (demo, leavers, &parent);
}

static void
make_three_generations (EntDemo *demo, GArray *leavers)
{
  EntDemoLife parent;
  EntDemoLife elder;
  EntDemoHome home = make_parents_and_children (demo, leavers, &parent);
  gint32 birth = parent.birth - ent_demo_years (20) - ent_demo_between (demo, 0, 5000);

  elder = ent_demo_life_new (demo, parent.origin, parent.last_name,
                             MAX (birth, demo->today - ent_demo_years (99)));
  draw_death (demo, &elder, home.formed);
  ent_demo_life_plan_file (demo, &elder, home.formed, 30);
  ent_demo_home_move_in (demo, &home, &elder, ENT_MEMBER_PARENT, home.formed, ENT_DAY_NONE);
  write_civil (demo, &elder, ENT_CIVIL_WIDOWED, ENT_DAY_NONE, 0);
}

/* Two homes after a separation: the children live half of the time in each. */
static void
make_separated (EntDemo *demo, GArray *leavers)
{
  EntDemoLife a = draw_adult (demo, parent_ages);
  EntDemoLife b = draw_partner (demo, &a);
  EntDemoLife children[MOST_CHILDREN];
  gint32 formed = draw_formed (demo, &a, &b);
  gint32 parted = ent_demo_between (demo, formed + 1, demo->today - 10);
  g_autofree char *name = couple_name (&a, &b);
  EntDemoHome first = ent_demo_home_new (demo, name, formed);
  EntDemoHome second = ent_demo_home_new (demo, b.last_name, parted);
  guint n = draw_children (demo, a.birth > b.birth ? &a : &b, a.male ? a.last_name : b.last_name,
                           children);

  /* Who has left the commune meanwhile parts on that day at the latest. */
  if (first.left != ENT_DAY_NONE)
    parted = MIN (parted, first.left);
  ent_demo_life_plan_file (demo, &a, formed, 65);
  ent_demo_life_plan_file (demo, &b, parted, 50);
  ent_demo_home_move_in (demo, &first, &a, ENT_MEMBER_REFERENCE, formed, ENT_DAY_NONE);
  ent_demo_home_move_in (demo, &first, &b, ENT_MEMBER_PARTNER, formed, parted - 1);
  ent_demo_home_move_in (demo, &second, &b, ENT_MEMBER_REFERENCE, parted, ENT_DAY_NONE);
  for (guint i = 0; i < n; i++)
    {
      if (children[i].birth + 300 > parted || children[i].birth + ent_demo_years (18) < demo->today)
        continue;
      ent_demo_home_move_in (demo, &first, &children[i], ENT_MEMBER_CHILD, formed, parted - 1);
      ent_demo_home_share_child (demo, &first, &children[i], parted, TRUE);
      ent_demo_home_share_child (demo, &second, &children[i], parted, FALSE);
    }
  write_civil (demo, &a, ENT_CIVIL_SEPARATED, parted, b.id);
  write_civil (demo, &b, ENT_CIVIL_SEPARATED, parted, a.id);
}

static void
make_friends (EntDemo *demo, GArray *leavers)
{
  guint n = (guint) ent_demo_between (demo, 2, 4);
  EntDemoLife first = draw_adult (demo, friend_ages);
  gint32 drawn = draw_formed (demo, &first, NULL);
  gint32 formed = MAX (drawn, demo->today - ent_demo_years (4));
  EntDemoHome home = ent_demo_home_new (demo, "Colocation", formed);

  ent_demo_life_plan_file (demo, &first, formed, 60);
  ent_demo_home_move_in (demo, &home, &first, ENT_MEMBER_REFERENCE, formed, ENT_DAY_NONE);
  write_civil (demo, &first, ENT_CIVIL_SINGLE, ENT_DAY_NONE, 0);
  for (guint i = 1; i < n; i++)
    {
      EntDemoLife other = draw_adult (demo, friend_ages);
      gint32 last = home.left != ENT_DAY_NONE ? home.left : demo->today;

      ent_demo_life_plan_file (demo, &other, formed, 40);
      ent_demo_home_move_in (demo, &home, &other, ENT_MEMBER_OTHER,
                             ent_demo_between (demo, formed, last - 5), ENT_DAY_NONE);
      write_civil (demo, &other, ENT_CIVIL_SINGLE, ENT_DAY_NONE, 0);
    }
}

static const struct
{
  guint weight;
  void (*make) (EntDemo *demo, GArray *leavers);
} kinds[] = {
  { 40, make_alone },  { 14, make_couple },           { 17, make_single_parent },
  { 17, make_family }, { 3, make_three_generations }, { 5, make_separated },
  { 4, make_friends },
};

static void
make_household (EntDemo *demo, GArray *leavers, guint missing)
{
  guint weights[G_N_ELEMENTS (kinds)];

  if (leavers->len > 0)
    {
      Leaver leaver = g_array_index (leavers, Leaver, leavers->len - 1);

      g_array_set_size (leavers, leavers->len - 1);
      settle_alone (demo, &leaver.life, leaver.day + 1);
      return;
    }
  if (missing < FEW_LEFT)
    {
      make_alone (demo, leavers);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    weights[i] = kinds[i].weight;
  kinds[ent_demo_draw (demo, weights, G_N_ELEMENTS (kinds))].make (demo, leavers);
}

void
ent_demo_fill_people (EntDemo *demo)
{
  g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (Leaver));
  /* One of four hundred is left for those who will be entered twice. */
  guint wanted = demo->n_persons - demo->n_persons / 400;

  while ((demo->n_written < wanted || leavers->len > 0) && !ent_demo_failed (demo))
    {
      make_household (demo, leavers, wanted - MIN (demo->n_written, wanted));
      if (demo->progress != NULL)
        demo->progress (demo->n_written, demo->n_persons, demo->progress_data);
      if (demo->error == NULL)
        g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error);
    }
}
