/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks how a visit went: as planned, at other times, not at all. Main thread. */

#include "ent-month-page-private.h"

#include "ent-care-calendar.h"
#include "ent-care-rules.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-group.h"

#include <glib/gi18n-lib.h>

#define MINUTES_A_DAY 1440

/* clang-format off */
static const struct
{
  EntSettling how;
  const char *label;
} choices[] = {
  { ENT_SETTLE_AS_PLANNED, N_("Done as planned") },
  { ENT_SETTLE_AS_REPORTED, N_("As it was reported") },
  { ENT_SETTLE_TIMES, N_("Done at other times") },
  { ENT_SETTLE_NOBODY_HOME, N_("Nobody at home") },
  { ENT_SETTLE_CANCELLED, N_("Cancelled by the beneficiary, in time") },
  { ENT_SETTLE_CANCELLED_LATE, N_("Cancelled by the beneficiary, too late") },
  { ENT_SETTLE_CANCELLED_SERVICE, N_("Cancelled by the service") },
};
/* clang-format on */

typedef struct
{
  EntMonthPage *page;
  EntVisit *visit;
  AdwAlertDialog *dialog; /* borrowed, as are the rows */
  GtkWidget *how;
  GtkWidget *began;
  GtkWidget *ended;
  GtkWidget *reason;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_object_unref (self->visit);
  g_free (self);
}

/* What is not reported cannot be taken as reported. */
static EntSettling
chosen (Asking *self)
{
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (self->how));

  if (ent_visit_is_open (self->visit) && at >= 1)
    at++;
  return choices[MIN (at, G_N_ELEMENTS (choices) - 1)].how;
}

static int
time_of (GtkWidget *row)
{
  return ent_clock_parse (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
changed_cb (Asking *self)
{
  EntSettling how = chosen (self);
  gboolean cancelled = how > ENT_SETTLE_NOBODY_HOME;
  int began = time_of (self->began), ended = time_of (self->ended);
  gboolean timed = began != ENT_CLOCK_NONE && ended != ENT_CLOCK_NONE && began != ended &&
                   began < MINUTES_A_DAY && ended < MINUTES_A_DAY;
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  gtk_widget_set_visible (self->began, how == ENT_SETTLE_TIMES);
  gtk_widget_set_visible (self->ended, how == ENT_SETTLE_TIMES);
  gtk_widget_set_visible (self->reason, cancelled);
  adw_alert_dialog_set_response_enabled (self->dialog, "settle",
                                         (how != ENT_SETTLE_TIMES || timed) &&
                                             (!cancelled || *reason != '\0'));
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Asking *self)
{
  g_autoptr (EntVisit) draft = NULL;
  g_autoptr (EntChangeSet) set = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->page));
  EntSettlement settlement = { chosen (self), time_of (self->began), time_of (self->ended),
                               gtk_editable_get_text (GTK_EDITABLE (self->reason)) };

  if (!g_str_equal (response, "settle") || shell == NULL)
    return;
  draft = ent_record_dup (self->visit);
  ent_month_settle (draft, &settlement, ent_day_today ());
  set = ent_change_set_new (_ ("Visit settled"));
  ent_change_set_edit (set, self->visit, draft);
  ent_shell_apply (shell, set, NULL, NULL);
}

static GtkWidget *
add_entry (Asking *self, GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_choice (Asking *self, GtkWidget *group)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].how != ENT_SETTLE_AS_REPORTED || !ent_visit_is_open (self->visit))
      gtk_string_list_append (names, _ (choices[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("What happened"));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), ent_visit_is_open (self->visit) ? 0 : 1);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_group (Asking *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const EntVisit *visit = self->visit;
  int began = ent_visit_counted_from (visit);
  int ended = visit->ended_at != ENT_INT_NONE || began == ENT_INT_NONE
                  ? visit->ended_at
                  : ent_care_end_on_clock (visit->day, began, visit->minutes) % MINUTES_A_DAY;
  g_autofree char *from = ent_clock_format (began);
  g_autofree char *to = ent_clock_format (ended);

  ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ ("How the visit went"));
  self->how = add_choice (self, group);
  self->began = add_entry (self, group, _ ("Began at"), from);
  self->ended = add_entry (self, group, _ ("Ended at"), to);
  self->reason = add_entry (self, group, _ ("Reason of the cancellation"), visit->cancel_reason);
  return group;
}

/* Whose visit it is stands here, where the privacy of the screen covers it, not in the dialog's own
 * text. */
static GtkWidget *
make_extra (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *when = ent_visit_format_when (self->visit);
  g_autofree char *text = g_strdup_printf ("%s · %s",
                                           ent_month_ledger_person (self->page->picture->ledger,
                                                                    self->visit->person_id),
                                           when);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "private");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_group (self));
  return box;
}

static EntVisit *
find_visit (EntMonthPage *page, gint64 visit_id)
{
  GPtrArray *cases = page->picture != NULL ? page->picture->ledger->cases : NULL;

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      EntMonthCase *found = g_ptr_array_index (cases, i);

      if (ent_record_get_id (found->visit) == visit_id)
        return found->visit;
    }
  return NULL;
}

void
ent_month_settle_dialog_present (EntMonthPage *page, gint64 visit_id)
{
  EntVisit *visit = find_visit (page, visit_id);
  Asking *self;

  if (visit == NULL)
    return;
  self = g_new0 (Asking, 1);
  self->page = g_object_ref (page);
  self->visit = g_object_ref (visit);
  self->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Settle the visit"), NULL));
  adw_alert_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "settle", _ ("_Settle"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (self->dialog, "settle", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (self->dialog, "settle");
  adw_alert_dialog_set_close_response (self->dialog, "cancel");
  adw_alert_dialog_set_prefer_wide_layout (self->dialog, TRUE);
  adw_alert_dialog_set_extra_child (self->dialog, make_extra (self));
  g_object_set_data_full (G_OBJECT (self->dialog), "asking", self, asking_free);
  g_signal_connect (self->dialog, "response", G_CALLBACK (response_cb), self);
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (page));
}
