/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The duplicate shield as one sees it. Searching happens on the reading thread; an answer to what
 * was typed before is dropped. Main thread. */

#include "ent-duplicates-group.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define DELAY_MS 80
#define LIMIT 5

struct _EntDuplicatesGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  GPtrArray *rows; /* borrowed */
  EntPersonClue clue; /* owns its texts */
  guint source;
  GCancellable *cancellable;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntDuplicatesGroup, ent_duplicates_group, ADW_TYPE_PREFERENCES_GROUP)

static void
clue_clear (EntPersonClue *clue)
{
  g_free ((char *) clue->last_name);
  g_free ((char *) clue->first_names);
  g_free ((char *) clue->usual_name);
  g_free ((char *) clue->national_number);
  g_free ((char *) clue->phone);
}

static void
clue_copy (const EntPersonClue *from, EntPersonClue *to)
{
  to->exclude_id = from->exclude_id;
  to->birth_date = from->birth_date;
  to->last_name = g_strdup (from->last_name);
  to->first_names = g_strdup (from->first_names);
  to->usual_name = g_strdup (from->usual_name);
  to->national_number = g_strdup (from->national_number);
  to->phone = g_strdup (from->phone);
}

static void
clue_free (EntPersonClue *clue)
{
  clue_clear (clue);
  g_free (clue);
}

static void
row_activated_cb (AdwActionRow *row, EntDuplicatesGroup *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "person-id");

  g_signal_emit (self, signals[SIGNAL_PICKED], 0, *id);
}

static GtkWidget *
row_new (EntDuplicatesGroup *self, EntPersonCandidate *candidate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reasons = ent_likeness_to_text (candidate->reasons);
  g_autofree char *day = ent_day_format (candidate->birth_date, ENT_DAY_NUMERIC);
  g_autofree char *title = NULL;

  if (*day != '\0')
    /* Translators: a name, then a date of birth */
    title = g_strdup_printf (_ ("%s, born %s"), candidate->name, day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 title != NULL ? title : candidate->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reasons);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "private");
  g_object_set_data_full (G_OBJECT (row), "person-id",
                          g_memdup2 (&candidate->id, sizeof candidate->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  return row;
}

static void
announce (EntDuplicatesGroup *self, guint n)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u person of the register is alike",
                                    "%u persons of the register are alike", n),
                          n);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_candidates (EntDuplicatesGroup *self, GPtrArray *candidates)
{
  guint before = self->rows->len;

  for (guint i = 0; i < before; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < candidates->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (candidates, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), candidates->len > 0);
  if (candidates->len > 0 && candidates->len != before)
    announce (self, candidates->len);
}

static gpointer
find (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_person_find_duplicates (db, data, LIMIT, cancellable, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntDuplicatesGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (candidates != NULL)
    show_candidates (self, candidates);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Duplicates could not be looked for: %s", error->message);
}

static void
stop (EntDuplicatesGroup *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
ask_cb (gpointer user_data)
{
  EntDuplicatesGroup *self = user_data;
  EntPersonClue *clue = g_new0 (EntPersonClue, 1);

  self->source = 0;
  clue_copy (&self->clue, clue);
  self->cancellable = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, find, clue,
                       (GDestroyNotify) clue_free, (GDestroyNotify) g_ptr_array_unref,
                       self->cancellable, found_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ent_duplicates_group_dispose (GObject *object)
{
  EntDuplicatesGroup *self = ENT_DUPLICATES_GROUP (object);

  stop (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_duplicates_group_parent_class)->dispose (object);
}

static void
ent_duplicates_group_finalize (GObject *object)
{
  EntDuplicatesGroup *self = ENT_DUPLICATES_GROUP (object);

  clue_clear (&self->clue);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_duplicates_group_parent_class)->finalize (object);
}

static void
ent_duplicates_group_class_init (EntDuplicatesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_duplicates_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_duplicates_group_finalize;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", ENT_TYPE_DUPLICATES_GROUP, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ent_duplicates_group_init (EntDuplicatesGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->clue.birth_date = ENT_DAY_NONE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Perhaps known already"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Open the person instead of entering them twice."));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ent_duplicates_group_new (EntStore *store)
{
  EntDuplicatesGroup *self = g_object_new (ENT_TYPE_DUPLICATES_GROUP, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

void
ent_duplicates_group_ask (EntDuplicatesGroup *self, const EntPersonClue *clue)
{
  EntPersonClue copy = ENT_PERSON_CLUE_INIT;

  stop (self);
  clue_copy (clue, &copy);
  clue_clear (&self->clue);
  self->clue = copy;
  self->source = g_timeout_add (DELAY_MS, ask_cb, self);
}
