/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands in for a carer who is away. Offers are found in slices between two frames. Main
 * thread. */

#include "ent-cover-page.h"

#include "ent-absence-cover.h"
#include "ent-cover-change.h"
#include "ent-cover-query.h"
#include "ent-cover-row.h"
#include "ent-cover-record.h"
#include "ent-cover-words.h"
#include "ent-date.h"
#include "ent-error.h"
#include "ent-regions.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#define SLICE_US 6000

struct _EntCoverPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  GtkLabel *about; /* the subtitle, where that has no room */
  GtkLabel *limit; /* until when visits are shown, when not all are */
  GtkStack *stack;
  GtkBox *groups;
  AdwStatusPage *failed_page;
  GtkLabel *total;
  GtkWidget *accept_button;
  GtkWidget *save_button;

  EntStore *store;
  EntCoverAway away;
  EntCoverPlan *plan; /* NULL until it is read */
  GPtrArray *rows; /* EntCoverRow, borrowed, by orphan; those that are made */
  AdwPreferencesGroup *group; /* of the day that rows are made for, borrowed */
  int group_day;
  guint shown; /* so many rows say what the plan says */
  guint slice_id;
  GCancellable *cancellable;
  gboolean is_saving;
  gboolean has_focused;
};

G_DEFINE_FINAL_TYPE (EntCoverPage, ent_cover_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  EntCoverAway away;
  EntRoads *roads;
} Question;

static void
question_free (Question *self)
{
  g_clear_pointer (&self->roads, ent_roads_unref);
  g_free (self);
}

static gboolean
has_offers (const EntCoverPlan *plan)
{
  for (guint i = 0; i < plan->orphans->len; i++)
    {
      const EntCoverOrphan *orphan = ent_cover_plan_get (plan, i);

      if (orphan->fate == ENT_COVER_OPEN && orphan->n_offers > 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_bar (EntCoverPage *self)
{
  gboolean is_ready = self->plan != NULL && self->slice_id == 0 && !self->is_saving;
  g_autofree char *text = self->plan != NULL ? ent_cover_describe_total (self->plan) : NULL;

  gtk_label_set_label (self->total, text != NULL ? text : "");
  /* What is being written can no longer be chosen otherwise. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), !self->is_saving);
  gtk_widget_set_sensitive (self->save_button, is_ready);
  gtk_widget_set_sensitive (self->accept_button, is_ready && has_offers (self->plan));
}

static void
begin_day (EntCoverPage *self, int day_number)
{
  g_autofree char *title = ent_day_format (self->plan->week->first_day + day_number, ENT_DAY_LONG);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->group_day = day_number;
  adw_preferences_group_set_title (self->group, title);
  gtk_box_append (self->groups, GTK_WIDGET (self->group));
}

static void work_on (EntCoverPage *self);

static void
given_cb (EntCoverPage *self, int position, EntCoverRow *row)
{
  ent_cover_plan_give (self->plan, ent_cover_row_get_orphan (row),
                       ent_cover_row_get_offer (row, position));
  work_on (self);
}

static void
left_cb (EntCoverPage *self, EntCoverRow *row)
{
  ent_cover_plan_leave (self->plan, ent_cover_row_get_orphan (row));
  work_on (self);
}

static void
reopened_cb (EntCoverPage *self, EntCoverRow *row)
{
  ent_cover_plan_reopen (self->plan, ent_cover_row_get_orphan (row));
  work_on (self);
}

typedef struct
{
  EntCoverPage *page;
  guint orphan;
  GtkEditable *reason;
} Refusal;

static void
refusal_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Refusal *) data)->page);
  g_free (data);
}

static void
reason_given_cb (AdwAlertDialog *dialog, const char *response, Refusal *refusal)
{
  EntCoverPage *self = refusal->page;

  if (!g_str_equal (response, "cancel-visit") || self->plan == NULL)
    return;
  ent_cover_plan_cancel (self->plan, refusal->orphan, gtk_editable_get_text (refusal->reason));
  work_on (self);
}

static void
reason_typed_cb (GtkEditable *row, AdwAlertDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  adw_alert_dialog_set_response_enabled (dialog, "cancel-visit", *text != '\0');
}

static void
cancelled_cb (EntCoverPage *self, EntCoverRow *row)
{
  guint orphan = ent_cover_row_get_orphan (row);
  g_autofree char *visit = ent_cover_describe_visit (self->plan, orphan);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Cancel the visit?"), visit);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  Refusal *refusal = g_new0 (Refusal, 1);

  *refusal = (Refusal) { g_object_ref (self), orphan, GTK_EDITABLE (entry) };
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep"), "cancel-visit",
                                  _ ("_Cancel the Visit"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "cancel-visit",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "cancel-visit", FALSE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason of the cancellation"));
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_typed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reason_given_cb), refusal, refusal_free,
                         0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_row (EntCoverPage *self, guint orphan)
{
  GtkWidget *row = ent_cover_row_new (self->plan, orphan);
  int day_number = ent_cover_plan_visit (self->plan, orphan)->day;

  if (self->group == NULL || self->group_day != day_number)
    begin_day (self, day_number);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "given", G_CALLBACK (given_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reopened", G_CALLBACK (reopened_cb), self, G_CONNECT_SWAPPED);
}

/* FALSE when every row is there and says what stands. */
static gboolean
show_next (EntCoverPage *self)
{
  if (self->shown == self->plan->orphans->len)
    return FALSE;
  if (self->shown < self->rows->len)
    ent_cover_row_update (g_ptr_array_index (self->rows, self->shown));
  else
    add_row (self, self->shown);
  self->shown++;
  return TRUE;
}

/* So that the keys of the page are answered: at first, and when a button that had the focus can no
 * longer be pressed. */
static void
take_focus (EntCoverPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->has_focused)
    {
      self->has_focused = TRUE;
      if (gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD))
        return;
    }
  else if (root == NULL || gtk_root_get_focus (root) != NULL)
    return;
  gtk_widget_grab_focus (self->save_button);
}

static gboolean
slice_cb (gpointer user_data)
{
  EntCoverPage *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (g_get_monotonic_time () < end)
    {
      if (ent_cover_plan_step (self->plan) || show_next (self))
        continue;
      self->slice_id = 0;
      show_bar (self);
      take_focus (self);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

/* Finds what is to be found anew, then shows it. */
static void
work_on (EntCoverPage *self)
{
  self->shown = 0;
  if (self->slice_id == 0)
    self->slice_id = g_idle_add (slice_cb, self);
  show_bar (self);
}

static void
show_limit (EntCoverPage *self)
{
  gint32 last = self->plan->week->first_day + self->plan->week->n_days - 1;
  g_autofree char *day = ent_day_format (last, ENT_DAY_NUMERIC);
  /* Translators: a day */
  g_autofree char *text = g_strdup_printf (_ ("Visits after %s keep their carer for now."), day);

  gtk_label_set_label (self->limit, text);
  gtk_widget_set_visible (GTK_WIDGET (self->limit), ent_cover_away_last_day (&self->away) > last);
}

static void
show_plan (EntCoverPage *self)
{
  g_autofree char *when = ent_cover_away_describe (&self->away);
  g_autofree char *who = g_strdup_printf ("%s · %s", self->plan->carer_name, when);

  adw_window_title_set_subtitle (self->title, who);
  gtk_label_set_label (self->about, who);
  gtk_stack_set_visible_child_name (self->stack, self->plan->orphans->len > 0 ? "list" : "none");
  gtk_widget_set_visible (self->accept_button, self->plan->orphans->len > 0);
  show_limit (self);
  work_on (self);
}

static gpointer
read_plan (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return ent_cover_query_plan (db, &question->away, question->roads, cancellable, error);
}

static void
plan_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntCoverPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCoverPlan) plan = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (self->store == NULL)
    return;
  if (plan != NULL)
    {
      self->plan = g_steal_pointer (&plan);
      show_plan (self);
      return;
    }
  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failed_page, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
read_visits (EntCoverPage *self)
{
  EntRoads *roads = ent_regions_get_roads (ent_regions_get_default ());
  Question question = { self->away, roads != NULL ? ent_roads_ref (roads) : NULL };

  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, read_plan,
                       g_memdup2 (&question, sizeof question), (GDestroyNotify) question_free,
                       (GDestroyNotify) ent_cover_plan_free, self->cancellable, plan_read_cb,
                       g_object_ref (self));
}

static void
accept_cb (EntCoverPage *self)
{
  ent_cover_plan_accept_all (self->plan);
  work_on (self);
}

typedef struct
{
  EntCoverPage *page;
  EntCoverDecision *decision;
  gint64 cover_id;
  char *label;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->page);
  ent_cover_decision_free (self->decision);
  g_free (self->label);
  g_free (self);
}

static gboolean
write_decision (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;

  return ent_cover_apply (apply, saving->decision, &saving->cover_id, error);
}

static void
leave (EntCoverPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL && adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view),
                                                             ADW_NAVIGATION_PAGE (self)) != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "place.close", NULL);
}

/* The list of whom to tell takes the place of this page. */
static void
show_calls (EntCoverPage *self, gint64 cover_id)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell == NULL)
    return;
  leave (self);
  ent_shell_show (shell, ent_cover_record_open (shell, self->store, cover_id));
}

static void
discard_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntCoverPage) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "discard"))
    leave (self);
}

/* What was chosen is not lost by one press. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntCoverPage *self = ENT_COVER_PAGE (widget);
  AdwDialog *alert;

  if (self->plan == NULL ||
      ent_cover_plan_count (self->plan, ENT_COVER_OPEN) == self->plan->orphans->len)
    {
      leave (self);
      return;
    }
  alert = adw_alert_dialog_new (_ ("Discard the stand-ins?"),
                                _ ("Neither the absence nor what was chosen is saved yet."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "keep", _ ("_Keep editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (alert), widget, NULL, discard_chosen_cb,
                           g_object_ref (self));
}

/* Somebody else was at these visits: what stands now is shown. */
static void
start_again (EntCoverPage *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->slice_id, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  g_ptr_array_set_size (self->rows, 0);
  self->group = NULL;
  g_clear_pointer (&self->plan, ent_cover_plan_free);
  show_bar (self);
  read_visits (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  EntCoverPage *self = saving->page;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  gboolean is_written = ent_store_write_finish (ENT_STORE (source), result, &error) != 0;

  self->is_saving = FALSE;
  if (self->store != NULL && shell != NULL && is_written)
    {
      ent_shell_toast (shell, saving->label, TRUE);
      show_calls (self, saving->cover_id);
    }
  else if (self->store != NULL && shell != NULL)
    {
      ent_shell_report (shell, error);
      if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT))
        start_again (self);
      else
        {
          show_bar (self);
          take_focus (self);
        }
    }
  saving_free (saving);
}

static void
save_cb (EntCoverPage *self)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (self);
  saving->decision = ent_cover_decision_new (self->plan);
  /* Translators: a carer who is away: name of the act */
  saving->label = g_strdup_printf (_ ("Stand-ins for %s"), self->plan->carer_name);
  self->is_saving = TRUE;
  show_bar (self);
  ent_store_write_async (self->store, saving->label, write_decision, saving, NULL, NULL, written_cb,
                         saving);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_widget_get_sensitive (ENT_COVER_PAGE (widget)->save_button))
    save_cb (ENT_COVER_PAGE (widget));
}

static void
ent_cover_page_dispose (GObject *object)
{
  EntCoverPage *self = ENT_COVER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->slice_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_COVER_PAGE);
  g_clear_pointer (&self->plan, ent_cover_plan_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_cover_page_parent_class)->dispose (object);
}

static void
ent_cover_page_finalize (GObject *object)
{
  EntCoverPage *self = ENT_COVER_PAGE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_cover_page_parent_class)->finalize (object);
}

static void
ent_cover_page_class_init (EntCoverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_cover_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_cover_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "cover/ent-cover-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, title);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, about);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, limit);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, groups);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, total);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, EntCoverPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_install_action (widget_class, "cover.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "cover.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "cover.save",
                                       NULL);
}

static void
ent_cover_page_init (EntCoverPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
ent_cover_page_new (EntStore *store, const EntCoverAway *away)
{
  EntCoverPage *self = g_object_new (ENT_TYPE_COVER_PAGE, NULL);

  self->store = g_object_ref (store);
  self->away = *away;
  read_visits (self);
  return ADW_NAVIGATION_PAGE (self);
}
