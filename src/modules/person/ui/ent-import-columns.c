/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the mapping. A field given to one column is taken from another that had it, so all
 * rows are shown again after each choice. Main thread. */

#include "ent-import-columns.h"

#include <glib/gi18n-lib.h>

/* Values shown of each column. */
#define N_EXAMPLES 3

struct _EntImportColumns
{
  AdwPreferencesGroup parent_instance;

  EntImportJob *job;
  const EntImportKind *kind;
  GPtrArray *rows; /* AdwComboRow by column, borrowed */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (EntImportColumns, ent_import_columns, ADW_TYPE_PREFERENCES_GROUP)

/* Position in the list of choices: 0 leaves the column out. */
static guint
choice_of (EntImportColumns *self, guint column)
{
  const char *field = ent_import_get_field (self->job->import, column);

  for (guint i = 0; field != NULL && i < self->kind->n_fields; i++)
    if (g_str_equal (self->kind->fields[i].name, field))
      return i + 1;

  return 0;
}

static void
show_choices (EntImportColumns *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_combo_row_set_selected (g_ptr_array_index (self->rows, i), choice_of (self, i));
  self->showing = FALSE;
}

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, EntImportColumns *self)
{
  guint column;
  guint choice = adw_combo_row_get_selected (row);

  if (self->showing || choice == GTK_INVALID_LIST_POSITION ||
      !g_ptr_array_find (self->rows, row, &column))
    return;
  ent_import_set_field (self->job->import, column,
                        choice > 0 ? self->kind->fields[choice - 1].name : NULL);
  show_choices (self);
}

static GListModel *
choices_new (const EntImportKind *kind)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Leave out"));
  for (guint i = 0; i < kind->n_fields; i++)
    gtk_string_list_append (list, _ (kind->fields[i].label));
  return G_LIST_MODEL (list);
}

static void
add_column (EntImportColumns *self, guint column, GListModel *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkExpression)
                expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 ent_import_get_header (self->job->import, column));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (row, "private");
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), expression);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
ent_import_columns_finalize (GObject *object)
{
  EntImportColumns *self = ENT_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->job, ent_import_job_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_import_columns_parent_class)->finalize (object);
}

static void
ent_import_columns_class_init (EntImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_import_columns_finalize;
}

static void
ent_import_columns_init (EntImportColumns *self)
{
  self->rows = g_ptr_array_new ();
}

void
ent_import_columns_set_job (EntImportColumns *self, EntImportJob *job, const EntImportKind *kind)
{
  g_autoptr (GListModel) choices = choices_new (kind);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  ent_import_job_ref (job);
  g_clear_pointer (&self->job, ent_import_job_unref);
  self->job = job;
  self->kind = kind;
  self->showing = TRUE;
  for (guint i = 0; i < ent_import_n_columns (job->import); i++)
    add_column (self, i, choices);
  show_choices (self);
}

void
ent_import_columns_set_examples (EntImportColumns *self, GPtrArray *rows)
{
  for (guint column = 0; column < self->rows->len; column++)
    {
      GString *text = g_string_new (NULL);
      g_autofree char *examples = NULL;
      guint n = 0;

      for (guint i = 0; i < rows->len && n < N_EXAMPLES; i++)
        {
          EntImportRow *row = g_ptr_array_index (rows, i);
          const char *cell = column < row->cells->len ? g_ptr_array_index (row->cells, column)
                                                      : NULL;

          if (cell == NULL || *cell == '\0')
            continue;
          g_string_append_printf (text, "%s%s", n > 0 ? " · " : "", cell);
          n++;
        }
      examples = g_string_free_and_steal (text);
      adw_action_row_set_subtitle (g_ptr_array_index (self->rows, column), examples);
    }
}
