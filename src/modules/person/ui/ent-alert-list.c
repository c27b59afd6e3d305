/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row an alert. Who is not among the agents can put an alert away until the register is closed;
 * nothing is noted then. Main thread. */

#include "ent-alert-list.h"

#include "ent-alert-ack.h"
#include "ent-alert-row.h"
#include "ent-date.h"
#include "ent-person-me.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-person.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#define PUT_AWAY "ent-alerts-put-away"

struct _EntAlertList
{
  AdwBin parent_instance;

  GtkListBox *list;
  EntStore *store;
  gint64 person_id;
  gint64 agent_id;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntAlertList, ent_alert_list, ADW_TYPE_BIN)

typedef struct
{
  gint64 person_id;
  gint64 agent_id;
} ReadData;

/* Ids of the alerts put away in this session; kept with the store, which ends with it. */
static GHashTable *
put_away (EntStore *store)
{
  GHashTable *set = g_object_get_data (G_OBJECT (store), PUT_AWAY);

  if (set == NULL)
    {
      set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (store), PUT_AWAY, set, (GDestroyNotify) g_hash_table_unref);
    }
  return set;
}

static void
update_visible (EntAlertList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

static void
note_read (EntAlertList *self, EntAlert *alert)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  g_autoptr (EntAlertAck) ack = ent_record_new (ENT_TYPE_ALERT_ACK);
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ ("Alert read"));

  if (shell == NULL)
    return;
  ent_draft_set (ack, "alert_id", ent_int (ent_record_get_id (alert)));
  ent_draft_set (ack, "agent_id", ent_int (self->agent_id));
  ent_draft_set (ack, "acknowledged_at", ent_int (ent_stamp_now ()));
  ent_change_set_insert (set, ack);
  ent_shell_apply (shell, set, NULL, NULL);
}

static void
read_cb (EntAlertList *self, EntAlertRow *row)
{
  EntAlert *alert = ent_alert_row_get_alert (row);
  gint64 id = ent_record_get_id (alert);

  if (self->agent_id != 0)
    {
      note_read (self, alert);
      return;
    }
  g_hash_table_add (put_away (self->store), g_memdup2 (&id, sizeof id));
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  update_visible (self);
}

static gpointer
read_pending (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  ReadData *read = data;

  return ent_alert_query_pending (db, read->person_id, read->agent_id, ent_day_today (), error);
}

static void
pending_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntAlertList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) alerts = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (alerts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Alerts could not be read: %s", error->message);
      return;
    }
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < alerts->len; i++)
    {
      EntAlert *alert = g_ptr_array_index (alerts, i);
      gint64 id = ent_record_get_id (alert);
      GtkWidget *row;

      if (g_hash_table_contains (put_away (self->store), &id))
        continue;
      row = ent_alert_row_new (self->store, alert, self->agent_id != 0);
      g_signal_connect_object (row, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  update_visible (self);
}

static void
reload (EntAlertList *self)
{
  ReadData *data = g_new0 (ReadData, 1);

  data->person_id = self->person_id;
  data->agent_id = self->agent_id;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, read_pending, data, g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, pending_read_cb,
                       g_object_ref (self));
}

static void
me_known_cb (gpointer owner, gint64 agent_id)
{
  EntAlertList *self = owner;

  if (self->store == NULL)
    return;
  self->agent_id = agent_id;
  reload (self);
}

static void
store_changed_cb (EntAlertList *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_alert_schema) || ent_news_touches (news, &ent_alert_ack_schema))
    reload (self);
}

static void
ent_alert_list_dispose (GObject *object)
{
  EntAlertList *self = ENT_ALERT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_alert_list_parent_class)->dispose (object);
}

static void
ent_alert_list_finalize (GObject *object)
{
  g_object_unref (ENT_ALERT_LIST (object)->cancellable);
  G_OBJECT_CLASS (ent_alert_list_parent_class)->finalize (object);
}

static void
ent_alert_list_class_init (EntAlertListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_alert_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_alert_list_finalize;
}

static void
ent_alert_list_init (EntAlertList *self)
{
  self->cancellable = g_cancellable_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Alerts to read"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ent_alert_list_new (EntStore *store, gint64 person_id)
{
  EntAlertList *self = g_object_new (ENT_TYPE_ALERT_LIST, NULL);

  self->store = g_object_ref (store);
  self->person_id = person_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ent_person_me_ask (store, self, me_known_cb);
  return GTK_WIDGET (self);
}
