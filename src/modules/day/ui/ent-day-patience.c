/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a report may take to come: two settings of the centre, and their page. Main thread. */

#include "ent-day-patience.h"

#include <glib/gi18n-lib.h>

#define GRACE_SETTING "day.grace"
#define FROM_SETTING "day.late-from"
#define MOST_GRACE 240

void
ent_day_patience_read (EntStore *store, EntDayPatience *patience)
{
  const char *grace = ent_store_get_setting (store, GRACE_SETTING, "");
  const char *from = ent_store_get_setting (store, FROM_SETTING, "end");
  guint64 minutes;

  patience->from_start = g_str_equal (from, "start");
  patience->grace = g_ascii_string_to_unsigned (grace, 10, 0, MOST_GRACE, &minutes, NULL)
                        ? (int) minutes
                        : ENT_DAY_GRACE;
}

static void
grace_changed_cb (AdwSpinRow *row, GParamSpec *pspec, EntStore *store)
{
  g_autofree char *minutes = g_strdup_printf ("%d", (int) adw_spin_row_get_value (row));

  ent_store_set_setting (store, GRACE_SETTING, minutes);
}

static void
from_changed_cb (AdwComboRow *row, GParamSpec *pspec, EntStore *store)
{
  ent_store_set_setting (store, FROM_SETTING,
                         adw_combo_row_get_selected (row) == 1 ? "start" : "end");
}

static GtkWidget *
from_row_new (EntStore *store, gboolean from_start)
{
  const char *names[] = { _ ("The end of the visit"), _ ("The beginning of the visit"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Counted from"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), from_start ? 1 : 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (from_changed_cb), store, 0);
  return row;
}

static GtkWidget *
grace_row_new (EntStore *store, int grace)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, MOST_GRACE, 5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Minutes until a visit is late"));
  adw_spin_row_set_value (ADW_SPIN_ROW (row), grace);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (grace_changed_cb), store, 0);
  return row;
}

AdwPreferencesPage *
ent_day_preferences_new (EntStore *store)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  EntDayPatience patience = { ENT_DAY_GRACE, FALSE };

  adw_preferences_page_set_title (page, _ ("Visits"));
  adw_preferences_page_set_name (page, "day");
  adw_preferences_page_set_icon_name (page, "ent-today-symbolic");
  adw_preferences_group_set_title (group, _ ("Visits of the day"));
  if (store != NULL)
    {
      ent_day_patience_read (store, &patience);
      adw_preferences_group_set_description (
          group, _ ("A visit of which nobody has said how it went shows as late after this time."));
      adw_preferences_group_add (group, grace_row_new (store, patience.grace));
      adw_preferences_group_add (group, from_row_new (store, patience.from_start));
    }
  else
    adw_preferences_group_set_description (group,
                                           _ ("These settings are kept in the register: open one "
                                              "first."));
  adw_preferences_page_add (page, group);
  return page;
}
