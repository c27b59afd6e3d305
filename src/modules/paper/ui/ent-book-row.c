/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the signature book. The tick does not take the focus: arrows go from row to row, and
 * Space ticks the row that has it. Main thread. */

#include "ent-book-row.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

struct _EntBookRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *tick;
  const EntBookTurn *turn;
};

enum
{
  TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntBookRow, ent_book_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
line_new (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static char *
since_text (EntSignatureRequest *line)
{
  g_autofree char *day = ent_day_format (ent_stamp_day (line->asked_at), ENT_DAY_NUMERIC);

  /* Translators: number of a document, the day on which its signature was asked, by whom */
  return g_strdup_printf (_ ("%s · asked on %s by %s"), line->document_number, day, line->asked_by);
}

static void
toggled_cb (EntBookRow *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               ent_book_row_is_ticked (self) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                             : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  g_signal_emit (self, signals[TICKED], 0);
}

static gboolean
tick_cb (GtkWidget *widget, GVariant *args, gpointer unused)
{
  EntBookRow *self = ENT_BOOK_ROW (widget);

  ent_book_row_set_ticked (self, !ent_book_row_is_ticked (self));
  return TRUE;
}

static void
ent_book_row_class_init (EntBookRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TICKED] = g_signal_new ("ticked", ENT_TYPE_BOOK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, tick_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, tick_cb, NULL);
}

static void
ent_book_row_init (EntBookRow *self)
{
}

GtkWidget *
ent_book_row_new (const EntBookTurn *turn)
{
  EntBookRow *self = g_object_new (ENT_TYPE_BOOK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkBox *lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 1));
  g_autofree char *since = since_text (turn->line);
  const char *person = turn->line->person_name;
  const char *title = turn->line->document_title;

  self->turn = turn;
  self->tick = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->tick), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tick), !turn->is_begun);
  gtk_widget_set_valign (GTK_WIDGET (self->tick), GTK_ALIGN_START);
  g_signal_connect_swapped (self->tick, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tick));
  gtk_widget_set_hexpand (GTK_WIDGET (lines), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (lines));

  line_new (lines, title, "heading");
  if (person != NULL)
    line_new (lines, person, "private");
  if (turn->instead_of != NULL)
    {
      /* Translators: the name of an agent who is absent */
      g_autofree char *instead = g_strdup_printf (_ ("In place of %s"), turn->instead_of);

      line_new (lines, instead, "warning");
    }
  gtk_widget_add_css_class (line_new (lines, since, "caption"), "dimmed");

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, since, -1);
  return GTK_WIDGET (self);
}

const EntBookTurn *
ent_book_row_get_turn (EntBookRow *self)
{
  return self->turn;
}

gboolean
ent_book_row_is_ticked (EntBookRow *self)
{
  return gtk_check_button_get_active (self->tick);
}

void
ent_book_row_set_ticked (EntBookRow *self, gboolean ticked)
{
  gtk_check_button_set_active (self->tick, ticked && !self->turn->is_begun);
}
