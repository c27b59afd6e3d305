/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The common ground of the tests of forms. Main thread. */

#include "form-fixture.h"

#include <locale.h>

#include "ent-date.h"

const char *const form_columns[] = { "number", "last_name",  "first_names", "birth_date",
                                     "card",   "card_until", "team_id",     "income",
                                     "rooms",  "arrives_at", "remark",      "phone",
                                     NULL };

void
form_wait_for (FormCondition condition, gpointer data)
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

void
form_apply (EntStore *store, EntChangeSet *set)
{
  gboolean done = FALSE;

  ent_store_apply_async (store, set, NULL, applied_cb, &done);
  form_wait_for (is_set, &done);
}

static gint64
insert (EntStore *store, gpointer draft)
{
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  gint64 id = ent_change_set_insert (set, draft);

  form_apply (store, set);
  return ent_change_set_resolve (set, id);
}

gint64
form_insert_team (EntStore *store, const char *name)
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

gpointer
form_load (EntStore *store, GType type, gint64 id)
{
  gpointer record = ent_store_peek (store, type, id);

  form_wait_for (is_loaded, record);
  return record;
}

GuestGuest *
form_insert_guest (EntStore *store, const char *last_name, const char *first_names)
{
  g_autoptr (GuestGuest) guest = ent_record_new (GUEST_TYPE_GUEST);

  g_object_set (guest, "last-name", last_name, "first-names", first_names, NULL);
  return form_load (store, GUEST_TYPE_GUEST, insert (store, guest));
}

void
form_change_text (EntStore *store, gpointer record, const char *property, const char *text)
{
  g_autoptr (GObject) original = ent_record_dup (record);
  g_autoptr (GObject) draft = ent_record_dup (record);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Changed by another");

  g_object_set (draft, property, text, NULL);
  g_assert_true (ent_change_set_edit (set, original, draft));
  form_apply (store, set);
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
changed_cb (EntForm *form, const char *column, FormFixture *fixture)
{
  fixture->n_changed++;
  g_set_str (&fixture->last_changed, column);
}

void
form_set_up (FormFixture *fixture, gconstpointer unused)
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
  ent_form_add_group (fixture->form, "Guest", NULL, form_columns);
  g_signal_connect (fixture->form, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* Answers of the workers that are still on their way hold the store. */
static gboolean
is_alone (gpointer store)
{
  return g_atomic_int_get (&G_OBJECT (store)->ref_count) == 1;
}

void
form_tear_down (FormFixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->form);
  g_assert_finalize_object (fixture->draft);
  ent_store_close (fixture->store);
  form_wait_for (is_alone, fixture->store);
  g_assert_finalize_object (fixture->store);
  g_free (fixture->last_changed);
}

void
form_type (EntForm *form, const char *column, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ent_form_get_row (form, column)), text);
}

const char *
form_text (EntForm *form, const char *column)
{
  return gtk_editable_get_text (GTK_EDITABLE (ent_form_get_row (form, column)));
}

const char *
form_message (EntForm *form, const char *column)
{
  GtkWidget *row = gtk_widget_get_next_sibling (ent_form_get_row (form, column));
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return gtk_widget_get_visible (row)
             ? gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box)))
             : NULL;
}

GtkWidget *
form_find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = form_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
form_init (int *argc, char ***argv)
{
  static const EntModule *const modules[] = { &guest_module };

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  ent_day_set_today (FORM_TODAY);
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
}
