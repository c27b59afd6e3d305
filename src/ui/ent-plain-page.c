/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain page. Main thread. */

#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-group.h"

struct _EntPlainPage
{
  EntRecordPage parent_instance;

  const EntPlainSpec *spec;
  GtkWidget *name;
  GPtrArray *rows; /* AdwActionRow of each shown column, borrowed */
};

G_DEFINE_FINAL_TYPE (EntPlainPage, ent_plain_page, ENT_TYPE_RECORD_PAGE)

static void
referred_loaded_cb (AdwActionRow *row, GParamSpec *pspec, gpointer record)
{
  g_autofree char *summary = ent_record_get_summary (record);

  adw_action_row_set_subtitle (row, summary);
}

/* What a reference refers to is named as soon as it is read. */
static void
show_reference (EntPlainPage *self, GtkWidget *row, const EntColumn *column, gpointer record)
{
  gint64 id = G_STRUCT_MEMBER (gint64, record, column->offset);
  gpointer old = g_object_get_data (G_OBJECT (row), "referred");
  gpointer referred;

  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, referred_loaded_cb, row);
  g_object_set_data (G_OBJECT (row), "referred", NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "");
  if (id <= 0)
    return;

  referred = ent_store_peek (ent_record_page_get_store (ENT_RECORD_PAGE (self)), column->type (),
                             id);
  g_object_set_data_full (G_OBJECT (row), "referred", referred, g_object_unref);
  g_signal_connect_object (referred, "notify::loaded", G_CALLBACK (referred_loaded_cb), row,
                           G_CONNECT_SWAPPED);
  referred_loaded_cb (ADW_ACTION_ROW (row), NULL, referred);
}

/* A heading with nothing below it is left out. */
static void
show_groups (EntPlainPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (gtk_widget_get_ancestor (g_ptr_array_index (self->rows, i),
                                                     ADW_TYPE_PREFERENCES_GROUP),
                            FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (row))
        gtk_widget_set_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP), TRUE);
    }
}

static gboolean
is_shown (gpointer record, const EntColumn *column)
{
  int position = ent_schema_find (ent_record_get_schema (record), column->name);

  return !ent_record_is_empty (record, (guint) position) &&
         (!(column->flags & ENT_COLUMN_QUIET) ||
          G_STRUCT_MEMBER (gboolean, record, column->offset));
}

static void
refresh (EntRecordPage *page)
{
  EntPlainPage *self = ENT_PLAIN_PAGE (page);
  gpointer record = ent_record_page_get_record (page);
  g_autofree char *summary = ent_record_get_summary (record);

  gtk_label_set_text (GTK_LABEL (self->name), summary);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const EntColumn *column = g_object_get_data (G_OBJECT (row), "column");

      gtk_widget_set_visible (row, is_shown (record, column));
      if (column->kind == ENT_KIND_REF)
        show_reference (self, row, column, record);
      else
        {
          g_autofree char *text = ent_record_display (record, column->name);

          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
        }
    }
  show_groups (self);
}

static void
add_form_groups (EntForm *form, const EntPlainSpec *spec)
{
  for (const EntFieldGroup *group = spec->groups; group->columns != NULL; group++)
    ent_form_add_group (form, group->title != NULL ? _ (group->title) : NULL, NULL, group->columns);
}

static void
edit (EntRecordPage *page)
{
  EntPlainPage *self = ENT_PLAIN_PAGE (page);
  gpointer record = ent_record_page_get_record (page);
  g_autoptr (GObject) original = ent_record_dup (record);
  g_autoptr (GObject) draft = ent_record_dup (record);
  EntFormDialog *dialog = ent_form_dialog_new (ent_record_page_get_store (page),
                                               _ (self->spec->edit_title), original, draft,
                                               _ (self->spec->changed));

  add_form_groups (ent_form_dialog_get_form (dialog), self->spec);
  if (self->spec->prepare_form != NULL)
    self->spec->prepare_form (dialog, ent_record_page_get_store (page));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
ent_plain_page_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_PLAIN_PAGE (object)->rows);
  G_OBJECT_CLASS (ent_plain_page_parent_class)->finalize (object);
}

static void
ent_plain_page_class_init (EntPlainPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_plain_page_finalize;
  ENT_RECORD_PAGE_CLASS (klass)->refresh = refresh;
  ENT_RECORD_PAGE_CLASS (klass)->edit = edit;
  ENT_RECORD_PAGE_CLASS (klass)->deleted = N_ ("Record deleted");
}

static void
ent_plain_page_init (EntPlainPage *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_group (EntPlainPage *self, const EntFieldGroup *fields)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (fields->title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (fields->title));
  else
    ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ (self->spec->schema->title));
  for (guint i = 0; fields->columns[i] != NULL; i++)
    {
      const EntColumn *column = ent_schema_column (self->spec->schema, fields->columns[i]);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (column));
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      gtk_widget_add_css_class (row, "property");
      gtk_widget_add_css_class (row, "private");
      gtk_widget_set_visible (row, FALSE);
      g_object_set_data (G_OBJECT (row), "column", (gpointer) column);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  ent_record_page_add (ENT_RECORD_PAGE (self), group);
}

AdwNavigationPage *
ent_plain_page_new (EntStore *store, const EntPlainSpec *spec, gint64 id)
{
  EntPlainPage *self = g_object_new (ENT_TYPE_PLAIN_PAGE, NULL);
  const EntFieldGroup *group = spec->groups;

  self->spec = spec;
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_widget_add_css_class (self->name, "title-2");
  gtk_widget_add_css_class (self->name, "private");
  ent_record_page_add (ENT_RECORD_PAGE (self), self->name);
  while (group->columns != NULL && (spec->n_above == 0 || group < spec->groups + spec->n_above))
    add_group (self, group++);
  for (guint i = 0; spec->children != NULL && spec->children[i] != NULL; i++)
    ent_record_page_add (ENT_RECORD_PAGE (self),
                         ent_child_group_new (store, spec->children[i], id));
  for (; group->columns != NULL; group++)
    add_group (self, group);
  ent_record_page_set_deleted_label (ENT_RECORD_PAGE (self), _ (spec->deleted));
  ent_record_page_set_up (ENT_RECORD_PAGE (self), store, spec->schema, id);
  return ADW_NAVIGATION_PAGE (self);
}

static void
created_cb (EntFormDialog *dialog, EntChangeSet *set, gpointer data)
{
  const EntPlainSpec *spec = data;
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));
  gint64 id = ent_change_set_resolve (set, ent_change_set_get (set, 0)->id);

  if (shell != NULL && id > 0)
    ent_shell_open (shell, spec->schema, id);
}

void
ent_plain_page_create_with (EntShell *shell,
                            EntStore *store,
                            const EntPlainSpec *spec,
                            void (*prefill) (gpointer draft, gpointer user_data),
                            gpointer user_data)
{
  g_autoptr (GObject) draft = ent_record_new (spec->schema->type ());
  EntFormDialog *dialog = NULL;

  if (spec->fill != NULL)
    spec->fill (draft, ent_day_today ());
  if (prefill != NULL)
    prefill (draft, user_data);
  dialog = ent_form_dialog_new (store, _ (spec->create_title), NULL, draft, _ (spec->created));
  add_form_groups (ent_form_dialog_get_form (dialog), spec);
  if (spec->prepare_form != NULL)
    spec->prepare_form (dialog, store);
  g_signal_connect (dialog, "saved", G_CALLBACK (created_cb), (gpointer) spec);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (shell));
}

void
ent_plain_page_create (EntShell *shell, EntStore *store, const EntPlainSpec *spec)
{
  ent_plain_page_create_with (shell, store, spec, NULL, NULL);
}
