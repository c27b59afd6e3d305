/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the kinds of rows share with the field around them. */

#pragma once

#include "ent-field.h"

G_BEGIN_DECLS

/* How one kind of column is shown and read. */
typedef struct
{
  GtkWidget *(*make) (EntField *field);
  /* Writes the value into the row. */
  void (*show) (EntField *field, const EntValue *value);
  /* The value that stands in the row, owned by the caller; FALSE with a sentence when it cannot be
   * understood. */
  gboolean (*read) (EntField *field, EntValue *value, char **message);
  /* The widget that takes the focus and speaks to the screen reader. */
  GtkWidget *(*target) (EntField *field);
  /* The widget that shows the value, for hiding it from onlookers. */
  GtkWidget *(*value_widget) (EntField *field);
} EntFieldKind;

struct _EntField
{
  GObject parent_instance;

  EntStore *store;
  gpointer draft;
  const EntColumn *column;
  guint position;
  const EntFieldKind *kind;
  GtkWidget *row;
  GtkWidget *message_row;
  GtkWidget *message_icon;
  GtkLabel *message;
  GtkWidget *silence_button;
  EntFormSilenceGet get_silence;
  EntFormSilenceSet set_silence;
  char *title;
  gboolean touched; /* by the user since it was shown last */
  gboolean showing; /* the row is being written by us */
  gboolean has_error;
};

extern const EntFieldKind ent_field_entry_kind;
extern const EntFieldKind ent_field_long_kind;
extern const EntFieldKind ent_field_date_kind;
extern const EntFieldKind ent_field_switch_kind;
extern const EntFieldKind ent_field_choice_kind;
extern const EntFieldKind ent_field_reference_kind;
extern const EntFieldKind ent_field_shown_kind;

/* To be called by a kind when the user changed its row, and when he is done with it. */
void ent_field_edited (EntField *self);
void ent_field_left (EntField *self);
void ent_field_update_silence (EntField *self);
/* The first widget below @widget with that style class. */
GtkWidget *ent_field_find_part (GtkWidget *widget, const char *css_class);

G_END_DECLS
