/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the page short: one question to the register tells which groups hold something. Main
 * thread. */

#include "ent-person-more.h"

#include "ent-person-query.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

#define MAX_GROUPS 8

typedef struct
{
  const EntChildSpec *spec;
  /* Held: an answer that is under way keeps this widget beyond the page, and finds its groups. */
  EntChildGroup *group;
  GtkWidget *button; /* borrowed, NULL when there is none */
} Entry;

struct _EntPersonMore
{
  AdwPreferencesGroup parent_instance;

  AdwWrapBox *buttons;
  EntStore *store;
  gint64 person_id;
  Entry entries[MAX_GROUPS];
  guint n_entries;
  guint source;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntPersonMore, ent_person_more, ADW_TYPE_PREFERENCES_GROUP)

/* Which entries hold something, as bits; asked and answered on the reading thread. */
typedef struct
{
  gint64 person_id;
  const EntSchema *schemas[MAX_GROUPS];
  guint n_schemas;
  guint filled;
} Question;

static gpointer
read_filled (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *answer = g_memdup2 (data, sizeof (Question));

  for (guint i = 0; i < answer->n_schemas; i++)
    {
      g_autoptr (GPtrArray) owned = ent_person_query_owned (db, answer->schemas[i],
                                                           answer->person_id, error);

      if (owned == NULL)
        {
          g_free (answer);
          return NULL;
        }
      if (owned->len > 0)
        answer->filled |= 1u << i;
    }
  return answer;
}

static void
filled_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPersonMore) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Question *answer = ent_store_run_finish (ENT_STORE (source), result, &error);
  gboolean any_hidden = FALSE;

  if (answer == NULL)
    return;
  for (guint i = 0; i < self->n_entries; i++)
    {
      gboolean filled = (answer->filled & (1u << i)) != 0;

      gtk_widget_set_visible (GTK_WIDGET (self->entries[i].group), filled);
      if (self->entries[i].button == NULL)
        continue;
      gtk_widget_set_visible (self->entries[i].button, !filled);
      any_hidden |= !filled;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any_hidden);
}

static void
reload (EntPersonMore *self)
{
  Question question = { .person_id = self->person_id, .n_schemas = self->n_entries };

  for (guint i = 0; i < self->n_entries; i++)
    question.schemas[i] = self->entries[i].spec->schema;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_filled,
                       g_memdup2 (&question, sizeof question), g_free, g_free, self->cancellable,
                       filled_read_cb, g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  EntPersonMore *self = user_data;

  self->source = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/* Entries are added one after the other: one question is asked for all. */
static void
reload_soon (EntPersonMore *self)
{
  if (self->source == 0)
    self->source = g_idle_add (reload_cb, self);
}

static void
store_changed_cb (EntPersonMore *self, const EntNews *news)
{
  if (ent_news_touches_record (news, &ent_person_schema, self->person_id))
    reload_soon (self);
}

static void
ent_person_more_dispose (GObject *object)
{
  EntPersonMore *self = ENT_PERSON_MORE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  for (guint i = 0; i < self->n_entries; i++)
    g_clear_object (&self->entries[i].group);
  self->n_entries = 0;
  G_OBJECT_CLASS (ent_person_more_parent_class)->dispose (object);
}

static void
ent_person_more_finalize (GObject *object)
{
  g_object_unref (ENT_PERSON_MORE (object)->cancellable);
  G_OBJECT_CLASS (ent_person_more_parent_class)->finalize (object);
}

static void
ent_person_more_class_init (EntPersonMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_person_more_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_person_more_finalize;
}

static void
ent_person_more_init (EntPersonMore *self)
{
  self->cancellable = g_cancellable_new ();
  self->buttons = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->buttons, 6);
  adw_wrap_box_set_line_spacing (self->buttons, 6);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("More to note"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->buttons));
}

GtkWidget *
ent_person_more_new (EntStore *store, gint64 person_id)
{
  EntPersonMore *self = g_object_new (ENT_TYPE_PERSON_MORE, NULL);

  self->store = g_object_ref (store);
  self->person_id = person_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ent_person_more_add (EntPersonMore *self,
                     const EntChildSpec *spec,
                     EntChildGroup *group,
                     gboolean offered)
{
  Entry *entry = &self->entries[self->n_entries];

  g_return_if_fail (self->n_entries < MAX_GROUPS);

  entry->spec = spec;
  entry->group = g_object_ref (group);
  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
  self->n_entries++;
  reload_soon (self);
  if (!offered)
    return;

  entry->button = gtk_button_new_with_label (_ (spec->add_label));
  gtk_button_set_can_shrink (GTK_BUTTON (entry->button), TRUE);
  g_signal_connect_object (entry->button, "clicked", G_CALLBACK (ent_child_group_add), group,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->buttons, entry->button);
}
