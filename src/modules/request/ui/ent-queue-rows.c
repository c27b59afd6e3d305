/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rows and headings of the queue look. Main thread. */

#include "ent-queue-rows.h"

#include "ent-date.h"
#include "ent-queue-model.h"

#include <glib/gi18n-lib.h>

#define PARTS "ent-queue-parts"

/* The widgets of a row, borrowed. */
typedef struct
{
  GtkWidget *icon, *left, *clock, *number, *person, *urgent, *objects, *step, *worker;
} Parts;

static GtkWidget *
label_new (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A part of one width in all rows, so that they read as columns. */
static GtkWidget *
column_new (GtkWidget *box, int n_chars, const char *css_class)
{
  GtkWidget *label = label_new (box, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), n_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), n_chars);
  return label;
}

static GtkWidget *
urgent_new (GtkWidget *box)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("ent-worry-symbolic");

  gtk_widget_add_css_class (image, "error");
  gtk_widget_set_tooltip_text (image, _ ("Urgent"));
  gtk_box_append (GTK_BOX (box), image);
  return image;
}

static GtkWidget *
stack_of_two (GtkWidget *box)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (pair, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), pair);
  return pair;
}

static void
make_wide (Parts *parts, GtkWidget *box)
{
  GtkWidget *when = stack_of_two (box);
  GtkWidget *who = stack_of_two (box);
  GtkWidget *name;
  GtkWidget *where;

  parts->left = column_new (when, 19, "row-title");
  parts->clock = column_new (when, 19, "row-detail");
  gtk_widget_set_hexpand (who, TRUE);
  name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (who), name);
  parts->person = label_new (name, "row-title");
  gtk_widget_add_css_class (parts->person, "private");
  parts->urgent = urgent_new (name);
  parts->objects = label_new (who, "row-detail");
  where = stack_of_two (box);
  parts->step = column_new (where, 18, NULL);
  parts->worker = column_new (where, 18, "row-detail");
  parts->number = column_new (box, 10, "numeric");
  gtk_widget_add_css_class (parts->number, "row-detail");
}

static void
make_compact (Parts *parts, GtkWidget *box)
{
  GtkWidget *all = stack_of_two (box);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_hexpand (all, TRUE);
  gtk_box_append (GTK_BOX (all), first);
  gtk_box_append (GTK_BOX (all), second);
  parts->person = label_new (first, "row-title");
  gtk_widget_add_css_class (parts->person, "private");
  parts->urgent = urgent_new (first);
  parts->number = label_new (first, "row-detail");
  gtk_widget_set_hexpand (parts->number, TRUE);
  gtk_label_set_xalign (GTK_LABEL (parts->number), 1);
  gtk_label_set_ellipsize (GTK_LABEL (parts->number), PANGO_ELLIPSIZE_NONE);
  parts->left = label_new (second, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (parts->left), PANGO_ELLIPSIZE_NONE);
  parts->clock = label_new (second, "row-detail");
  parts->objects = label_new (all, "row-detail");
}

static void
set_style (GtkWidget *widget, const char *wanted)
{
  gtk_widget_remove_css_class (widget, "error");
  gtk_widget_remove_css_class (widget, "warning");
  if (wanted != NULL)
    gtk_widget_add_css_class (widget, wanted);
}

static const char *
clock_text (const EntQueueLine *line)
{
  return line->kind != 0 ? ent_enum_label (&ent_deadline_kind_enum, line->kind) : "";
}

static char *
left_text (const EntQueueLine *line, gint32 today)
{
  if (line->due == ENT_DAY_NONE)
    return g_strdup (line->kind != 0 ? _ ("The clock stands still") : _ ("No clock runs"));
  return ent_deadline_format_days (line->due, today);
}

static void
name_row (GtkListItem *item, const EntQueueLine *line, const char *left)
{
  g_autofree char *name = g_strjoin (", ", left, clock_text (line), line->person, line->objects,
                                     ent_enum_label (&ent_request_stage_enum, line->step),
                                     line->number, NULL);

  gtk_list_item_set_accessible_label (item, name);
}

/* What it is about, how far it has come, and in whose hands it is. */
static void
show_matter (Parts *parts, const EntQueueLine *line)
{
  const char *step = ent_enum_label (&ent_request_stage_enum, line->step);
  g_autofree char *both = g_strdup_printf ("%s · %s", step, line->objects);

  gtk_label_set_text (GTK_LABEL (parts->objects), parts->step != NULL ? line->objects : both);
  if (parts->step == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (parts->step), step);
  gtk_label_set_text (GTK_LABEL (parts->worker),
                      line->worker != NULL ? line->worker : _ ("Not assigned yet"));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Parts *parts = g_object_get_data (G_OBJECT (item), PARTS);
  EntQueueItem *object = gtk_list_item_get_item (item);
  const EntQueueLine *line = ent_queue_item_get_line (object);
  gint32 today = ent_queue_item_get_today (object);
  g_autofree char *left = left_text (line, today);
  const char *style = ent_due_style (line->due, today);

  gtk_image_set_from_icon_name (GTK_IMAGE (parts->icon), ent_due_icon (line->due, today));
  set_style (parts->icon, style);
  set_style (parts->left, style);
  gtk_label_set_text (GTK_LABEL (parts->left), left);
  gtk_label_set_text (GTK_LABEL (parts->clock), clock_text (line));
  gtk_label_set_text (GTK_LABEL (parts->number), line->number);
  gtk_label_set_text (GTK_LABEL (parts->person), line->person);
  gtk_widget_set_visible (parts->urgent, line->is_urgent);
  show_matter (parts, line);
  name_row (item, line, left);
}

static void
setup (GtkListItem *item, void (*make) (Parts *, GtkWidget *))
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  parts->icon = gtk_image_new ();
  gtk_box_append (GTK_BOX (box), parts->icon);
  make (parts, box);
  g_object_set_data_full (G_OBJECT (item), PARTS, parts, g_free);
  gtk_list_item_set_child (item, box);
}

static void
setup_wide_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  setup (item, make_wide);
}

static void
setup_compact_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  setup (item, make_compact);
}

GtkListItemFactory *
ent_queue_rows_factory_new (gboolean compact)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (compact ? setup_compact_cb : setup_wide_cb),
                    NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static void
heading_setup_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_widget_set_margin_start (label, 6);
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  EntQueueItem *item = gtk_list_header_get_item (header);
  const EntQueueLine *line = ent_queue_item_get_line (item);
  EntDueGroup group = ent_due_group (line->due, ent_queue_item_get_today (item));
  /* Translators: a heading like “Late”, then how many there are */
  g_autofree char *text = g_strdup_printf (_ ("%s (%u)"), ent_due_group_label (group),
                                           ent_queue_item_get_n_in_group (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

GtkListItemFactory *
ent_queue_headings_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (heading_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (heading_bind_cb), NULL);
  return factory;
}
