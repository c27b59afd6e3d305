/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a day. Main thread. */

#include "ent-day-model.h"

/* What all rows of a day look at. */
typedef struct
{
  EntDayPicture *picture;
  EntDayView view;
} Scene;

static void
scene_clear (gpointer data)
{
  ent_day_picture_unref (((Scene *) data)->picture);
}

static void
scene_unref (Scene *scene)
{
  g_rc_box_release_full (scene, scene_clear);
}

struct _EntDayRow
{
  GObject parent_instance;

  Scene *scene;
  EntDayEntry entry;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (EntDayRow, ent_day_row, G_TYPE_OBJECT)

static void
ent_day_row_finalize (GObject *object)
{
  scene_unref (ENT_DAY_ROW (object)->scene);
  G_OBJECT_CLASS (ent_day_row_parent_class)->finalize (object);
}

static void
ent_day_row_class_init (EntDayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_day_row_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_day_row_init (EntDayRow *self)
{
}

static EntDayRow *
row_new (Scene *scene, const EntDayEntry *entry)
{
  EntDayRow *self = g_object_new (ENT_TYPE_DAY_ROW, NULL);

  self->scene = g_rc_box_acquire (scene);
  self->entry = *entry;
  return self;
}

static void
row_follow (EntDayRow *self, Scene *scene, const EntDayEntry *entry)
{
  scene_unref (self->scene);
  self->scene = g_rc_box_acquire (scene);
  self->entry = *entry;
  g_signal_emit (self, changed_signal, 0);
}

EntDayRowKind
ent_day_row_get_kind (EntDayRow *self)
{
  return self->entry.kind;
}

const EntDayVisit *
ent_day_row_get_visit (EntDayRow *self)
{
  return self->entry.kind != ENT_DAY_ROW_NOW
             ? ent_day_picture_get (self->scene->picture, self->entry.visit)
             : NULL;
}

const EntDayEntry *
ent_day_row_get_entry (EntDayRow *self)
{
  return &self->entry;
}

const EntDayView *
ent_day_row_get_view (EntDayRow *self)
{
  return &self->scene->view;
}

struct _EntDayModel
{
  GObject parent_instance;

  Scene *scene; /* NULL: nothing to show */
  GArray *entries; /* EntDayEntry */
  GPtrArray *rows; /* of each entry, NULL until it is looked at */
};

static GType
model_get_item_type (GListModel *model)
{
  return ENT_TYPE_DAY_ROW;
}

static guint
model_get_n_items (GListModel *model)
{
  return ENT_DAY_MODEL (model)->entries->len;
}

static gpointer
model_get_item (GListModel *model, guint position)
{
  EntDayModel *self = ENT_DAY_MODEL (model);

  if (position >= self->entries->len)
    return NULL;
  if (self->rows->pdata[position] == NULL)
    self->rows->pdata[position] = row_new (self->scene,
                                           &g_array_index (self->entries, EntDayEntry, position));
  return g_object_ref (self->rows->pdata[position]);
}

static void
model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = model_get_item_type;
  iface->get_n_items = model_get_n_items;
  iface->get_item = model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EntDayModel,
                               ent_day_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_iface_init))

static void
unref_row (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static void
ent_day_model_finalize (GObject *object)
{
  EntDayModel *self = ENT_DAY_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->entries);
  g_clear_pointer (&self->scene, scene_unref);
  G_OBJECT_CLASS (ent_day_model_parent_class)->finalize (object);
}

static void
ent_day_model_class_init (EntDayModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_day_model_finalize;
}

static void
ent_day_model_init (EntDayModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (EntDayEntry));
  self->rows = g_ptr_array_new_with_free_func (unref_row);
}

EntDayModel *
ent_day_model_new (void)
{
  return g_object_new (ENT_TYPE_DAY_MODEL, NULL);
}

/* Whose row it is, whatever has changed of it. */
static gint64
key_of (const Scene *scene, const EntDayEntry *entry)
{
  const EntDayVisit *visit;

  if (entry->kind == ENT_DAY_ROW_NOW)
    return 0;
  visit = ent_day_picture_get (scene->picture, entry->visit);
  return entry->kind == ENT_DAY_ROW_VISIT ? visit->id : -1 - visit->planned.carer_id;
}

/* Both lists with the pictures that they are of. */
typedef struct
{
  const Scene *before, *after;
  const GArray *old, *new;
} Change;

static gboolean
is_same (const Change *change, guint old, guint new)
{
  return key_of (change->before, &g_array_index (change->old, EntDayEntry, old)) ==
         key_of (change->after, &g_array_index (change->new, EntDayEntry, new));
}

/* How many rows stay at the top, and at the bottom. */
static void
compare (const Change *change, guint *top, guint *bottom)
{
  guint least = MIN (change->old->len, change->new->len);

  *top = *bottom = 0;
  while (*top < least && is_same (change, *top, *top))
    ++*top;
  while (*top + *bottom < least &&
         is_same (change, change->old->len - 1 - *bottom, change->new->len - 1 - *bottom))
    ++*bottom;
}

static void
follow (EntDayModel *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (self->rows->pdata[i] != NULL)
      row_follow (self->rows->pdata[i], self->scene,
                  &g_array_index (self->entries, EntDayEntry, i));
}

/* Rows that are gone make room for those to be made. */
static void
splice_rows (EntDayModel *self, guint position, guint n_removed, guint n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->rows, (int) position, NULL);
}

void
ent_day_model_show (EntDayModel *self, EntDayPicture *picture, const EntDayView *view)
{
  Scene *scene = NULL;
  Scene *before = self->scene;
  g_autoptr (GArray) old = self->entries;
  guint top = 0, bottom = 0, n_removed, n_added;

  if (picture != NULL)
    {
      scene = g_rc_box_new0 (Scene);
      scene->picture = ent_day_picture_ref (picture);
      scene->view = *view;
    }
  self->scene = scene;
  self->entries = picture != NULL ? ent_day_picture_arrange (picture, view)
                                  : g_array_new (FALSE, FALSE, sizeof (EntDayEntry));
  compare (&(Change) { before, scene, old, self->entries }, &top, &bottom);
  n_removed = old->len - top - bottom;
  n_added = self->entries->len - top - bottom;
  splice_rows (self, top, n_removed, n_added);
  follow (self, 0, top);
  follow (self, top + n_added, self->entries->len);
  g_clear_pointer (&before, scene_unref);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), top, n_removed, n_added);
}

guint
ent_day_model_find (EntDayModel *self, gint64 visit_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (key_of (self->scene, &g_array_index (self->entries, EntDayEntry, i)) == visit_id)
      return i;
  return G_MAXUINT;
}
