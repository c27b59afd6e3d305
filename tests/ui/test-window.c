/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole window on a small invented commune: every place, every list, the first record of each,
 * every dialog. Whatever GTK or libadwaita complains about ends the test. */

#include "ent-aid.h"
#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-appointment.h"
#include "ent-child-group.h"
#include "ent-date.h"
#include "ent-demo.h"
#include "ent-module.h"
#include "ent-person-children.h"
#include "ent-person-more.h"
#include "ent-person.h"
#include "ent-rounds-decide.h"
#include "ent-rounds-page-private.h"
#include "ent-window.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#define LIMIT (10 * G_USEC_PER_SEC)

typedef struct
{
  EntWindow *window;
  char *folder;
} Fixture;

static char *shared_path; /* one commune serves all tests; each works on a copy */
static EntApplication *application;

static void
make_commune (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_demo_create (path, ENT_DEMO_SMALL, 7, ent_day_from_ymd (2026, 11, 21), NULL,
                                  NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Opens the register that was open last. */
static void
open_window (Fixture *self)
{
  self->window = ent_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (ent_window_get_place (self->window) != NULL);
  settle (100);
}

static void
close_window (Fixture *self)
{
  ent_window_set_store (self->window, NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle (20);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  self->folder = g_dir_make_tmp ("entraide-window-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "commune.entraide", NULL);
  g_assert_true (g_file_get_contents (shared_path, &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));

  g_settings_set_string (ent_application_get_settings (application), "last-register", path);
  open_window (self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "commune.entraide", NULL);
  static const char *const suffixes[] = { "", "-wal", "-shm", ".lock" };

  close_window (self);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static EntListPage *
current_list (Fixture *self)
{
  return ent_place_view_get_list (ent_window_get_place (self->window));
}

static guint
wait_for_rows (Fixture *self)
{
  gint64 limit = g_get_monotonic_time () + LIMIT;
  EntQueryModel *model = ent_list_page_get_model (current_list (self));

  settle (20);
  while (ent_query_model_get_loading (model) && g_get_monotonic_time () < limit)
    settle (5);
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
each_list (Fixture *self, void (*visit) (Fixture *self, const EntSchema *schema))
{
  const EntPlace *place;

  for (guint i = 0; (place = ent_window_nth_place (self->window, i)) != NULL; i++)
    {
      g_autofree const char **tables = ent_app_modules_tables (place);

      ent_window_show_place (self->window, place->id);
      for (guint j = 0; tables[j] != NULL; j++)
        {
          const EntSchema *schema = ent_registry_schema (tables[j]);

          g_assert_true (ent_place_view_show_list (ent_window_get_place (self->window), schema));
          visit (self, schema);
        }
    }
}

static void
visit_record (Fixture *self, const EntSchema *schema)
{
  EntQueryModel *model = ent_list_page_get_model (current_list (self));

  g_test_message ("%s", schema->table);
  g_assert_cmpuint (wait_for_rows (self), >, 0);
  ent_shell_open (ENT_SHELL (self->window), schema, ent_query_model_get_id (model, 0));
  settle (150);
  g_assert_true (ent_place_view_has_open (ent_window_get_place (self->window)));
  ent_place_view_close (ent_window_get_place (self->window));
  settle (20);
  g_assert_false (ent_place_view_has_open (ent_window_get_place (self->window)));
}

static void
test_every_list_opens_a_record (Fixture *self, gconstpointer unused)
{
  each_list (self, visit_record);
}

static void
visit_dialogs (Fixture *self, const EntSchema *schema)
{
  static const char *const actions[] = { "list.filter", "list.columns", "list.trash", "list.save",
                                         "list.create" };

  wait_for_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      gtk_widget_activate_action (GTK_WIDGET (current_list (self)), actions[i], NULL);
      settle (60);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
      g_test_message ("%s %s", schema->table, actions[i]);
      if (dialog == NULL)
        continue;
      adw_dialog_force_close (dialog);
      settle (30);
    }
}

static void
test_every_list_has_its_dialogs (Fixture *self, gconstpointer unused)
{
  each_list (self, visit_dialogs);
}

static void
test_window_dialogs (Fixture *self, gconstpointer unused)
{
  static const char *const actions[] = { "win.search",          "win.acts",
                                         "win.create-register", "win.paper-templates",
                                         "win.paper-signers",   "win.paper-own-signature",
                                         "app.preferences",     "app.about" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      g_test_message ("%s", actions[i]);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), actions[i], NULL));
      settle (100);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
      g_assert_nonnull (dialog);
      adw_dialog_force_close (dialog);
      settle (50);
    }
}

static void
test_search_narrows_the_list (Fixture *self, gconstpointer unused)
{
  EntQueryModel *model;
  g_autoptr (EntQuery) query = NULL;
  guint all;

  ent_window_show_place (self->window, "places");
  all = wait_for_rows (self);
  model = ent_list_page_get_model (current_list (self));
  query = ent_query_copy (ent_query_model_get_query (model));
  ent_query_set_search (query, "sart brumes");
  ent_list_page_set_query (current_list (self), query);
  g_assert_cmpuint (wait_for_rows (self), >, 0);
  g_assert_cmpuint (wait_for_rows (self), <, all);

  ent_query_set_search (query, "no such place anywhere");
  ent_list_page_set_query (current_list (self), query);
  g_assert_cmpuint (wait_for_rows (self), ==, 0);
}

static gboolean
is_group (GtkWidget *widget, gconstpointer title)
{
  return ENT_IS_CHILD_GROUP (widget) &&
         g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget)), title);
}

/* Waits for a group that is made after the first screen; whether it shows in the end. */
static gboolean
group_shows (Fixture *self, const char *title)
{
  gint64 limit = g_get_monotonic_time () + LIMIT;
  GtkWidget *group;

  do
    {
      settle (20);
      group = find_where (GTK_WIDGET (self->window), is_group, g_dgettext (GETTEXT_PACKAGE, title));
    }
  while ((group == NULL || !gtk_widget_get_mapped (group)) && g_get_monotonic_time () < limit);
  return group != NULL && gtk_widget_get_mapped (group);
}

static void
open_ready (Fixture *self, const EntSchema *schema, const char *name)
{
  g_assert_true (ent_place_view_show_list (ent_window_get_place (self->window), schema));
  g_assert_cmpuint (wait_for_rows (self), >, 0);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (current_list (self)), "list.open-saved", "s", name));
  g_assert_cmpuint (wait_for_rows (self), >, 0);
}

/* From the list of those who have integration income to a person, and what is known of her. */
static void
test_modules_add_to_a_person (Fixture *self, gconstpointer unused)
{
  static const char *const acts[] = { "aid.add", "agenda.add" };
  GtkWidget *group;
  g_autoptr (EntAid) aid = NULL;

  open_ready (self, &ent_aid_schema, "\n0");
  aid = g_list_model_get_item (G_LIST_MODEL (ent_list_page_get_model (current_list (self))), 0);
  settle (100);
  g_assert_cmpint (aid->kind, ==, ENT_AID_RIS);
  g_assert_nonnull (aid->runs);

  ent_shell_open (ENT_SHELL (self->window), &ent_person_schema, aid->person_id);
  g_assert_true (group_shows (self, "Aid granted"));
  group = find_where (GTK_WIDGET (self->window), is_group,
                      g_dgettext (GETTEXT_PACKAGE, "Aid granted"));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      AdwDialog *dialog;

      g_assert_true (gtk_widget_activate_action (group, acts[i], NULL));
      settle (100);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
      g_assert_nonnull (dialog);
      adw_dialog_force_close (dialog);
      settle (50);
    }
}

/* What a page has asked the register for may come when the page is gone. */
static void
test_leaving_while_it_reads (Fixture *self, gconstpointer unused)
{
  EntStore *store = ent_shell_get_store (ENT_SHELL (self->window));
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *group = ent_child_group_new (store, &ent_person_notes, 1);
  GtkWidget *more = ent_person_more_new (store, 1);

  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), more);
  ent_person_more_add (ENT_PERSON_MORE (more), &ent_person_notes, ENT_CHILD_GROUP (group), TRUE);
  g_object_add_weak_pointer (G_OBJECT (more), (gpointer *) &more);
  while (G_OBJECT (more)->ref_count == 1)
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (box);
  g_assert_nonnull (more);
  wait_until (more == NULL);
}

static void
test_ready_lists_of_the_day (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntAppointment) first = NULL;

  /* The first one to come. */
  open_ready (self, &ent_appointment_schema, "\n1");
  first = g_list_model_get_item (G_LIST_MODEL (ent_list_page_get_model (current_list (self))), 0);
  settle (100);
  g_assert_cmpint (first->day, >=, ent_day_today ());
  g_assert_cmpint (first->attendance, ==, ENT_ATTENDANCE_PLANNED);
}

static const EntRoundsVisit *
visit_of (EntRoundsPage *page, gint64 id)
{
  int position;

  return ent_rounds_page_find (page, id, &position);
}

static EntRoundsPage *
open_next_week (Fixture *self)
{
  EntRoundsPage *page;

  ent_window_show_place (self->window, "board");
  page = ENT_ROUNDS_PAGE (
      find_widget (GTK_WIDGET (ent_window_get_place (self->window)), ENT_TYPE_ROUNDS_PAGE, NULL));
  gtk_widget_activate_action (GTK_WIDGET (page), "rounds.next", NULL);
  wait_until (page->judge != NULL && ent_rounds_page_get_week (page)->first_day == page->first_day);
  return page;
}

/* Gives the first visit that somebody can make to whoever fits best; returns its id. */
static gint64
place_one (EntRoundsPage *page)
{
  EntRoundsWeek *week = ent_rounds_page_get_week (page);
  EntRoundsDecision *decision = ent_rounds_decision_new ();
  EntRoundsOffer offer;
  int visit = 0;
  gint64 id;

  while (!ent_rounds_visit_is_open (&g_array_index (week->visits, EntRoundsVisit, visit)) ||
         ent_rounds_judge_offers (page->judge, visit, &offer, 1) == 0)
    g_assert_cmpint (++visit, <, week->visits->len);
  id = g_array_index (week->visits, EntRoundsVisit, visit).id;
  ent_rounds_decision_add (decision, week, visit, offer.carer, offer.start);
  ent_rounds_page_decide (page, "Visit moved", decision);
  wait_until (ent_rounds_visit_occupies (visit_of (page, id)));
  return id;
}

/* A visit that nobody makes any more has no place to change. */
static void
test_swap_ends_with_its_visit (Fixture *self, gconstpointer unused)
{
  EntRoundsPage *page = open_next_week (self);
  gint64 id = place_one (page);

  gtk_widget_activate_action (GTK_WIDGET (page), "rounds.swap", "x", id);
  g_assert_cmpint (page->swapping, ==, id);
  g_assert_true (gtk_revealer_get_reveal_child (page->swap_revealer));
  gtk_widget_activate_action (GTK_WIDGET (page), "rounds.unplace", "x", id);
  wait_until (!ent_rounds_visit_occupies (visit_of (page, id)));
  g_assert_cmpint (page->swapping, ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (page->swap_revealer));
}

static void
test_blur_is_a_class_of_the_window (Fixture *self, gconstpointer unused)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.blur", NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (self->window), "blurred"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.blur", NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (self->window), "blurred"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ent_app_modules_register ();
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  folder = g_dir_make_tmp ("entraide-commune-XXXXXX", NULL);
  shared_path = g_build_filename (folder, "commune.entraide", NULL);
  make_commune (shared_path);

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));

  ADD ("/window/every-list-opens-a-record", test_every_list_opens_a_record);
  ADD ("/window/every-list-has-its-dialogs", test_every_list_has_its_dialogs);
  ADD ("/window/dialogs", test_window_dialogs);
  ADD ("/window/search-narrows-the-list", test_search_narrows_the_list);
  ADD ("/window/modules-add-to-a-person", test_modules_add_to_a_person);
  ADD ("/window/leaving-while-it-reads", test_leaving_while_it_reads);
  ADD ("/window/ready-lists", test_ready_lists_of_the_day);
  ADD ("/window/blur", test_blur_is_a_class_of_the_window);
  ADD ("/window/swap-ends-with-its-visit", test_swap_ends_with_its_visit);
  status = g_test_run ();
  g_object_unref (application);
  g_unlink (shared_path);
  g_rmdir (folder);
  return status;
}
