/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strip is text and icons in a box that wraps: what is reached has a tick, what comes has none.
 * Main thread. */

#include "ent-request-strip.h"

#include "ent-date.h"
#include "ent-request-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define STEP_WIDTH 92

GtkWidget *
ent_request_strip_new (void)
{
  GtkWidget *strip = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps of the request"), -1);
  return strip;
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* @step: NULL while it is not reached. */
static GtkWidget *
step_new (int stage, EntRequestStep *step, gboolean is_current)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  const char *name = ent_enum_label (&ent_request_stage_enum, stage);
  g_autofree char *day = step != NULL ? ent_day_format (step->day, ENT_DAY_NUMERIC) : NULL;
  g_autofree char *told = NULL;

  gtk_widget_set_size_request (box, STEP_WIDTH, -1);
  gtk_widget_add_css_class (box, "request-step");
  if (is_current)
    gtk_widget_add_css_class (box, "current");
  else if (step == NULL)
    gtk_widget_add_css_class (box, "coming");
  if (step != NULL)
    gtk_box_append (GTK_BOX (head), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (head), label_new (name, "caption-heading"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), label_new (day != NULL ? day : _ ("To come"), "caption"));
  if (step != NULL && step->author != NULL)
    gtk_box_append (GTK_BOX (box), label_new (step->author, "caption"));
  told = g_strjoin (", ", name, day != NULL ? day : _ ("To come"),
                    step != NULL ? step->author : NULL, NULL);
  gtk_widget_set_tooltip_text (box, told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  return box;
}

static EntRequestStep *
find (GPtrArray *steps, int stage)
{
  for (guint i = 0; i < steps->len; i++)
    if (((EntRequestStep *) g_ptr_array_index (steps, i))->step == stage)
      return g_ptr_array_index (steps, i);
  return NULL;
}

void
ent_request_strip_show (GtkWidget *strip, GPtrArray *steps, int current)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (strip)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (strip), child);
  for (int stage = ENT_STEP_REGISTERED; stage <= ENT_STEP_LAST; stage++)
    adw_wrap_box_append (ADW_WRAP_BOX (strip),
                         step_new (stage, find (steps, stage), stage == current));
}
