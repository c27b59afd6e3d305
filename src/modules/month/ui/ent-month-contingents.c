/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the contingents of the year stand: a group of figures for each activity. Main thread. */

#include "ent-month-contingents.h"

#include "ent-clock.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntMonthContingents
{
  AdwBin parent_instance;

  GtkBox *box;
};

static guint add_signal;

G_DEFINE_FINAL_TYPE (EntMonthContingents, ent_month_contingents, ADW_TYPE_BIN)

static char *
hours (gint64 minutes)
{
  g_autofree char *text = ent_duration_format ((int) MIN (ABS (minutes), G_MAXINT));

  return minutes < 0 ? g_strconcat ("− ", text, NULL) : g_steal_pointer (&text);
}

static void
add_figure (GtkWidget *group, const char *title, const char *subtitle, gint64 minutes)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = hours (minutes);
  GtkWidget *figure = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (figure, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_warning (GtkWidget *group, const EntContingentStanding *standing)
{
  g_autofree char *text = ent_contingent_warning_text (standing);
  GtkWidget *row;

  if (text == NULL)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ent-alert-symbolic"));
  gtk_widget_add_css_class (row, "warning");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* The same as the figures say, to be seen at once. */
static void
add_bar (GtkWidget *group, const EntContingentStanding *standing)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *bar = gtk_progress_bar_new ();
  double part = standing->granted > 0 ? (double) standing->done / (double) standing->granted : 0;
  g_autofree char *text = NULL;

  if (standing->granted <= 0)
    {
      g_object_unref (g_object_ref_sink (row));
      g_object_unref (g_object_ref_sink (bar));
      return;
    }
  /* Translators: how much of the hours granted is done, in per cent */
  text = g_strdup_printf (_ ("%d %% of the hours are done"), (int) (part * 100));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), MIN (1, part));
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (bar), text);
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (bar), TRUE);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 9);
  gtk_widget_set_margin_bottom (bar, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), bar);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_clicked_cb (GtkButton *button, EntMonthContingents *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "activity");

  g_signal_emit (self, add_signal, 0, *id);
}

static GtkWidget *
add_button_new (EntMonthContingents *self, const EntContingentStanding *standing)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Note hours granted or corrected"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "activity",
                          g_memdup2 (&standing->activity_id, sizeof standing->activity_id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, 0);
  return button;
}

static void
add_standing (EntMonthContingents *self, const EntContingentStanding *standing, int year)
{
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: name of an activity, year */
  g_autofree char *title = g_strdup_printf (C_ ("a contingent", "%s %d"), standing->name, year);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           add_button_new (self, standing));
  add_warning (group, standing);
  add_bar (group, standing);
  if (standing->granted > 0)
    add_figure (group, _ ("Hours granted"), NULL, standing->granted);
  add_figure (group, _ ("Hours done"), _ ("Until today, corrections included"), standing->done);
  if (standing->granted > 0)
    add_figure (group, _ ("Hours left"), NULL, standing->left);
  add_figure (group, _ ("At the end of the year, as planned"),
              _ ("Done, visits to come and what care plans promise"), standing->forecast);
  add_figure (group, _ ("At the end of the year, at this pace"),
              _ ("As much each day as until today"), standing->straight);
  gtk_box_append (self->box, group);
}

static void
ent_month_contingents_class_init (EntMonthContingentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  add_signal = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                             NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "month/ent-month-contingents.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMonthContingents, box);
}

static void
ent_month_contingents_init (EntMonthContingents *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_month_contingents_set_picture (EntMonthContingents *self, EntMonthPicture *picture)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < picture->standings->len; i++)
    add_standing (self, g_ptr_array_index (picture->standings, i), picture->month.year);
}
