/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The queue of requests as a list model. Items are made when they are first looked at. Main thread.
 */

#include "ent-queue-model.h"

#include <string.h>

struct _EntQueueItem
{
  GObject parent_instance;

  GPtrArray *lines; /* keeps the line */
  const EntQueueLine *line;
  gint32 today;
  guint n_in_group;
};

G_DEFINE_FINAL_TYPE (EntQueueItem, ent_queue_item, G_TYPE_OBJECT)

static void
ent_queue_item_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_QUEUE_ITEM (object)->lines);
  G_OBJECT_CLASS (ent_queue_item_parent_class)->finalize (object);
}

static void
ent_queue_item_class_init (EntQueueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_queue_item_finalize;
}

static void
ent_queue_item_init (EntQueueItem *self)
{
}

const EntQueueLine *
ent_queue_item_get_line (EntQueueItem *self)
{
  return self->line;
}

gint32
ent_queue_item_get_today (EntQueueItem *self)
{
  return self->today;
}

guint
ent_queue_item_get_n_in_group (EntQueueItem *self)
{
  return self->n_in_group;
}

struct _EntQueueModel
{
  GObject parent_instance;

  GPtrArray *lines; /* NULL: nothing read yet */
  GPtrArray *shown; /* (element-type EntQueueLine), borrowed from the lines */
  GPtrArray *items; /* EntQueueItem of each, NULL until it is looked at */
  guint starts[ENT_DUE_N + 1]; /* first position of each group */
  gint32 today;
};

static GType
model_get_item_type (GListModel *model)
{
  return ENT_TYPE_QUEUE_ITEM;
}

static guint
model_get_n_items (GListModel *model)
{
  return ENT_QUEUE_MODEL (model)->shown->len;
}

static EntDueGroup
group_at (EntQueueModel *self, guint position)
{
  EntDueGroup group = ENT_DUE_LATE;

  while (group < ENT_DUE_STILL && position >= self->starts[group + 1])
    group++;
  return group;
}

static gpointer
model_get_item (GListModel *model, guint position)
{
  EntQueueModel *self = ENT_QUEUE_MODEL (model);
  EntQueueItem *item;
  EntDueGroup group;

  if (position >= self->shown->len)
    return NULL;
  if (self->items->pdata[position] == NULL)
    {
      group = group_at (self, position);
      item = g_object_new (ENT_TYPE_QUEUE_ITEM, NULL);
      item->lines = g_ptr_array_ref (self->lines);
      item->line = g_ptr_array_index (self->shown, position);
      item->today = self->today;
      item->n_in_group = self->starts[group + 1] - self->starts[group];
      self->items->pdata[position] = item;
    }
  return g_object_ref (self->items->pdata[position]);
}

static void
model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = model_get_item_type;
  iface->get_n_items = model_get_n_items;
  iface->get_item = model_get_item;
}

static void
section_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  EntQueueModel *self = ENT_QUEUE_MODEL (model);
  EntDueGroup group;

  if (position >= self->shown->len)
    {
      *start = self->shown->len;
      *end = G_MAXUINT;
      return;
    }
  group = group_at (self, position);
  *start = self->starts[group];
  *end = self->starts[group + 1];
}

static void
section_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = section_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EntQueueModel,
                               ent_queue_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          section_iface_init))

static void
ent_queue_model_finalize (GObject *object)
{
  EntQueueModel *self = ENT_QUEUE_MODEL (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_queue_model_parent_class)->finalize (object);
}

static void
ent_queue_model_class_init (EntQueueModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_queue_model_finalize;
}

static void
clear_item (gpointer item)
{
  if (item != NULL)
    g_object_unref (item);
}

static void
ent_queue_model_init (EntQueueModel *self)
{
  self->shown = g_ptr_array_new ();
  self->items = g_ptr_array_new_with_free_func (clear_item);
}

EntQueueModel *
ent_queue_model_new (void)
{
  return g_object_new (ENT_TYPE_QUEUE_MODEL, NULL);
}

static gboolean
asks_for (const EntQueueLine *line, gint64 kind_id)
{
  g_autofree char *wanted = g_strdup_printf (",%" G_GINT64_FORMAT ",", kind_id);

  return strstr (line->kinds, wanted) != NULL;
}

static gboolean
fits (const EntQueueLine *line, const EntQueueFilter *filter)
{
  if (filter->worker_id != 0 && line->worker_id != MAX (filter->worker_id, 0))
    return FALSE;
  if (filter->team_id != 0 && line->team_id != filter->team_id)
    return FALSE;
  if (filter->step != 0 && line->step != filter->step)
    return FALSE;
  return filter->kind_id == 0 || asks_for (line, filter->kind_id);
}

void
ent_queue_model_show (EntQueueModel *self,
                      GPtrArray *lines,
                      const EntQueueFilter *filter,
                      gint32 today)
{
  guint n_before = self->shown->len;
  guint n_in[ENT_DUE_N] = { 0 };

  g_ptr_array_ref (lines);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = lines;
  self->today = today;
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      EntQueueLine *line = g_ptr_array_index (lines, i);

      if (!fits (line, filter))
        continue;
      g_ptr_array_add (self->shown, line);
      n_in[ent_due_group (line->due, today)]++;
    }
  for (guint i = 0; i < ENT_DUE_N; i++)
    self->starts[i + 1] = self->starts[i] + n_in[i];
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->items, (int) self->shown->len);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}
