/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that read a register: tables, search, export. One thread. */

#include "ent-ctl.h"
#include "ent-module.h"
#include "ent-record.h"
#include "ent-search.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MOST_HITS 20

/* clang-format off */
static const char *const kind_names[] = {
  [ENT_KIND_TEXT] = N_("text"),
  [ENT_KIND_INT] = N_("number"),
  [ENT_KIND_MONEY] = N_("amount"),
  [ENT_KIND_DATE] = N_("date"),
  [ENT_KIND_TIME] = N_("time"),
  [ENT_KIND_STAMP] = N_("moment"),
  [ENT_KIND_BOOL] = N_("yes/no"),
  [ENT_KIND_ENUM] = N_("choice"),
  [ENT_KIND_REF] = N_("reference"),
};

/* What is worth knowing of a column beside its kind. */
static const struct
{
  EntColumnFlags flag;
  const char *word;
} notable[] = {
  { ENT_COLUMN_REQUIRED, N_("required") },
  { ENT_COLUMN_UNIQUE, N_("unique") },
  { ENT_COLUMN_SEARCH, N_("searched") },
  { ENT_COLUMN_PRIVATE, N_("sensitive") },
  { ENT_COLUMN_READ_ONLY, N_("given by the register") },
};
/* clang-format on */

static void
print_column (const EntColumn *column)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  if (column->kind == ENT_KIND_REF)
    g_string_append_printf (notes, "→ %s", ent_schema_for_type (column->type ())->table);
  if (column->expression != NULL)
    g_string_append (notes, _ ("computed"));
  for (guint i = 0; i < G_N_ELEMENTS (notable); i++)
    if (column->flags & notable[i].flag)
      g_string_append_printf (notes, "%s%s", notes->len > 0 ? ", " : "", _ (notable[i].word));
  g_print ("  %-20s %-10s %s%s%s%s\n", column->name, _ (kind_names[column->kind]),
           ent_column_label (column), notes->len > 0 ? " (" : "", notes->str,
           notes->len > 0 ? ")" : "");
  for (guint i = 0; column->choices != NULL && i < column->choices->n_choices; i++)
    g_print ("  %-20s %-10s   %s: %s\n", "", "", column->choices->choices[i].nick,
             _ (column->choices->choices[i].label));
}

static gboolean
print_table (EntDb *db, const EntSchema *schema, GError **error)
{
  g_autoptr (EntQuery) query = ent_query_new (schema);
  g_autoptr (GArray) ids = ent_query_run (query, db, NULL, error);

  if (ids == NULL)
    return FALSE;

  /* Translators: name of a table, what it holds, number of rows */
  g_print (ngettext ("%s: %s, %u row", "%s: %s, %u rows", ids->len), schema->table,
           _ (schema->plural), ids->len);
  g_print ("\n");
  for (guint i = 0; i < schema->n_columns; i++)
    if (!(schema->columns[i].flags & ENT_COLUMN_HIDDEN))
      print_column (&schema->columns[i]);
  g_print ("\n");
  return TRUE;
}

int
ent_ctl_tables (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = { ENT_CTL_PASSPHRASE (passphrase_file), G_OPTION_ENTRY_NULL };
  const EntSchema *const *all = ent_registry_schemas ();
  g_auto (GStrv) words = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_ctl_parse ("tables", entries, argc, argv, 1, 1, &words))
    return ENT_CTL_USAGE;

  reg = ent_ctl_open (words[0], passphrase_file, ENT_REGISTER_READ_ONLY, &db, &error);
  if (reg == NULL)
    return ent_ctl_fail (error);
  for (guint i = 0; all[i] != NULL; i++)
    if (!print_table (db, all[i], &error))
      return ent_ctl_fail (error);
  return ENT_CTL_OK;
}

int
ent_ctl_search (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  const GOptionEntry entries[] = { ENT_CTL_PASSPHRASE (passphrase_file), G_OPTION_ENTRY_NULL };
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (!ent_ctl_parse ("search", entries, argc, argv, 2, G_MAXUINT, &words))
    return ENT_CTL_USAGE;

  text = g_strjoinv (" ", words + 1);
  reg = ent_ctl_open (words[0], passphrase_file, ENT_REGISTER_READ_ONLY, &db, &error);
  if (reg != NULL)
    hits = ent_search_everything (db, text, MOST_HITS, &error);
  if (hits == NULL)
    return ent_ctl_fail (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const EntSearchHit *hit = g_ptr_array_index (hits, i);

      g_print ("%s %" G_GINT64_FORMAT "\t%s\t%s\n", hit->schema->table, hit->id,
               _ (hit->schema->title), hit->summary);
    }
  if (hits->len == 0)
    g_printerr ("%s\n", _ ("Nothing was found."));
  return ENT_CTL_OK;
}

/* The columns asked for, or all that are not technical; NULL after saying which is unknown. */
static char **
choose_columns (const EntSchema *schema, const char *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) asked = g_strsplit (list != NULL ? list : "", ",", -1);

  for (guint i = 0; i < schema->n_columns && list == NULL; i++)
    if (!(schema->columns[i].flags & ENT_COLUMN_HIDDEN))
      g_strv_builder_add (builder, schema->columns[i].name);
  for (guint i = 0; asked[i] != NULL; i++)
    {
      if (ent_schema_find (schema, g_strstrip (asked[i])) < 0)
        {
          ent_ctl_misused (
              _ ("The table “%s” has no column “%s”. “entraidectl tables” lists them."),
              schema->table, asked[i]);
          return NULL;
        }
      g_strv_builder_add (builder, asked[i]);
    }
  return g_strv_builder_end (builder);
}

int
ent_ctl_export (int argc, char **argv)
{
  g_autofree char *passphrase_file = NULL;
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *output = NULL;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "columns", 0, 0, G_OPTION_ARG_STRING, &list,
      N_("Only these columns, in this order"), N_("NAME,NAME…") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &text, N_("Only rows with these words"), N_("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to this file instead of standard output"), N_("FILE") },
    ENT_CTL_PASSPHRASE (passphrase_file),
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) columns = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (EntQuery) query = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  GMemoryOutputStream *memory;
  const EntSchema *schema;
  gboolean ok;

  if (!ent_ctl_parse ("export", entries, argc, argv, 2, 2, &words))
    return ENT_CTL_USAGE;
  schema = ent_ctl_schema (words[1]);
  columns = schema != NULL ? choose_columns (schema, list) : NULL;
  if (columns == NULL)
    return ENT_CTL_USAGE;

  reg = ent_ctl_open (words[0], passphrase_file, ENT_REGISTER_READ_ONLY, &db, &error);
  if (reg == NULL)
    return ent_ctl_fail (error);
  query = ent_query_new (schema);
  ent_query_set_search (query, text);
  ok = ent_exchange_export (db, query, (const char *const *) columns, FALSE, stream,
                            ent_ctl_progress, (gpointer) _ ("Writing:"), NULL, &error);
  ent_ctl_progress_end ();
  memory = G_MEMORY_OUTPUT_STREAM (stream);
  if (!ok || !ent_ctl_save (g_memory_output_stream_get_data (memory),
                            g_memory_output_stream_get_data_size (memory), output, &error))
    return ent_ctl_fail (error);
  return ENT_CTL_OK;
}
