/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of an alert. The author's name may arrive after the row. Main thread. */

#include "ent-alert-row.h"

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-person-enums.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntAlertRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *kind;
  GtkLabel *text;
  GtkLabel *details;
  GtkWidget *read_button;

  EntAlert *alert;
  gpointer author;
};

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntAlertRow, ent_alert_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_details (EntAlertRow *self)
{
  g_autofree char *name = self->author != NULL ? ent_record_get_summary (self->author) : NULL;
  g_autofree char *day = ent_day_format (self->alert->until_day, ENT_DAY_NUMERIC);
  g_autofree char *text = NULL;

  if (name != NULL && *name != '\0')
    /* Translators: who wrote an alert, and its last day */
    text = g_strdup_printf (_ ("Written by %s · until %s"), name, day);
  else
    text = g_strdup_printf (_ ("Until %s"), day);
  gtk_label_set_label (self->details, text);
}

static void
read_clicked_cb (EntAlertRow *self)
{
  gtk_widget_set_sensitive (self->read_button, FALSE);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

static void
ent_alert_row_dispose (GObject *object)
{
  EntAlertRow *self = ENT_ALERT_ROW (object);

  g_clear_object (&self->author);
  g_clear_object (&self->alert);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_ALERT_ROW);
  G_OBJECT_CLASS (ent_alert_row_parent_class)->dispose (object);
}

static void
ent_alert_row_class_init (EntAlertRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_alert_row_dispose;

  signals[SIGNAL_READ] = g_signal_new ("read", ENT_TYPE_ALERT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "person/ent-alert-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAlertRow, kind);
  gtk_widget_class_bind_template_child (widget_class, EntAlertRow, text);
  gtk_widget_class_bind_template_child (widget_class, EntAlertRow, details);
  gtk_widget_class_bind_template_child (widget_class, EntAlertRow, read_button);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
}

static void
ent_alert_row_init (EntAlertRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_alert_row_new (EntStore *store, EntAlert *alert, gboolean can_note)
{
  EntAlertRow *self = g_object_new (ENT_TYPE_ALERT_ROW, NULL);
  const char *kind = ent_enum_label (&ent_alert_kind_enum, alert->kind);
  g_autofree char *spoken = g_strdup_printf (_ ("Alert: %s"), kind);

  self->alert = g_object_ref (alert);
  gtk_label_set_label (self->kind, kind);
  gtk_label_set_label (self->text, alert->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (!can_note)
    gtk_widget_set_tooltip_text (
        self->read_button,
        _ ("Puts the alert away until the register is closed. Your login is not in the list of "
           "agents, so it cannot be noted that you read it."));
  if (alert->author_id > 0)
    {
      self->author = ent_store_peek (store, ENT_TYPE_AGENT, alert->author_id);
      g_signal_connect_object (self->author, "notify::loaded", G_CALLBACK (show_details), self,
                               G_CONNECT_SWAPPED);
    }
  show_details (self);
  return GTK_WIDGET (self);
}

EntAlert *
ent_alert_row_get_alert (EntAlertRow *self)
{
  return self->alert;
}
