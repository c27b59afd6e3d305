/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told of a visit, on its own page: the acts of the window on this one visit. Main
 * thread. */

#include "ent-day-visit.h"

#include "ent-care-rules.h"
#include "ent-visit.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name; /* of the page's own action */
  const char *act; /* of the window */
  gboolean when_open; /* while nothing is told */
  gboolean when_told;
} acts[] = {
  { "done", "win.day-done", TRUE, FALSE },
  { "done-otherwise", "win.day-done-otherwise", TRUE, FALSE },
  { "nobody-home", "win.day-nobody-home", TRUE, FALSE },
  { "cancel", "win.day-cancel", TRUE, FALSE },
  { "take-back", "win.day-take-back", FALSE, TRUE },
  { "worry", "win.day-worry", TRUE, TRUE },
};

static void
activated_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  const char *act = g_object_get_data (G_OBJECT (action), "act");

  gtk_widget_activate_action (GTK_WIDGET (page), act, "x", ent_record_page_get_id (page));
}

static void
loaded_cb (EntVisit *visit, GParamSpec *pspec, GActionMap *actions)
{
  gboolean is_loaded = ent_record_is_loaded (visit);
  gboolean is_open = is_loaded && ent_visit_is_open (visit);
  gboolean is_told = is_loaded && !is_open && visit->state != ENT_VISIT_REPLACED;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                     g_action_map_lookup_action (actions, acts[i].name)),
                                 (acts[i].when_open && is_open) || (acts[i].when_told && is_told));
}

void
ent_day_visit_extend_page (EntRecordPage *page)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  EntVisit *visit = ent_record_page_get_record (page);

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (acts[i].name, NULL);

      g_object_set_data (G_OBJECT (action), "act", (gpointer) acts[i].act);
      g_signal_connect_object (action, "activate", G_CALLBACK (activated_cb), page, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_signal_connect_object (visit, "notify", G_CALLBACK (loaded_cb), group, 0);
  loaded_cb (visit, NULL, G_ACTION_MAP (group));
  gtk_widget_insert_action_group (GTK_WIDGET (page), "visit", G_ACTION_GROUP (group));
  ent_record_page_add_main_act (page, "object-select-symbolic", _ ("Note as done"), "visit.done");
  ent_record_page_add_act (page, "ent-absence-symbolic", _ ("Cancel the visit"), "visit.cancel");
  ent_record_page_add_menu_item (page, _ ("Done, _Other Times…"), "visit.done-otherwise");
  ent_record_page_add_menu_item (page, _ ("_Nobody at Home…"), "visit.nobody-home");
  ent_record_page_add_menu_item (page, _ ("Take the _Report Back"), "visit.take-back");
  ent_record_page_add_menu_item (page, _ ("Note a _Worry…"), "visit.worry");
}
