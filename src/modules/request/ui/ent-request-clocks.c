/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clocks of a request. Main thread. */

#include "ent-request-clocks.h"

#include "ent-date.h"
#include "ent-group.h"
#include "ent-request-clock.h"

#include <glib/gi18n-lib.h>

#define ROWS "ent-clock-rows"
#define CLOCKS "ent-clocks"
#define CLOCK "ent-clock"

GtkWidget *
ent_request_clocks_new (void)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Deadlines"));
  g_object_set_data_full (G_OBJECT (group), ROWS, g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  return group;
}

static void
add_reason (AdwPreferencesGroup *group, const EntDeadlineReason *reason)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason->text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

/* Of the appeal there are two readings, of which the later is the limit. */
static const char *
description_of (const EntRequestClock *clock)
{
  if (clock->kind >= ENT_DEADLINE_APPEAL_POSTED && clock->kind <= ENT_DEADLINE_APPEAL_SIMPLE)
    return _ ("There is more than one reading of this term: the later day is the limit.");
  return NULL;
}

static void
why_cb (GtkWidget *button)
{
  const EntRequestClock *clock = g_object_get_data (G_OBJECT (button), CLOCK);
  g_autoptr (GPtrArray) reasons = ent_deadline_explain (clock->deadline);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < reasons->len; i++)
    add_reason (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (reasons, i));
  ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ ("Reasons of the deadline"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description_of (clock));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, ent_enum_label (&ent_deadline_kind_enum, (int) clock->kind));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_present (dialog, button);
}

static char *
met_text (const EntRequestClock *clock)
{
  g_autofree char *day = ent_day_format (clock->met_on, ENT_DAY_NUMERIC);
  int late = clock->deadline->due != ENT_DAY_NONE ? clock->met_on - clock->deadline->due : 0;

  if (late <= 0)
    return g_strdup_printf (_ ("Done on %s, in time"), day);
  return g_strdup_printf (ngettext ("Done on %s, %d day late", "Done on %s, %d days late",
                                    (guint) late),
                          day, late);
}

static char *
subtitle_of (const EntRequestClock *clock)
{
  g_autofree char *due = NULL;

  if (clock->met_on != ENT_DAY_NONE)
    return met_text (clock);
  if (clock->deadline->due == ENT_DAY_NONE)
    return g_strdup (_ ("Not known while the clock stands still"));
  due = ent_day_format (clock->deadline->due, ENT_DAY_LONG);
  return g_strdup_printf (_ ("Until %s"), due);
}

/* A term of somebody else is over, not late. */
static char *
left_of (const EntRequestClock *clock, gint32 today)
{
  if (clock->met_on != ENT_DAY_NONE)
    return NULL;
  if (!clock->is_ours && clock->deadline->due != ENT_DAY_NONE && clock->deadline->due < today)
    return g_strdup (_ ("Over"));
  return ent_deadline_format_left (clock->deadline, today);
}

static const char *
style_of (const EntRequestClock *clock, gint32 today)
{
  if (clock->met_on != ENT_DAY_NONE || !clock->is_ours)
    return NULL;
  return ent_due_style (clock->deadline->due, today);
}

static GtkWidget *
why_button_new (EntRequestClock *clock)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Why?"));
  /* Translators: of a deadline, like “Decision” */
  g_autofree char *name = g_strdup_printf (_ ("Why? %s"), ent_enum_label (&ent_deadline_kind_enum,
                                                                          (int) clock->kind));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), CLOCK, clock);
  g_signal_connect (button, "clicked", G_CALLBACK (why_cb), NULL);
  return button;
}

static GtkWidget *
row_new (EntRequestClock *clock, gint32 today)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (clock->met_on != ENT_DAY_NONE
                                                      ? "object-select-symbolic"
                                                      : ent_due_icon (clock->deadline->due, today));
  g_autofree char *subtitle = subtitle_of (clock);
  g_autofree char *left = left_of (clock, today);
  const char *style = style_of (clock, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 ent_enum_label (&ent_deadline_kind_enum, (int) clock->kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (left != NULL)
    {
      GtkWidget *label = gtk_label_new (left);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      if (style != NULL)
        gtk_widget_add_css_class (label, style);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (style != NULL)
    gtk_widget_add_css_class (icon, style);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), why_button_new (clock));
  return row;
}

void
ent_request_clocks_show (GtkWidget *group, GPtrArray *clocks, gint32 today)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (group), ROWS);

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  g_object_set_data_full (G_OBJECT (group), CLOCKS, g_ptr_array_ref (clocks),
                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < clocks->len; i++)
    {
      GtkWidget *row = row_new (g_ptr_array_index (clocks, i), today);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (rows, row);
    }
  gtk_widget_set_visible (group, clocks->len > 0);
}
