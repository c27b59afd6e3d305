/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The filters of the queue. */

#include "ent-queue-choices.h"

#include "ent-request-kind.h"
#include "ent-request-query.h"
#include "ent-team.h"

#include <glib/gi18n-lib.h>

EntQueueFound *
ent_queue_found_read (EntDb *db, GPtrArray *lines, GError **error)
{
  g_autoptr (EntQueueFound) self = g_new0 (EntQueueFound, 1);

  self->lines = lines;
  self->teams = ent_request_query_teams (db, error);
  self->kinds = self->teams != NULL ? ent_request_query_kinds (db, error) : NULL;
  return self->kinds != NULL ? g_steal_pointer (&self) : NULL;
}

void
ent_queue_found_free (EntQueueFound *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_free (self);
}

static void
add (EntQueueChoice *self, const char *name, gint64 id)
{
  gtk_string_list_append (self->names, name);
  g_array_append_val (self->ids, id);
}

static void
start (EntQueueChoice *self, const char *all)
{
  self->names = gtk_string_list_new (NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  add (self, all, 0);
}

typedef struct
{
  gint64 id;
  const char *name;
  guint n;
} Load;

static int
compare_loads (gconstpointer a, gconstpointer b)
{
  const Load *first = *(Load *const *) a;
  const Load *second = *(Load *const *) b;

  return g_utf8_collate (first->name, second->name);
}

/* Translators: a name, then how many requests are in these hands */
#define LOAD_FORMAT _ ("%s (%u)")

static void
add_loads (EntQueueChoice *self, GHashTable *loads)
{
  g_autoptr (GPtrArray) all = g_hash_table_get_values_as_ptr_array (loads);

  g_ptr_array_sort (all, compare_loads);
  for (guint i = 0; i < all->len; i++)
    {
      const Load *load = g_ptr_array_index (all, i);
      g_autofree char *text = g_strdup_printf (LOAD_FORMAT, load->name, load->n);

      add (self, text, load->id);
    }
}

static void
add_workers (EntQueueChoice *self, GPtrArray *lines)
{
  g_autoptr (GHashTable) loads = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const EntQueueLine *line = g_ptr_array_index (lines, i);
      gint64 id = line->worker_id != 0 ? line->worker_id : -1;
      Load *load = g_hash_table_lookup (loads, &id);

      if (load == NULL)
        {
          load = g_new0 (Load, 1);
          load->id = id;
          load->name = id > 0 && line->worker != NULL ? line->worker : _ ("Not assigned yet");
          g_hash_table_insert (loads, &load->id, load);
        }
      load->n++;
    }
  add_loads (self, loads);
}

EntQueueChoices *
ent_queue_choices_new (const EntQueueFound *found)
{
  EntQueueChoices *self = g_new0 (EntQueueChoices, 1);

  self->lines = g_ptr_array_ref (found->lines);
  start (&self->workers, _ ("All workers"));
  add_workers (&self->workers, found->lines);
  start (&self->teams, _ ("All teams"));
  for (guint i = 0; i < found->teams->len; i++)
    {
      EntTeam *team = g_ptr_array_index (found->teams, i);

      add (&self->teams, team->name, ent_record_get_id (team));
    }
  start (&self->kinds, _ ("All aids"));
  for (guint i = 0; i < found->kinds->len; i++)
    {
      EntRequestKind *kind = g_ptr_array_index (found->kinds, i);

      add (&self->kinds, kind->name, ent_record_get_id (kind));
    }
  return self;
}

static void
choice_clear (EntQueueChoice *self)
{
  g_object_unref (self->names);
  g_array_unref (self->ids);
}

void
ent_queue_choices_free (EntQueueChoices *self)
{
  g_ptr_array_unref (self->lines);
  choice_clear (&self->workers);
  choice_clear (&self->teams);
  choice_clear (&self->kinds);
  g_free (self);
}

guint
ent_queue_choice_find (const EntQueueChoice *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return 0;
}

static gint64
id_at (const EntQueueChoice *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

gint64
ent_queue_choices_worker (const EntQueueChoices *self, guint position)
{
  return id_at (&self->workers, position);
}

gint64
ent_queue_choices_team (const EntQueueChoices *self, guint position)
{
  return id_at (&self->teams, position);
}

gint64
ent_queue_choices_kind (const EntQueueChoices *self, guint position)
{
  return id_at (&self->kinds, position);
}
