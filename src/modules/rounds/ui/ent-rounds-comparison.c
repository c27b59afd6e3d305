/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of what is otherwise than the week before. Main thread. */

#include "ent-rounds-comparison.h"

#include "ent-resources.h"
#include "ent-rounds-blocks.h"
#include "ent-rounds-proposal-pane.h"

#include <glib/gi18n-lib.h>

struct _EntRoundsComparisonPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *figures;
  GtkListView *list;
  GtkStringList *rows; /* one of each contrast, in its order */
  const EntRoundsComparison *comparison; /* borrowed */
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (EntRoundsComparisonPane, ent_rounds_comparison_pane, ADW_TYPE_BIN)

EntRoundsComparison *
ent_rounds_comparison_new (EntRoundsWeek *week, EntRoundsWeek *before)
{
  EntRoundsComparison *self = g_new0 (EntRoundsComparison, 1);

  self->week = ent_rounds_week_ref (week);
  self->before = ent_rounds_week_ref (before);
  self->contrasts = ent_rounds_weeks_compare (week, before);
  ent_rounds_figures (week, &self->now);
  ent_rounds_figures (before, &self->then);
  return self;
}

void
ent_rounds_comparison_free (EntRoundsComparison *self)
{
  ent_rounds_week_unref (self->week);
  ent_rounds_week_unref (self->before);
  g_array_unref (self->contrasts);
  g_free (self);
}

static char *
stand_of (const EntRoundsWeek *week, int visit)
{
  const EntRoundsVisit *what = &g_array_index (week->visits, EntRoundsVisit, visit);

  return ent_rounds_describe_stand (week, what->carer, what->start);
}

char *
ent_rounds_comparison_describe (const EntRoundsComparison *self, const EntRoundsContrast *contrast)
{
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (contrast->now != ENT_ROUNDS_NONE)
    now = stand_of (self->week, contrast->now);
  if (contrast->before != ENT_ROUNDS_NONE)
    before = stand_of (self->before, contrast->before);
  if (before == NULL)
    /* Translators: a carer and a time */
    return g_strdup_printf (_ ("Not there the week before · %s"), now);
  if (now == NULL)
    /* Translators: a carer and a time of the week before */
    return g_strdup_printf (_ ("No longer there · %s"), before);
  if (g_str_equal (now, before))
    /* Translators: a carer and a time */
    return g_strdup_printf (_ ("Another length · %s"), now);
  return g_strdup_printf ("%s → %s", before, now);
}

static const EntRoundsContrast *
contrast_at (EntRoundsComparisonPane *self, guint position)
{
  return &g_array_index (self->comparison->contrasts, EntRoundsContrast, position);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  static const char *const classes[] = { "row-title", "row-detail" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_widget_add_css_class (label, "private");
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_list_item_set_child (item, lines);
}

static void
bind_row_cb (EntRoundsComparisonPane *self, GtkListItem *item)
{
  GtkWidget *lines = gtk_list_item_get_child (item);
  const EntRoundsContrast *contrast = contrast_at (self, gtk_list_item_get_position (item));
  gboolean is_now = contrast->now != ENT_ROUNDS_NONE;
  g_autofree char *whose = ent_rounds_describe_whose (is_now ? self->comparison->week
                                                             : self->comparison->before,
                                                      is_now ? contrast->now : contrast->before);
  g_autofree char *detail = ent_rounds_comparison_describe (self->comparison, contrast);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", whose, detail);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), whose);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), detail);
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
activated_cb (EntRoundsComparisonPane *self, guint position)
{
  const EntRoundsContrast *contrast = contrast_at (self, position);

  if (contrast->now != ENT_ROUNDS_NONE)
    g_signal_emit (
        self, activated_signal, 0,
        g_array_index (self->comparison->week->visits, EntRoundsVisit, contrast->now).id);
}

static void
ent_rounds_comparison_pane_dispose (GObject *object)
{
  EntRoundsComparisonPane *self = ENT_ROUNDS_COMPARISON_PANE (object);

  self->comparison = NULL;
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ent_rounds_comparison_pane_parent_class)->dispose (object);
}

static void
ent_rounds_comparison_pane_class_init (EntRoundsComparisonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_rounds_comparison_pane_dispose;
  activated_signal = g_signal_new ("visit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "rounds/ent-rounds-comparison.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoundsComparisonPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsComparisonPane, figures);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsComparisonPane, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_rounds_comparison_pane_init (EntRoundsComparisonPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gtk_string_list_new (NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

void
ent_rounds_comparison_pane_set (EntRoundsComparisonPane *self,
                                const EntRoundsComparison *comparison)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_auto (GStrv) added = NULL;
  g_autofree char *figures = NULL;
  guint n = comparison != NULL ? comparison->contrasts->len : 0;

  gtk_string_list_splice (self->rows, 0, n_old, NULL);
  self->comparison = comparison;
  if (comparison == NULL)
    return;
  figures = ent_rounds_describe_figures (&comparison->now, &comparison->then);
  gtk_label_set_label (self->figures, figures);
  added = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    added[i] = g_strdup ("");
  gtk_string_list_splice (self->rows, 0, 0, (const char *const *) added);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}
