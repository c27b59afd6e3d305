/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a request. What its strip and clocks show is read whenever something of it changes.
 * Main thread. */

#include "ent-request-page.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-deadline-rule.h"
#include "ent-document.h"
#include "ent-group.h"
#include "ent-person.h"
#include "ent-record-page.h"
#include "ent-request-acts.h"
#include "ent-request-children.h"
#include "ent-request-clocks.h"
#include "ent-request-documents.h"
#include "ent-request-event.h"
#include "ent-request-form.h"
#include "ent-request-object.h"
#include "ent-request-query.h"
#include "ent-request-queue-query.h"
#include "ent-request-step.h"
#include "ent-request-strip.h"

#include <glib/gi18n-lib.h>

#define ENT_TYPE_REQUEST_PAGE (ent_request_page_get_type ())
G_DECLARE_FINAL_TYPE (EntRequestPage, ent_request_page, ENT, REQUEST_PAGE, EntRecordPage)

struct _EntRequestPage
{
  EntRecordPage parent_instance;

  GtkWidget *name;
  GtkWidget *strip;
  GtkWidget *main_act;
  GtkWidget *clocks;
  GtkWidget *person_row;
  GPtrArray *rows; /* AdwActionRow of each column, borrowed */
  gboolean wants_receipt; /* none was handed over yet */
};

G_DEFINE_FINAL_TYPE (EntRequestPage, ent_request_page, ENT_TYPE_RECORD_PAGE)

/* Each row tells one column, or two that belong together. */
static const char *const told[] = {
  "objects",          "received_on", "channel",        "asker",
  "asker_name",       "is_urgent",   "urgency_reason", "after_unemployment",
  "unemployment_end", "worker_name", "team_name",      "result",
  "ending",           "ended_on",    "ending_reason",  "note",
};

typedef struct
{
  GPtrArray *steps;
  GPtrArray *clocks;
} Facts;

static void
facts_free (Facts *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

static gpointer
read_facts (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Facts) self = g_new0 (Facts, 1);

  self->steps = ent_request_query_steps (db, ent_record_get_id (data), error);
  if (self->steps != NULL)
    self->clocks = ent_request_clocks_read (db, data, error);
  return self->clocks != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
lacks_receipt (GPtrArray *clocks)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const EntRequestClock *clock = g_ptr_array_index (clocks, i);

      if (clock->kind == ENT_DEADLINE_RECEIPT)
        return clock->met_on == ENT_DAY_NONE;
    }
  return FALSE;
}

/* The receipt comes before everything else. */
static void
show_main_act (EntRequestPage *self)
{
  EntRequest *request = ent_record_page_get_record (ENT_RECORD_PAGE (self));
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (self->main_act));
  const char *label = self->wants_receipt ? _ ("Make the receipt")
                                          : ent_request_acts_label (request);

  gtk_widget_set_visible (self->main_act, label != NULL);
  if (label != NULL)
    adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), self->wants_receipt
                                                                      ? "ent-document-symbolic"
                                                                      : "object-select-symbolic");
}

static void
facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRequestPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Facts) facts = ent_store_run_finish (ENT_STORE (source), result, &error);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  EntRequest *request;

  if (facts == NULL)
    {
      if (shell != NULL)
        ent_shell_report (shell, error);
      return;
    }
  /* The page was closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  request = ent_record_page_get_record (ENT_RECORD_PAGE (self));
  ent_request_strip_show (self->strip, facts->steps, request->step);
  ent_request_clocks_show (self->clocks, facts->clocks, ent_day_today ());
  self->wants_receipt = lacks_receipt (facts->clocks);
  show_main_act (self);
}

static void
read_again (EntRequestPage *self)
{
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  ent_store_run_async (ent_record_page_get_store (page), ENT_LANE_READ, G_PRIORITY_DEFAULT,
                       read_facts, ent_record_dup (ent_record_page_get_record (page)),
                       g_object_unref, (GDestroyNotify) facts_free,
                       ent_record_page_get_cancellable (page), facts_read_cb, g_object_ref (self));
}

/* The request itself is followed by refresh(). */
static void
store_changed_cb (EntRequestPage *self, const EntNews *news)
{
  static const EntSchema *const concerned[] = { &ent_request_step_schema, &ent_request_event_schema,
                                                &ent_request_object_schema,
                                                &ent_deadline_rule_schema, &ent_document_schema };

  if (!ent_record_is_loaded (ent_record_page_get_record (ENT_RECORD_PAGE (self))))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (concerned); i++)
    if (ent_news_touches (news, concerned[i]))
      {
        read_again (self);
        return;
      }
}

static char *
text_of (EntRequest *request, const char *column)
{
  g_autofree char *text = ent_record_display (request, column);
  g_autofree char *time = NULL;

  if (!g_str_equal (column, "received_on") || request->received_time == ENT_INT_NONE)
    return g_steal_pointer (&text);
  time = ent_clock_format (request->received_time);
  return g_strdup_printf ("%s, %s", text, time);
}

static gboolean
is_told (EntRequest *request, const EntColumn *column)
{
  int position = ent_schema_find (&ent_request_schema, column->name);

  if (column->kind == ENT_KIND_BOOL && !G_STRUCT_MEMBER (gboolean, request, column->offset))
    return FALSE;
  return !ent_record_is_empty (request, (guint) position);
}

static void
refresh (EntRecordPage *page)
{
  EntRequestPage *self = ENT_REQUEST_PAGE (page);
  EntRequest *request = ent_record_page_get_record (page);
  g_autofree char *name = g_strdup_printf ("%s · %s", request->number,
                                           request->objects != NULL ? request->objects : "");

  gtk_label_set_text (GTK_LABEL (self->name), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->person_row),
                               request->person_name != NULL ? request->person_name : "");
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const EntColumn *column = ent_schema_column (&ent_request_schema, told[i]);
      g_autofree char *text = text_of (request, told[i]);

      gtk_widget_set_visible (row, is_told (request, column));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.end", request->ending == 0);
  show_main_act (self);
  read_again (self);
}

static void
edit (EntRecordPage *page)
{
  ent_request_form_edit (GTK_WIDGET (page), ent_record_page_get_store (page),
                         ent_record_page_get_record (page));
}

static void
receipt_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.paper-draft", "(sx)", ent_request_receipt.id,
                              ent_record_page_get_id (ENT_RECORD_PAGE (widget)));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPage *page = ENT_RECORD_PAGE (widget);

  if (ENT_REQUEST_PAGE (widget)->wants_receipt)
    receipt_action (widget, name, NULL);
  else
    ent_request_acts_advance (widget, ent_record_page_get_store (page),
                              ent_record_page_get_record (page));
}

static void
hand_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPage *page = ENT_RECORD_PAGE (widget);

  ent_request_acts_hand_over (widget, ent_record_page_get_store (page),
                              ent_record_page_get_record (page));
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPage *page = ENT_RECORD_PAGE (widget);

  ent_request_acts_end (widget, ent_record_page_get_store (page),
                        ent_record_page_get_record (page));
}

static void
person_activated_cb (EntRequestPage *self)
{
  EntRequest *request = ent_record_page_get_record (ENT_RECORD_PAGE (self));
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL && request->person_id != 0)
    ent_shell_open (shell, &ent_person_schema, request->person_id);
}

static void
ent_request_page_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_REQUEST_PAGE (object)->rows);
  G_OBJECT_CLASS (ent_request_page_parent_class)->finalize (object);
}

static void
ent_request_page_class_init (EntRequestPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_request_page_finalize;
  ENT_RECORD_PAGE_CLASS (klass)->refresh = refresh;
  ENT_RECORD_PAGE_CLASS (klass)->edit = edit;
  gtk_widget_class_install_action (widget_class, "request.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "request.receipt", NULL, receipt_action);
  gtk_widget_class_install_action (widget_class, "request.hand-over", NULL, hand_over_action);
  gtk_widget_class_install_action (widget_class, "request.end", NULL, end_action);
}

static GtkWidget *
row_new (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (row, "private");
  return row;
}

static GtkWidget *
person_row_new (EntRequestPage *self)
{
  GtkWidget *row = row_new (_ ("Person"));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_object (row, "activated", G_CALLBACK (person_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
add_details (EntRequestPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->person_row = person_row_new (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->person_row);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      GtkWidget *row = row_new (
          ent_column_label (ent_schema_column (&ent_request_schema, told[i])));

      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      gtk_widget_set_visible (row, FALSE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  ent_group_set_name (ADW_PREFERENCES_GROUP (group), _ ("Request"));
  ent_record_page_add (ENT_RECORD_PAGE (self), group);
}

static void
ent_request_page_init (EntRequestPage *self)
{
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  self->rows = g_ptr_array_new ();
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_widget_add_css_class (self->name, "title-2");
  ent_record_page_add (page, self->name);
  self->strip = ent_request_strip_new ();
  ent_record_page_add (page, self->strip);
  ent_record_page_place_acts (page);
  self->clocks = ent_request_clocks_new ();
  gtk_widget_set_visible (self->clocks, FALSE);
  ent_record_page_add (page, self->clocks);
  add_details (self);
}

AdwNavigationPage *
ent_request_page_open (EntShell *shell, EntStore *store, gint64 id)
{
  EntRequestPage *self = g_object_new (ENT_TYPE_REQUEST_PAGE, NULL);
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  self->main_act = ent_record_page_add_main_act (page, "object-select-symbolic", "",
                                                 "request.next");
  gtk_widget_set_visible (self->main_act, FALSE);
  ent_record_page_add_act (page, "ent-swap-symbolic", _ ("Hand over…"), "request.hand-over");
  ent_record_page_add_act (page, "window-close-symbolic", _ ("End…"), "request.end");
  ent_record_page_add_menu_item (page, _ ("Make a _Receipt…"), "request.receipt");
  ent_record_page_add (page, ent_child_group_new (store, &ent_request_pieces, id));
  ent_record_page_add (page, ent_child_group_new (store, &ent_request_events, id));
  ent_record_page_add (page, ent_child_group_new (store, &ent_request_objects, id));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ent_record_page_set_up (page, store, &ent_request_schema, id);
  ent_record_page_set_stays (page);
  return ADW_NAVIGATION_PAGE (self);
}
