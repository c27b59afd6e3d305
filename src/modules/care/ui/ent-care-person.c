/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care on the page of a person: plans, days away from home, the price and why it is that. Main
 * thread. */

#include "ent-care-person.h"

#include "ent-care-plan-page.h"
#include "ent-care-plan.h"
#include "ent-care-query.h"
#include "ent-care-stay-form.h"
#include "ent-child-group.h"
#include "ent-contribution-rules.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-person-stay.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

static char *
plan_title (gpointer record)
{
  return g_strdup (ent_enum_label (&ent_care_plan_state_enum, ((EntCarePlan *) record)->state));
}

static char *
plan_subtitle (gpointer record)
{
  return g_strdup (((EntCarePlan *) record)->agent_name);
}

static const char *
plan_icon (gpointer record)
{
  return "ent-rounds-symbolic";
}

static void
open_plan (EntShell *shell, EntStore *store, gpointer record)
{
  ent_shell_open (shell, &ent_care_plan_schema, ent_record_get_id (record));
}

static const char *const plan_columns[] = { "from_day", "to_day", "is_draft", "agent_id",
                                            "access",   "alerts", NULL };

static const EntChildSpec plans = {
  .schema = &ent_care_plan_schema,
  .title = N_ ("Home care"),
  .add_label = N_ ("Open a care plan"),
  .added = N_ ("Care plan opened"),
  .changed = N_ ("Care plan changed"),
  .removed = N_ ("Care plan deleted"),
  .columns = plan_columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
  .row_title = plan_title,
  .subtitle = plan_subtitle,
  .icon_name = plan_icon,
  .activate = open_plan,
  .fill = ent_care_plan_fill,
  .hide_empty = TRUE,
};

static const char *const stay_columns[] = { "reason", "from_day", "to_day", "note", NULL };

static char *
stay_title (gpointer record)
{
  return g_strdup (ent_enum_label (&ent_stay_reason_enum, ((EntPersonStay *) record)->reason));
}

static char *
stay_subtitle (gpointer record)
{
  return g_strdup (((EntPersonStay *) record)->note);
}

static const char *
stay_icon (gpointer record)
{
  return "ent-absence-symbolic";
}

static const EntChildSpec stays = {
  .schema = &ent_person_stay_schema,
  .title = N_ ("Away from home"),
  .add_label = N_ ("Note an absence from home"),
  .added = N_ ("Absence from home noted"),
  .changed = N_ ("Absence from home changed"),
  .removed = N_ ("Absence from home deleted"),
  .columns = stay_columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
  .row_title = stay_title,
  .subtitle = stay_subtitle,
  .icon_name = stay_icon,
  .remove = ent_care_stay_remove,
  .fill = ent_care_plan_fill,
  .prepare_form = ent_care_stay_form_prepare,
  .build = ent_care_stay_form_build,
  .hide_empty = TRUE,
};

static char *
contribution_title (gpointer record)
{
  EntContribution *self = record;
  g_autofree char *rate = ent_money_format (self->rate);

  if (self->rate == ENT_MONEY_NONE)
    return g_strdup (_ ("By the scale"));
  /* Translators: a price before a reduction is taken off */
  return g_strdup_printf (_ ("%s an hour before the reduction"), rate);
}

static char *
contribution_subtitle (gpointer record)
{
  EntContribution *self = record;
  g_autofree char *review = ent_day_format (self->review_on, ENT_DAY_NUMERIC);

  if (self->review_on == ENT_DAY_NONE)
    return g_strdup ("");
  /* Translators: a day */
  return g_strdup_printf (_ ("to review on %s"), review);
}

static const char *
contribution_icon (gpointer record)
{
  return "ent-bank-symbolic";
}

/* The prices of today, as marked-up lines that tell how each was reckoned. */
static char *
explain (EntContribution *decision, GPtrArray *activities, const EntContributionTables *tables)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (activities, i);
      g_autoptr (EntRate)
                    rate = ent_contribution_rate (decision, activity, tables, ent_day_today ());

      g_autofree char *name = g_markup_printf_escaped ("<b>%s</b>", activity->name);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", name);
      for (guint j = 0; j < rate->lines->len; j++)
        {
          g_autofree char *line = g_markup_escape_text (g_ptr_array_index (rate->lines, j), -1);

          g_string_append_printf (text, "\n%s", line);
        }
    }
  return g_string_free_and_steal (text);
}

static gpointer
read_reasons (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray)
                activities = ent_sql_load (db, &ent_care_activity_schema, "", ENT_NO_ARGS, error);
  g_autoptr (GPtrArray)
                scales = ent_sql_load (db, &ent_contribution_scale_schema, "", ENT_NO_ARGS, NULL);
  g_autoptr (GPtrArray)
                rows = ent_sql_load (db, &ent_contribution_row_schema, "", ENT_NO_ARGS, NULL);
  g_autoptr (GPtrArray) reductions = ent_sql_load (db, &ent_contribution_reduction_schema, "",
                                                  ENT_NO_ARGS, NULL);
  EntContributionTables tables = { scales, rows, reductions };

  if (activities == NULL || scales == NULL || rows == NULL || reductions == NULL)
    return NULL;
  return explain (data, activities, &tables);
}

static void
reasons_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autofree char *text = ent_store_run_finish (ENT_STORE (source), result, NULL);
  GtkWidget *lines;
  AdwDialog *dialog;

  if (text == NULL || gtk_widget_get_root (row) == NULL)
    return;
  lines = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (lines), text);
  gtk_label_set_wrap (GTK_LABEL (lines), TRUE);
  gtk_label_set_xalign (GTK_LABEL (lines), 0);
  gtk_widget_add_css_class (lines, "private");
  dialog = adw_alert_dialog_new (_ ("Why this price?"), NULL);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), lines);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, row);
}

static void
why_cb (GtkButton *button, gpointer record)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  EntShell *shell = ent_shell_for (row);

  if (shell != NULL)
    ent_store_run_async (ent_shell_get_store (shell), ENT_LANE_READ, G_PRIORITY_DEFAULT,
                         read_reasons, ent_record_dup (record), g_object_unref, g_free, NULL,
                         reasons_read_cb, g_object_ref (row));
}

static void
extend_contribution (AdwActionRow *row, gpointer record)
{
  GtkWidget *why = gtk_button_new_with_label (_ ("Why?"));

  gtk_widget_set_valign (why, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (why, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (why), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why this price?"), -1);
  g_signal_connect_object (why, "clicked", G_CALLBACK (why_cb), record, 0);
  adw_action_row_add_suffix (row, why);
}

static const char *const contribution_columns[] = {
  "from_day",   "to_day",          "income",        "charges",   "household", "rate",
  "derogation", "derogation_rate", "derogation_to", "review_on", NULL,
};

static const EntChildSpec contributions = {
  .schema = &ent_contribution_schema,
  .title = N_ ("Contribution to home care"),
  .add_label = N_ ("Note a contribution to home care"),
  .added = N_ ("Contribution noted"),
  .changed = N_ ("Contribution changed"),
  .removed = N_ ("Contribution deleted"),
  .columns = contribution_columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
  .row_title = contribution_title,
  .subtitle = contribution_subtitle,
  .icon_name = contribution_icon,
  .extend_row = extend_contribution,
  .fill = ent_care_plan_fill,
  .hide_empty = TRUE,
};

static GtkWidget *
make_plans (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &plans,
                              ent_record_page_get_id (page));
}

static GtkWidget *
make_stays (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &stays,
                              ent_record_page_get_id (page));
}

static GtkWidget *
make_contributions (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &contributions,
                              ent_record_page_get_id (page));
}

static void
add_stay_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  ent_child_group_add (ENT_CHILD_GROUP (ent_record_page_get_later (page, make_stays)));
}

static void
add_contribution_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  ent_child_group_add (ENT_CHILD_GROUP (ent_record_page_get_later (page, make_contributions)));
}

static void
add_action (EntRecordPage *page, GActionMap *actions, const char *name, GCallback activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activated, page, 0);
  g_action_map_add_action (actions, G_ACTION (action));
}

/* What few persons have stands in the menu, so that the row of acts stays short. */
void
ent_care_person_extend_page (EntRecordPage *page)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  ent_child_group_extend_page (page, make_plans, "care", "ent-rounds-symbolic",
                               _ ("Open a care plan"));
  ent_record_page_add_later (page, make_stays);
  ent_record_page_add_later (page, make_contributions);
  add_action (page, G_ACTION_MAP (actions), "stay", G_CALLBACK (add_stay_cb));
  add_action (page, G_ACTION_MAP (actions), "contribution", G_CALLBACK (add_contribution_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "home-care", G_ACTION_GROUP (actions));
  ent_record_page_add_menu_item (page, _ ("Note an absence from home"), "home-care.stay");
  ent_record_page_add_menu_item (page, _ ("Note a contribution to home care"),
                                 "home-care.contribution");
}
