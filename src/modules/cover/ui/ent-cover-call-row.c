/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One call. Its words may be selected, to be dialled or pasted. Main thread. */

#include "ent-cover-call-row.h"

#include <glib/gi18n-lib.h>

#define OUTCOME "ent-outcome"

struct _EntCoverCallRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *name;
  GtkLabel *phones;
  GtkLabel *what;
  GtkLabel *answer;
  GtkImage *done;
  GtkWidget *stranded; /* nobody comes yet to a vital visit */
  GtkWidget *buttons[3]; /* by outcome */
  const EntCoverCall *call; /* borrowed */
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntCoverCallRow, ent_cover_call_row, ADW_TYPE_PREFERENCES_ROW)

static void
answer_cb (EntCoverCallRow *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), OUTCOME)));
}

static void
open_cb (EntCoverCallRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (EntCoverCallRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *open = gtk_button_new_from_icon_name ("go-next-symbolic");

  self->done = GTK_IMAGE (gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->done), "success");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->done));
  self->stranded = gtk_image_new_from_icon_name ("ent-unplaced-symbolic");
  gtk_widget_set_tooltip_text (self->stranded, _ ("Vital, and nobody comes yet"));
  gtk_widget_add_css_class (self->stranded, "error");
  gtk_box_append (GTK_BOX (head), self->stranded);
  self->name = add_label (head, "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_set_tooltip_text (open, _ ("Open the page"));
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (head), open);
  return head;
}

static GtkWidget *
make_answers (EntCoverCallRow *self)
{
  static const struct
  {
    EntNoticeOutcome outcome;
    const char *label;
  } answers[] = { { ENT_NOTICE_AGREED, N_ ("_Told, agreed") },
                  { ENT_NOTICE_NOT_REACHED, N_ ("_Not reached") },
                  { ENT_NOTICE_REFUSED, N_ ("_Refused") } };
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (answers[i].label));

      g_object_set_data (G_OBJECT (button), OUTCOME, GINT_TO_POINTER ((int) answers[i].outcome));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (answer_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
      self->buttons[i] = button;
    }
  return box;
}

static void
ent_cover_call_row_class_init (EntCoverCallRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
ent_cover_call_row_init (EntCoverCallRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->phones = add_label (box, "numeric");
  self->what = add_label (box, "body");
  self->answer = add_label (box, "dimmed");
  gtk_label_set_selectable (self->phones, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "private");
  gtk_widget_add_css_class (GTK_WIDGET (self->phones), "private");
  gtk_widget_add_css_class (GTK_WIDGET (self->what), "private");
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->what), 6);
  gtk_box_append (GTK_BOX (box), make_answers (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
ent_cover_call_row_new (void)
{
  return g_object_new (ENT_TYPE_COVER_CALL_ROW, NULL);
}

static char *
describe_messages (const EntCoverCall *call)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < call->messages->len; i++)
    g_strv_builder_take (lines, ent_cover_message_describe (g_ptr_array_index (call->messages, i)));
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

/* The button of the answer that was given is marked. */
static void
show_buttons (EntCoverCallRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      EntNoticeOutcome outcome = (EntNoticeOutcome) GPOINTER_TO_INT (
          g_object_get_data (G_OBJECT (self->buttons[i]), OUTCOME));
      gboolean is_given = TRUE;
      g_autofree char *spoken = NULL;

      for (guint j = 0; j < self->call->messages->len; j++)
        is_given = is_given &&
                   ((EntCoverMessage *) g_ptr_array_index (self->call->messages, j))->outcome ==
                       outcome;
      if (is_given)
        gtk_widget_add_css_class (self->buttons[i], "accent");
      else
        gtk_widget_remove_css_class (self->buttons[i], "accent");
      spoken = g_strdup_printf ("%s: %s", self->call->name,
                                ent_enum_label (&ent_notice_outcome_enum, (int) outcome));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
    }
}

void
ent_cover_call_row_set (EntCoverCallRow *self, const EntCoverCall *call)
{
  g_autofree char *phones = g_strjoinv (" · ", call->phones);
  g_autofree char *what = describe_messages (call);
  g_autofree char *answer = ent_cover_call_describe_answer (call);

  self->call = call;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), call->name);
  gtk_label_set_label (self->name, call->name);
  gtk_label_set_label (self->phones, *phones != '\0' ? phones : _ ("No phone is noted"));
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->answer, answer != NULL ? answer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->answer), answer != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->done), ent_cover_call_is_done (call));
  gtk_widget_set_visible (self->stranded, call->is_stranded);
  show_buttons (self);
}

const EntCoverCall *
ent_cover_call_row_get (EntCoverCallRow *self)
{
  return self->call;
}
