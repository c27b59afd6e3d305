/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Households share their place: it is chosen once for all of them. Main thread. */

#include "ent-locate-item.h"

#include "ent-address-position.h"

#include <glib/gi18n-lib.h>

struct _EntLocateItem
{
  GObject parent_instance;

  GPtrArray *places; /* EntLocated */
  EntLocateState state;
};

G_DEFINE_FINAL_TYPE (EntLocateItem, ent_locate_item, G_TYPE_OBJECT)

static void
ent_locate_item_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_LOCATE_ITEM (object)->places);
  G_OBJECT_CLASS (ent_locate_item_parent_class)->finalize (object);
}

static void
ent_locate_item_class_init (EntLocateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_locate_item_finalize;
}

static void
ent_locate_item_init (EntLocateItem *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free);
}

EntLocateItem *
ent_locate_item_new (EntLocated *place, EntLocateState state)
{
  EntLocateItem *self = g_object_new (ENT_TYPE_LOCATE_ITEM, NULL);

  g_ptr_array_add (self->places, place);
  self->state = state;
  return self;
}

const EntLocated *
ent_locate_item_get_place (EntLocateItem *self)
{
  return g_ptr_array_index (self->places, 0);
}

gboolean
ent_locate_item_add (EntLocateItem *self, EntLocated *place, EntLocateState state)
{
  if (state != self->state || state == ENT_LOCATE_MOVED ||
      !ent_address_reads_as (ent_locate_item_get_place (self)->address, place->address))
    return FALSE;
  g_ptr_array_add (self->places, place);
  return TRUE;
}

GPtrArray *
ent_locate_item_get_places (EntLocateItem *self)
{
  return self->places;
}

gboolean
ent_locate_item_holds (EntLocateItem *self, gint64 address_id)
{
  for (guint i = 0; i < self->places->len; i++)
    if (ent_record_get_id (((EntLocated *) g_ptr_array_index (self->places, i))->address) ==
        address_id)
      return TRUE;
  return FALSE;
}

char *
ent_locate_item_names (GPtrArray *places)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const EntLocated *place = g_ptr_array_index (places, i);

      if (place->name == NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", place->name);
    }
  return g_string_free_and_steal (names);
}

EntLocateState
ent_locate_item_get_state (EntLocateItem *self)
{
  return self->state;
}

const char *
ent_locate_state_title (EntLocateState state)
{
  switch (state)
    {
    case ENT_LOCATE_NOT_FOUND:
      return _ ("Not found");
    case ENT_LOCATE_TO_CHOOSE:
      return _ ("To choose");
    case ENT_LOCATE_MOVED:
      return _ ("Address changed since the pin was set");
    default:
      return _ ("Not looked up yet");
    }
}
