/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads on the reading thread; the rest is asked on the main thread. */

#include "ent-household-view.h"

#include "ent-date.h"
#include "ent-person-query.h"

static void
part_free (EntHouseholdPart *self)
{
  g_ptr_array_unref (self->members);
  g_free (self);
}

void
ent_household_view_free (EntHouseholdView *self)
{
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static EntHouseholdView *
view_new (gint64 person_id)
{
  EntHouseholdView *self = g_new0 (EntHouseholdView, 1);

  self->person_id = person_id;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  return self;
}

static gboolean
has_part (EntHouseholdView *self, gint64 household_id)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((EntHouseholdPart *) g_ptr_array_index (self->parts, i))->id == household_id)
      return TRUE;

  return FALSE;
}

static gboolean
add_part (EntHouseholdView *self, EntDb *db, gint64 household_id, GError **error)
{
  GPtrArray *members = ent_household_query_members (db, household_id, error);
  EntHouseholdPart *part;

  if (members == NULL)
    return FALSE;
  part = g_new0 (EntHouseholdPart, 1);
  part->id = household_id;
  part->members = members;
  g_ptr_array_add (self->parts, part);
  return TRUE;
}

gpointer
ent_household_view_read_person (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntHouseholdView) self = view_new (*(gint64 *) data);

  self->memberships = ent_household_query_memberships (db, self->person_id, error);
  if (self->memberships == NULL)
    return NULL;
  for (guint i = 0; i < self->memberships->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (self->memberships, i);

      if (!has_part (self, member->household_id) &&
          !add_part (self, db, member->household_id, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

gpointer
ent_household_view_read (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntHouseholdView) self = view_new (0);

  return add_part (self, db, *(gint64 *) data, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
ent_household_view_shows (EntHouseholdView *self, EntHouseholdPart *part, gint32 day)
{
  if (self->person_id == 0)
    return TRUE;
  for (guint i = 0; i < part->members->len; i++)
    {
      EntHouseholdMember *member = g_ptr_array_index (part->members, i);

      if (member->person_id == self->person_id && ent_household_member_is_present (member, day))
        return TRUE;
    }
  return FALSE;
}

EntHouseholdMember *
ent_household_view_find (EntHouseholdView *self, gint64 member_id)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      EntHouseholdPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; j < part->members->len; j++)
        if (ent_record_get_id (g_ptr_array_index (part->members, j)) == member_id)
          return g_ptr_array_index (part->members, j);
    }
  return NULL;
}

gint32
ent_household_view_change_near (EntHouseholdView *self, gint32 day, int step)
{
  gint32 nearest = ENT_DAY_NONE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      EntHouseholdPart *part = g_ptr_array_index (self->parts, i);
      g_autoptr (GArray) events = ent_household_events (part->members);

      for (guint j = 0; j < events->len; j++)
        {
          gint32 other = g_array_index (events, EntHouseholdEvent, j).day;

          if ((step < 0 && other < day && (nearest == ENT_DAY_NONE || other > nearest)) ||
              (step > 0 && other > day && (nearest == ENT_DAY_NONE || other < nearest)))
            nearest = other;
        }
    }
  return nearest;
}
