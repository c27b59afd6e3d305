/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a file. Main thread. */

#include "ent-case-file-page.h"

#include "ent-case-file.h"
#include "ent-date.h"
#include "ent-person-children.h"
#include "ent-person-dialog.h"
#include "ent-person.h"
#include "ent-picker.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

struct _EntCaseFilePage
{
  EntRecordPage parent_instance;

  GtkLabel *number;
  GtkLabel *state;
  AdwActionRow *person;
  AdwPreferencesGroup *fields;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntCaseFilePage, ent_case_file_page, ENT_TYPE_RECORD_PAGE)

static void
open_person_cb (EntCaseFilePage *self)
{
  EntCaseFile *file = ent_record_page_get_record (ENT_RECORD_PAGE (self));
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_open (shell, &ent_person_schema, file->person_id);
}

/* The other record's line, now or when it is read. */
static void
show_reference (EntCaseFilePage *self, GtkWidget *row, GType type, gint64 id, const char *property)
{
  g_autoptr (EntRecord) other = ent_store_peek (ent_record_page_get_store (ENT_RECORD_PAGE (self)),
                                               type, id);

  g_object_bind_property (other, "summary", row, property, G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (other), g_object_unref);
}

static void
add_field (EntCaseFilePage *self, EntCaseFile *file, const char *name)
{
  guint position = (guint) ent_schema_find (&ent_case_file_schema, name);
  const EntColumn *column = &ent_case_file_schema.columns[position];
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (ent_record_is_empty (file, position))
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (column));
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  if (column->kind == ENT_KIND_REF)
    show_reference (self, row, column->type (), G_STRUCT_MEMBER (gint64, file, column->offset),
                    "subtitle");
  else
    {
      text = ent_record_display (file, name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    }
  adw_preferences_group_add (self->fields, row);
  g_ptr_array_add (self->rows, row);
}

static void
ent_case_file_page_refresh (EntRecordPage *page)
{
  static const char *const shown[] = { "opened_on", "closed_on", "close_reason", "worker_id",
                                       "team_id" };
  EntCaseFilePage *self = ENT_CASE_FILE_PAGE (page);
  EntCaseFile *file = ent_record_page_get_record (page);
  g_autofree char *number = g_strdup_printf (_ ("File %s"), file->number);
  const char *state = file->closed_on != ENT_DAY_NONE ? _ ("Closed") : _ ("Open");
  g_autofree char *restricted = g_strdup_printf (_ ("%s · restricted file"), state);

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->state, file->restricted ? restricted : state);
  show_reference (self, GTK_WIDGET (self->person), ENT_TYPE_PERSON, file->person_id, "title");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->fields, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_field (self, file, shown[i]);
}

static void
ent_case_file_page_edit (EntRecordPage *page)
{
  gpointer record = ent_record_page_get_record (page);
  g_autoptr (EntCaseFile) draft = ent_record_dup (record);
  EntFormDialog *dialog = ent_form_dialog_new (ent_record_page_get_store (page),
                                               _ ("Edit the file"), record, draft,
                                               _ ("File changed"));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, ent_person_case_files.columns);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static void
ent_case_file_page_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_CASE_FILE_PAGE (object)->rows);
  G_OBJECT_CLASS (ent_case_file_page_parent_class)->finalize (object);
}

static void
ent_case_file_page_class_init (EntCaseFilePageClass *klass)
{
  EntRecordPageClass *page_class = ENT_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_case_file_page_finalize;
  page_class->refresh = ent_case_file_page_refresh;
  page_class->edit = ent_case_file_page_edit;
  page_class->deleted = N_ ("File deleted");
}

static GtkWidget *
head_new (EntCaseFilePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->number, 0);
  gtk_label_set_wrap (self->number, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "title-2");
  self->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->state, 0);
  gtk_label_set_wrap (self->state, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  return box;
}

static GtkWidget *
person_group_new (EntCaseFilePage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->person = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->person), FALSE);
  adw_action_row_set_subtitle (self->person, _ ("Whose file it is"));
  adw_action_row_add_prefix (self->person, gtk_image_new_from_icon_name ("ent-people-symbolic"));
  adw_action_row_add_suffix (self->person, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->person), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->person), "private");
  g_signal_connect_object (self->person, "activated", G_CALLBACK (open_person_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->person));
  return group;
}

static void
ent_case_file_page_init (EntCaseFilePage *self)
{
  self->rows = g_ptr_array_new ();
  self->fields = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
}

AdwNavigationPage *
ent_case_file_page_new (EntStore *store, gint64 id)
{
  EntCaseFilePage *self = g_object_new (ENT_TYPE_CASE_FILE_PAGE, NULL);
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  ent_record_page_add (page, head_new (self));
  ent_record_page_add (page, person_group_new (self));
  ent_record_page_add (page, GTK_WIDGET (self->fields));
  ent_record_page_set_up (page, store, &ent_case_file_schema, id);
  return ADW_NAVIGATION_PAGE (self);
}

static void
created_cb (EntFormDialog *dialog, EntChangeSet *set)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));

  if (shell != NULL)
    ent_shell_open (shell, &ent_case_file_schema,
                    ent_change_set_resolve (set, ent_change_set_get (set, 0)->id));
}

static void
person_created_cb (gint64 person_id, gpointer user_data)
{
  g_autoptr (EntPickerRow) row = user_data;

  if (person_id != 0)
    ent_picker_row_set_selected_id (row, person_id);
}

static void
create_person_cb (EntPickerRow *row, const char *text, gpointer user_data)
{
  ent_person_dialog_create_then (GTK_WIDGET (row), ENT_STORE (user_data), text, person_created_cb,
                                 g_object_ref (row));
}

void
ent_case_file_page_create (GtkWidget *parent, EntStore *store)
{
  static const char *const person[] = { "person_id", NULL };
  const EntChildSpec *spec = &ent_person_case_files;
  g_autoptr (EntCaseFile) draft = ent_record_new (ENT_TYPE_CASE_FILE);
  EntFormDialog *dialog;
  EntForm *form;

  spec->fill (draft, ent_day_today ());
  dialog = ent_form_dialog_new (store, _ (spec->add_label), NULL, draft, _ (spec->added));
  form = ent_form_dialog_get_form (dialog);
  ent_form_add_group (form, NULL, NULL, person);
  ent_form_add_group (form, NULL, NULL, spec->columns);
  ent_picker_row_set_create_func (ENT_PICKER_ROW (ent_form_get_row (form, "person_id")),
                                  _ ("New person…"), create_person_cb, g_object_ref (store),
                                  g_object_unref);
  ent_form_dialog_set_build_func (dialog, spec->build, NULL, NULL);
  ent_form_dialog_set_primary_label (dialog, _ ("_Open the file"));
  spec->prepare_form (dialog, store);
  g_signal_connect (dialog, "saved", G_CALLBACK (created_cb), NULL);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
