/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving from a dialog: errors, conflicts, closing, history, trash. Needs a display. Main thread.
 */

#include "ent-conflict-dialog.h"
#include "ent-form-dialog.h"
#include "ent-history-dialog.h"
#include "ent-trash-dialog.h"
#include "form-fixture.h"

static EntFormDialog *
present_dialog (FormFixture *fixture, gpointer original, gpointer draft)
{
  EntFormDialog *dialog = ent_form_dialog_new (fixture->store, "Guest", original, draft,
                                               "Guest changed");

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, form_columns);
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
  return form_message (data, "last_name") != NULL;
}

static void
test_dialog_tells_errors_and_then_saves (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) draft = ent_record_new (GUEST_TYPE_GUEST);
  g_autoptr (GuestGuest) kept = NULL;
  EntFormDialog *dialog = present_dialog (fixture, NULL, draft);
  EntForm *form = ent_form_dialog_get_form (dialog);
  gint64 id = 0;

  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &id);
  form_type (form, "first_names", "Anne");
  ent_form_dialog_save (dialog);
  form_wait_for (has_message, form);
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpstr (form_text (form, "first_names"), ==, "Anne");

  form_type (form, "last_name", "Dupont");
  ent_form_dialog_save (dialog);
  ent_form_dialog_save (dialog);
  form_wait_for (has_id, &id);
  kept = form_load (fixture->store, GUEST_TYPE_GUEST, id);
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
test_conflict_is_settled_by_choice (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = form_insert_guest (fixture->store, "Dupont", "Anne");
  g_autoptr (GuestGuest) draft = ent_record_dup (guest);
  EntFormDialog *dialog = present_dialog (fixture, guest, draft);
  EntForm *form = ent_form_dialog_get_form (dialog);
  EntConflictDialog *conflict;

  form_change_text (fixture->store, guest, "first-names", "Annick");
  form_type (form, "first_names", "Anna");
  form_type (form, "last_name", "Dupond");
  ent_form_dialog_save (dialog);
  form_wait_for (has_conflict, fixture->window);

  conflict = ENT_CONFLICT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_cmpuint (ent_conflict_dialog_get_conflicts (conflict)->len, ==, 1);
  g_assert_true (ent_conflict_dialog_keeps_yours (conflict, 0));
  adw_dialog_force_close (ADW_DIALOG (g_object_ref (conflict)));
  g_signal_emit_by_name (conflict, "resolved");
  g_object_unref (conflict);
  form_wait_for (has_no_dialog, fixture->window);
  form_wait_for (is_renamed, guest);
  g_assert_cmpstr (guest->first_names, ==, "Anna");
}

/* What another saved in a field that this user left alone must survive his saving. */
static void
test_saving_leaves_the_fields_of_others_alone (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = form_insert_guest (fixture->store, "Dupont", "Anne");
  g_autoptr (GuestGuest) draft = ent_record_dup (guest);
  EntFormDialog *dialog = present_dialog (fixture, guest, draft);

  form_change_text (fixture->store, guest, "phone", "010 00 00 00");
  form_type (ent_form_dialog_get_form (dialog), "last_name", "Dupond");
  ent_form_dialog_save (dialog);
  form_wait_for (has_no_dialog, fixture->window);
  form_wait_for (is_renamed, guest);
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

static gboolean
is_revealed (gpointer banner)
{
  return adw_banner_get_revealed (banner);
}

static void
test_errors_of_other_records_stand_in_the_banner (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) draft = ent_record_new (GUEST_TYPE_GUEST);
  EntFormDialog *dialog = present_dialog (fixture, NULL, draft);
  AdwBanner *banner = ADW_BANNER (form_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER));

  ent_form_dialog_set_build_func (dialog, build_with_bad_stay, NULL, NULL);
  form_type (ent_form_dialog_get_form (dialog), "last_name", "Dupont");
  form_type (ent_form_dialog_get_form (dialog), "first_names", "Anne");
  ent_form_dialog_save (dialog);
  form_wait_for (is_revealed, banner);
  g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), "Stay"));
  g_assert_cmpstr (form_text (ent_form_dialog_get_form (dialog), "last_name"), ==, "Dupont");
}

static void
test_closing_asks_only_when_something_is_lost (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) draft = ent_record_new (GUEST_TYPE_GUEST);
  EntFormDialog *dialog = present_dialog (fixture, NULL, draft);

  form_type (ent_form_dialog_get_form (dialog), "last_name", "Dupont");
  adw_dialog_close (ADW_DIALOG (dialog));
  g_assert_true (
      ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));

  form_type (ent_form_dialog_get_form (dialog), "last_name", "");
  adw_dialog_close (ADW_DIALOG (dialog));
  form_wait_for (has_no_dialog, fixture->window);
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
test_history_shows_before_and_after (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = form_insert_guest (fixture->store, "Dupont", "Anne");

  form_change_text (fixture->store, guest, "first-names", "Annick");
  ent_history_dialog_present (fixture->window, fixture->store, &guest_guest_schema,
                              ent_record_get_id (guest));
  form_wait_for (shows_change, fixture->window);
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
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Restore") == 0)
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
test_trash_brings_back (FormFixture *fixture, gconstpointer unused)
{
  g_autoptr (GuestGuest) guest = form_insert_guest (fixture->store, "Dupont", "Anne");
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Guest deleted");
  g_autoptr (GObject) back = NULL;
  gint64 id = ent_record_get_id (guest);

  ent_change_set_delete (set, guest);
  form_apply (fixture->store, set);
  g_clear_object (&guest);

  ent_trash_dialog_present (fixture->window, fixture->store);
  form_wait_for (shows_deleted, fixture->window);
  g_signal_emit_by_name (find_restore (fixture->window), "clicked");
  form_wait_for (shows_nothing_deleted, fixture->window);
  back = form_load (fixture->store, GUEST_TYPE_GUEST, id);
  g_assert_cmpstr (GUEST_GUEST (back)->first_names, ==, "Anne");
}

#define ADD(name, func) \
  g_test_add ("/form-dialog/" name, FormFixture, NULL, form_set_up, func, form_tear_down)

int
main (int argc, char **argv)
{
  form_init (&argc, &argv);

  ADD ("dialog-saves", test_dialog_tells_errors_and_then_saves);
  ADD ("conflict", test_conflict_is_settled_by_choice);
  ADD ("others-survive", test_saving_leaves_the_fields_of_others_alone);
  ADD ("other-records", test_errors_of_other_records_stand_in_the_banner);
  ADD ("discard", test_closing_asks_only_when_something_is_lost);
  ADD ("history", test_history_shows_before_and_after);
  ADD ("trash", test_trash_brings_back);
  return g_test_run ();
}
