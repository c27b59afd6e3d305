/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the days that are looked at, and again whenever something in the register changes them.
 * Main thread. */

#include "ent-rounds-page-private.h"

#include "ent-agent-absence.h"
#include "ent-address.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-care-wish.h"
#include "ent-carer-rules.h"
#include "ent-date.h"
#include "ent-person-stay.h"
#include "ent-place-view.h"
#include "ent-regions.h"
#include "ent-resources.h"
#include "ent-rounds-blocks.h"
#include "ent-rounds-query.h"
#include "ent-working-time-rule.h"

#include <glib/gi18n-lib.h>

#define WEEK 7
#define RELOAD_MS 60
#define TICK_S 60

G_DEFINE_FINAL_TYPE (EntRoundsPage, ent_rounds_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  gint32 first_day;
  int n_days;
  gboolean is_compared;
  EntRoads *roads;
} Question;

/* What was read. */
typedef struct
{
  EntRoundsWeek *week;
  EntRoundsWeek *before; /* NULL: not asked for */
} Picture;

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->week, ent_rounds_week_unref);
  g_clear_pointer (&picture->before, ent_rounds_week_unref);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

EntRoundsWeek *
ent_rounds_page_get_week (EntRoundsPage *self)
{
  return self->judge != NULL ? ent_rounds_judge_get_week (self->judge) : NULL;
}

const EntRoundsVisit *
ent_rounds_page_find (EntRoundsPage *self, gint64 id, int *position)
{
  EntRoundsWeek *week = ent_rounds_page_get_week (self);

  *position = week != NULL ? ent_rounds_week_find (week, id) : ENT_ROUNDS_NONE;
  return *position != ENT_ROUNDS_NONE ? &g_array_index (week->visits, EntRoundsVisit, *position)
                                      : NULL;
}

static void
question_free (Question *question)
{
  g_clear_pointer (&question->roads, ent_roads_unref);
  g_free (question);
}

static gint32
monday_of (gint32 day)
{
  return day - ent_day_weekday (day) + 1;
}

static gboolean
is_month (EntRoundsPage *self)
{
  return ent_board_get_zoom (self->board) == ENT_BOARD_MONTH;
}

void
ent_rounds_page_show_title (EntRoundsPage *self)
{
  g_autofree char *day = ent_day_format (self->first_day, ENT_DAY_MEDIUM);
  g_autofree char *title = NULL;
  int year, month, of_month;

  if (is_month (self))
    {
      ent_day_to_ymd (self->first_day, &year, &month, &of_month);
      title = g_strdup_printf ("%s %d", ent_month_name (month), year);
      adw_window_title_set_subtitle (self->title, "");
    }
  else
    {
      /* Translators: a week, by its first day */
      title = self->is_narrow ? g_strdup (day) : g_strdup_printf (_ ("Week of %s"), day);
      adw_window_title_set_subtitle (self->title, ent_week_of_day (self->first_day) == ENT_WEEK_A
                                                      ? _ ("Week A")
                                                      : _ ("Week B"));
    }
  adw_window_title_set_title (self->title, title);
}

static void
show_side (EntRoundsPage *self)
{
  guint n = ent_rounds_unplaced_set_week (self->unplaced, ent_rounds_page_get_week (self));
  g_autofree char *text = NULL;
  const char *title = _ ("To place"), *shown = "unplaced";

  ent_rounds_comparison_pane_set (self->comparison_pane, self->comparison);
  if (self->proposal != NULL)
    {
      n = self->proposal->differences->len;
      title = _ ("Proposal");
      shown = "proposal";
    }
  else if (self->comparison != NULL)
    {
      n = self->comparison->contrasts->len;
      title = _ ("Comparison");
      shown = "comparison";
    }
  text = g_str_equal (shown, "unplaced")
             ? g_strdup_printf (ngettext ("%u visit", "%u visits", n), n)
             : g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
  adw_window_title_set_title (self->side_title, title);
  adw_window_title_set_subtitle (self->side_title, text);
  gtk_stack_set_visible_child_name (self->side_stack, shown);
}

static void
show_menu (EntRoundsPage *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  g_menu_remove_all (self->more_menu);
  if (shell != NULL)
    ent_shell_extend_menu (shell, "board",
                           g_variant_new ("(ii)", (int) self->first_day, self->n_days),
                           self->more_menu);
}

void
ent_rounds_page_show (EntRoundsPage *self)
{
  EntRoundsWeek *week = ent_rounds_judge_get_week (self->judge);
  g_autoptr (EntBoardContent)
                content = ent_rounds_blocks (self->judge, self->proposal,
                                             self->proposal == NULL ? self->comparison : NULL);
  EntRoundsFigures figures;
  g_autofree char *text = NULL;

  ent_board_set_content (self->board, content);
  gtk_stack_set_visible_child_name (self->stack, week->carers->len > 0 ? "board" : "none");
  show_side (self);
  show_menu (self);
  ent_rounds_view_show (self);
  ent_rounds_figures (week, &figures);
  text = ent_rounds_describe_figures (&figures, &figures);
  if (week->is_estimated)
    {
      g_autofree char *exact = g_steal_pointer (&text);

      text = g_strdup_printf ("%s · %s", exact, _ ("ways estimated as the crow flies"));
    }
  gtk_label_set_label (self->figures, text);
}

static EntRoundsWeek *
read_week (EntDb *db, const Question *question, gint32 first_day, GError **error)
{
  g_autoptr (EntRoundsWeek) week = ent_rounds_query_week (db, first_day, question->n_days, error);

  if (week == NULL || !ent_rounds_week_set_ways (week, question->roads, NULL, error))
    return NULL;
  return g_steal_pointer (&week);
}

static gpointer
read_picture (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (Picture) picture = g_new0 (Picture, 1);

  picture->week = read_week (db, question, question->first_day, error);
  if (picture->week == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (question->is_compared &&
      (picture->before = read_week (db, question, question->first_day - WEEK, error)) == NULL)
    return NULL;
  return g_steal_pointer (&picture);
}

static void
week_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRoundsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Picture) picture = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (picture == NULL)
    {
      if (shell != NULL)
        ent_shell_report (shell, error);
      return;
    }
  if (self->store == NULL)
    return;
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  self->judge = ent_rounds_judge_new (picture->week);
  ent_rounds_comparison_pane_set (self->comparison_pane, NULL);
  g_clear_pointer (&self->comparison, ent_rounds_comparison_free);
  if (picture->before != NULL)
    self->comparison = ent_rounds_comparison_new (picture->week, picture->before);
  ent_rounds_propose_update (self);
  ent_rounds_acts_update (self);
  ent_rounds_page_show (self);
}

void
ent_rounds_page_reload (EntRoundsPage *self)
{
  EntRoads *roads = ent_regions_get_roads (ent_regions_get_default ());
  Question question = { self->first_day, self->n_days, ent_rounds_view_is_compared (self), NULL };

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL)
    return;
  self->reading = g_cancellable_new ();
  question.roads = roads != NULL ? ent_roads_ref (roads) : NULL;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_picture,
                       g_memdup2 (&question, sizeof question), (GDestroyNotify) question_free,
                       (GDestroyNotify) picture_free, self->reading, week_read_cb,
                       g_object_ref (self));
}

static gboolean
tick_cb (gpointer user_data)
{
  ent_rounds_view_show_now (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
reload_cb (gpointer user_data)
{
  EntRoundsPage *self = user_data;

  self->reload_id = 0;
  ent_rounds_page_reload (self);
  return G_SOURCE_REMOVE;
}

/* Several acts in a row make it read once. */
static void
reload_soon (EntRoundsPage *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_timeout_add (RELOAD_MS, reload_cb, self);
}

static void
store_changed_cb (EntRoundsPage *self, const EntNews *news)
{
  static const EntSchema *const concerned[] = {
    &ent_visit_schema,         &ent_care_need_schema,
    &ent_care_plan_schema,     &ent_care_wish_schema,
    &ent_carer_schema,         &ent_carer_shift_schema,
    &ent_agent_schema,         &ent_address_schema,
    &ent_agent_absence_schema, &ent_working_time_rule_schema,
    &ent_person_stay_schema,
  };

  for (guint i = 0; i < G_N_ELEMENTS (concerned); i++)
    if (ent_news_touches (news, concerned[i]))
      {
        reload_soon (self);
        return;
      }
}

static void
look_at (EntRoundsPage *self, gint32 day)
{
  int year, month, of_month;

  if (is_month (self))
    {
      ent_day_to_ymd (day, &year, &month, &of_month);
      self->first_day = ent_day_from_ymd (year, month, 1);
      self->n_days = ent_day_from_ymd (month == 12 ? year + 1 : year, month % 12 + 1, 1) -
                     self->first_day;
    }
  else
    {
      self->first_day = monday_of (day);
      self->n_days = WEEK;
    }
  ent_rounds_propose_forget (self);
  ent_rounds_page_show_title (self);
  ent_rounds_page_reload (self);
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (widget);

  self->finds_today = g_str_equal (name, "rounds.today");
  if (self->finds_today)
    look_at (self, ent_day_today ());
  else if (g_str_equal (name, "rounds.next"))
    look_at (self, self->first_day + self->n_days);
  else
    look_at (self, self->first_day - 1);
}

static const char *const zooms[ENT_BOARD_N_ZOOMS] = { "quarters", "day", "week", "month" };

static void
zoomed_cb (EntRoundsPage *self)
{
  gboolean was_month = self->n_days != WEEK;
  const char *zoom = zooms[ent_board_get_zoom (self->board)];

  g_simple_action_set_state (self->zoom_action, g_variant_new_string (zoom));
  if (was_month != is_month (self))
    look_at (self, was_month ? MAX (self->first_day,
                                    MIN (ent_day_today (), self->first_day + self->n_days - 1))
                             : self->first_day);
}

static void
open_carers_cb (EntRoundsPage *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_show_list (shell, &ent_carer_schema, NULL);
}

static void
offer_cb (EntRoundsPage *self, gint64 visit_id)
{
  ent_rounds_acts_offer (self, visit_id);
}

static void
ticked_cb (EntRoundsPage *self)
{
  g_autoptr (EntBoardContent) content = ent_rounds_blocks (self->judge, self->proposal, NULL);

  ent_board_set_content (self->board, content);
}

static void
accepted_cb (EntRoundsPage *self, GArray *positions)
{
  ent_rounds_propose_accept (self, positions);
}

static void
compared_cb (EntRoundsPage *self, gint64 visit_id)
{
  ent_board_select (self->board, visit_id);
}

static void
narrow_cb (EntRoundsPage *self)
{
  ent_rounds_view_set_narrow (self, TRUE);
}

static void
wide_cb (EntRoundsPage *self)
{
  ent_rounds_view_set_narrow (self, FALSE);
}

static void
discarded_cb (EntRoundsPage *self)
{
  ent_rounds_propose_forget (self);
  ent_rounds_page_show (self);
}

static void
ent_rounds_page_dispose (GObject *object)
{
  EntRoundsPage *self = ENT_ROUNDS_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->board != NULL)
    ent_board_set_judge (self->board, NULL, NULL, NULL);
  if (self->comparison_pane != NULL)
    ent_rounds_comparison_pane_set (self->comparison_pane, NULL);
  if (self->proposal_pane != NULL)
    ent_rounds_proposal_pane_set (self->proposal_pane, NULL);
  g_clear_pointer (&self->proposal, ent_rounds_proposal_free);
  g_clear_pointer (&self->comparison, ent_rounds_comparison_free);
  g_clear_pointer (&self->judge, ent_rounds_judge_free);
  g_clear_object (&self->zoom_action);
  g_clear_object (&self->view_action);
  g_clear_object (&self->compare_action);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_rounds_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, title);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, split);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, board_side);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, board);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, map);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, swap_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, swap_label);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, side_title);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, side_stack);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, unplaced);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, proposal_pane);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, comparison_pane);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsPage, more_menu);
  gtk_widget_class_bind_template_callback (widget_class, open_carers_cb);
  gtk_widget_class_bind_template_callback (widget_class, compared_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, discarded_cb);
}

static void
ent_rounds_page_class_init (EntRoundsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_rounds_page_dispose;

  g_type_ensure (ENT_TYPE_BOARD);
  g_type_ensure (ENT_TYPE_ROUNDS_UNPLACED);
  g_type_ensure (ENT_TYPE_ROUNDS_PROPOSAL_PANE);
  g_type_ensure (ENT_TYPE_ROUNDS_COMPARISON_PANE);
  g_type_ensure (ENT_TYPE_ROUNDS_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "rounds/ent-rounds-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "rounds.previous", NULL, go);
  gtk_widget_class_install_action (widget_class, "rounds.today", NULL, go);
  gtk_widget_class_install_action (widget_class, "rounds.next", NULL, go);
  ent_rounds_view_install (widget_class);
  ent_rounds_acts_install (widget_class);
  ent_rounds_propose_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "rounds.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "rounds.next",
                                       NULL);
}

static void
zoom_cb (EntRoundsPage *self, GVariant *state)
{
  for (int i = 0; i < ENT_BOARD_N_ZOOMS; i++)
    if (g_str_equal (g_variant_get_string (state, NULL), zooms[i]))
      ent_board_set_zoom (self->board, (EntBoardZoom) i);
}

static void
add_zoom_action (EntRoundsPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const char *zoom = zooms[ent_board_get_zoom (self->board)];

  self->zoom_action = g_simple_action_new_stateful ("zoom", G_VARIANT_TYPE_STRING,
                                                    g_variant_new_string (zoom));
  g_signal_connect_object (self->zoom_action, "change-state", G_CALLBACK (zoom_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->zoom_action));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->view_action));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->compare_action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (group));
}

static void
ent_rounds_page_init (EntRoundsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_rounds_view_connect (self);
  add_zoom_action (self);
  ent_rounds_acts_connect (self);
  ent_rounds_propose_forget (self);
  g_signal_connect_object (self->board, "notify::zoom", G_CALLBACK (zoomed_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwNavigationPage *
ent_rounds_page_new (EntShell *shell)
{
  EntRoundsPage *self = g_object_new (ENT_TYPE_ROUNDS_PAGE, NULL);

  self->store = g_object_ref (ent_shell_get_store (shell));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_regions_get_default (), "changed", G_CALLBACK (reload_soon), self,
                           G_CONNECT_SWAPPED);
  self->tick_id = g_timeout_add_seconds (TICK_S, tick_cb, self);
  look_at (self, ent_day_today ());
  return ADW_NAVIGATION_PAGE (self);
}
