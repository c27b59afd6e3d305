/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The group of identity. Fields that nobody asked about are left out: the page stays short. Main
 * thread. */

#include "ent-person-identity.h"

#include "ent-person-silence.h"

#include <glib/gi18n-lib.h>

struct _EntPersonIdentity
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntPersonIdentity, ent_person_identity, ADW_TYPE_PREFERENCES_GROUP)

static const char *const shown[] = {
  "usual_name",     "sex",      "birth_date",      "birth_place",     "national_number",
  "nationality_id", "language", "residence_title", "residence_until", "reference_worker_id",
  "remark",
};

/* What the head of the page tells already, unless it is missing. */
static const char *const in_head[] = { "birth_date", "national_number", "language", NULL };

static GtkWidget *
row_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (row, "private");
  return row;
}

/* A reference shows the other record's line, which may arrive later. */
static void
show_reference (GtkWidget *row, EntStore *store, const EntColumn *column, gint64 id)
{
  g_autoptr (EntRecord) other = ent_store_peek (store, column->type (), id);

  g_object_bind_property (other, "summary", row, "subtitle", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (other), g_object_unref);
}

static GtkWidget *
silence_row_new (EntPerson *person, const EntColumn *column)
{
  EntSilence silence = ent_person_get_silence (person, column->name);
  GtkWidget *row;

  if ((column->flags & ENT_COLUMN_SILENCE) == 0 || silence == ENT_SILENCE_NOT_ASKED)
    return NULL;
  row = row_new (ent_column_label (column));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ent_silence_label (silence));
  gtk_widget_add_css_class (row, "none");
  return row;
}

static GtkWidget *
column_row_new (EntStore *store, EntPerson *person, guint position)
{
  const EntColumn *column = &ent_person_schema.columns[position];
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (ent_record_is_empty (person, position))
    return silence_row_new (person, column);
  if (g_strv_contains (in_head, column->name))
    return NULL;

  text = ent_record_display (person, column->name);
  row = row_new (ent_column_label (column));
  if (column->kind == ENT_KIND_REF)
    show_reference (row, store, column, G_STRUCT_MEMBER (gint64, person, column->offset));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  return row;
}

static void
add_row (EntPersonIdentity *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
ent_person_identity_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_PERSON_IDENTITY (object)->rows);
  G_OBJECT_CLASS (ent_person_identity_parent_class)->finalize (object);
}

static void
ent_person_identity_class_init (EntPersonIdentityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_person_identity_finalize;
}

static void
ent_person_identity_init (EntPersonIdentity *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Identity"));
}

GtkWidget *
ent_person_identity_new (void)
{
  return g_object_new (ENT_TYPE_PERSON_IDENTITY, NULL);
}

void
ent_person_identity_show (EntPersonIdentity *self, EntStore *store, EntPerson *person)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      GtkWidget *row = column_row_new (store, person,
                                       (guint) ent_schema_find (&ent_person_schema, shown[i]));

      if (row != NULL)
        add_row (self, row);
    }
  if (self->rows->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing more is noted yet"));
      gtk_widget_add_css_class (row, "none");
      add_row (self, row);
    }
}
