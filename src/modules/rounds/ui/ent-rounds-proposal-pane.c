/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of proposed changes. Main thread. */

#include "ent-rounds-proposal-pane.h"

#include "ent-clock.h"
#include "ent-resources.h"
#include "ent-rounds-blocks.h"

#include <glib/gi18n-lib.h>

#define DIFFERENCE "ent-difference"

struct _EntRoundsProposalPane
{
  AdwBin parent_instance;

  GtkLabel *figures;
  GtkDropDown *carers;
  GtkListView *list;
  GtkWidget *accept_button;
  EntRoundsProposal *proposal; /* borrowed */
  GListStore *rows; /* GtkStringObject with the position of a difference */
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  GArray *shown_carers; /* int, of the choices of the drop-down; ENT_ROUNDS_NONE: everyone */
};

enum
{
  SIGNAL_TICKED,
  SIGNAL_ACCEPTED,
  SIGNAL_DISCARDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntRoundsProposalPane, ent_rounds_proposal_pane, ADW_TYPE_BIN)

static int
position_of (gpointer row)
{
  return GPOINTER_TO_INT (g_object_get_data (row, DIFFERENCE));
}

static EntRoundsDifference *
difference_of (EntRoundsProposalPane *self, gpointer row)
{
  return &g_array_index (self->proposal->differences, EntRoundsDifference, position_of (row));
}

static char *
signed_text (const char *text, int difference, const char *amount)
{
  if (difference == 0)
    return g_strdup (text);
  /* Translators: a figure, and how much it has changed: “48 km (−12 km)” */
  return g_strdup_printf (_ ("%s (%s%s)"), text, difference < 0 ? "−" : "+", amount);
}

static char *
duration_figure (int now, int before)
{
  g_autofree char *text = ent_duration_format (now);
  g_autofree char *change = ent_duration_format (ABS (now - before));

  return signed_text (text, now - before, change);
}

static char *
number_figure (const char *format, int now, int before)
{
  g_autofree char *text = g_strdup_printf ("%d", now);
  g_autofree char *change = g_strdup_printf ("%d", ABS (now - before));
  g_autofree char *figure = signed_text (text, now - before, change);
  g_autoptr (GString) whole = g_string_new (format);

  g_string_replace (whole, "{}", figure, 1);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

char *
ent_rounds_describe_figures (const EntRoundsFigures *now, const EntRoundsFigures *before)
{
  g_autofree char *travel = duration_figure (now->travel_minutes, before->travel_minutes);
  /* Translators: minutes on the way of all carers together */
  g_autofree char *way = g_strdup_printf (_ ("On the way %s"), travel);
  g_autofree char *km = number_figure (_ ("{} km"), (now->metres + 500) / 1000,
                                       (before->metres + 500) / 1000);
  /* Translators: how many visits of a hundred are made by a carer whom the person knows */
  g_autofree char *known = number_figure (_ ("Familiar faces {} %"), now->familiar_percent,
                                          before->familiar_percent);
  g_autofree char *late = duration_figure (now->overtime_minutes, before->overtime_minutes);
  g_autofree char *overtime = g_strdup_printf (_ ("Overtime %s"), late);
  g_autofree char *unplaced = number_figure (_ ("To place {}"), now->unplaced, before->unplaced);

  return g_strjoin (" · ", way, km, known, overtime, unplaced, NULL);
}

static char *
detail_of (EntRoundsProposalPane *self, const EntRoundsDifference *what)
{
  g_autofree char *from = ent_rounds_describe_stand (self->proposal->week, what->from_carer,
                                                     what->from_start);
  g_autofree char *to = ent_rounds_describe_stand (self->proposal->week, what->to_carer,
                                                   what->to_start);
  g_autofree char *why = ent_rounds_proposal_explain (self->proposal, what);

  return *why != '\0' ? g_strdup_printf ("%s → %s\n%s", from, to, why)
                      : g_strdup_printf ("%s → %s", from, to);
}

static gboolean
is_shown (gpointer row, gpointer user_data)
{
  EntRoundsProposalPane *self = user_data;
  guint selected = gtk_drop_down_get_selected (self->carers);
  int carer = selected < self->shown_carers->len ? g_array_index (self->shown_carers, int, selected)
                                                 : ENT_ROUNDS_NONE;
  const EntRoundsDifference *what;

  if (carer == ENT_ROUNDS_NONE || self->proposal == NULL)
    return TRUE;
  what = difference_of (self, row);
  return what->to_carer == carer || what->from_carer == carer;
}

static GArray *
list_ticked (EntRoundsProposalPane *self)
{
  GArray *ticked = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      int position = position_of (row);

      if (difference_of (self, row)->is_accepted)
        g_array_append_val (ticked, position);
    }
  return ticked;
}

static void
update_button (EntRoundsProposalPane *self)
{
  g_autoptr (GArray) ticked = self->proposal != NULL ? list_ticked (self) : NULL;
  guint n = ticked != NULL ? ticked->len : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("_Accept %u change", "_Accept %u changes", n),
                                            n);

  gtk_button_set_label (GTK_BUTTON (self->accept_button), label);
  gtk_widget_set_sensitive (self->accept_button, n > 0);
}

static void
toggled_cb (GtkCheckButton *button, GtkListItem *item)
{
  EntRoundsProposalPane *self = ENT_ROUNDS_PROPOSAL_PANE (
      gtk_widget_get_ancestor (GTK_WIDGET (button), ENT_TYPE_ROUNDS_PROPOSAL_PANE));
  gpointer row = gtk_list_item_get_item (item);
  EntRoundsDifference *what;

  if (self == NULL || self->proposal == NULL || row == NULL)
    return;
  what = difference_of (self, row);
  if (what->is_accepted == gtk_check_button_get_active (button))
    return;
  what->is_accepted = !what->is_accepted;
  update_button (self);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();
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
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), lines);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_focusable (item, FALSE);
}

static void
bind_row_cb (EntRoundsProposalPane *self, GtkListItem *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  GtkWidget *lines = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));
  const EntRoundsDifference *what = difference_of (self, gtk_list_item_get_item (item));
  g_autofree char *title = ent_rounds_describe_whose (self->proposal->week, what->visit);
  g_autofree char *detail = detail_of (self, what);
  g_autofree char *spoken = NULL;

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), detail);
  spoken = g_strdup_printf ("%s, %s", title, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), what->is_accepted);
}

static void
filter_cb (EntRoundsProposalPane *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_button (self);
}

static void
accept_cb (EntRoundsProposalPane *self)
{
  g_autoptr (GArray) ticked = list_ticked (self);

  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, ticked);
}

static void
discard_cb (EntRoundsProposalPane *self)
{
  g_signal_emit (self, signals[SIGNAL_DISCARDED], 0);
}

static void
ent_rounds_proposal_pane_dispose (GObject *object)
{
  EntRoundsProposalPane *self = ENT_ROUNDS_PROPOSAL_PANE (object);

  self->proposal = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->shown_carers, g_array_unref);
  G_OBJECT_CLASS (ent_rounds_proposal_pane_parent_class)->dispose (object);
}

static void
ent_rounds_proposal_pane_class_init (EntRoundsProposalPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_rounds_proposal_pane_dispose;
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_ARRAY);
  signals[SIGNAL_DISCARDED] = g_signal_new ("discarded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "rounds/ent-rounds-proposal-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoundsProposalPane, figures);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsProposalPane, carers);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsProposalPane, list);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsProposalPane, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
ent_rounds_proposal_pane_init (EntRoundsProposalPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  self->shown_carers = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* The carers whom the proposal concerns, behind everyone. */
static GtkStringList *
list_carers (EntRoundsProposalPane *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const EntRoundsWeek *week = self->proposal->week;
  int everyone = ENT_ROUNDS_NONE;

  g_array_set_size (self->shown_carers, 0);
  g_array_append_val (self->shown_carers, everyone);
  gtk_string_list_append (names, _ ("All carers"));
  for (int carer = 0; carer < (int) week->carers->len; carer++)
    for (guint i = 0; i < self->proposal->differences->len; i++)
      {
        const EntRoundsDifference *what = &g_array_index (self->proposal->differences,
                                                          EntRoundsDifference, i);

        if (what->to_carer != carer && what->from_carer != carer)
          continue;
        g_array_append_val (self->shown_carers, carer);
        gtk_string_list_append (names, g_array_index (week->carers, EntRoundsCarer, carer).name);
        break;
      }
  return names;
}

void
ent_rounds_proposal_pane_set (EntRoundsProposalPane *self, EntRoundsProposal *proposal)
{
  g_autoptr (GtkStringList) names = NULL;
  g_autofree char *figures = NULL;

  g_list_store_remove_all (self->rows);
  self->proposal = proposal;
  if (proposal == NULL)
    return;
  figures = ent_rounds_describe_figures (&proposal->after, &proposal->before);
  gtk_label_set_label (self->figures, figures);
  names = list_carers (self);
  gtk_drop_down_set_model (self->carers, G_LIST_MODEL (names));
  for (guint i = 0; i < proposal->differences->len; i++)
    {
      g_autoptr (GtkStringObject) row = gtk_string_object_new ("");

      g_object_set_data (G_OBJECT (row), DIFFERENCE, GINT_TO_POINTER ((int) i));
      g_list_store_append (self->rows, row);
    }
  update_button (self);
}
