/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One group of radio rows a field. The two sides are named everywhere alike: the record that stays,
 * the record that goes. Main thread. */

#include "ent-merge-fields.h"

#include "ent-date.h"
#include "ent-national-number.h"

#include <glib/gi18n-lib.h>

static void
toggled_cb (GtkCheckButton *check, EntPersonMerge *plan)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "column"));
  EntMergeChoice choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "choice"));

  if (gtk_check_button_get_active (check))
    ent_person_merge_set_choice (plan, column, choice);
}

static GtkWidget *
choice_row_new (EntPersonMerge *plan, guint column, EntMergeChoice choice, GtkWidget **first)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (*first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (*first));
  else
    *first = check;
  g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (check), "choice", GUINT_TO_POINTER (choice));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               ent_person_merge_get_choice (plan, column) == choice);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), plan);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_add_css_class (row, "private");
  return row;
}

/* A reference is told by the other record's line, which may arrive later. */
static void
show_value (EntStore *store, GtkWidget *row, EntPerson *person, const EntColumn *column)
{
  g_autofree char *text = NULL;
  g_autoptr (EntRecord) other = NULL;

  if (column->kind != ENT_KIND_REF)
    {
      text = ent_record_display (person, column->name);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      return;
    }
  other = ent_store_peek (store, column->type (), G_STRUCT_MEMBER (gint64, person, column->offset));
  g_object_bind_property (other, "summary", row, "title", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (other), g_object_unref);
}

static GtkWidget *
field_group_new (EntStore *store, EntPersonMerge *plan, guint position)
{
  const EntColumn *column = &ent_person_schema.columns[position];
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *first = NULL;
  GtkWidget *row;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), ent_column_label (column));

  row = choice_row_new (plan, position, ENT_MERGE_KEEP, &first);
  show_value (store, row, ent_person_merge_get_survivor (plan), column);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("In the record that stays"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  row = choice_row_new (plan, position, ENT_MERGE_TAKE, &first);
  show_value (store, row, ent_person_merge_get_other (plan), column);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("In the record that goes"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  if ((column->flags & ENT_COLUMN_LONG) != 0)
    {
      row = choice_row_new (plan, position, ENT_MERGE_JOIN, &first);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     _ ("Both texts, one below the other"));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

GtkWidget *
ent_merge_fields_new (EntStore *store, EntPersonMerge *plan)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (guint i = 0; i < ent_person_schema.n_columns; i++)
    if (ent_person_merge_differs (plan, i))
      gtk_box_append (GTK_BOX (box), field_group_new (store, plan, i));
  return box;
}

GPtrArray *
ent_merge_fields_warnings (EntPersonMerge *plan)
{
  EntPerson *a = ent_person_merge_get_survivor (plan);
  EntPerson *b = ent_person_merge_get_other (plan);
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);

  if (a->national_number != NULL && b->national_number != NULL &&
      !g_str_equal (a->national_number, b->national_number))
    g_ptr_array_add (warnings, g_strdup (_ ("The two have different register numbers. The one not "
                                            "chosen is kept among the former numbers.")));
  if (a->birth_date != ENT_DAY_NONE && b->birth_date != ENT_DAY_NONE &&
      a->birth_date != b->birth_date)
    g_ptr_array_add (warnings, g_strdup (_ ("The two have different dates of birth.")));
  if (a->sex != 0 && b->sex != 0 && a->sex != b->sex)
    g_ptr_array_add (warnings, g_strdup (_ ("The two are registered with different sexes.")));
  if ((a->deceased_on == ENT_DAY_NONE) != (b->deceased_on == ENT_DAY_NONE))
    g_ptr_array_add (warnings, g_strdup (_ ("Only one of the two is noted as deceased.")));
  return warnings;
}
