/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same picture on the board, on the map, or both; beside the week before; copied to the next.
 * Main thread. */

#include "ent-rounds-page-private.h"

#include "ent-board-scale.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-regions.h"
#include "ent-rounds-copy.h"
#include "ent-rounds-decide.h"
#include "ent-rounds-query.h"

#include <glib/gi18n-lib.h>

#define WEEK 7
#define WIDE 1200 /* pixels of the page that hold board, map and what is to be placed */

static const char *
wanted_view (EntRoundsPage *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->view_action));
  const char *name = g_variant_get_string (state, NULL);

  if (!g_str_equal (name, "both"))
    return g_str_equal (name, "map") ? "map" : "board";
  return self->is_narrow ? "board" : "both";
}

static gboolean
shows_map (EntRoundsPage *self)
{
  return !g_str_equal (wanted_view (self), "board");
}

/* From the midnight of the first day in sight; outside of it when today is not one of them. */
static int
today_in_sight (EntRoundsPage *self)
{
  gint32 days = ent_day_today () - self->first_day;

  return days >= 0 && days < self->n_days ? days * ENT_BOARD_DAY : ENT_ROUNDS_NONE;
}

void
ent_rounds_view_show_now (EntRoundsPage *self)
{
  int midnight = today_in_sight (self);

  ent_board_set_now (self->board,
                     midnight != ENT_ROUNDS_NONE ? midnight + ent_clock_now () : ENT_ROUNDS_NONE);
}

void
ent_rounds_view_show (EntRoundsPage *self)
{
  EntRoundsWeek *week = ent_rounds_page_get_week (self);

  gtk_widget_set_visible (self->board_side, !g_str_equal (wanted_view (self), "map"));
  gtk_widget_set_visible (GTK_WIDGET (self->map), shows_map (self));
  g_simple_action_set_enabled (self->compare_action, self->n_days == WEEK);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.copy-week",
                                 week != NULL && self->n_days == WEEK);
  if (week != NULL && shows_map (self))
    {
      ent_rounds_map_set_week (self->map, week);
      ent_rounds_map_select (self->map, ent_board_get_selected (self->board));
    }
  ent_rounds_view_show_now (self);
  if (week != NULL && self->finds_today)
    {
      self->finds_today = FALSE;
      if (today_in_sight (self) != ENT_ROUNDS_NONE)
        ent_board_scroll_to (self->board, today_in_sight (self));
    }
}

/* For board and map beside each other; what went for them comes back. */
static void
make_room (EntRoundsPage *self, int width)
{
  gboolean is_wanted = g_str_equal (wanted_view (self), "both") && width < WIDE;
  gboolean is_shown = adw_overlay_split_view_get_show_sidebar (self->split);

  if (is_wanted && is_shown)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  else if (!is_wanted && self->has_made_room && !self->is_narrow)
    adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  self->has_made_room = is_wanted && (is_shown || self->has_made_room);
}

static void
view_cb (EntRoundsPage *self, GVariant *state)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  g_simple_action_set_state (self->view_action, state);
  make_room (self, width);
  if (g_str_equal (wanted_view (self), "both"))
    gtk_paned_set_position (self->panes, width * 55 / 100);
  ent_rounds_view_show (self);
}

gboolean
ent_rounds_view_is_compared (EntRoundsPage *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->compare_action));

  return g_variant_get_boolean (state) && self->n_days == WEEK;
}

static void
compare_cb (EntRoundsPage *self, GVariant *state)
{
  g_simple_action_set_state (self->compare_action, state);
  if (g_variant_get_boolean (state))
    adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  ent_rounds_page_reload (self);
}

void
ent_rounds_view_set_narrow (EntRoundsPage *self, gboolean is_narrow)
{
  self->is_narrow = is_narrow;
  ent_rounds_page_show_title (self);
  ent_rounds_view_show (self);
}

/* One follows the other. */

static void
board_selected_cb (EntRoundsPage *self)
{
  if (shows_map (self) && ent_board_get_selected (self->board) != 0)
    ent_rounds_map_select (self->map, ent_board_get_selected (self->board));
}

static void
map_selected_cb (EntRoundsPage *self)
{
  gint64 visit_id = ent_rounds_map_get_selected (self->map);

  if (visit_id != ent_board_get_selected (self->board))
    ent_board_select (self->board, visit_id);
}

static void
map_activated_cb (EntRoundsPage *self, gint64 visit_id)
{
  ent_rounds_acts_offer (self, visit_id);
}

/* The next week as it stands, and what of this one fits in it. */

typedef struct
{
  EntRoundsWeek *week;
  EntRoads *roads;
} Copying;

static void
copying_free (Copying *copying)
{
  ent_rounds_week_unref (copying->week);
  g_clear_pointer (&copying->roads, ent_roads_unref);
  g_free (copying);
}

static gpointer
read_next (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Copying *copying = data;
  g_autoptr (EntRoundsWeek)
                next = ent_rounds_query_week (db, copying->week->first_day + WEEK, WEEK, error);

  if (next == NULL || !ent_rounds_week_set_ways (next, copying->roads, cancellable, error))
    return NULL;
  return g_steal_pointer (&next);
}

static void
accepted_cb (const EntRoundsCopy *copy, gpointer data)
{
  EntRoundsDecision *decision = ent_rounds_decision_new ();
  guint n = copy->moves->len, n_left = copy->uncopied->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u visit copied to next week",
                                                     "%u visits copied to next week", n),
                                           n);
  g_autofree char *rest = g_strdup_printf (ngettext ("%u left to place", "%u left to place",
                                                     n_left),
                                           n_left);
  g_autofree char *whole = n_left > 0 ? g_strdup_printf ("%s · %s", text, rest) : g_strdup (text);

  g_array_append_vals (decision->moves, copy->moves->data, n);
  ent_rounds_page_decide (data, whole, decision);
}

static void
next_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRoundsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRoundsWeek) next = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntRoundsWeek *week = ent_rounds_page_get_week (self);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  EntRoundsJudge *judge;

  if (shell == NULL)
    return;
  if (next == NULL)
    ent_shell_report (shell, error);
  /* Whoever went on meanwhile looks at other days. */
  if (next == NULL || week == NULL || next->first_day != week->first_day + WEEK)
    return;
  judge = ent_rounds_judge_new (next);
  ent_rounds_copy_show (GTK_WIDGET (self), ent_rounds_weeks_copy (week, judge), judge, accepted_cb,
                        self);
}

static void
copy_week (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);
  EntRoads *roads = ent_regions_get_roads (ent_regions_get_default ());
  Copying *copying = g_new0 (Copying, 1);

  copying->week = ent_rounds_week_ref (ent_rounds_page_get_week (self));
  copying->roads = roads != NULL ? ent_roads_ref (roads) : NULL;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_next, copying,
                       (GDestroyNotify) copying_free, (GDestroyNotify) ent_rounds_week_unref, NULL,
                       next_read_cb, g_object_ref (self));
}

void
ent_rounds_view_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rounds.copy-week", NULL, copy_week);
}

void
ent_rounds_view_connect (EntRoundsPage *self)
{
  self->view_action = g_simple_action_new_stateful ("view", G_VARIANT_TYPE_STRING,
                                                    g_variant_new_string ("board"));
  self->compare_action = g_simple_action_new_stateful ("compare", NULL,
                                                       g_variant_new_boolean (FALSE));
  g_signal_connect_object (self->view_action, "change-state", G_CALLBACK (view_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare_action, "change-state", G_CALLBACK (compare_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "notify::selected", G_CALLBACK (board_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "notify::selected", G_CALLBACK (map_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "visit-activated", G_CALLBACK (map_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rounds.copy-week", FALSE);
}
