/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lazy list: ids in one array, rows by pages of 64 around what is looked at, the newest request
 * first. Main thread. */

#include "ent-query-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-row-set.h"
#include "ent-store-private.h"

#define PAGE 64
/* Pages whose rows are kept alive though no widget shows them. */
#define KEPT_PAGES 16
/* More than a list has widgets for. */
#define FIRST_ROWS 256
/* Rows shown at once while somebody types, how many more follow at a time, and after what rest. */
#define HEAD_ROWS 20
#define GROW_ROWS 24
#define REST_MS 120
#define GROW_MS 16

struct _EntQueryModel
{
  GObject parent_instance;

  EntStore *store;
  EntQuery *query;
  GArray *ids; /* gint64, what is shown; shared with the worker's cache: never written */
  GArray *all; /* what the query gave; the same as ids, or longer while the list grows */
  guint grow_source;
  gboolean stepwise;
  gboolean from_start; /* the next answer begins at the first rows */
  GQueue kept; /* KeptPage, newest first */
  GHashTable *asked; /* page number + 1 → itself, while being read */
  GCancellable *cancellable; /* of the query being run */
  guint generation;
  gboolean loading;
  gboolean active;
  gboolean stale;
};

typedef struct
{
  guint page;
  GPtrArray *records;
} KeptPage;

enum
{
  PROP_LOADING = 1,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS
};

enum
{
  SIGNAL_REFRESHED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntQueryModel,
                               ent_query_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
record_type (EntQueryModel *self)
{
  return ent_query_get_schema (self->query)->type ();
}

static void
kept_page_free (KeptPage *kept)
{
  g_ptr_array_unref (kept->records);
  g_free (kept);
}

static void
keep_page (EntQueryModel *self, guint page)
{
  KeptPage *kept = g_new0 (KeptPage, 1);
  guint end = MIN (self->ids->len, (page + 1) * PAGE);

  kept->page = page;
  kept->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = page * PAGE; i < end; i++)
    g_ptr_array_add (kept->records, ent_store_peek_hollow (self->store, record_type (self),
                                                           g_array_index (self->ids, gint64, i)));
  g_queue_push_head (&self->kept, kept);
  if (self->kept.length > KEPT_PAGES)
    kept_page_free (g_queue_pop_tail (&self->kept));
}

typedef struct
{
  const EntSchema *schema;
  gint64 ids[PAGE];
  guint n_ids;
} PageData;

static gpointer
read_page (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PageData *page = data;

  return ent_row_set_read_ids (db, page->schema, page->ids, page->n_ids, error);
}

typedef struct
{
  EntQueryModel *model;
  const EntSchema *schema;
  guint page;
  guint generation;
} PageRequest;

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PageRequest *request = user_data;
  EntQueryModel *self = request->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRowSet) rows = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (request->generation == self->generation)
    g_hash_table_remove (self->asked, GUINT_TO_POINTER (request->page + 1));
  if (rows != NULL)
    ent_store_fill (ENT_STORE (source), request->schema, rows);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  g_object_unref (self);
  g_free (request);
}

/* The page looked at last is wanted first, so each request is more urgent than the one before. */
static void
ask_page (EntQueryModel *self, guint page)
{
  static int urgency;
  PageData *data;
  PageRequest *request;
  guint first = page * PAGE;

  /* Not cancelled by a refresh: rows that stay where they are still wait for it. */
  if (first >= self->ids->len || g_hash_table_contains (self->asked, GUINT_TO_POINTER (page + 1)))
    return;

  g_hash_table_add (self->asked, GUINT_TO_POINTER (page + 1));
  keep_page (self, page);

  data = g_new0 (PageData, 1);
  data->schema = ent_query_get_schema (self->query);
  data->n_ids = MIN (PAGE, self->ids->len - first);
  memcpy (data->ids, &g_array_index (self->ids, gint64, first), data->n_ids * sizeof (gint64));
  request = g_new0 (PageRequest, 1);
  request->model = g_object_ref (self);
  request->schema = data->schema;
  request->page = page;
  request->generation = self->generation;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT - 1 - (urgency++ % 1000000),
                       read_page, data, g_free, (GDestroyNotify) ent_row_set_free, NULL,
                       page_read_cb, request);
}

static GType
get_item_type (GListModel *list)
{
  return ENT_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  return ENT_QUERY_MODEL (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  EntQueryModel *self = ENT_QUERY_MODEL (list);
  gpointer record;

  if (position >= self->ids->len)
    return NULL;

  record = ent_store_peek_hollow (self->store, record_type (self),
                                  g_array_index (self->ids, gint64, position));
  if (!ent_record_is_loaded (record))
    {
      guint page = position / PAGE;

      if (page > 0 && position % PAGE < PAGE / 4)
        ask_page (self, page - 1);
      if (position % PAGE > PAGE * 3 / 4)
        ask_page (self, page + 1);
      ask_page (self, page);
    }
  return record;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What the worker brings back: the ids, and the first page so that nothing flashes empty. */
typedef struct
{
  GArray *ids;
  EntRowSet *first;
} Answer;

static void
answer_free (Answer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->first, ent_row_set_free);
  g_free (self);
}

static gpointer
run_query (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntQuery *query = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->ids = ent_query_run (query, db, cancellable, error);
  if (answer->ids != NULL && answer->ids->len > 0)
    answer->first = ent_row_set_read_ids (db, ent_query_get_schema (query),
                                          (const gint64 *) answer->ids->data,
                                          MIN (answer->ids->len, PAGE), error);
  if (answer->ids == NULL || (answer->ids->len > 0 && answer->first == NULL))
    g_clear_pointer (&answer, answer_free);
  return answer;
}

/* How many rows at each end two lists share. */
static void
find_common (GArray *old, GArray *fresh, guint *prefix, guint *suffix)
{
  guint shorter = MIN (old->len, fresh->len);

  *prefix = 0;
  *suffix = 0;
  while (*prefix < shorter &&
         g_array_index (old, gint64, *prefix) == g_array_index (fresh, gint64, *prefix))
    (*prefix)++;
  while (*suffix < shorter - *prefix && g_array_index (old, gint64, old->len - 1 - *suffix) ==
                                            g_array_index (fresh, gint64, fresh->len - 1 - *suffix))
    (*suffix)++;
}

/* The first @n_head rows of a list and its last @n_tail. */
static GArray *
head_and_tail (GArray *ids, guint n_head, guint n_tail)
{
  GArray *part = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_head + n_tail);

  g_array_append_vals (part, ids->data, n_head);
  if (n_tail > 0)
    g_array_append_vals (part, &g_array_index (ids, gint64, ids->len - n_tail), n_tail);
  return part;
}

/* Minimal changes: what is the same at both ends stays as it is, selection included. A long
 * replacement is told in two steps, since GTK asks for each item put in the place of a removed one,
 * to see whether the focused row came back: the first rows take the place of the old ones, then the
 * rest follows. */
static void
replace_ids (EntQueryModel *self, GArray *fresh)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint prefix, suffix, added, first;

  find_common (old, fresh, &prefix, &suffix);
  self->ids = g_array_ref (fresh);
  if (old->len == fresh->len && prefix == old->len)
    return;

  added = fresh->len - prefix - suffix;
  first = old->len - prefix - suffix > 0 ? MIN (added, FIRST_ROWS) : added;
  if (first < added)
    {
      g_array_unref (self->ids);
      self->ids = head_and_tail (fresh, prefix + first, suffix);
    }
  g_queue_clear_full (&self->kept, (GDestroyNotify) kept_page_free);
  if (fresh->len > 0)
    keep_page (self, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), prefix, old->len - prefix - suffix, first);
  if (first < added)
    {
      g_array_unref (self->ids);
      self->ids = g_array_ref (fresh);
      g_hash_table_remove_all (self->asked);
      g_list_model_items_changed (G_LIST_MODEL (self), prefix + first, 0, added - first);
    }
  if (old->len != fresh->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
show_rows (EntQueryModel *self, guint n_rows)
{
  if (n_rows >= self->all->len)
    replace_ids (self, self->all);
  else
    {
      g_autoptr (GArray) head = head_and_tail (self->all, n_rows, 0);

      replace_ids (self, head);
    }
}

/* A view makes at most some two hundred rows of widgets: once those are there, the rest of the list
 * costs nothing. */
static gboolean
grow_cb (gpointer data)
{
  EntQueryModel *self = data;
  guint n_rows = self->ids->len + GROW_ROWS;

  self->grow_source = 0;
  show_rows (self, n_rows < FIRST_ROWS ? n_rows : self->all->len);
  if (self->ids->len < self->all->len)
    self->grow_source = g_timeout_add (GROW_MS, grow_cb, self);
  return G_SOURCE_REMOVE;
}

static void
show_answer (EntQueryModel *self, GArray *ids)
{
  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_array_unref (self->all);
  self->all = g_array_ref (ids);
  if (self->stepwise && self->from_start && ids->len > HEAD_ROWS)
    {
      show_rows (self, HEAD_ROWS);
      self->grow_source = g_timeout_add (REST_MS, grow_cb, self);
    }
  else
    show_rows (self, ids->len);
  self->from_start = FALSE;
}

static void
set_loading (EntQueryModel *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* The first page's records must exist before the rows are filled in, and stay until the list has
 * taken them over. */
static GPtrArray *
hold_first_page (EntQueryModel *self, GArray *ids)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (ids->len, PAGE); i++)
    g_ptr_array_add (records, ent_store_peek_hollow (self->store, record_type (self),
                                                     g_array_index (ids, gint64, i)));
  return records;
}

static void
query_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntQueryModel) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_autoptr (GPtrArray) first = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_loading (self, FALSE);
  if (answer == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  self->generation++;
  g_hash_table_remove_all (self->asked);
  first = hold_first_page (self, answer->ids);
  if (answer->first != NULL)
    ent_store_fill (self->store, ent_query_get_schema (self->query), answer->first);
  show_answer (self, answer->ids);
  answer_free (answer);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
refresh (EntQueryModel *self)
{
  self->stale = !self->active;
  if (self->stale)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_loading (self, TRUE);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, run_query,
                       ent_query_copy (self->query), (GDestroyNotify) ent_query_free,
                       (GDestroyNotify) answer_free, self->cancellable, query_run_cb,
                       g_object_ref (self));
}

static void
changed_cb (EntQueryModel *self, const EntNews *news, EntStore *store)
{
  if (ent_news_touches (news, ent_query_get_schema (self->query)))
    refresh (self);
}

static void
ent_query_model_dispose (GObject *object)
{
  EntQueryModel *self = ENT_QUERY_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_queue_clear_full (&self->kept, (GDestroyNotify) kept_page_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_query_model_parent_class)->dispose (object);
}

static void
ent_query_model_finalize (GObject *object)
{
  EntQueryModel *self = ENT_QUERY_MODEL (object);

  g_object_unref (self->cancellable);
  ent_query_free (self->query);
  g_array_unref (self->ids);
  g_array_unref (self->all);
  g_hash_table_unref (self->asked);
  G_OBJECT_CLASS (ent_query_model_parent_class)->finalize (object);
}

static void
ent_query_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntQueryModel *self = ENT_QUERY_MODEL (object);

  if (prop_id == PROP_LOADING)
    g_value_set_boolean (value, self->loading);
  else if (prop_id == PROP_N_ITEMS)
    g_value_set_uint (value, self->ids->len);
  else if (prop_id == PROP_ITEM_TYPE)
    g_value_set_gtype (value, ENT_TYPE_RECORD);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ent_query_model_class_init (EntQueryModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_query_model_dispose;
  object_class->finalize = ent_query_model_finalize;
  object_class->get_property = ent_query_model_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, ENT_TYPE_RECORD,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", ENT_TYPE_QUERY_MODEL, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", ENT_TYPE_QUERY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ent_query_model_init (EntQueryModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->all = g_array_ref (self->ids);
  self->from_start = TRUE;
  self->asked = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->cancellable = g_cancellable_new ();
  self->active = TRUE;
  g_queue_init (&self->kept);
}

EntQueryModel *
ent_query_model_new_idle (EntStore *store, const EntQuery *query)
{
  EntQueryModel *self = g_object_new (ENT_TYPE_QUERY_MODEL, NULL);

  self->store = g_object_ref (store);
  self->query = ent_query_copy (query);
  self->active = FALSE;
  self->stale = TRUE;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

EntQueryModel *
ent_query_model_new (EntStore *store, const EntQuery *query)
{
  EntQueryModel *self = ent_query_model_new_idle (store, query);

  ent_query_model_set_active (self, TRUE);
  return self;
}

void
ent_query_model_set_query (EntQueryModel *self, const EntQuery *query)
{
  if (ent_query_equal (self->query, query))
    return;

  ent_query_free (self->query);
  self->query = ent_query_copy (query);
  self->from_start = TRUE;
  refresh (self);
}

void
ent_query_model_set_stepwise (EntQueryModel *self, gboolean stepwise)
{
  self->stepwise = stepwise;
}

guint
ent_query_model_get_total (EntQueryModel *self)
{
  return self->all->len;
}

const EntQuery *
ent_query_model_get_query (EntQueryModel *self)
{
  return self->query;
}

void
ent_query_model_set_active (EntQueryModel *self, gboolean active)
{
  self->active = active;
  if (active && self->stale)
    refresh (self);
}

gboolean
ent_query_model_get_loading (EntQueryModel *self)
{
  return self->loading;
}

gint64
ent_query_model_get_id (EntQueryModel *self, guint position)
{
  g_return_val_if_fail (position < self->ids->len, 0);

  return g_array_index (self->ids, gint64, position);
}

guint
ent_query_model_find (EntQueryModel *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;

  return G_MAXUINT;
}

void
ent_query_model_refresh (EntQueryModel *self)
{
  refresh (self);
}
