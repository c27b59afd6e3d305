/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A split view that folds by itself, and the bar that unfolds it. Main thread. */

#include "ent-paper-split.h"

#include "ent-resources.h"

struct _EntPaperSplit
{
  AdwBreakpointBin parent_instance;

  AdwOverlaySplitView *split;
  GtkWidget *bar;
  GtkLabel *bar_label;
};

G_DEFINE_FINAL_TYPE (EntPaperSplit, ent_paper_split, ADW_TYPE_BREAKPOINT_BIN)

static void
ent_paper_split_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PAPER_SPLIT);
  G_OBJECT_CLASS (ent_paper_split_parent_class)->dispose (object);
}

static void
ent_paper_split_class_init (EntPaperSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_paper_split_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-paper-split.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPaperSplit, split);
  gtk_widget_class_bind_template_child (widget_class, EntPaperSplit, bar);
  gtk_widget_class_bind_template_child (widget_class, EntPaperSplit, bar_label);
}

static void
ent_paper_split_init (EntPaperSplit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_paper_split_new (GtkWidget *preview, GtkWidget *side)
{
  EntPaperSplit *self = g_object_new (ENT_TYPE_PAPER_SPLIT, NULL);

  adw_overlay_split_view_set_content (self->split, preview);
  adw_overlay_split_view_set_sidebar (self->split, side);
  return GTK_WIDGET (self);
}

void
ent_paper_split_set_bar (EntPaperSplit *self, const char *text)
{
  gtk_label_set_label (self->bar_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

void
ent_paper_split_stand_in (EntPaperSplit *self, GtkWidget *widget)
{
  g_object_bind_property (self->split, "collapsed", widget, "visible", G_BINDING_SYNC_CREATE);
}

void
ent_paper_split_open (EntPaperSplit *self)
{
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}
