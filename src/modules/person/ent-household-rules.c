/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Households in time: who is there on a day, who moved when, what cannot be. Any thread. */

#include "ent-household-rules.h"

#include "ent-date.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

void
ent_household_member_check (EntHouseholdMember *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);

  if (self->custody_percent == ENT_INT_NONE)
    return;
  if (self->custody_percent < 1 || self->custody_percent > 100)
    ent_issues_add (issues, "custody_percent", _ ("Custody is a percentage from 1 to 100."));
  else if (self->role != 0 && self->role != ENT_MEMBER_CHILD)
    ent_issues_warn (issues, "custody_percent", _ ("Custody is noted for children only."));
}

gboolean
ent_household_member_is_present (EntHouseholdMember *self, gint32 day)
{
  return self->from_day != ENT_DAY_NONE && self->from_day <= day &&
         (self->to_day == ENT_DAY_NONE || day <= self->to_day);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  EntHouseholdMember *first = *(EntHouseholdMember *const *) a;
  EntHouseholdMember *second = *(EntHouseholdMember *const *) b;
  gint64 difference = first->role - second->role;

  if (difference == 0)
    difference = (gint64) first->from_day - second->from_day;
  if (difference == 0)
    difference = ent_record_get_id (first) - ent_record_get_id (second);

  return difference < 0 ? -1 : difference > 0;
}

GPtrArray *
ent_household_on (GPtrArray *members, gint32 day)
{
  GPtrArray *present = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < members->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (members, i);

      if (ent_household_member_is_present (member, day))
        g_ptr_array_add (present, g_object_ref (member));
    }
  g_ptr_array_sort (present, compare_members);

  return present;
}

guint
ent_household_n_sharing (GPtrArray *members, gint32 day)
{
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (members, i);

      if (member->shares_matters && ent_household_member_is_present (member, day))
        n++;
    }

  return n;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const EntHouseholdEvent *first = a;
  const EntHouseholdEvent *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  /* On one day the leaving goes before the coming: that is how a home changes hands. */
  if (first->move != second->move)
    return first->move == ENT_HOUSEHOLD_LEFT ? -1 : 1;

  return compare_members (&first->member, &second->member);
}

GArray *
ent_household_events (GPtrArray *members)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (EntHouseholdEvent));

  for (guint i = 0; i < members->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (members, i);
      EntHouseholdEvent event = { member->from_day, ENT_HOUSEHOLD_ARRIVED, member };

      if (member->from_day != ENT_DAY_NONE)
        g_array_append_val (events, event);
      if (member->to_day != ENT_DAY_NONE)
        {
          event.day = member->to_day + 1;
          event.move = ENT_HOUSEHOLD_LEFT;
          g_array_append_val (events, event);
        }
    }
  g_array_sort (events, compare_events);

  return events;
}

static gboolean
overlap (EntHouseholdMember *a, EntHouseholdMember *b)
{
  return a->from_day != ENT_DAY_NONE && b->from_day != ENT_DAY_NONE &&
         (a->to_day == ENT_DAY_NONE || b->from_day <= a->to_day) &&
         (b->to_day == ENT_DAY_NONE || a->from_day <= b->to_day);
}

void
ent_household_check (GPtrArray *members, gint32 day, EntIssues *issues)
{
  gboolean anybody = FALSE;
  guint n_reference = 0;

  for (guint i = 0; i < members->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (members, i);

      if (ent_household_member_is_present (member, day))
        {
          anybody = TRUE;
          n_reference += member->role == ENT_MEMBER_REFERENCE;
        }
      for (guint j = i + 1; j < members->len; j++)
        {
          EntHouseholdMember *other = g_ptr_array_index (members, j);

          if (member->person_id == other->person_id && overlap (member, other))
            ent_issues_warn (issues, "person_id",
                             _ ("A person is noted twice in this household for the same days."));
        }
    }

  if (n_reference > 1)
    ent_issues_warn (issues, "role", _ ("This household has several reference persons."));
  else if (anybody && n_reference == 0)
    ent_issues_warn (issues, "role", _ ("This household has no reference person."));
}

/* Custody of all households together on a day. */
static int
custody_on (GPtrArray *memberships, gint32 day)
{
  int percent = 0;

  for (guint i = 0; i < memberships->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (memberships, i);

      if (member->custody_percent != ENT_INT_NONE && ent_household_member_is_present (member, day))
        percent += member->custody_percent;
    }

  return percent;
}

static gboolean
lives_twice (GPtrArray *memberships)
{
  for (guint i = 0; i < memberships->len; i++)
    for (guint j = i + 1; j < memberships->len; j++)
      {
        EntHouseholdMember *a = g_ptr_array_index (memberships, i);
        EntHouseholdMember *b = g_ptr_array_index (memberships, j);

        if (a->household_id != b->household_id && overlap (a, b) &&
            (a->custody_percent == ENT_INT_NONE || b->custody_percent == ENT_INT_NONE))
          return TRUE;
      }

  return FALSE;
}

void
ent_household_check_person (GPtrArray *memberships, EntIssues *issues)
{
  int most = 0;

  if (lives_twice (memberships))
    ent_issues_warn (issues, "from_day",
                     _ ("This person belongs to two households for the same days, without shared "
                        "custody."));

  /* The sum can only rise on a day when somebody arrives. */
  for (guint i = 0; i < memberships->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (memberships, i);

      if (member->from_day != ENT_DAY_NONE)
        most = MAX (most, custody_on (memberships, member->from_day));
    }
  if (most > 100)
    ent_issues_warn (issues, "custody_percent",
                     _ ("The custody of all households together makes %d %%."), most);
}

void
ent_household_leave (EntChangeSet *set, EntHouseholdMember *member, gint32 last_day)
{
  g_autoptr (EntHouseholdMember) draft = ent_record_dup (member);

  ent_draft_set (draft, "to_day", ent_day (last_day));
  ent_change_set_edit (set, member, draft);
}

void
ent_household_check_move (EntHouseholdMember *member,
                          gint64 household_id,
                          gint32 day,
                          EntIssues *issues)
{
  if (household_id != 0 && household_id == member->household_id)
    ent_issues_add (issues, "household_id",
                    _ ("Both live in the same household already. Choose somebody of another one."));
  if (day != ENT_DAY_NONE && day < member->from_day)
    {
      g_autofree char *arrival = ent_day_format (member->from_day, ENT_DAY_NUMERIC);

      ent_issues_add (issues, "from_day",
                      /* Translators: %s is a day */
                      _ ("This person lives here since %s: nobody leaves before arriving. Give a "
                         "later day, or correct the day of arrival first."),
                      arrival);
    }
}

static EntHouseholdMember *
arrival_new (EntHouseholdMember *member, gint64 household_id, gint32 day)
{
  EntHouseholdMember *arrival = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);
  static const char *const kept[] = { "person_id", "role", "custody_percent", "shares_matters" };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      guint column = (guint) ent_schema_find (&ent_household_member_schema, kept[i]);
      EntValue value;

      ent_record_get_value (member, column, &value);
      ent_record_set_value (arrival, column, &value);
      ent_value_clear (&value);
    }
  ent_draft_set (arrival, "household_id", ent_int (household_id));
  ent_draft_set (arrival, "from_day", ent_day (day));
  return arrival;
}

EntHouseholdMember *
ent_household_move (EntChangeSet *set, EntHouseholdMember *member, gint64 household_id, gint32 day)
{
  EntHouseholdMember *arrival = arrival_new (member, household_id, day);
  gboolean open = member->to_day == ENT_DAY_NONE;

  /* The last day known is the last day in the other household; a stay that was over by then stays
   * as it was. */
  if (!open && member->to_day >= day)
    ent_draft_set (arrival, "to_day", ent_day (member->to_day));

  /* Somebody noted as arriving on that very day was never there: the old line goes. An earlier day
   * is refused by the rules of the line itself. */
  if (member->from_day == day)
    ent_change_set_delete (set, member);
  else if (open || member->to_day >= day)
    ent_household_leave (set, member, day - 1);
  ent_change_set_insert (set, arrival);

  return arrival;
}
