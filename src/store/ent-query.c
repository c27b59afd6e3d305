/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Queries: conditions, words, order, and the ids that they give. */

#include "ent-query.h"

#include <json-glib/json-glib.h>

#include "ent-search.h"
#include "ent-text.h"

typedef struct
{
  guint column;
  EntOp op;
  EntValue value;
} Condition;

struct _EntQuery
{
  const EntSchema *schema;
  char *search;
  GArray *conditions;
  int order; /* column, or -1 */
  gboolean descending;
};

G_DEFINE_BOXED_TYPE (EntQuery, ent_query, ent_query_copy, ent_query_free)

static const char *const op_names[] = { "=", "<>", ">=", "<=", "begins", "contains" };

static void
clear_condition (gpointer data)
{
  ent_value_clear (&((Condition *) data)->value);
}

EntQuery *
ent_query_new (const EntSchema *schema)
{
  EntQuery *self = g_new0 (EntQuery, 1);

  self->schema = schema;
  self->order = -1;
  self->conditions = g_array_new (FALSE, TRUE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, clear_condition);
  return self;
}

EntQuery *
ent_query_copy (const EntQuery *self)
{
  EntQuery *copy = ent_query_new (self->schema);

  copy->search = g_strdup (self->search);
  copy->order = self->order;
  copy->descending = self->descending;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      ent_query_add_condition (copy, self->schema->columns[condition->column].name, condition->op,
                               &condition->value);
    }
  return copy;
}

void
ent_query_free (EntQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_array_unref (self->conditions);
  g_free (self);
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *left = ent_text_fold (a != NULL ? a : "");
  g_autofree char *right = ent_text_fold (b != NULL ? b : "");

  return g_str_equal (left, right);
}

gboolean
ent_query_equal (const EntQuery *a, const EntQuery *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->schema != b->schema || !same_words (a->search, b->search))
    return FALSE;

  left = ent_query_to_text (a);
  right = ent_query_to_text (b);
  return g_str_equal (left, right);
}

const EntSchema *
ent_query_get_schema (const EntQuery *self)
{
  return self->schema;
}

void
ent_query_set_search (EntQuery *self, const char *text)
{
  g_set_str (&self->search, text);
}

const char *
ent_query_get_search (const EntQuery *self)
{
  return self->search;
}

void
ent_query_add_condition (EntQuery *self, const char *column, EntOp op, const EntValue *value)
{
  int position = ent_schema_find (self->schema, column);
  Condition condition = { 0 };

  g_return_if_fail (position >= 0);

  condition.column = (guint) position;
  condition.op = op;
  if (value != NULL)
    ent_value_copy (value, &condition.value);
  g_array_append_val (self->conditions, condition);
}

guint
ent_query_n_conditions (const EntQuery *self)
{
  return self->conditions->len;
}

void
ent_query_get_condition (const EntQuery *self,
                         guint position,
                         const char **column,
                         EntOp *op,
                         const EntValue **value)
{
  const Condition *condition = &g_array_index (self->conditions, Condition, position);

  *column = self->schema->columns[condition->column].name;
  *op = condition->op;
  *value = &condition->value;
}

void
ent_query_clear_conditions (EntQuery *self)
{
  g_array_set_size (self->conditions, 0);
}

void
ent_query_set_order (EntQuery *self, const char *column, gboolean descending)
{
  self->order = column != NULL ? ent_schema_find (self->schema, column) : -1;
  self->descending = descending;
}

const char *
ent_query_get_order (const EntQuery *self, gboolean *descending)
{
  if (descending != NULL)
    *descending = self->descending;
  return self->order >= 0 ? self->schema->columns[self->order].name : NULL;
}

static void
build_value (JsonBuilder *builder, const EntValue *value)
{
  if (value->type == ENT_VALUE_TEXT)
    json_builder_add_string_value (builder, value->s);
  else if (value->type == ENT_VALUE_INT)
    json_builder_add_int_value (builder, value->i);
  else
    json_builder_add_null_value (builder);
}

char *
ent_query_to_text (const EntQuery *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (self->order >= 0)
    {
      json_builder_set_member_name (builder, "order");
      json_builder_add_string_value (builder, self->schema->columns[self->order].name);
      json_builder_set_member_name (builder, "descending");
      json_builder_add_boolean_value (builder, self->descending);
    }
  json_builder_set_member_name (builder, "conditions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, self->schema->columns[condition->column].name);
      json_builder_add_string_value (builder, op_names[condition->op]);
      build_value (builder, &condition->value);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static const char *
text_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static EntValue
value_of (JsonNode *node)
{
  if (text_of (node) != NULL)
    return ent_text (text_of (node));
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return ent_int (json_node_get_int (node));
  return ent_null ();
}

static void
add_from_json (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  EntQuery *self = user_data;
  JsonArray *parts = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *column;
  EntValue value;

  if (parts == NULL || json_array_get_length (parts) != 3)
    return;
  column = text_of (json_array_get_element (parts, 0));
  value = value_of (json_array_get_element (parts, 2));
  if (column == NULL || ent_schema_find (self->schema, column) < 0)
    return;
  for (guint op = 0; op < G_N_ELEMENTS (op_names); op++)
    if (g_strcmp0 (op_names[op], text_of (json_array_get_element (parts, 1))) == 0)
      ent_query_add_condition (self, column, (EntOp) op, &value);
}

/* The text may come from another version: what is not understood is left out. */
EntQuery *
ent_query_from_text (const EntSchema *schema, const char *text)
{
  EntQuery *self = ent_query_new (schema);
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObject *object;
  JsonNode *conditions;
  JsonNode *descending;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return self;

  object = json_node_get_object (root);
  descending = json_object_get_member (object, "descending");
  ent_query_set_order (self, text_of (json_object_get_member (object, "order")),
                       descending != NULL && JSON_NODE_HOLDS_VALUE (descending) &&
                           json_node_get_boolean (descending));
  conditions = json_object_get_member (object, "conditions");
  if (conditions != NULL && JSON_NODE_HOLDS_ARRAY (conditions))
    json_array_foreach_element (json_node_get_array (conditions), add_from_json, self);
  return self;
}

/* Text is compared as it is stored; a beginning is a range, so an index serves it. */
static void
append_condition (GString *sql, GArray *args, const EntQuery *self, const Condition *condition)
{
  const EntColumn *column = &self->schema->columns[condition->column];
  const char *name = column->expression != NULL ? column->expression : column->name;
  EntValue value = condition->value;
  guint n = args->len + 1;

  if (value.type == ENT_VALUE_NULL)
    {
      g_string_append_printf (sql, "(%s) IS %sNULL", name,
                              condition->op == ENT_OP_NOT_EQUAL ? "NOT " : "");
      return;
    }

  switch (condition->op)
    {
    case ENT_OP_BEGINS:
      g_string_append_printf (sql, "(%s) >= $%u AND (%s) < $%u || char (1114111)", name, n, name,
                              n);
      break;
    case ENT_OP_CONTAINS:
      g_string_append_printf (sql, "instr (ent_fold (%s), ent_fold ($%u)) > 0", name, n);
      break;
    case ENT_OP_NOT_EQUAL:
      g_string_append_printf (sql, "(%s) IS DISTINCT FROM $%u", name, n);
      break;
    case ENT_OP_EQUAL:
    case ENT_OP_AT_LEAST:
    case ENT_OP_AT_MOST:
    default:
      g_string_append_printf (sql, "(%s) %s $%u", name, op_names[condition->op], n);
      break;
    }
  g_array_append_val (args, value);
}

/* Words are ordered by what they look like folded, so that É stands beside E; the name of a record
 * has its folded key at hand. Transfer full. */
static char *
order_expression (const EntQuery *self)
{
  const EntColumn *column = &self->schema->columns[self->order];
  const char *name = column->expression != NULL ? column->expression : column->name;

  if (column->kind != ENT_KIND_TEXT)
    return g_strdup_printf ("(%s)", name);
  if (column->flags & ENT_COLUMN_REQUIRED && ent_schema_find (self->schema, "sort_key") >= 0)
    return g_strdup ("sort_key");
  return g_strdup_printf ("ent_fold ((%s))", name);
}

static char *
query_sql (const EntQuery *self, GArray *args)
{
  GString *sql = g_string_new ("SELECT id FROM ");
  const char *separator = " WHERE ";

  g_string_append (sql, self->schema->table);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      g_string_append (sql, separator);
      append_condition (sql, args, self, &g_array_index (self->conditions, Condition, i));
      separator = " AND ";
    }

  g_string_append (sql, " ORDER BY ");
  if (self->order >= 0)
    {
      g_autofree char *expression = order_expression (self);

      g_string_append_printf (sql, "%s %s, ", expression, self->descending ? "DESC" : "ASC");
    }
  g_string_append (sql, self->schema->order);
  return g_string_free_and_steal (sql);
}

static GArray *
read_ids (EntDb *db, const char *sql, GArray *args, GCancellable *cancellable, GError **error)
{
  const EntValue *values = (const EntValue *) args->data;
  g_autoptr (EntRows) rows = ent_db_query (db, sql, values, args->len, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (rows == NULL)
    return NULL;
  while (ent_rows_next (rows, &local_error))
    {
      gint64 id = ent_rows_int (rows, 0);

      g_array_append_val (ids, id);
      if (ids->len % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&ids);
}

/* The order of the whole list is kept per connection: a search then only marks rows and walks the
 * order, instead of sorting thousands of hits at every key. */
typedef struct
{
  char *sql;
  gint64 stamp;
  GArray *ids;
} OrderCache;

static void
order_cache_free (gpointer data)
{
  OrderCache *self = data;

  g_free (self->sql);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static GPrivate order_caches = G_PRIVATE_INIT (order_cache_free);

static OrderCache *
get_order_cache (void)
{
  OrderCache *cache = g_private_get (&order_caches);

  if (cache == NULL)
    {
      cache = g_new0 (OrderCache, 1);
      g_private_set (&order_caches, cache);
    }
  return cache;
}

static GArray *
ordered_ids (EntDb *db, const char *sql, GArray *args, GCancellable *cancellable, GError **error)
{
  gint64 stamp = ent_db_number (db, "SELECT coalesce (max (id), 0) FROM change_set", ENT_NO_ARGS,
                                0);
  g_autofree char *key = g_strdup_printf ("%u %s", ent_db_serial (db), sql);
  OrderCache *cache = get_order_cache ();
  GArray *ids;

  if (args->len == 0 && cache->ids != NULL && cache->stamp == stamp &&
      g_str_equal (cache->sql, key))
    return g_array_ref (cache->ids);

  ids = read_ids (db, sql, args, cancellable, error);
  if (ids != NULL && args->len == 0)
    {
      g_clear_pointer (&cache->ids, g_array_unref);
      g_free (cache->sql);
      cache->sql = g_steal_pointer (&key);
      cache->stamp = stamp;
      cache->ids = g_array_ref (ids);
    }
  return ids;
}

/* Those of @ordered that are also in @found, in the order of @ordered. */
static GArray *
intersect (GArray *ordered, GArray *found)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), found->len);
  gint64 highest = 0;
  g_autofree guint8 *marks = NULL;

  for (guint i = 0; i < found->len; i++)
    highest = MAX (highest, g_array_index (found, gint64, i));
  marks = g_malloc0 ((gsize) highest / 8 + 1);
  for (guint i = 0; i < found->len; i++)
    {
      gint64 id = g_array_index (found, gint64, i);

      marks[id / 8] |= (guint8) (1 << (id % 8));
    }
  for (guint i = 0; i < ordered->len && ids->len < found->len; i++)
    {
      gint64 id = g_array_index (ordered, gint64, i);

      if (id <= highest && marks[id / 8] >> (id % 8) & 1)
        g_array_append_val (ids, id);
    }
  return ids;
}

GArray *
ent_query_run (const EntQuery *self, EntDb *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) args = g_array_new (FALSE, FALSE, sizeof (EntValue));
  g_autofree char *sql = query_sql (self, args);
  g_autofree char *words = ent_search_expression (self->search);
  g_autoptr (GArray) ordered = NULL;
  g_autoptr (GArray) found = NULL;

  if (words != NULL)
    {
      found = ent_search_ids (db, self->schema, self->search, error);
      if (found == NULL)
        return NULL;
    }
  ordered = ordered_ids (db, sql, args, cancellable, error);
  if (ordered == NULL)
    return NULL;
  return found != NULL ? intersect (ordered, found) : g_steal_pointer (&ordered);
}
