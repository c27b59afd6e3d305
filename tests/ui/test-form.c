/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms between what is typed and what is kept: reading, saying what is wrong, saving, conflicts,
 * undo. Needs a display. Main thread. */

#include <adwaita.h>
#include <locale.h>

#include "ent-conflict-dialog.h"
#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-history-dialog.h"
#include "ent-picker.h"
#include "ent-trash-dialog.h"
#include "form-toys.h"

#define TODAY (ent_day_from_ymd (2026, 3, 9))

typedef struct
{
  EntStore *store;
  GtkWidget *window;
  GuestGuest *draft;
  EntForm *form;
  guint n_changed;
  char *last_changed;
} Fixture;

static const char *const all_columns[]
    = { "number",  "last_name", "first_names", "birth_date", "card",   "card_until",
        "team_id", "income",    "rooms",       "arrives_at", "remark", "phone",
        NULL };

/* Lets the window work until @condition holds; a test that waits in vain fails. */
typedef gboolean (*Condition) (gpointer data);

static void
wait_for (Condition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ent_store_apply_finish (ENT_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
apply (EntStore *store, EntChangeSet *set)
{
  gboolean done = FALSE;

  ent_store_apply_async (store, set, NULL, applied_cb, &done);
  wait_for (is_set, &done);
}

static gint64
insert (EntStore *store, gpointer draft)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  gint64 id = ent_change_set_insert (set, draft);

  apply (store, set);
  return ent_change_set_resolve (set, id);
}

static gint64
insert_team (EntStore *store, const char *name)
{
  g_autoptr (GuestTeam) team = ent_record_new (GUEST_TYPE_TEAM);

  g_object_set (team, "name", name, NULL);
  return insert (store, team);
}

static gboolean
is_loaded (gpointer record)
{
  return ent_record_is_loaded (record);
}

static gpointer
load (EntStore *store, GType type, gint64 id)
{
  gpointer record = ent_store_peek (store, type, id);

  wait_for (is_loaded, record);
  return record;
}

static GuestGuest *
insert_guest (EntStore *store, const char *last_name, const char *first_names)
{
  g_autoptr (GuestGuest) guest = ent_record_new (GUEST_TYPE_GUEST);

  g_object_set (guest, "last-name", last_name, "first-names", first_names, NULL);
  return load (store, GUEST_TYPE_GUEST, insert (store, guest));
}

static void
change_text (EntStore *store, gpointer record, const char *property, const char *text)
{
  g_autoptr (GObject) original = ent_record_dup (record);
  g_autoptr (GObject) draft = ent_record_dup (record);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Changed by another");

  g_object_set (draft, property, text, NULL);
  g_assert_true (ent_change_set_edit (set, original, draft));
  apply (store, set);
}

static EntFormSilence
get_silence (gpointer draft, const char *column)
{
  return GUEST_GUEST (draft)->silences != NULL ? ENT_FORM_SILENCE_REFUSED
                                               : ENT_FORM_SILENCE_NOT_ASKED;
}

static void
set_silence (gpointer draft, const char *column, EntFormSilence silence)
{
  g_object_set (draft, "silences", silence == ENT_FORM_SILENCE_REFUSED ? column : NULL, NULL);
}

static void
changed_cb (EntForm *form, const char *column, Fixture *fixture)
{
  fixture->n_changed++;
  g_set_str (&fixture->last_changed, column);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  EntRegister *reg = ent_register_new_in_memory (&error);

  g_assert_no_error (error);
  fixture->store = ent_store_new (reg, &error);
  g_assert_no_error (error);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 800);

  fixture->draft = ent_record_new (GUEST_TYPE_GUEST);
  fixture->form = g_object_ref_sink (ent_form_new (fixture->store, fixture->draft));
  ent_form_set_silence_funcs (fixture->form, get_silence, set_silence);
  ent_form_add_group (fixture->form, "Guest", NULL, all_columns);
  g_signal_connect (fixture->form, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->form);
  g_assert_finalize_object (fixture->draft);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  ent_store_close (fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->last_changed);
}

static void
type_into (EntForm *form, const char *column, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ent_form_get_row (form, column)), text);
}

static const char *
text_of (EntForm *form, const char *column)
{
  return gtk_editable_get_text (GTK_EDITABLE (ent_form_get_row (form, column)));
}

static GtkWidget *
target_of (EntForm *form, const char *column)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (ent_form_get_row (form, column))));
}

static const char *
message_of (EntForm *form, const char *column)
{
  GtkWidget *row = gtk_widget_get_next_sibling (ent_form_get_row (form, column));
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return gtk_widget_get_visible (row) ? gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box)))
                                      : NULL;
}

static void
test_typing_reaches_the_draft (Fixture *fixture, gconstpointer unused)
{
  type_into (fixture->form, "last_name", "  Dupont ");
  type_into (fixture->form, "income", "1.234,5");
  type_into (fixture->form, "arrives_at", "8h30");
  type_into (fixture->form, "birth_date", "3/4/1961");

  g_assert_cmpstr (fixture->draft->last_name, ==, "Dupont");
  g_assert_cmpint (fixture->draft->income, ==, 123450);
  g_assert_cmpint (fixture->draft->arrives_at, ==, 8 * 60 + 30);
  g_assert_cmpint (fixture->draft->birth_date, ==, ent_day_from_ymd (1961, 4, 3));
  g_assert_cmpstr (fixture->last_changed, ==, "birth_date");
  g_assert_true (ent_form_is_dirty (fixture->form));
}

static void
test_collect_writes_values_in_their_usual_form (Fixture *fixture, gconstpointer unused)
{
  type_into (fixture->form, "arrives_at", "830");
  type_into (fixture->form, "birth_date", "030461");
  g_assert_true (ent_form_collect (fixture->form));

  g_assert_cmpstr (text_of (fixture->form, "arrives_at"), ==, "08:30");
  g_assert_cmpstr (text_of (fixture->form, "birth_date"), ==, "03/04/1961");
}

static void
test_what_cannot_be_understood_is_told_when_collected (Fixture *fixture, gconstpointer unused)
{
  type_into (fixture->form, "birth_date", "31/2/2020");
  g_assert_null (message_of (fixture->form, "birth_date"));
  g_assert_true (ent_form_is_dirty (fixture->form));

  g_assert_false (ent_form_collect (fixture->form));
  g_assert_nonnull (message_of (fixture->form, "birth_date"));
  g_assert_true (gtk_widget_has_css_class (ent_form_get_row (fixture->form, "birth_date"), "error"));
  g_assert_cmpstr (text_of (fixture->form, "birth_date"), ==, "31/2/2020");
  gtk_test_accessible_assert_state (target_of (fixture->form, "birth_date"),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  type_into (fixture->form, "birth_date", "28/2/2020");
  g_assert_null (message_of (fixture->form, "birth_date"));
  g_assert_true (ent_form_collect (fixture->form));
}

static void
test_issues_stand_at_their_fields (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_issues_add (issues, "last_name", "%s", "Fill it in.");
  ent_issues_warn (issues, "income", "%s", "A lot.");
  ent_form_show_issues (fixture->form, issues);
  g_assert_cmpstr (message_of (fixture->form, "last_name"), ==, "Fill it in.");
  g_assert_cmpstr (message_of (fixture->form, "income"), ==, "A lot.");
  g_assert_true (gtk_widget_has_css_class (ent_form_get_row (fixture->form, "income"), "warning"));

  ent_form_show_issues (fixture->form, NULL);
  g_assert_null (message_of (fixture->form, "last_name"));
  g_assert_false (gtk_widget_has_css_class (ent_form_get_row (fixture->form, "income"), "warning"));
}

static void
test_rows_say_their_name_and_need (Fixture *fixture, gconstpointer unused)
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
test_choices_begin_with_none (Fixture *fixture, gconstpointer unused)
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
test_silence_is_kept_and_counts_as_a_change (Fixture *fixture, gconstpointer unused)
{
  gtk_widget_activate_action (ent_form_get_row (fixture->form, "card"), "field.silence", "s",
                              "refused");
  g_assert_cmpstr (fixture->draft->silences, ==, "card");
  g_assert_cmpstr (fixture->last_changed, ==, "card");
  g_assert_true (ent_form_is_dirty (fixture->form));
}

static void
test_refresh_shows_the_draft (Fixture *fixture, gconstpointer unused)
{
  g_object_set (fixture->draft, "last-name", "Peeters", "birth-date", TODAY, "card",
                GUEST_CARD_PASSPORT, "remark", "Two\nlines", NULL);
  ent_form_refresh (fixture->form);

  g_assert_cmpstr (text_of (fixture->form, "last_name"), ==, "Peeters");
  g_assert_cmpstr (text_of (fixture->form, "birth_date"), ==, "09/03/2026");
  g_assert_cmpuint (adw_combo_row_get_selected (
                        ADW_COMBO_ROW (ent_form_get_row (fixture->form, "card"))),
                    ==, 3);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_date_row_tells_a_date_once (Fixture *fixture, gconstpointer unused)
{
  EntDateRow *row = ENT_DATE_ROW (ent_form_get_row (fixture->form, "card_until"));

  ent_date_row_set_day (row, TODAY);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  ent_date_row_set_day (row, TODAY + 1);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpint (fixture->draft->card_until, ==, TODAY + 1);
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
test_picker_shows_what_it_refers_to (Fixture *fixture, gconstpointer unused)
{
  gint64 id = insert_team (fixture->store, "North");
  GtkWidget *row = ent_form_get_row (fixture->form, "team_id");

  ent_picker_row_set_selected_id (ENT_PICKER_ROW (row), id);
  wait_for (names_selected, row);
  g_assert_cmpint (fixture->draft->team_id, ==, id);

  ent_picker_row_set_selected_id (ENT_PICKER_ROW (row), 0);
  g_assert_cmpint (fixture->draft->team_id, ==, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "—");
}

static EntFormDialog *
present_dialog (Fixture *fixture, gpointer original, gpointer draft)
{
  EntFormDialog *dialog
      = ent_form_dialog_new (fixture->store, "Guest", original, draft, "Guest changed");

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, all_columns);
  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  return dialog;
}

static void
saved_cb (EntFormDialog *dialog, EntChangeSet *set, gint64 *id)
{
  *id = ent_change_set_resolve (set, -1);
}

static gboolean
has_id (gpointer id)
{
  return *(gint64 *) id != 0;
}

static gboolean
has_message (gpointer data)
{
  return message_of (data, "last_name") != NULL;
}

static void
test_dialog_tells_errors_and_then_saves (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) draft = ent_record_new (GUEST_TYPE_GUEST);
  g_autoptr (GuestGuest) kept = NULL;
  EntFormDialog *dialog = present_dialog (fixture, NULL, draft);
  EntForm *form = ent_form_dialog_get_form (dialog);
  gint64 id = 0;

  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &id);
  type_into (form, "first_names", "Anne");
  ent_form_dialog_save (dialog);
  wait_for (has_message, form);
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpstr (text_of (form, "first_names"), ==, "Anne");

  type_into (form, "last_name", "Dupont");
  ent_form_dialog_save (dialog);
  ent_form_dialog_save (dialog);
  wait_for (has_id, &id);
  kept = load (fixture->store, GUEST_TYPE_GUEST, id);
  g_assert_cmpstr (kept->last_name, ==, "Dupont");
  g_assert_cmpstr (ent_store_get_undo_label (fixture->store), ==, "Guest changed");
}

static gboolean
has_conflict (gpointer window)
{
  return ENT_IS_CONFLICT_DIALOG (adw_window_get_visible_dialog (window));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (window) == NULL;
}

static gboolean
is_renamed (gpointer guest)
{
  return g_strcmp0 (GUEST_GUEST (guest)->last_name, "Dupond") == 0;
}

/* Both changed the first name; this user keeps his own. */
static void
test_conflict_is_settled_by_choice (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = insert_guest (fixture->store, "Dupont", "Anne");
  g_autoptr (GuestGuest) draft = ent_record_dup (guest);
  EntFormDialog *dialog = present_dialog (fixture, guest, draft);
  EntForm *form = ent_form_dialog_get_form (dialog);
  EntConflictDialog *conflict;

  change_text (fixture->store, guest, "first-names", "Annick");
  type_into (form, "first_names", "Anna");
  type_into (form, "last_name", "Dupond");
  ent_form_dialog_save (dialog);
  wait_for (has_conflict, fixture->window);

  conflict = ENT_CONFLICT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_cmpuint (ent_conflict_dialog_get_conflicts (conflict)->len, ==, 1);
  g_assert_true (ent_conflict_dialog_keeps_yours (conflict, 0));
  adw_dialog_force_close (ADW_DIALOG (g_object_ref (conflict)));
  g_signal_emit_by_name (conflict, "resolved");
  g_object_unref (conflict);
  wait_for (has_no_dialog, fixture->window);
  wait_for (is_renamed, guest);
  g_assert_cmpstr (guest->first_names, ==, "Anna");
}

/* What another saved in a field that this user left alone must survive his saving. */
static void
test_saving_leaves_the_fields_of_others_alone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = insert_guest (fixture->store, "Dupont", "Anne");
  g_autoptr (GuestGuest) draft = ent_record_dup (guest);
  EntFormDialog *dialog = present_dialog (fixture, guest, draft);

  change_text (fixture->store, guest, "phone", "010 00 00 00");
  type_into (ent_form_dialog_get_form (dialog), "last_name", "Dupond");
  ent_form_dialog_save (dialog);
  wait_for (has_no_dialog, fixture->window);
  wait_for (is_renamed, guest);
  g_assert_cmpstr (guest->phone, ==, "010 00 00 00");
}

static EntChangeSet *
build_with_bad_stay (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer unused)
{
  EntChangeSet *set = ent_change_set_new ("Guest and stay");
  g_autoptr (GuestStay) stay = ent_record_new (GUEST_TYPE_STAY);
  gint64 id = ent_change_set_insert (set, draft);

  g_object_set (stay, "guest-id", id, NULL);
  ent_change_set_insert (set, stay);
  return set;
}

static AdwBanner *
find_banner (GtkWidget *widget)
{
  if (ADW_IS_BANNER (widget))
    return ADW_BANNER (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwBanner *found = find_banner (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_revealed (gpointer banner)
{
  return adw_banner_get_revealed (banner);
}

static void
test_errors_of_other_records_stand_in_the_banner (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) draft = ent_record_new (GUEST_TYPE_GUEST);
  EntFormDialog *dialog = present_dialog (fixture, NULL, draft);
  AdwBanner *banner = find_banner (GTK_WIDGET (dialog));

  ent_form_dialog_set_build_func (dialog, build_with_bad_stay, NULL, NULL);
  type_into (ent_form_dialog_get_form (dialog), "last_name", "Dupont");
  type_into (ent_form_dialog_get_form (dialog), "first_names", "Anne");
  ent_form_dialog_save (dialog);
  wait_for (is_revealed, banner);
  g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), "Stay"));
  g_assert_cmpstr (text_of (ent_form_dialog_get_form (dialog), "last_name"), ==, "Dupont");
}

static void
test_closing_asks_only_when_something_is_lost (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) draft = ent_record_new (GUEST_TYPE_GUEST);
  EntFormDialog *dialog = present_dialog (fixture, NULL, draft);

  type_into (ent_form_dialog_get_form (dialog), "last_name", "Dupont");
  adw_dialog_close (ADW_DIALOG (dialog));
  g_assert_true (ADW_IS_ALERT_DIALOG (
      adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));

  type_into (ent_form_dialog_get_form (dialog), "last_name", "");
  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for (has_no_dialog, fixture->window);
}

static guint
count_text (GtkWidget *widget, const char *text)
{
  guint n = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_text (child, text);
  return n;
}

static gboolean
shows_change (gpointer window)
{
  return count_text (window, "Anne → Annick") == 1;
}

static void
test_history_shows_before_and_after (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = insert_guest (fixture->store, "Dupont", "Anne");

  change_text (fixture->store, guest, "first-names", "Annick");
  ent_history_dialog_present (fixture->window, fixture->store, &guest_guest_schema,
                              ent_record_get_id (guest));
  wait_for (shows_change, fixture->window);
  g_assert_cmpuint (count_text (fixture->window, "Changed by another"), ==, 1);
}

static gboolean
shows_deleted (gpointer window)
{
  return count_text (window, "Dupont Anne") == 1;
}

static gboolean
shows_nothing_deleted (gpointer window)
{
  return count_text (window, "Dupont Anne") == 0;
}

static GtkWidget *
find_restore (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Restore") == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_restore (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_trash_brings_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = insert_guest (fixture->store, "Dupont", "Anne");
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Guest deleted");
  g_autoptr (GObject) back = NULL;
  gint64 id = ent_record_get_id (guest);

  ent_change_set_delete (set, guest);
  apply (fixture->store, set);
  g_clear_object (&guest);

  ent_trash_dialog_present (fixture->window, fixture->store);
  wait_for (shows_deleted, fixture->window);
  g_signal_emit_by_name (find_restore (fixture->window), "clicked");
  wait_for (shows_nothing_deleted, fixture->window);
  back = load (fixture->store, GUEST_TYPE_GUEST, id);
  g_assert_cmpstr (GUEST_GUEST (back)->first_names, ==, "Anne");
}

#define ADD(name, func) g_test_add ("/form/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  static const EntModule *const modules[] = { &guest_module };

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ent_day_set_today (TODAY);
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));

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
  ADD ("dialog-saves", test_dialog_tells_errors_and_then_saves);
  ADD ("conflict", test_conflict_is_settled_by_choice);
  ADD ("others-survive", test_saving_leaves_the_fields_of_others_alone);
  ADD ("other-records", test_errors_of_other_records_stand_in_the_banner);
  ADD ("discard", test_closing_asks_only_when_something_is_lost);
  ADD ("history", test_history_shows_before_and_after);
  ADD ("trash", test_trash_brings_back);
  return g_test_run ();
}
