/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The region in the preferences, its map among the places, and the acts that show an address
 * there. Main thread. */

#include "ent-address-position.h"
#include "ent-locate-page.h"
#include "ent-location-query.h"
#include "ent-map-page.h"
#include "ent-place.h"
#include "ent-place-view.h"
#include "ent-region-preferences.h"
#include "ent-regions.h"

#include <glib/gi18n-lib.h>

#define MAP_PAGE "ent-map-page"

static void
forget_page (gpointer page)
{
  g_weak_ref_clear (page);
  g_free (page);
}

/* The page is kept in mind for the acts that show something on it; either may go first. */
static AdwNavigationPage *
make_map (EntShell *shell)
{
  AdwNavigationPage *page = ent_map_page_new (shell);
  GWeakRef *kept = g_new0 (GWeakRef, 1);

  g_weak_ref_init (kept, page);
  g_object_set_data_full (G_OBJECT (shell), MAP_PAGE, kept, forget_page);
  return page;
}

static void
show_map (EntShell *shell)
{
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.show-place", "s", "map");
  gtk_widget_activate_action (GTK_WIDGET (shell), "win.close-record", NULL);
}

static void
show_locate_page (EntShell *shell, gint64 address_id)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store == NULL)
    return;
  show_map (shell);
  ent_shell_show (shell, ent_locate_page_new (store, address_id));
}

static gpointer
read_address (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_location_query_address (db, *(gint64 *) data, error);
}

static void
address_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntShell) shell = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntLocated) place = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_autoptr (EntMapPage) page = NULL;
  GWeakRef *kept;

  if (place == NULL)
    {
      ent_shell_report (shell, error);
      return;
    }
  if (!ent_address_has_position (place->address) || ent_address_pin_is_doubtful (place->address))
    {
      show_locate_page (shell, ent_record_get_id (place->address));
      return;
    }
  show_map (shell);
  kept = g_object_get_data (G_OBJECT (shell), MAP_PAGE);
  page = kept != NULL ? g_weak_ref_get (kept) : NULL;
  if (page != NULL)
    ent_map_page_show_address (page, place);
}

static void
show_address_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);
  gint64 id = g_variant_get_int64 (parameter);

  if (store != NULL)
    ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, read_address,
                         g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) ent_located_free,
                         NULL, address_read_cb, g_object_ref (shell));
}

static void
locate_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  show_locate_page (shell, parameter != NULL ? g_variant_get_int64 (parameter) : 0);
}

static void
add_action (EntShell *shell, const char *name, const char *type, GCallback activated)
{
  g_autoptr (GVariantType) parameter = type != NULL ? g_variant_type_new (type) : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect_object (action, "activate", activated, shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

static void
install (EntShell *shell)
{
  if (!G_IS_ACTION_MAP (shell))
    return;
  add_action (shell, "map-show-address", "x", G_CALLBACK (show_address_cb));
  add_action (shell, "map-locate", NULL, G_CALLBACK (locate_cb));
  add_action (shell, "map-correct-address", "x", G_CALLBACK (locate_cb));
}

/* Read once the window is there, so that pages know whether there is a map. */
static void
opened (EntShell *shell, EntStore *store)
{
  ent_regions_get_default ();
}

static const EntPlace places[] = {
  { "map", N_ ("Map"), N_ ("Services"), "ent-map-symbolic", NULL, 60, make_map },
  { NULL, NULL, NULL, NULL, NULL, 0 },
};

static const EntRecordUi records[] = { { NULL, NULL, NULL } };

extern const EntModuleUi ent_region_ui;
const EntModuleUi ent_region_ui = {
  .places = places,
  .records = records,
  .install = install,
  .opened = opened,
  .make_preferences = ent_region_preferences_new,
};
