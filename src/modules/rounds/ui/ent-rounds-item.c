/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit to place. Main thread. */

#include "ent-rounds-item.h"

#include "ent-rounds-blocks.h"

struct _EntRoundsItem
{
  GObject parent_instance;

  EntRoundsWeek *week;
  int visit;
  char *detail;
};

G_DEFINE_FINAL_TYPE (EntRoundsItem, ent_rounds_item, G_TYPE_OBJECT)

static const EntRoundsClient *
client_of (EntRoundsItem *self)
{
  const EntRoundsVisit *visit = ent_rounds_item_get_visit (self);

  return &g_array_index (self->week->clients, EntRoundsClient, visit->client);
}

static void
ent_rounds_item_finalize (GObject *object)
{
  EntRoundsItem *self = ENT_ROUNDS_ITEM (object);

  ent_rounds_week_unref (self->week);
  g_free (self->detail);
  G_OBJECT_CLASS (ent_rounds_item_parent_class)->finalize (object);
}

static void
ent_rounds_item_class_init (EntRoundsItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_rounds_item_finalize;
}

static void
ent_rounds_item_init (EntRoundsItem *self)
{
}

EntRoundsItem *
ent_rounds_item_new (EntRoundsWeek *week, int visit)
{
  EntRoundsItem *self = g_object_new (ENT_TYPE_ROUNDS_ITEM, NULL);

  self->week = ent_rounds_week_ref (week);
  self->visit = visit;
  self->detail = ent_rounds_describe_wanted (week, visit);
  return self;
}

gint64
ent_rounds_item_get_id (EntRoundsItem *self)
{
  return ent_rounds_item_get_visit (self)->id;
}

const EntRoundsVisit *
ent_rounds_item_get_visit (EntRoundsItem *self)
{
  return &g_array_index (self->week->visits, EntRoundsVisit, self->visit);
}

const char *
ent_rounds_item_get_name (EntRoundsItem *self)
{
  return client_of (self)->name;
}

const char *
ent_rounds_item_get_detail (EntRoundsItem *self)
{
  return self->detail;
}

gboolean
ent_rounds_item_has_no_place (EntRoundsItem *self)
{
  return client_of (self)->place == ENT_ROUNDS_NONE;
}

int
ent_rounds_item_compare (gconstpointer first, gconstpointer second, gpointer unused)
{
  EntRoundsItem *a = (EntRoundsItem *) first, *b = (EntRoundsItem *) second;
  const EntRoundsVisit *one = ent_rounds_item_get_visit (a);
  const EntRoundsVisit *two = ent_rounds_item_get_visit (b);

  if (ent_rounds_item_has_no_place (a) != ent_rounds_item_has_no_place (b))
    return ent_rounds_item_has_no_place (a) ? -1 : 1;
  if (one->priority != two->priority)
    return one->priority < two->priority ? -1 : 1;
  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  if (one->earliest != two->earliest)
    return one->earliest < two->earliest ? -1 : 1;
  return (one->id > two->id) - (one->id < two->id);
}
