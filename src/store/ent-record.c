/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records: properties from the column table, copying, comparing, values for the database. */

#include "ent-record.h"

#include <string.h>

#include "ent-date.h"
#include "ent-money.h"
#include "ent-national-number.h"

typedef struct
{
  gint64 id;
  gint64 version;
  gboolean loaded;
} EntRecordPrivate;

enum
{
  PROP_ID = 1,
  PROP_LOADED,
  PROP_SUMMARY,
  PROP_FIRST_COLUMN
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntRecord, ent_record, G_TYPE_OBJECT)

static EntRecordPrivate *
priv_of (gpointer record)
{
  return ent_record_get_instance_private (ENT_RECORD (record));
}

#define FIELD(record, column, ctype) (*(ctype *) ((char *) (record) + (column)->offset))

static const EntColumn *
column_of (gpointer record, guint position)
{
  return &ENT_RECORD_GET_CLASS (record)->schema->columns[position];
}

static void
clear_fields (gpointer record)
{
  const EntSchema *schema = ENT_RECORD_GET_CLASS (record)->schema;

  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].kind == ENT_KIND_TEXT)
      g_clear_pointer (&FIELD (record, &schema->columns[i], char *), g_free);
}

static void
ent_record_finalize (GObject *object)
{
  clear_fields (object);
  G_OBJECT_CLASS (ent_record_parent_class)->finalize (object);
}

/* An empty text is no text: there is one way only to be empty. */
static gboolean
set_text (char **field, const char *text)
{
  return g_set_str (field, text != NULL && *text != '\0' ? text : NULL);
}

static void
get_column_property (GObject *object, const EntColumn *column, GValue *value)
{
  switch (column->kind)
    {
    case ENT_KIND_TEXT:
      g_value_set_string (value, FIELD (object, column, char *));
      break;
    case ENT_KIND_MONEY:
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
      g_value_set_int64 (value, FIELD (object, column, gint64));
      break;
    case ENT_KIND_BOOL:
      g_value_set_boolean (value, FIELD (object, column, gboolean));
      break;
    case ENT_KIND_INT:
    case ENT_KIND_DATE:
    case ENT_KIND_TIME:
    case ENT_KIND_ENUM:
    default:
      g_value_set_int (value, FIELD (object, column, int));
      break;
    }
}

static void
ent_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, ent_record_get_id (object));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, ent_record_is_loaded (object));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, ent_record_get_summary (object));
      break;
    default:
      get_column_property (object, column_of (object, prop_id - PROP_FIRST_COLUMN), value);
      break;
    }
}

#define SET_FIELD(object, column, ctype, new_value) \
  G_STMT_START \
  { \
    ctype fresh = (new_value); \
    changed = FIELD (object, column, ctype) != fresh; \
    FIELD (object, column, ctype) = fresh; \
  } \
  G_STMT_END

static void
ent_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  const EntColumn *column;
  gboolean changed = FALSE;

  g_return_if_fail (prop_id >= PROP_FIRST_COLUMN);

  column = column_of (object, prop_id - PROP_FIRST_COLUMN);
  switch (column->kind)
    {
    case ENT_KIND_TEXT:
      changed = set_text (&FIELD (object, column, char *), g_value_get_string (value));
      break;
    case ENT_KIND_MONEY:
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
      SET_FIELD (object, column, gint64, g_value_get_int64 (value));
      break;
    case ENT_KIND_BOOL:
      SET_FIELD (object, column, gboolean, g_value_get_boolean (value));
      break;
    case ENT_KIND_INT:
    case ENT_KIND_DATE:
    case ENT_KIND_TIME:
    case ENT_KIND_ENUM:
    default:
      SET_FIELD (object, column, int, g_value_get_int (value));
      break;
    }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

/* What an empty field holds, by kind. */
static void
init_fields (gpointer record)
{
  const EntSchema *schema = ENT_RECORD_GET_CLASS (record)->schema;

  for (guint i = 0; i < schema->n_columns; i++)
    {
      const EntColumn *column = &schema->columns[i];

      if (column->kind == ENT_KIND_MONEY)
        FIELD (record, column, gint64) = ENT_MONEY_NONE;
      else if (column->kind == ENT_KIND_DATE)
        FIELD (record, column, gint32) = ENT_DAY_NONE;
      else if (column->kind == ENT_KIND_INT || column->kind == ENT_KIND_TIME)
        FIELD (record, column, int) = ENT_INT_NONE;
    }
}

static void
ent_record_constructed (GObject *object)
{
  G_OBJECT_CLASS (ent_record_parent_class)->constructed (object);
  init_fields (object);
}

static void
ent_record_class_init (EntRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ent_record_finalize;
  object_class->constructed = ent_record_constructed;
  object_class->get_property = ent_record_get_property;
  object_class->set_property = ent_record_set_property;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_LOADED,
                                   g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE |
                                                             G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_SUMMARY,
                                   g_param_spec_string ("summary", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ent_record_init (EntRecord *self)
{
}

static GParamSpec *
column_pspec (const EntColumn *column)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_NAME | G_PARAM_EXPLICIT_NOTIFY;
  g_autofree char *name = g_strdelimit (g_strdup (column->name), "_", '-');

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
      return g_param_spec_string (g_intern_string (name), NULL, NULL, NULL, flags);
    case ENT_KIND_MONEY:
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
      return g_param_spec_int64 (g_intern_string (name), NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                 flags);
    case ENT_KIND_BOOL:
      return g_param_spec_boolean (g_intern_string (name), NULL, NULL, FALSE, flags);
    case ENT_KIND_INT:
    case ENT_KIND_DATE:
    case ENT_KIND_TIME:
    case ENT_KIND_ENUM:
    default:
      return g_param_spec_int (g_intern_string (name), NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    }
}

void
ent_record_class_install (EntRecordClass *klass, const EntSchema *schema)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_assert (schema->n_columns <= 64);

  /* GObject does not let these two be inherited. */
  object_class->get_property = ent_record_get_property;
  object_class->set_property = ent_record_set_property;
  klass->schema = schema;
  klass->pspecs = g_new0 (GParamSpec *, schema->n_columns);
  for (guint i = 0; i < schema->n_columns; i++)
    {
      klass->pspecs[i] = column_pspec (&schema->columns[i]);
      g_object_class_install_property (object_class, PROP_FIRST_COLUMN + i, klass->pspecs[i]);
    }
}

gpointer
ent_record_new (GType type)
{
  return g_object_new (type, NULL);
}

gpointer
ent_record_dup (gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);
  gpointer copy = ent_record_new (G_OBJECT_TYPE (record));

  for (guint i = 0; i < schema->n_columns; i++)
    {
      EntValue value;

      ent_record_get_value (record, i, &value);
      ent_record_set_value (copy, i, &value);
      ent_value_clear (&value);
    }
  *priv_of (copy) = *priv_of (record);
  return copy;
}

const EntSchema *
ent_record_get_schema (gpointer record)
{
  return ENT_RECORD_GET_CLASS (record)->schema;
}

gint64
ent_record_get_id (gpointer record)
{
  return priv_of (record)->id;
}

gint64
ent_record_get_version (gpointer record)
{
  return priv_of (record)->version;
}

gboolean
ent_record_is_loaded (gpointer record)
{
  return priv_of (record)->loaded;
}

char *
ent_record_get_summary (gpointer record)
{
  const EntSchema *schema = ent_record_get_schema (record);

  if (!priv_of (record)->loaded && priv_of (record)->id > 0)
    return g_strdup ("");
  if (schema->summary != NULL)
    return schema->summary (record);

  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].kind == ENT_KIND_TEXT && !(schema->columns[i].flags & ENT_COLUMN_HIDDEN))
      return g_strdup (FIELD (record, &schema->columns[i], char *)
                           ? FIELD (record, &schema->columns[i], char *)
                           : "");
  return g_strdup ("");
}

static EntValue
enum_value (const EntColumn *column, int number)
{
  const EntChoice *choice = number == 0 ? NULL : ent_enum_by_value (column->choices, number);

  return choice == NULL ? ent_null () : ent_text (choice->nick);
}

static EntValue
borrow_value (gpointer record, const EntColumn *column)
{
  gint64 number;

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
      return ent_text (FIELD (record, column, char *));
    case ENT_KIND_DATE:
      return ent_day (FIELD (record, column, gint32));
    case ENT_KIND_ENUM:
      return enum_value (column, FIELD (record, column, int));
    case ENT_KIND_BOOL:
      return ent_int (FIELD (record, column, gboolean) != FALSE);
    case ENT_KIND_MONEY:
      number = FIELD (record, column, gint64);
      return number == ENT_MONEY_NONE ? ent_null () : ent_int (number);
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
      number = FIELD (record, column, gint64);
      return number == 0 ? ent_null () : ent_int (number);
    case ENT_KIND_INT:
    case ENT_KIND_TIME:
    default:
      number = FIELD (record, column, int);
      return number == ENT_INT_NONE ? ent_null () : ent_int (number);
    }
}

void
ent_record_get_value (gpointer record, guint column, EntValue *value)
{
  EntValue borrowed = borrow_value (record, column_of (record, column));

  ent_value_copy (&borrowed, value);
}

/* A computed text may come as a number: count (*) does. */
static gboolean
store_text (char **field, const EntValue *value)
{
  g_autofree char *number = NULL;

  if (value->type == ENT_VALUE_TEXT)
    return set_text (field, value->s);
  if (value->type == ENT_VALUE_INT)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, value->i);
  else if (value->type == ENT_VALUE_REAL)
    number = g_strdup_printf ("%g", value->d);
  return set_text (field, number);
}

/* The field's new content for a value; returns whether it differs from the old. A value of a type
 * that the column cannot hold counts as empty. */
static gboolean
store_value (gpointer record, const EntColumn *column, const EntValue *value)
{
  gboolean is_null = value->type != ENT_VALUE_INT;
  const EntChoice *choice;
  gboolean changed = FALSE;

  switch (column->kind)
    {
    case ENT_KIND_TEXT:
      return store_text (&FIELD (record, column, char *), value);
    case ENT_KIND_DATE:
      SET_FIELD (record, column, gint32,
                 value->type == ENT_VALUE_TEXT ? ent_day_parse_iso (value->s) : ENT_DAY_NONE);
      return changed;
    case ENT_KIND_ENUM:
      choice = value->type == ENT_VALUE_TEXT ? ent_enum_by_nick (column->choices, value->s) : NULL;
      SET_FIELD (record, column, int, choice != NULL ? choice->value : 0);
      return changed;
    case ENT_KIND_BOOL:
      SET_FIELD (record, column, gboolean, !is_null && value->i != 0);
      return changed;
    case ENT_KIND_MONEY:
      SET_FIELD (record, column, gint64, is_null ? ENT_MONEY_NONE : value->i);
      return changed;
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
      SET_FIELD (record, column, gint64, is_null ? 0 : value->i);
      return changed;
    case ENT_KIND_INT:
    case ENT_KIND_TIME:
    default:
      SET_FIELD (record, column, int, is_null ? ENT_INT_NONE : (int) value->i);
      return changed;
    }
}

void
ent_record_set_value (gpointer record, guint position, const EntValue *value)
{
  const EntColumn *column = column_of (record, position);

  if (store_value (record, column, value))
    g_object_notify_by_pspec (record, ENT_RECORD_GET_CLASS (record)->pspecs[position]);
}

char *
ent_record_display (gpointer record, const char *name)
{
  int position = ent_schema_find (ent_record_get_schema (record), name);
  EntValue value;

  g_return_val_if_fail (position >= 0, g_strdup (""));

  value = borrow_value (record, column_of (record, (guint) position));
  return ent_column_display (column_of (record, (guint) position), &value);
}

char *
ent_record_display_masked (gpointer record, const char *name)
{
  const EntColumn *column = ent_schema_column (ent_record_get_schema (record), name);

  g_return_val_if_fail (column != NULL, g_strdup (""));

  if (ent_record_is_empty (record, (guint) (column - ent_record_get_schema (record)->columns)))
    return g_strdup ("");
  if (column->flags & ENT_COLUMN_NUMBER)
    return ent_national_number_mask (FIELD (record, column, char *));
  if (column->flags & ENT_COLUMN_PRIVATE)
    return g_strdup ("•••");
  return ent_record_display (record, name);
}

gboolean
ent_record_is_empty (gpointer record, guint column)
{
  return borrow_value (record, column_of (record, column)).type == ENT_VALUE_NULL;
}

guint64
ent_record_compare (gpointer a, gpointer b)
{
  const EntSchema *schema = ent_record_get_schema (a);
  guint64 mask = 0;

  g_return_val_if_fail (schema == ent_record_get_schema (b), 0);

  for (guint i = 0; i < schema->n_columns; i++)
    {
      EntValue left = borrow_value (a, &schema->columns[i]);
      EntValue right = borrow_value (b, &schema->columns[i]);

      if (schema->columns[i].expression == NULL && !ent_value_equal (&left, &right))
        mask |= G_GUINT64_CONSTANT (1) << i;
    }
  return mask;
}

void
ent_record_set_identity (gpointer record, gint64 id, gint64 version)
{
  EntRecordPrivate *priv = priv_of (record);
  gboolean changed = priv->id != id;

  priv->id = id;
  priv->version = version;
  if (changed)
    g_object_notify (record, "id");
}

void
ent_record_set_loaded (gpointer record, gboolean loaded)
{
  priv_of (record)->loaded = loaded;
  g_object_notify (record, "loaded");
  g_object_notify (record, "summary");
}
