/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template is filled with: named texts, yes or no, and lists of the same. Any thread, one at
 * a time. */

#include "ent-fields.h"

#include <string.h>

typedef struct
{
  EntChipKind kind;
  char *text; /* NULL: empty */
  gboolean flag;
  GPtrArray *items; /* (element-type EntFields), of a list only */
} Value;

struct _EntFields
{
  gatomicrefcount ref_count;
  GHashTable *values; /* path → Value */
};

G_DEFINE_BOXED_TYPE (EntFields, ent_fields, ent_fields_ref, ent_fields_unref)

static void
value_free (gpointer data)
{
  Value *value = data;

  g_free (value->text);
  g_clear_pointer (&value->items, g_ptr_array_unref);
  g_free (value);
}

static void
item_free (gpointer data)
{
  ent_fields_unref (data);
}

static Value *
put (EntFields *self, const char *path, EntChipKind kind)
{
  Value *value = g_new0 (Value, 1);

  value->kind = kind;
  g_hash_table_replace (self->values, g_strdup (path), value);
  return value;
}

static const Value *
look_up (const EntFields *self, const char *path)
{
  return g_hash_table_lookup (self->values, path);
}

static Value *
need_list (EntFields *self, const char *path)
{
  Value *value = g_hash_table_lookup (self->values, path);

  if (value == NULL || value->kind != ENT_CHIP_LIST)
    {
      value = put (self, path, ENT_CHIP_LIST);
      value->items = g_ptr_array_new_with_free_func (item_free);
    }
  return value;
}

/* What can stand in a document: valid, lines ended by one newline each, no other control
 * characters; a record may hold what was pasted into it. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '\r' || ch == '\n' || ch == 0x2028 || ch == 0x2029)
        {
          g_string_append_c (out, '\n');
          if (ch == '\r' && p[1] == '\n')
            p++;
        }
      else if (ch == '\t')
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (ch))
        g_string_append_unichar (out, ch);
    }
  return g_string_free_and_steal (out);
}

static void
append_json_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void append_json (GString *out, const EntFields *self);

static void
append_json_value (GString *out, const Value *value)
{
  if (value->kind == ENT_CHIP_TEXT)
    append_json_text (out, value->text != NULL ? value->text : "");
  else if (value->kind == ENT_CHIP_FLAG)
    g_string_append (out, value->flag ? "true" : "false");
  else
    {
      g_string_append_c (out, '[');
      for (guint i = 0; i < value->items->len; i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          append_json (out, g_ptr_array_index (value->items, i));
        }
      g_string_append_c (out, ']');
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_json (GString *out, const EntFields *self)
{
  g_autoptr(GPtrArray) names = g_hash_table_get_keys_as_ptr_array (self->values);

  g_ptr_array_sort (names, compare_names);
  g_string_append_c (out, '{');
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (i > 0)
        g_string_append_c (out, ',');
      append_json_text (out, name);
      g_string_append_c (out, ':');
      append_json_value (out, look_up (self, name));
    }
  g_string_append_c (out, '}');
}

EntFields *
ent_fields_new (void)
{
  EntFields *self = g_new0 (EntFields, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  return self;
}

EntFields *
ent_fields_ref (EntFields *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_fields_unref (EntFields *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->values);
  g_free (self);
}

void
ent_fields_set (EntFields *self, const char *path, const char *text)
{
  g_autofree char *cleaned = text != NULL ? clean (text) : NULL;
  Value *value = put (self, path, ENT_CHIP_TEXT);

  if (cleaned != NULL && cleaned[0] != '\0')
    value->text = g_steal_pointer (&cleaned);
}

void
ent_fields_set_flag (EntFields *self, const char *path, gboolean flag)
{
  put (self, path, ENT_CHIP_FLAG)->flag = flag != FALSE;
}

EntFields *
ent_fields_append (EntFields *self, const char *path)
{
  Value *list = need_list (self, path);
  EntFields *item = ent_fields_new ();

  g_ptr_array_add (list->items, item);
  return item;
}

void
ent_fields_set_empty_list (EntFields *self, const char *path)
{
  g_ptr_array_set_size (need_list (self, path)->items, 0);
}

gboolean
ent_fields_has (const EntFields *self, const char *path)
{
  return g_hash_table_contains (self->values, path);
}

const char *
ent_fields_get (const EntFields *self, const char *path)
{
  const Value *value = look_up (self, path);

  return value != NULL ? value->text : NULL;
}

gboolean
ent_fields_is_true (const EntFields *self, const char *path)
{
  const Value *value = look_up (self, path);

  if (value == NULL)
    return FALSE;
  return value->flag || value->text != NULL || (value->items != NULL && value->items->len > 0);
}

guint
ent_fields_n_items (const EntFields *self, const char *path)
{
  const Value *value = look_up (self, path);

  return value != NULL && value->items != NULL ? value->items->len : 0;
}

EntFields *
ent_fields_item (const EntFields *self, const char *path, guint position)
{
  const Value *value = look_up (self, path);

  g_return_val_if_fail (position < ent_fields_n_items (self, path), NULL);

  return g_ptr_array_index (value->items, position);
}

char *
ent_fields_to_json (const EntFields *self)
{
  GString *out = g_string_new (NULL);

  append_json (out, self);
  return g_string_free_and_steal (out);
}
