/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a month is closed, what stands against it, what was corrected in it. Main thread. */

#include "ent-month-closing-view.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntMonthClosingView
{
  AdwBin parent_instance;

  AdwPreferencesGroup *state;
  AdwPreferencesGroup *corrections;
  GtkWidget *close_button;
  GPtrArray *rows; /* of both groups, borrowed, to take out again */
};

G_DEFINE_FINAL_TYPE (EntMonthClosingView, ent_month_closing_view, ADW_TYPE_BIN)

static GtkWidget *
add_row (EntMonthClosingView *self,
         AdwPreferencesGroup *group,
         const char *icon_name,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
forget_rows (EntMonthClosingView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_closed (EntMonthClosingView *self, const EntMonthClosing *closing, gboolean agrees)
{
  g_autofree char *at = ent_stamp_format (closing->closed_at);
  /* Translators: day and time, name */
  g_autofree char *by = g_strdup_printf (_ ("Closed on %s by %s"), at, closing->closed_by);
  g_autofree char *hours = ent_duration_format (closing->done);
  g_autofree char *amount = ent_money_format (closing->amount);
  g_autofree char *counts = NULL;

  /* Translators: number of visits, hours, amount of money */
  counts = g_strdup_printf (ngettext ("%d visit, %s done, %s to bill",
                                      "%d visits, %s done, %s to bill", (gulong) closing->visits),
                            closing->visits, hours, amount);
  add_row (self, self->state, "ent-lock-symbolic", by,
           _ ("Its visits do not change any more. What was wrong is corrected below."));
  add_row (self, self->state, NULL, counts, NULL);
  add_row (self, self->state, agrees ? "object-select-symbolic" : "ent-alert-symbolic",
           agrees ? _ ("The figures are those of the closing")
                  : _ ("The figures of a closed month were altered outside the program."),
           closing->hash);
}

static void
show_open (EntMonthClosingView *self, const EntMonthHindrance *hindrance)
{
  g_autoptr (GPtrArray) sentences = ent_month_hindrance_sentences (hindrance);

  for (guint i = 0; i < sentences->len; i++)
    add_row (self, self->state, "ent-alert-symbolic", g_ptr_array_index (sentences, i), NULL);
  if (sentences->len == 0)
    add_row (self, self->state, "object-select-symbolic", _ ("Everything is settled"),
             _ ("Closing freezes all figures of the month for good."));
}

static void
show_correction (EntMonthClosingView *self,
                 const EntMonthLedger *ledger,
                 const EntMonthCorrection *correction)
{
  EntMonth about = { correction->year, correction->month };
  g_autofree char *month = ent_month_format (about);
  g_autofree char *on = ent_day_format (correction->entered_on, ENT_DAY_NUMERIC);
  g_autofree char *amount = ent_money_format (correction->amount);
  g_autofree char *minutes = correction->minutes != ENT_INT_NONE && correction->minutes != 0
                                 ? g_strdup_printf (_ ("%+d min"), correction->minutes)
                                 : g_strdup ("");
  const char *who = correction->person_id != 0
                        ? ent_month_ledger_person (ledger, correction->person_id)
                        : ent_month_ledger_carer (ledger, correction->carer_id);
  g_autofree char *title = g_strdup_printf ("%s · %s · %s",
                                            ent_enum_label (&ent_month_correction_kind_enum,
                                                            correction->kind),
                                            month, who);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", on, correction->reason);
  g_autofree char *figures = g_strdup_printf ("%s%s%s", minutes,
                                              *minutes != '\0' && *amount != '\0' ? " · " : "",
                                              amount);
  GtkWidget *row = add_row (self, self->corrections, NULL, title, subtitle);
  GtkWidget *label = gtk_label_new (figures);

  gtk_widget_add_css_class (row, "private");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
ent_month_closing_view_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_MONTH_CLOSING_VIEW (object)->rows);
  G_OBJECT_CLASS (ent_month_closing_view_parent_class)->finalize (object);
}

static void
ent_month_closing_view_class_init (EntMonthClosingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_month_closing_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "month/ent-month-closing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMonthClosingView, state);
  gtk_widget_class_bind_template_child (widget_class, EntMonthClosingView, corrections);
  gtk_widget_class_bind_template_child (widget_class, EntMonthClosingView, close_button);
}

static void
ent_month_closing_view_init (EntMonthClosingView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_month_closing_view_set_picture (EntMonthClosingView *self, EntMonthPicture *picture)
{
  const EntMonthLedger *ledger = picture->ledger;
  EntMonthClosing *closing = ent_month_ledger_closing (ledger, picture->month);
  g_autofree char *title = ent_month_format (picture->month);

  forget_rows (self);
  adw_preferences_group_set_title (self->state, title);
  if (closing != NULL)
    show_closed (self, closing, ledger->n_altered == 0);
  else
    show_open (self, &picture->hindrance);
  gtk_widget_set_visible (self->close_button, closing == NULL);
  for (guint i = 0; i < ledger->set_aside->len; i++)
    show_correction (self, ledger, g_ptr_array_index (ledger->set_aside, i));
  for (guint i = 0; i < ledger->corrections->len; i++)
    show_correction (self, ledger, g_ptr_array_index (ledger->corrections, i));
  if (ledger->set_aside->len + ledger->corrections->len == 0)
    add_row (self, self->corrections, NULL, _ ("Nothing was corrected in this month"), NULL);
}
