/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms between what is typed and what the draft holds. Needs a display. Main thread. */

#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-form.h"
#include "ent-picker.h"
#include "form-fixture.h"

static GtkWidget *
target_of (EntForm *form, const char *column)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (ent_form_get_row (form, column))));
}

static void
test_typing_reaches_the_draft (FormFixture *fixture, gconstpointer unused)
{
  form_type (fixture->form, "last_name", "  Dupont ");
  form_type (fixture->form, "income", "1.234,5");
  form_type (fixture->form, "arrives_at", "8h30");
  form_type (fixture->form, "birth_date", "3/4/1961");

  g_assert_cmpstr (fixture->draft->last_name, ==, "Dupont");
  g_assert_cmpint (fixture->draft->income, ==, 123450);
  g_assert_cmpint (fixture->draft->arrives_at, ==, 8 * 60 + 30);
  g_assert_cmpint (fixture->draft->birth_date, ==, ent_day_from_ymd (1961, 4, 3));
  g_assert_cmpstr (fixture->last_changed, ==, "birth_date");
  g_assert_true (ent_form_is_dirty (fixture->form));
}

static void
test_collect_writes_values_in_their_usual_form (FormFixture *fixture, gconstpointer unused)
{
  form_type (fixture->form, "arrives_at", "830");
  form_type (fixture->form, "birth_date", "030461");
  g_assert_true (ent_form_collect (fixture->form));

  g_assert_cmpstr (form_text (fixture->form, "arrives_at"), ==, "08:30");
  g_assert_cmpstr (form_text (fixture->form, "birth_date"), ==, "03/04/1961");
}

static void
test_what_cannot_be_understood_is_told_when_collected (FormFixture *fixture, gconstpointer unused)
{
  form_type (fixture->form, "birth_date", "31/2/2020");
  g_assert_null (form_message (fixture->form, "birth_date"));
  g_assert_true (ent_form_is_dirty (fixture->form));

  g_assert_false (ent_form_collect (fixture->form));
  g_assert_nonnull (form_message (fixture->form, "birth_date"));
  g_assert_true (
      gtk_widget_has_css_class (ent_form_get_row (fixture->form, "birth_date"), "error"));
  g_assert_cmpstr (form_text (fixture->form, "birth_date"), ==, "31/2/2020");
  gtk_test_accessible_assert_state (target_of (fixture->form, "birth_date"),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  form_type (fixture->form, "birth_date", "28/2/2020");
  g_assert_null (form_message (fixture->form, "birth_date"));
  g_assert_true (ent_form_collect (fixture->form));
}

static void
test_issues_stand_at_their_fields (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_issues_add (issues, "last_name", "%s", "Fill it in.");
  ent_issues_warn (issues, "income", "%s", "A lot.");
  ent_form_show_issues (fixture->form, issues);
  g_assert_cmpstr (form_message (fixture->form, "last_name"), ==, "Fill it in.");
  g_assert_cmpstr (form_message (fixture->form, "income"), ==, "A lot.");
  g_assert_true (gtk_widget_has_css_class (ent_form_get_row (fixture->form, "income"), "warning"));

  ent_form_show_issues (fixture->form, NULL);
  g_assert_null (form_message (fixture->form, "last_name"));
  g_assert_false (gtk_widget_has_css_class (ent_form_get_row (fixture->form, "income"), "warning"));
}

static void
test_rows_say_their_name_and_need (FormFixture *fixture, gconstpointer unused)
{
  gtk_test_accessible_assert_property (target_of (fixture->form, "last_name"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Last name");
  gtk_test_accessible_assert_property (target_of (fixture->form, "last_name"),
                                       GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  g_assert_true (gtk_widget_has_css_class (target_of (fixture->form, "income"), "private"));
  g_assert_false (gtk_widget_has_css_class (target_of (fixture->form, "rooms"), "private"));

  ent_form_set_column_title (fixture->form, "rooms", "Bedrooms");
  gtk_test_accessible_assert_property (target_of (fixture->form, "rooms"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Bedrooms");
}

static void
test_choices_begin_with_none (FormFixture *fixture, gconstpointer unused)
{
  AdwComboRow *row = ADW_COMBO_ROW (ent_form_get_row (fixture->form, "card"));

  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  g_assert_cmpint (fixture->draft->card, ==, GUEST_CARD_RESIDENCE);
  adw_combo_row_set_selected (row, 0);
  g_assert_cmpint (fixture->draft->card, ==, 0);
  g_assert_false (ent_form_is_dirty (fixture->form));
}

static void
test_silence_is_kept_and_counts_as_a_change (FormFixture *fixture, gconstpointer unused)
{
  gtk_widget_activate_action (ent_form_get_row (fixture->form, "card"), "field.silence", "s",
                              "refused");
  g_assert_cmpstr (fixture->draft->silences, ==, "card");
  g_assert_cmpstr (fixture->last_changed, ==, "card");
  g_assert_true (ent_form_is_dirty (fixture->form));
}

static void
test_refresh_shows_the_draft (FormFixture *fixture, gconstpointer unused)
{
  g_object_set (fixture->draft, "last-name", "Peeters", "birth-date", FORM_TODAY, "card",
                GUEST_CARD_PASSPORT, "remark", "Two\nlines", NULL);
  ent_form_refresh (fixture->form);

  g_assert_cmpstr (form_text (fixture->form, "last_name"), ==, "Peeters");
  g_assert_cmpstr (form_text (fixture->form, "birth_date"), ==, "09/03/2026");
  g_assert_cmpuint (adw_combo_row_get_selected (
                        ADW_COMBO_ROW (ent_form_get_row (fixture->form, "card"))),
                    ==, 3);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_date_row_tells_a_date_once (FormFixture *fixture, gconstpointer unused)
{
  EntDateRow *row = ENT_DATE_ROW (ent_form_get_row (fixture->form, "card_until"));

  ent_date_row_set_day (row, FORM_TODAY);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  ent_date_row_set_day (row, FORM_TODAY + 1);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpint (fixture->draft->card_until, ==, FORM_TODAY + 1);
  gtk_editable_set_text (GTK_EDITABLE (row), "x");
  g_assert_cmpint (ent_date_row_get_day (row), ==, ENT_DAY_NONE);
  g_assert_false (ent_date_row_is_valid (row));
}

static gboolean
names_selected (gpointer row)
{
  return g_strcmp0 (adw_action_row_get_subtitle (row), "North") == 0;
}

static void
test_picker_shows_what_it_refers_to (FormFixture *fixture, gconstpointer unused)
{
  gint64 id = form_insert_team (fixture->store, "North");
  GtkWidget *row = ent_form_get_row (fixture->form, "team_id");

  ent_picker_row_set_selected_id (ENT_PICKER_ROW (row), id);
  form_wait_for (names_selected, row);
  g_assert_cmpint (fixture->draft->team_id, ==, id);

  ent_picker_row_set_selected_id (ENT_PICKER_ROW (row), 0);
  g_assert_cmpint (fixture->draft->team_id, ==, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "—");
}

static gboolean
offers_one (gpointer row)
{
  GtkWidget *list = form_find (row, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) ==
         1;
}

static gboolean
has_picked (gpointer row)
{
  return ent_picker_row_get_selected_id (ENT_PICKER_ROW (row)) != 0;
}

/* A reader of bar codes does not wait for the answer before Enter. */
static void
test_picker_takes_enter_at_once (FormFixture *fixture, gconstpointer unused)
{
  GtkWidget *row = ent_picker_row_new (fixture->store, &guest_team_schema);
  GtkWidget *group = adw_preferences_group_new ();
  gint64 wanted;
  GtkWidget *search;

  form_insert_team (fixture->store, "North");
  wanted = form_insert_team (fixture->store, "South");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_window_set_content (ADW_WINDOW (fixture->window), group);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  search = form_find (row, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "south");
  g_signal_emit_by_name (search, "activate");
  form_wait_for (has_picked, row);
  g_assert_cmpint (ent_picker_row_get_selected_id (ENT_PICKER_ROW (row)), ==, wanted);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
}

static void
test_picker_finds_by_typing (FormFixture *fixture, gconstpointer unused)
{
  GtkWidget *row = ent_picker_row_new (fixture->store, &guest_team_schema);
  GtkWidget *group = adw_preferences_group_new ();
  gint64 wanted;
  GtkWidget *search;

  form_insert_team (fixture->store, "North");
  wanted = form_insert_team (fixture->store, "Médiation de dettes");
  form_insert_team (fixture->store, "South");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_window_set_content (ADW_WINDOW (fixture->window), group);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  search = form_find (row, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "dett med");
  form_wait_for (offers_one, row);
  g_assert_cmpint (ent_picker_row_get_selected_id (ENT_PICKER_ROW (row)), ==, 0);

  g_signal_emit_by_name (search, "activate");
  g_assert_cmpint (ent_picker_row_get_selected_id (ENT_PICKER_ROW (row)), ==, wanted);
  adw_window_set_content (ADW_WINDOW (fixture->window), NULL);
}

#define ADD(name, func) \
  g_test_add ("/form/" name, FormFixture, NULL, form_set_up, func, form_tear_down)

int
main (int argc, char **argv)
{
  form_init (&argc, &argv);

  ADD ("typing-reaches-the-draft", test_typing_reaches_the_draft);
  ADD ("usual-form", test_collect_writes_values_in_their_usual_form);
  ADD ("not-understood", test_what_cannot_be_understood_is_told_when_collected);
  ADD ("issues-at-fields", test_issues_stand_at_their_fields);
  ADD ("accessible", test_rows_say_their_name_and_need);
  ADD ("choices", test_choices_begin_with_none);
  ADD ("silence", test_silence_is_kept_and_counts_as_a_change);
  ADD ("refresh", test_refresh_shows_the_draft);
  ADD ("date-once", test_date_row_tells_a_date_once);
  ADD ("picker", test_picker_shows_what_it_refers_to);
  ADD ("picker-typing", test_picker_finds_by_typing);
  ADD ("picker-enter-at-once", test_picker_takes_enter_at_once);
  return g_test_run ();
}
