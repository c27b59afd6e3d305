/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Homes: addresses through the years and the members of a household. Thread of the connection. */

#include "ent-demo-home.h"

#include "ent-address-position.h"
#include "ent-address.h"
#include "ent-date.h"
#include "ent-household-member.h"
#include "ent-household.h"

static EntDemoStay
draw_stay (EntDemo *demo, gint32 from, gint32 to)
{
  const guint *shares = ent_demo_words_village_shares (demo->words);
  GArray *streets = demo->streets_by_village[ent_demo_draw (demo, shares, ENT_DEMO_VILLAGES)];
  EntDemoStay stay = { .from = from, .to = to };
  guint n_houses;

  stay.street = g_array_index (streets, guint, ent_demo_between (demo, 0, (int) streets->len - 1));
  n_houses = g_array_index (demo->streets, EntDemoStreet, stay.street).n_houses;
  stay.number = (guint) ent_demo_between (demo, 1, (int) n_houses);
  if (ent_demo_chance (demo, 24))
    stay.box = (guint) ent_demo_between (demo, 1, 24);
  return stay;
}

EntDemoHome
ent_demo_home_new (EntDemo *demo, const char *name, gint32 formed)
{
  EntDemoHome home = { .formed = formed, .left = ENT_DAY_NONE };
  EntHousehold *household = ent_record_new (ENT_TYPE_HOUSEHOLD);
  gint32 last = demo->today;
  gint32 day = formed;

  household->name = g_strdup (name);
  home.id = ent_demo_write (demo, household);
  if (demo->today - formed > 400 && ent_demo_chance (demo, 5))
    {
      home.left = ent_demo_between (demo, formed + 300, demo->today - 1);
      last = home.left;
    }

  while (home.n_stays < ENT_DEMO_STAYS - 1 && last - day > 300 && ent_demo_chance (demo, 32))
    {
      gint32 moved = ent_demo_between (demo, day + 90, last - 30);

      home.stays[home.n_stays++] = draw_stay (demo, day, moved - 1);
      day = moved;
    }
  home.stays[home.n_stays++] = draw_stay (demo, day, home.left);
  return home;
}

/* The earlier of two last days; ENT_DAY_NONE stands for never. */
static gint32
earlier (gint32 a, gint32 b)
{
  if (a == ENT_DAY_NONE || b == ENT_DAY_NONE)
    return a == ENT_DAY_NONE ? b : a;
  return MIN (a, b);
}

/* One home in fifty was never placed, as in every register: work for the page that places homes. */
static void
place_address (EntDemo *demo, EntAddress *address, const EntDemoStay *stay)
{
  EntAddressPosition position = { .point = ent_demo_place_of (demo, stay->street, stay->number),
                                  .placed_at = ENT_PLACED_BETWEEN_NUMBERS,
                                  .source = ENT_PLACE_SOURCE_OSM };

  if ((stay->street * 37 + stay->number) % 50 != 0)
    ent_address_set_position (address, &position);
}

static void
write_address (EntDemo *demo, const EntDemoStay *stay, gint64 person_id, gint32 from, gint32 to)
{
  const EntDemoStreet *street = &g_array_index (demo->streets, EntDemoStreet, stay->street);
  EntAddress *address = ent_record_new (ENT_TYPE_ADDRESS);

  address->person_id = person_id;
  address->kind = ENT_ADDRESS_DOMICILE;
  address->street = g_strdup (street->name);
  address->number = g_strdup_printf ("%u", stay->number);
  if (stay->box > 0)
    address->box = g_strdup_printf ("%u", stay->box);
  address->postcode = g_strdup (ent_demo_words_get (demo->words, "postcode"));
  address->locality = g_strdup (ent_demo_words_village (demo->words, street->village));
  address->from_day = from;
  address->to_day = to;
  place_address (demo, address, stay);
  ent_demo_write (demo, address);
}

static void
write_addresses (EntDemo *demo, EntDemoHome *home, gint64 person_id, gint32 from, gint32 to)
{
  for (guint i = 0; i < home->n_stays; i++)
    {
      const EntDemoStay *stay = &home->stays[i];
      gint32 first = MAX (stay->from, from);
      gint32 last = earlier (stay->to, to);

      if (last == ENT_DAY_NONE || first <= last)
        write_address (demo, stay, person_id, first, last);
    }
}

static EntHouseholdMember *
member_new (EntDemoHome *home, EntDemoLife *life, EntMemberRole role, gint32 from, gint32 to)
{
  EntHouseholdMember *member = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);

  member->household_id = home->id;
  member->person_id = life->id;
  member->role = role;
  member->from_day = from;
  member->to_day = to;
  return member;
}

void
ent_demo_home_move_in (EntDemo *demo,
                       EntDemoHome *home,
                       EntDemoLife *life,
                       EntMemberRole role,
                       gint32 from,
                       gint32 to)
{
  EntHouseholdMember *member;

  from = MAX (MAX (from, home->formed), life->birth);
  to = earlier (earlier (to, life->death), home->left);
  if (to != ENT_DAY_NONE && to < from)
    return;

  ent_demo_life_write (demo, life);
  member = member_new (home, life, role, from, to);
  member->shares_matters = role != ENT_MEMBER_OTHER;
  ent_demo_write (demo, member);
  write_addresses (demo, home, life->id, from, to);
}

void
ent_demo_home_share_child (EntDemo *demo,
                           EntDemoHome *home,
                           EntDemoLife *child,
                           gint32 from,
                           gboolean domicile)
{
  EntHouseholdMember *member;

  from = MAX (MAX (from, home->formed), child->birth);
  if (home->left != ENT_DAY_NONE && home->left < from)
    return;

  ent_demo_life_write (demo, child);
  member = member_new (home, child, ENT_MEMBER_CHILD, from, home->left);
  member->custody_percent = 50;
  ent_demo_write (demo, member);
  if (domicile)
    write_addresses (demo, home, child->id, from, home->left);
}
