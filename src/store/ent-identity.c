/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map holds no reference: a record that nobody shows any more goes, and leaves the map. */

#include "ent-identity.h"

struct _EntIdentity
{
  GHashTable *records; /* Key → EntRecord, borrowed */
};

typedef struct
{
  GType type;
  gint64 id;
  EntIdentity *owner;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return (guint) (key->type >> 4) * 31 + g_int64_hash (&key->id);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->type == right->type && left->id == right->id;
}

EntIdentity *
ent_identity_new (void)
{
  EntIdentity *self = g_new0 (EntIdentity, 1);

  self->records = g_hash_table_new (key_hash, key_equal);
  return self;
}

static void
gone_cb (gpointer data, GObject *where_the_object_was)
{
  Key *key = data;

  if (key->owner != NULL)
    g_hash_table_remove (key->owner->records, key);
  g_free (key);
}

void
ent_identity_free (EntIdentity *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    ((Key *) key)->owner = NULL;
  g_hash_table_unref (self->records);
  g_free (self);
}

gpointer
ent_identity_peek (EntIdentity *self, GType type, gint64 id)
{
  Key key = { type, id, NULL };

  return g_hash_table_lookup (self->records, &key);
}

gpointer
ent_identity_get (EntIdentity *self, GType type, gint64 id)
{
  gpointer record = ent_identity_peek (self, type, id);
  Key *key;

  if (record != NULL)
    return g_object_ref (record);

  record = ent_record_new (type);
  ent_record_set_identity (record, id, 0);
  key = g_new (Key, 1);
  *key = (Key) { type, id, self };
  g_hash_table_insert (self->records, key, record);
  g_object_weak_ref (record, gone_cb, key);
  return record;
}

GPtrArray *
ent_identity_list (EntIdentity *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (list, g_object_ref (record));
  return list;
}
