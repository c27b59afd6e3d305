/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the month that is looked at, and again whenever something in the register changes it. Main
 * thread. */

#include "ent-month-page-private.h"

#include "ent-agent.h"
#include "ent-carer.h"
#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-date.h"
#include "ent-person-stay.h"
#include "ent-person.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MONTHS_TO_CHOOSE 15
#define RELOAD_MS 60

G_DEFINE_FINAL_TYPE (EntMonthPage, ent_month_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  EntMonth month;
  EntMonthRange range;
} Question;

static void
show_months (EntMonthPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  EntMonth now = ent_month_of_day (ent_day_today ());
  g_autofree char *title = ent_month_format (self->month);

  for (int i = 0; i < MONTHS_TO_CHOOSE; i++)
    {
      EntMonth month = ent_month_add (now, -i);
      g_autofree char *label = ent_month_format (month);
      g_autofree char *action = g_strdup_printf ("month.go('%d-%d')", month.year, month.month);

      g_menu_append (menu, label, action);
    }
  gtk_menu_button_set_menu_model (self->month_button, G_MENU_MODEL (menu));
  gtk_menu_button_set_label (self->month_button, title);
}

static void
show (EntMonthPage *self)
{
  EntMonthPicture *picture = self->picture;
  guint n_cases = picture->ledger->cases->len;
  gboolean over = FALSE;

  ent_month_cases_set_picture (self->cases, picture);
  ent_month_totals_set_picture (self->totals, picture);
  ent_month_bills_set_picture (self->bills, picture);
  ent_month_contingents_set_picture (self->contingents, picture);
  ent_month_closing_view_set_picture (self->closing, picture);
  for (guint i = 0; i < picture->standings->len; i++)
    {
      const EntContingentStanding *standing = g_ptr_array_index (picture->standings, i);

      over = over || (standing->granted > 0 && ent_contingent_warnings (standing) != 0);
    }
  adw_view_stack_page_set_badge_number (self->cases_page, n_cases);
  adw_view_stack_page_set_badge_number (self->bills_page, picture->hindrance.n_without_rate);
  adw_view_stack_page_set_needs_attention (self->contingents_page, over);
  gtk_stack_set_visible_child_name (self->stack, "month");
  ent_month_acts_update (self);
}

static gpointer
read_picture (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return ent_month_picture_read (db, question->month, question->range, cancellable, error);
}

static void
picture_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMonthPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntMonthPicture) picture = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (picture == NULL)
    {
      if (shell != NULL)
        ent_shell_report (shell, error);
      return;
    }
  if (self->store == NULL)
    return;
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  self->picture = g_steal_pointer (&picture);
  show (self);
}

static void
reload (EntMonthPage *self)
{
  Question question = { self->month, self->range };

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->store == NULL)
    return;
  self->reading = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, read_picture,
                       g_memdup2 (&question, sizeof question), g_free,
                       (GDestroyNotify) ent_month_picture_unref, self->reading, picture_read_cb,
                       g_object_ref (self));
}

static gboolean
reload_cb (gpointer user_data)
{
  EntMonthPage *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (EntMonthPage *self, const EntNews *news)
{
  static const EntSchema *const concerned[] = {
    &ent_visit_schema,
    &ent_care_activity_schema,
    &ent_contribution_schema,
    &ent_contribution_scale_schema,
    &ent_contribution_row_schema,
    &ent_contribution_reduction_schema,
    &ent_unsocial_rate_schema,
    &ent_month_rule_schema,
    &ent_contingent_schema,
    &ent_month_closing_schema,
    &ent_month_correction_schema,
    &ent_care_need_schema,
    &ent_care_plan_schema,
    &ent_person_stay_schema,
    &ent_person_schema,
    &ent_carer_schema,
    &ent_agent_schema,
  };

  if (self->reload_id != 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (concerned); i++)
    if (ent_news_touches (news, concerned[i]))
      {
        self->reload_id = g_timeout_add (RELOAD_MS, reload_cb, self);
        return;
      }
}

static void
look_at (EntMonthPage *self, EntMonth month)
{
  self->month = month;
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ent_month_acts_update (self);
  show_months (self);
  reload (self);
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntMonthPage *self = ENT_MONTH_PAGE (widget);
  g_auto (GStrv) parts = NULL;

  if (g_str_equal (name, "month.previous"))
    look_at (self, ent_month_add (self->month, -1));
  else if (g_str_equal (name, "month.next"))
    look_at (self, ent_month_add (self->month, 1));
  else
    {
      parts = g_strsplit (g_variant_get_string (parameter, NULL), "-", 2);
      if (g_strv_length (parts) == 2)
        look_at (self, (EntMonth) { atoi (parts[0]), CLAMP (atoi (parts[1]), 1, 12) });
    }
}

static void
settle_cb (EntMonthPage *self, gint64 visit_id, int how)
{
  ent_month_acts_settle (self, visit_id, (EntSettling) how);
}

static void
open_case_cb (EntMonthPage *self, gint64 visit_id)
{
  ent_month_settle_dialog_present (self, visit_id);
}

static void
range_changed_cb (EntMonthPage *self, int range)
{
  self->range = (EntMonthRange) range;
  reload (self);
}

static void
open_bill_cb (EntMonthPage *self, guint index)
{
  ent_month_acts_open_bill (self, index);
}

static void
add_hours_cb (EntMonthPage *self, gint64 activity_id)
{
  ent_month_acts_add_hours (self, activity_id);
}

static void
ent_month_page_dispose (GObject *object)
{
  EntMonthPage *self = ENT_MONTH_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  g_clear_object (&self->working);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_month_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, views);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, cases_page);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, bills_page);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, contingents_page);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, cases);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, totals);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, bills);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, contingents);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, closing);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntMonthPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, settle_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_case_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_bill_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_hours_cb);
}

static void
ent_month_page_class_init (EntMonthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_month_page_dispose;

  g_type_ensure (ENT_TYPE_MONTH_CASES);
  g_type_ensure (ENT_TYPE_MONTH_TOTALS);
  g_type_ensure (ENT_TYPE_MONTH_BILLS);
  g_type_ensure (ENT_TYPE_MONTH_CONTINGENTS);
  g_type_ensure (ENT_TYPE_MONTH_CLOSING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "month/ent-month-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "month.previous", NULL, go);
  gtk_widget_class_install_action (widget_class, "month.next", NULL, go);
  gtk_widget_class_install_action (widget_class, "month.go", "s", go);
  ent_month_acts_install (widget_class);
  ent_month_closing_act_install (widget_class);
  ent_month_export_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "month.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "month.next",
                                       NULL);
}

static void
ent_month_page_init (EntMonthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
ent_month_page_new (EntShell *shell)
{
  EntMonthPage *self = g_object_new (ENT_TYPE_MONTH_PAGE, NULL);

  self->store = g_object_ref (ent_shell_get_store (shell));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  look_at (self, ent_month_add (ent_month_of_day (ent_day_today ()), -1));
  return ADW_NAVIGATION_PAGE (self);
}
