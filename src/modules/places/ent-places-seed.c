/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the embedded lists of places into a new register. Thread of the connection. */

#include "ent-places-seed.h"

#include "ent-country.h"
#include "ent-csv.h"
#include "ent-locality.h"
#include "ent-municipality.h"
#include "ent-places-resources.h"

#include <string.h>

#define FOLDER "/org/entraide/Entraide/places/"

/* A column of a list and the column of the record that it fills. */
typedef struct
{
  const char *header;
  const char *column;
} Field;

typedef struct
{
  EntApply *apply;
  const char *file;
  const EntSchema *schema;
  const Field *fields;
  guint n_fields;
  /* INS code → id of the municipality: filled by one list, read by the next. */
  GHashTable *municipalities;
} List;

static const Field country_fields[] = {
  { "code", "code" },       { "name_fr", "name_fr" }, { "name_nl", "name_nl" },
  { "name_de", "name_de" }, { "name_en", "name_en" }, { "nationality_fr", "nationality_fr" },
  { "eu", "eu" },
};

static const Field municipality_fields[] = {
  { "ins", "ins_code" },      { "name_fr", "name_fr" }, { "name_nl", "name_nl" },
  { "name_de", "name_de" },   { "region", "region" },   { "valid_from", "valid_from" },
  { "valid_to", "valid_to" },
};

static const Field locality_fields[] = {
  { "postcode", "postcode" }, { "name_fr", "name_fr" },     { "name_nl", "name_nl" },
  { "name_de", "name_de" },   { "ins", "municipality_id" },
};

/* The lists come with a static library, which the linker may leave without a constructor. */
static void
register_lists (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      ent_places_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

static int
find_header (GPtrArray *header, const char *name)
{
  for (guint i = 0; i < header->len; i++)
    if (g_str_equal (g_ptr_array_index (header, i), name))
      return (int) i;

  return -1;
}

/* The nick of a region from the letter of its French or Dutch name that the official list uses. */
static const char *
region_nick (const char *letter)
{
  switch (*letter)
    {
    case 'W':
      return "wallonia";
    case 'V':
      return "flanders";
    default:
      return "brussels";
    }
}

/* The value of a cell as the database keeps it; the lists hold days as ISO text already. */
static EntValue
cell_value (List *list, const EntColumn *column, const char *text)
{
  gint64 *id;

  switch (column->kind)
    {
    case ENT_KIND_BOOL:
      return ent_int (g_str_equal (text, "yes"));
    case ENT_KIND_ENUM:
      return ent_text (region_nick (text));
    case ENT_KIND_REF:
      id = g_hash_table_lookup (list->municipalities, text);
      return id != NULL ? ent_int (*id) : ent_null ();
    default:
      return ent_text (text);
    }
}

static gboolean
insert_row (List *list, const int *positions, GPtrArray *row, GError **error)
{
  g_autoptr (EntRecord) record = ent_record_new (list->schema->type ());
  const char *ins = NULL;

  for (guint i = 0; i < list->n_fields; i++)
    {
      int column = ent_schema_find (list->schema, list->fields[i].column);
      const char *text;
      EntValue value;

      if (positions[i] < 0 || (guint) positions[i] >= row->len)
        continue;
      text = g_ptr_array_index (row, positions[i]);
      if (*text == '\0')
        continue;
      if (g_str_equal (list->fields[i].column, "ins_code"))
        ins = text;
      value = cell_value (list, &list->schema->columns[column], text);
      ent_record_set_value (record, (guint) column, &value);
    }

  if (!ent_apply_insert (list->apply, record, error))
    return FALSE;

  if (ins != NULL)
    {
      gint64 id = ent_record_get_id (record);

      g_hash_table_insert (list->municipalities, g_strdup (ins), g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

static gboolean
read_list (List *list, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, list->file, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EntCsvReader) reader = NULL;
  g_autoptr (GPtrArray) header = NULL;
  g_autofree int *positions = g_new (int, list->n_fields);
  GPtrArray *row = NULL;
  GError *local_error = NULL;

  register_lists ();
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;

  reader = ent_csv_reader_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), ',');
  if (!ent_csv_reader_next (reader, &header, error))
    return FALSE;
  for (guint i = 0; i < list->n_fields; i++)
    positions[i] = find_header (header, list->fields[i].header);

  while (ent_csv_reader_next (reader, &row, &local_error))
    {
      gboolean inserted = insert_row (list, positions, row, error);

      g_clear_pointer (&row, g_ptr_array_unref);
      if (!inserted)
        {
          g_prefix_error (error, "%s:%u: ", list->file, ent_csv_reader_line (reader));
          return FALSE;
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return TRUE;
}

gboolean
ent_places_seed (EntApply *apply, GError **error)
{
  g_autoptr (GHashTable)
                municipalities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  List lists[] = {
    { apply, "countries.csv", &ent_country_schema, country_fields, G_N_ELEMENTS (country_fields),
      municipalities },
    { apply, "municipalities.csv", &ent_municipality_schema, municipality_fields,
      G_N_ELEMENTS (municipality_fields), municipalities },
    { apply, "localities.csv", &ent_locality_schema, locality_fields,
      G_N_ELEMENTS (locality_fields), municipalities },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (&lists[i], error))
      return FALSE;

  return TRUE;
}
