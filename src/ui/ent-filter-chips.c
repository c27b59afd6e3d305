/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chips: "Language: French ✕". Main thread. */

#include "ent-filter-chips.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint position;
  EntChipClosed closed;
  gpointer user_data;
} Chip;

static void
clicked_cb (GtkButton *button, gpointer data)
{
  Chip chip = *(Chip *) data;

  /* The box is filled anew, and this button goes with it. */
  chip.closed (chip.position, chip.user_data);
}

static char *
value_text (const EntColumn *column, EntOp op, const EntValue *value)
{
  g_autofree char *text = ent_column_display (column, value);

  if (value->type == ENT_VALUE_NULL)
    return g_strdup (op == ENT_OP_NOT_EQUAL ? _ ("filled in") : _ ("empty"));

  switch (op)
    {
    case ENT_OP_NOT_EQUAL:
      /* Translators: a filter: everything but this value */
      return g_strdup_printf (_ ("not %s"), text);
    case ENT_OP_AT_LEAST:
      /* Translators: a filter: from this value on */
      return g_strdup_printf (_ ("from %s"), text);
    case ENT_OP_AT_MOST:
      /* Translators: a filter: up to this value */
      return g_strdup_printf (_ ("until %s"), text);
    case ENT_OP_BEGINS:
    case ENT_OP_CONTAINS:
      /* Translators: a filter: this text stands in the field */
      return g_strdup_printf (_ ("“%s”"), text);
    case ENT_OP_EQUAL:
    default:
      return g_steal_pointer (&text);
    }
}

static void
set_chip_text (GtkLabel *label, const EntColumn *column, const char *value)
{
  /* Translators: a condition of a list: the field and what it must be */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), ent_column_label (column), value);

  gtk_label_set_text (label, text);
}

/* A reference shows the name of what it refers to as soon as that is read. */
static void
record_loaded_cb (GtkLabel *label, GParamSpec *pspec, gpointer record)
{
  g_autofree char *summary = ent_record_get_summary (record);
  const EntColumn *column = g_object_get_data (G_OBJECT (label), "column");

  set_chip_text (label, column, summary);
}

static GtkWidget *
chip_label (EntStore *store, const EntColumn *column, EntOp op, const EntValue *value)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = value_text (column, op, value);

  set_chip_text (GTK_LABEL (label), column, text);
  if (column->kind == ENT_KIND_REF && value->type == ENT_VALUE_INT && value->i > 0)
    {
      gpointer record = ent_store_peek (store, column->type (), value->i);

      g_object_set_data (G_OBJECT (label), "column", (gpointer) column);
      g_object_set_data_full (G_OBJECT (label), "record", record, g_object_unref);
      g_signal_connect_object (record, "notify::loaded", G_CALLBACK (record_loaded_cb), label,
                               G_CONNECT_SWAPPED);
      if (ent_record_is_loaded (record))
        record_loaded_cb (GTK_LABEL (label), NULL, record);
    }
  return label;
}

static GtkWidget *
chip_new (EntStore *store,
          const EntQuery *query,
          guint position,
          EntChipClosed closed,
          gpointer data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name;
  const EntValue *value;
  EntOp op;
  Chip *chip = g_new0 (Chip, 1);

  ent_query_get_condition (query, position, &name, &op, &value);
  gtk_box_append (GTK_BOX (content),
                  chip_label (store, ent_schema_column (ent_query_get_schema (query), name), op,
                              value));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, _ ("Remove this filter"));

  chip->position = position;
  chip->closed = closed;
  chip->user_data = data;
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), chip,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

guint
ent_filter_chips_fill (AdwWrapBox *box,
                       EntStore *store,
                       const EntQuery *query,
                       EntChipClosed closed,
                       gpointer user_data)
{
  guint n = ent_query_n_conditions (query);
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, old);
  for (guint i = 0; i < n; i++)
    adw_wrap_box_append (box, chip_new (store, query, i, closed, user_data));
  return n;
}
