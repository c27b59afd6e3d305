/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that splits a visit. Main thread. */

#include "ent-rounds-split.h"

#include "ent-board-scale.h"
#include "ent-clock.h"
#include "ent-rounds-blocks.h"
#include "ent-rounds-together.h"

#include <glib/gi18n-lib.h>

#define STEP 5

typedef struct
{
  AdwDialog *dialog; /* owns this */
  AdwSpinRow *minutes;
  AdwComboRow *carers;
  GtkLabel *result;
  EntRoundsJudge *judge;
  int visit;
  GArray *choices; /* int: carers who can make the second part; ENT_ROUNDS_NONE: to place */
  EntRoundsSplitChosen chosen;
  gpointer data;
} Split;

static void
split_free (gpointer data)
{
  Split *self = data;

  g_array_unref (self->choices);
  ent_rounds_judge_free (self->judge);
  g_free (self);
}

static const EntRoundsVisit *
visit_of (const Split *self)
{
  return &g_array_index (ent_rounds_judge_get_week (self->judge)->visits, EntRoundsVisit,
                         self->visit);
}

static gint64
id_of (const Split *self, int carer)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (self->judge);

  return carer != ENT_ROUNDS_NONE ? g_array_index (week->carers, EntRoundsCarer, carer).id : 0;
}

static const char *
name_of (const Split *self, int carer)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (self->judge);

  return carer != ENT_ROUNDS_NONE ? g_array_index (week->carers, EntRoundsCarer, carer).name
                                  : _ ("To place");
}

static int
minutes_of (const Split *self)
{
  return (int) (adw_spin_row_get_value (self->minutes) + 0.5);
}

static int
chosen_carer (const Split *self)
{
  guint selected = adw_combo_row_get_selected (self->carers);

  return selected < self->choices->len ? g_array_index (self->choices, int, selected)
                                       : ENT_ROUNDS_NONE;
}

/* "08:00 – 09:30", or how long when it is to place. */
static char *
span_text (int start, int minutes)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start == ENT_ROUNDS_NONE)
    return ent_duration_format (minutes);
  from = ent_clock_format (start % ENT_BOARD_DAY);
  to = ent_clock_format ((start + minutes) % ENT_BOARD_DAY);
  return g_strdup_printf ("%s–%s", from, to);
}

static void
show_result (Split *self)
{
  const EntRoundsVisit *visit = visit_of (self);
  int minutes = minutes_of (self), carer = chosen_carer (self);
  gboolean has_time = visit->start != ENT_ROUNDS_NONE;
  g_autofree char *first = span_text (visit->start, minutes);
  g_autofree char *second = span_text (has_time && carer != ENT_ROUNDS_NONE ? visit->start + minutes
                                                                            : ENT_ROUNDS_NONE,
                                       visit->minutes - minutes);
  g_autofree char *text = g_strdup_printf ("%s · %s\n%s · %s", first, name_of (self, visit->carer),
                                           second, name_of (self, carer));

  gtk_label_set_label (self->result, text);
}

/* The carer who makes it, nobody, then those who could make the second part at its time. */
static void
list_choices (Split *self)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (self->judge);
  const EntRoundsVisit *visit = visit_of (self);
  int nobody = ENT_ROUNDS_NONE;

  g_array_set_size (self->choices, 0);
  if (visit->carer != ENT_ROUNDS_NONE)
    g_array_append_val (self->choices, visit->carer);
  g_array_append_val (self->choices, nobody);
  for (int i = 0; ent_rounds_visit_occupies (visit) && i < (int) week->carers->len; i++)
    {
      EntRoundsAnswer answer;

      if (i == visit->carer)
        continue;
      ent_rounds_judge_ask_part (self->judge, self->visit, minutes_of (self), i, &answer);
      if (answer.reason == ENT_ROUNDS_FITS)
        g_array_append_val (self->choices, i);
    }
}

static void
show_choices (Split *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean is_first = self->choices->len == 0;
  int carer = chosen_carer (self);
  guint selected = 0;

  list_choices (self);
  for (guint i = 0; i < self->choices->len; i++)
    {
      int choice = g_array_index (self->choices, int, i);

      gtk_string_list_append (names, name_of (self, choice));
      if (choice == carer && !is_first)
        selected = i;
    }
  adw_combo_row_set_model (self->carers, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->carers, selected);
  show_result (self);
}

static void
split_cb (Split *self)
{
  const EntRoundsVisit *visit = visit_of (self);
  EntRoundsSplit split = { visit->id, visit->version, minutes_of (self),
                           id_of (self, chosen_carer (self)) };

  self->chosen (&split, self->data);
  adw_dialog_close (self->dialog);
}

static GtkWidget *
header_new (Split *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("_Split"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (accept, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self->dialog);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (split_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  adw_dialog_set_default_widget (self->dialog, accept);
  return header;
}

static GtkWidget *
group_new (Split *self)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (self->judge);
  const EntRoundsVisit *visit = visit_of (self);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *wanted = ent_rounds_describe_wanted (week, self->visit);
  double least = ENT_ROUNDS_LEAST_PART, most = visit->minutes - ENT_ROUNDS_LEAST_PART;

  self->minutes = ADW_SPIN_ROW (adw_spin_row_new_with_range (least, most, STEP));
  self->carers = ADW_COMBO_ROW (adw_combo_row_new ());
  self->result = GTK_LABEL (gtk_label_new (NULL));
  adw_preferences_group_set_title (
      ADW_PREFERENCES_GROUP (group),
      g_array_index (week->clients, EntRoundsClient, visit->client).name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), wanted);
  gtk_widget_add_css_class (group, "private");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->minutes),
                                 _ ("Minutes of the first part"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->carers), _ ("The second part"));
  adw_spin_row_set_value (self->minutes, visit->minutes / 2 / STEP * STEP);
  gtk_label_set_xalign (self->result, 0);
  gtk_label_set_wrap (self->result, TRUE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->result), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->result), "numeric");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->minutes));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->carers));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->result));
  return group;
}

void
ent_rounds_split_show (GtkWidget *parent,
                       EntRoundsJudge *judge,
                       int visit,
                       EntRoundsSplitChosen chosen,
                       gpointer data)
{
  Split *self = g_new0 (Split, 1);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->dialog = adw_dialog_new ();
  self->judge = ent_rounds_judge_new (ent_rounds_judge_get_week (judge));
  self->visit = visit;
  self->choices = g_array_new (FALSE, FALSE, sizeof (int));
  self->chosen = chosen;
  self->data = data;
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-split", self, split_free);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header_new (self));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group_new (self)));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  show_choices (self);
  g_signal_connect_swapped (self->minutes, "notify::value", G_CALLBACK (show_choices), self);
  g_signal_connect_swapped (self->carers, "notify::selected", G_CALLBACK (show_result), self);
  adw_dialog_set_title (self->dialog, _ ("Split a visit"));
  adw_dialog_set_content_width (self->dialog, 460);
  adw_dialog_set_child (self->dialog, view);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-parent", g_object_ref (parent),
                          g_object_unref);
  adw_dialog_set_focus (self->dialog, GTK_WIDGET (self->minutes));
  adw_dialog_present (self->dialog, parent);
}
