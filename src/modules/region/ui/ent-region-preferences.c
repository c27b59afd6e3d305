/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what EntRegions and EntRegionJob tell, and follows them. Main thread. */

#include "ent-region-preferences.h"

#include "ent-date.h"
#include "ent-region-job.h"
#include "ent-region-shelf.h"
#include "ent-region-words.h"
#include "ent-regions.h"
#include "ent-resources.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

struct _EntRegionPreferences
{
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *regions_group;
  GtkWidget *none_row;
  AdwPreferencesGroup *details_group;
  GtkWidget *old_row, *bad_row, *extent_row, *holds_row, *map_row, *addresses_row;
  GtkWidget *size_row, *sources_row;
  GtkWidget *osm_row, *best_row, *clear_button, *replace_row, *fault_row, *import_row;
  GtkEditable *name_row;
  GtkWidget *progress_row;
  GtkLabel *stage_label, *percent_label;
  GtkProgressBar *progress;

  EntRegions *regions; /* borrowed: the program's */
  EntRegionJob *job; /* borrowed: the program's */
  GPtrArray *rows; /* of the regions, borrowed */
  GtkCheckButton *no_choice; /* leads the group of radio buttons, never shown */
  GCancellable *cancellable;
  char *osm_path;
  GStrv best_paths;
};

G_DEFINE_FINAL_TYPE (EntRegionPreferences, ent_region_preferences, ADW_TYPE_PREFERENCES_PAGE)

static void
show_property (GtkWidget *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
  gtk_widget_set_visible (row, text != NULL && *text != '\0');
}

static void
show_bad_lines (EntRegionPreferences *self, EntRegion *region)
{
  const char *fact = ent_region_get_fact (region, "address-bad-lines");
  guint n = fact != NULL ? (guint) g_ascii_strtoull (fact, NULL, 10) : 0;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%'u line of the address files could not be read",
                "%'u lines of the address files could not be read", n),
      n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->bad_row), text);
  gtk_widget_set_visible (self->bad_row, n > 0);
}

static void
show_details (EntRegionPreferences *self)
{
  EntRegion *region = ent_regions_get_current (self->regions);
  g_autofree char *extent = NULL;
  g_autofree char *holds = NULL;
  g_autofree char *map = NULL;
  g_autofree char *addresses = NULL;
  g_autofree char *size = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *age = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->details_group), region != NULL);
  if (region == NULL)
    return;
  extent = ent_region_extent_text (region);
  holds = ent_region_holds_text (region);
  map = ent_region_time_text (ent_region_get_map_time (region));
  addresses = ent_region_time_text (ent_region_get_address_time (region));
  size = g_format_size ((guint64) ent_region_get_size (region));
  sources = ent_region_sources_text (region);
  age = ent_region_age_text (region, ent_day_today ());
  adw_preferences_group_set_title (self->details_group, ent_region_get_name (region));
  show_property (self->extent_row, extent);
  show_property (self->holds_row, holds);
  show_property (self->map_row, map != NULL ? map : _ ("The extract does not tell"));
  show_property (self->addresses_row,
                 addresses != NULL ? addresses : _ ("None: only the addresses of the map"));
  show_bad_lines (self, region);
  show_property (self->size_row, size);
  show_property (self->sources_row, sources);
  gtk_widget_set_visible (self->old_row, age != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->old_row), age != NULL ? age : "");
}

static void
chosen_cb (EntRegionPreferences *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    ent_regions_choose (self->regions, g_object_get_data (G_OBJECT (button), "path"));
}

static void
removal_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRegionPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (!g_str_equal (answer, "remove"))
    return;
  if (!ent_region_shelf_remove (g_object_get_data (source, "path"), &error) && shell != NULL)
    ent_shell_report (shell, error);
  ent_regions_refresh (self->regions);
}

static void
remove_cb (EntRegionPreferences *self, GtkButton *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Remove This Region?"), NULL);

  adw_alert_dialog_set_body (
      ADW_ALERT_DIALOG (dialog),
      _ ("Its file is deleted from this computer. Addresses that were placed "
         "with it keep their places."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                  _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove",
                                            ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), self->cancellable,
                           removal_confirmed_cb, g_object_ref (self));
}

static void
add_remove_button (EntRegionPreferences *self, GtkWidget *row, const EntRegionEntry *entry)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (
      /* Translators: removes one item of a list */
      _ ("Remove: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (entry->path), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_radio (EntRegionPreferences *self, GtkWidget *row, const EntRegionEntry *entry)
{
  GtkWidget *radio = gtk_check_button_new ();

  gtk_widget_set_valign (radio, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (radio, entry->region != NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (radio),
                               entry->region != NULL &&
                                   entry->region == ent_regions_get_current (self->regions));
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  g_object_set_data_full (G_OBJECT (radio), "path", g_strdup (entry->path), g_free);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), radio);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), radio);
  return radio;
}

static char *
entry_subtitle (const EntRegionEntry *entry)
{
  g_autofree char *made = NULL;

  if (entry->region == NULL)
    return g_strdup (entry->fault);
  made = ent_region_time_text (ent_region_get_map_time (entry->region));
  if (!entry->is_own)
    return g_strdup (_ ("For all users of this computer"));
  return made != NULL ? g_strdup_printf (_ ("Map of %s"), made) : NULL;
}

static GtkWidget *
entry_row_new (const EntRegionEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *file = g_path_get_basename (entry->path);
  g_autofree char *subtitle = entry_subtitle (entry);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 entry->region != NULL ? ent_region_get_name (entry->region)
                                                       : file);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* The buttons are connected last: setting them up is no choice. */
static void
show_regions (EntRegionPreferences *self)
{
  GPtrArray *entries = ent_regions_get_entries (self->regions);
  g_autoptr (GPtrArray) radios = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->regions_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (self->none_row, entries->len == 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const EntRegionEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *row = entry_row_new (entry);
      GtkWidget *radio = add_radio (self, row, entry);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), self->no_choice);
      g_ptr_array_add (radios, radio);
      if (entry->is_own)
        add_remove_button (self, row, entry);
      adw_preferences_group_add (self->regions_group, row);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < radios->len; i++)
    g_signal_connect_swapped (g_ptr_array_index (radios, i), "toggled", G_CALLBACK (chosen_cb),
                              self);
}

static void
show_job (EntRegionPreferences *self)
{
  gboolean running = ent_region_job_is_running (self->job);
  const char *fault = ent_region_job_get_fault (self->job);
  double fraction = ent_region_job_get_fraction (self->job);
  g_autofree char *percent = g_strdup_printf ("%.0f %%", fraction * 100);

  gtk_widget_set_visible (self->progress_row, running);
  gtk_widget_set_visible (self->import_row, !running);
  gtk_widget_set_sensitive (self->osm_row, !running);
  gtk_widget_set_sensitive (self->best_row, !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), !running);
  gtk_widget_set_visible (self->fault_row, fault != NULL && !running);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->fault_row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->fault_row), fault != NULL ? fault : "");
  if (!running)
    return;
  gtk_label_set_label (self->stage_label, ent_region_job_get_stage_text (self->job));
  gtk_label_set_label (self->percent_label, percent);
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

/* Importing again under the same name is how a region is brought up to date. */
static gboolean
is_replaced (EntRegionPreferences *self, const char *name)
{
  GPtrArray *entries = ent_regions_get_entries (self->regions);
  g_autofree char *safe = ent_text_safe_file_name (name);
  g_autofree char *wanted = g_strconcat (safe, ENT_REGION_SUFFIX, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const EntRegionEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *file = g_path_get_basename (entry->path);

      if (entry->is_own && g_str_equal (file, wanted))
        return TRUE;
    }
  return FALSE;
}

static void
show_files (EntRegionPreferences *self)
{
  g_autofree char *osm = self->osm_path != NULL ? g_path_get_basename (self->osm_path) : NULL;
  guint n = self->best_paths != NULL ? g_strv_length (self->best_paths) : 0;
  g_autofree char *first = n > 0 ? g_path_get_basename (self->best_paths[0]) : NULL;
  g_autofree char *several = n > 1 ? g_strdup_printf (ngettext ("%u file", "%u files", n), n)
                                   : NULL;
  g_autofree char *name = ent_text_clean (gtk_editable_get_text (self->name_row));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->osm_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->best_row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->osm_row),
                               osm != NULL ? osm : _ ("A file that ends in .osm.pbf"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->best_row),
                               several != NULL ? several
                               : first != NULL
                                   ? first
                                   : _ ("CSV files; optional, but they find more houses"));
  gtk_widget_set_visible (self->clear_button, n > 0);
  gtk_widget_set_visible (self->replace_row, name != NULL && is_replaced (self, name));
  gtk_widget_set_sensitive (self->import_row, osm != NULL && name != NULL);
}

static void
regions_changed_cb (EntRegionPreferences *self)
{
  show_regions (self);
  show_details (self);
  show_files (self);
}

static void
name_changed_cb (EntRegionPreferences *self)
{
  show_files (self);
}

/* "belgium-latest.osm.pbf" is called "Belgium" until somebody says better. Transfer full. */
static char *
name_of_file (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *end = strchr (name, '.');
  g_autofree char *first = NULL;

  if (end != NULL)
    *end = '\0';
  if (g_str_has_suffix (name, "-latest"))
    name[strlen (name) - strlen ("-latest")] = '\0';
  if (*name == '\0' || !g_utf8_validate (name, -1, NULL))
    return g_strdup ("");
  first = g_utf8_strup (name, (gssize) (g_utf8_next_char (name) - name));
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

static void
osm_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRegionPreferences) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_set_str (&self->osm_path, g_file_peek_path (file));
  name = name_of_file (self->osm_path);
  if (*gtk_editable_get_text (self->name_row) == '\0')
    gtk_editable_set_text (self->name_row, name);
  show_files (self);
}

static GtkFileDialog *
file_dialog_new (const char *title, const char *kind, const char *pattern)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static GtkWindow *
window_of (EntRegionPreferences *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
choose_osm_cb (EntRegionPreferences *self)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Extract of OpenStreetMap"),
                                                     _ ("Extracts (.osm.pbf)"), "*.pbf");

  gtk_file_dialog_open (dialog, window_of (self), self->cancellable, osm_chosen_cb,
                        g_object_ref (self));
}

static void
best_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRegionPreferences) self = user_data;
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (files == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  g_strfreev (self->best_paths);
  self->best_paths = g_strv_builder_end (paths);
  show_files (self);
}

static void
choose_best_cb (EntRegionPreferences *self)
{
  g_autoptr (GtkFileDialog) dialog = file_dialog_new (_ ("Addresses of BeSt Address"),
                                                     _ ("Addresses (.csv)"), "*.csv");

  gtk_file_dialog_open_multiple (dialog, window_of (self), self->cancellable, best_chosen_cb,
                                 g_object_ref (self));
}

static void
clear_best_cb (EntRegionPreferences *self)
{
  g_clear_pointer (&self->best_paths, g_strfreev);
  show_files (self);
}

static void
import_cb (EntRegionPreferences *self)
{
  g_autofree char *name = ent_text_clean (gtk_editable_get_text (self->name_row));
  const EntRegionSources sources = {
    .osm_path = self->osm_path,
    .address_paths = (const char *const *) self->best_paths,
    .name = name,
  };

  if (self->osm_path != NULL && name != NULL && !ent_region_job_is_running (self->job))
    ent_region_job_start (self->job, ent_shell_for (GTK_WIDGET (self)), &sources);
}

static void
stop_cb (EntRegionPreferences *self)
{
  ent_region_job_cancel (self->job);
}

static void
show_cb (EntRegionPreferences *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "map");
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
ent_region_preferences_dispose (GObject *object)
{
  g_cancellable_cancel (ENT_REGION_PREFERENCES (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_REGION_PREFERENCES);
  G_OBJECT_CLASS (ent_region_preferences_parent_class)->dispose (object);
}

static void
ent_region_preferences_finalize (GObject *object)
{
  EntRegionPreferences *self = ENT_REGION_PREFERENCES (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->no_choice);
  g_ptr_array_unref (self->rows);
  g_free (self->osm_path);
  g_strfreev (self->best_paths);
  G_OBJECT_CLASS (ent_region_preferences_parent_class)->finalize (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, EntRegionPreferences, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  CHILD (regions_group);
  CHILD (none_row);
  CHILD (details_group);
  CHILD (old_row);
  CHILD (bad_row);
  CHILD (extent_row);
  CHILD (holds_row);
  CHILD (map_row);
  CHILD (addresses_row);
  CHILD (size_row);
  CHILD (sources_row);
  CHILD (osm_row);
  CHILD (best_row);
  CHILD (clear_button);
  CHILD (replace_row);
  CHILD (fault_row);
  CHILD (import_row);
  CHILD (name_row);
  CHILD (progress_row);
  CHILD (stage_label);
  CHILD (percent_label);
  CHILD (progress);
}

static void
ent_region_preferences_class_init (EntRegionPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_region_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_region_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "region/ent-region-preferences.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choose_osm_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_best_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_best_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
ent_region_preferences_init (EntRegionPreferences *self)
{
  self->regions = ent_regions_get_default ();
  self->job = ent_region_job_get_default ();
  self->rows = g_ptr_array_new ();
  self->no_choice = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->regions, "changed", G_CALLBACK (regions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "changed", G_CALLBACK (show_job), self, G_CONNECT_SWAPPED);
  regions_changed_cb (self);
  show_job (self);
}

AdwPreferencesPage *
ent_region_preferences_new (EntStore *store)
{
  return g_object_new (ENT_TYPE_REGION_PREFERENCES, NULL);
}
