/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of rounds shows of a picture: blocks and their signs, the dialogs that outlive the
 * picture they were opened on, the map beside the board. */

#include <adwaita.h>

#include "rounds-fixture.h"

#include "ent-board-content.h"
#include "ent-rounds-blocks.h"
#include "ent-rounds-map.h"
#include "ent-rounds-offers.h"
#include "ent-rounds-split.h"

typedef struct
{
  EntRoundsWeek *week;
  EntRoundsJudge *judge;
  GtkWidget *window;
  int luce, marc, anne;
  EntRoundsChoice choice; /* told by the dialog */
  EntRoundsSplit split;
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->week = picture_new ("2026-11-23", 7, 3);
  self->luce = put_carer (self->week, "Luce Leroy");
  self->marc = put_carer (self->week, "Marc Maes");
  for (int day = 0; day < 2; day++)
    put_shift (self->week, self->luce, AT (day, 8, 0), AT (day, 18, 0));
  for (int day = 0; day < 2; day++)
    put_shift (self->week, self->marc, AT (day, 8, 0), AT (day, 18, 0));
  self->anne = put_client (self->week, "Dupont Anne", 0);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), adw_bin_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  g_clear_pointer (&self->week, ent_rounds_week_unref);
}

static void
make_judge (Fixture *self)
{
  ent_rounds_week_index (self->week);
  self->judge = ent_rounds_judge_new (self->week);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_in_windows (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find (window, type);
    }
  return found;
}

static const EntBoardBlock *
block_of (EntBoardContent *content, Fixture *self, int visit)
{
  const EntBoardBlock *block = ent_board_content_find (content, visit_at (self->week, visit)->id);

  g_assert_nonnull (block);
  return block;
}

/* A stay took the visit away although it was locked: struck out, and still to be seen. */
static void
test_freed (Fixture *self, gconstpointer unused)
{
  int freed = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int stays = put_visit (self->week, self->anne, self->luce, AT (1, 9, 0));
  g_autoptr (EntBoardContent) content = NULL;

  visit_at (self->week, freed)->is_locked = TRUE;
  visit_at (self->week, freed)->state = ENT_VISIT_CANCELLED_SERVICE;
  client_at (self->week, self->anne)->away = 3;
  make_judge (self);
  content = ent_rounds_blocks (self->judge, NULL, NULL);
  g_assert_cmpuint (block_of (content, self, freed)->flags, ==,
                    ENT_BOARD_CANCELLED | ENT_BOARD_LOCKED);
  g_assert_cmpuint (block_of (content, self, stays)->flags, ==, ENT_BOARD_PROBLEM);
  g_assert_nonnull (strstr (block_of (content, self, stays)->detail, "away from home"));
}

static void
test_compared (Fixture *self, gconstpointer unused)
{
  EntRoundsWeek *before = picture_new ("2026-11-16", 7, 3);
  EntRoundsComparison *comparison;
  g_autoptr (EntBoardContent) content = NULL;
  int same, other;

  put_carer (before, "Luce Leroy");
  put_client (before, "Dupont Anne", 0);
  same = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  other = put_visit (self->week, self->anne, self->luce, AT (0, 11, 0));
  put_visit (before, 0, 0, AT (0, 9, 0));
  put_visit (before, 0, 0, AT (0, 12, 0));
  for (int i = 0; i < 2; i++)
    {
      visit_at (self->week, i)->need_id = visit_at (before, i)->need_id = i + 1;
      visit_at (self->week, i)->place = visit_at (before, i)->place = 1;
    }
  make_judge (self);
  ent_rounds_week_index (before);
  comparison = ent_rounds_comparison_new (self->week, before);
  content = ent_rounds_blocks (self->judge, NULL, comparison);
  g_assert_cmpuint (block_of (content, self, same)->flags, ==, 0);
  g_assert_cmpuint (block_of (content, self, other)->flags, ==, ENT_BOARD_CHANGED);
  g_assert_nonnull (
      strstr (block_of (content, self, other)->detail, "Luce Leroy 12:00 → Luce Leroy 11:00"));
  ent_rounds_comparison_free (comparison);
  ent_rounds_week_unref (before);
}

static void
chosen_cb (const EntRoundsChoice *choice, gpointer data)
{
  ((Fixture *) data)->choice = *choice;
}

/* The picture is gone when one is chosen: the choice names visit and carer by their ids. */
static void
test_offers_outlive_picture (Fixture *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  gint64 visit_id = visit_at (self->week, visit)->id;
  gint64 marc_id = carer_at (self->week, self->marc)->id;
  GtkWidget *row;

  make_judge (self);
  ent_rounds_offers_show (gtk_window_get_child (GTK_WINDOW (self->window)), self->judge, visit,
                          chosen_cb, self);
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  g_clear_pointer (&self->week, ent_rounds_week_unref);
  settle ();
  row = find_in_windows (ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  g_assert_true (
      gtk_widget_has_css_class (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP),
                                "private"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  settle ();
  g_assert_cmpint (self->choice.visit_id, ==, visit_id);
  g_assert_cmpint (self->choice.carer_id, ==, marc_id);
  g_assert_cmpint (self->choice.start, ==, AT (0, 9, 0));
}

static void
split_cb (const EntRoundsSplit *split, gpointer data)
{
  ((Fixture *) data)->split = *split;
}

/* Half and half with the same carer, unless one says otherwise. */
static void
test_split_dialog (Fixture *self, gconstpointer unused)
{
  int visit = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  gint64 luce_id = carer_at (self->week, self->luce)->id;
  gint64 marc_id = carer_at (self->week, self->marc)->id;
  AdwComboRow *carers;
  AdwDialog *dialog;

  visit_at (self->week, visit)->minutes = 70;
  make_judge (self);
  for (guint choice = 0; choice < 3; choice++)
    {
      const gint64 carer_ids[] = { luce_id, 0, marc_id };

      ent_rounds_split_show (gtk_window_get_child (GTK_WINDOW (self->window)), self->judge, visit,
                             split_cb, self);
      settle ();
      carers = ADW_COMBO_ROW (find_in_windows (ADW_TYPE_COMBO_ROW));
      dialog = ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (carers), ADW_TYPE_DIALOG));
      g_assert_cmpuint (adw_combo_row_get_selected (carers), ==, 0);
      adw_combo_row_set_selected (carers, choice);
      g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
      settle ();
      g_assert_cmpint (self->split.visit_id, ==, visit_at (self->week, visit)->id);
      g_assert_cmpint (self->split.minutes, ==, 35);
      g_assert_cmpint (self->split.carer_id, ==, carer_ids[choice]);
    }
}

/* The day follows what is chosen on the board; what is shown follows the picture. */
static void
test_map (Fixture *self, gconstpointer unused)
{
  int monday = put_visit (self->week, self->anne, self->luce, AT (0, 9, 0));
  int tuesday = put_visit (self->week, self->anne, self->marc, AT (1, 9, 0));
  EntRoundsMap *map = g_object_new (ENT_TYPE_ROUNDS_MAP, NULL);
  GtkDropDown *days;

  make_judge (self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (map));
  ent_rounds_map_set_week (map, self->week);
  settle ();
  days = GTK_DROP_DOWN (find (GTK_WIDGET (map), GTK_TYPE_DROP_DOWN));
  g_assert_cmpuint (gtk_drop_down_get_selected (days), ==, 0);
  ent_rounds_map_select (map, visit_at (self->week, tuesday)->id);
  g_assert_cmpuint (gtk_drop_down_get_selected (days), ==, 1);
  g_assert_cmpint (ent_rounds_map_get_selected (map), ==, visit_at (self->week, tuesday)->id);
  ent_rounds_map_select (map, visit_at (self->week, monday)->id);
  g_assert_cmpuint (gtk_drop_down_get_selected (days), ==, 0);
  settle ();
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ent_day_set_today (ent_day_from_ymd (2026, 11, 23));
  TEST ("/rounds-ui/freed", test_freed);
  TEST ("/rounds-ui/compared", test_compared);
  TEST ("/rounds-ui/offers-outlive-picture", test_offers_outlive_picture);
  TEST ("/rounds-ui/split-dialog", test_split_dialog);
  TEST ("/rounds-ui/map", test_map);
  return g_test_run ();
}
