/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a request owns, as groups of its page. Main thread. */

#include "ent-request-children.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-request-event.h"
#include "ent-request-object.h"
#include "ent-request-piece.h"

#include <glib/gi18n-lib.h>

#define PIECE "ent-piece"
#define DAYS_TO_BRING 14

/* Pieces */

static void
fill_piece (gpointer draft, gint32 today)
{
  EntRequestPiece *self = draft;

  self->asked_on = today;
  self->until_day = ent_day_next_working (today + DAYS_TO_BRING);
}

/* @format: translated, of a day. */
static void
add_day (GPtrArray *parts, const char *format, gint32 day)
{
  g_autofree char *text = ent_day_format (day, ENT_DAY_NUMERIC);

  if (day != ENT_DAY_NONE)
    g_ptr_array_add (parts, g_strdup_printf (format, text));
}

static char *
piece_subtitle (gpointer record)
{
  EntRequestPiece *self = record;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (self->received_on != ENT_DAY_NONE)
    add_day (parts, _ ("received on %s"), self->received_on);
  else
    {
      add_day (parts, _ ("asked on %s"), self->asked_on);
      add_day (parts, _ ("expected by %s"), self->until_day);
      add_day (parts, _ ("reminded on %s"), self->reminded_on);
    }
  if (self->note != NULL)
    g_ptr_array_add (parts, g_strdup (self->note));
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
piece_icon (gpointer record)
{
  EntRequestPiece *self = record;

  if (self->received_on != ENT_DAY_NONE)
    return "object-select-symbolic";
  return self->until_day != ENT_DAY_NONE && self->until_day < ent_day_today ()
             ? "ent-alert-symbolic"
             : "ent-attachment-symbolic";
}

static void
note_today (GtkWidget *button, const char *column, const char *label)
{
  EntRequestPiece *original = g_object_get_data (G_OBJECT (button), PIECE);
  g_autoptr (EntRequestPiece) draft = ent_record_dup (original);
  g_autoptr (EntChangeSet) set = ent_change_set_new (label);
  EntShell *shell = ent_shell_for (button);

  g_object_set (draft, column, ent_day_today (), NULL);
  ent_change_set_edit (set, original, draft);
  if (shell != NULL)
    ent_shell_apply (shell, set, NULL, NULL);
}

static void
received_cb (GtkWidget *button)
{
  note_today (button, "received-on", _ ("Piece received"));
}

static void
reminded_cb (GtkWidget *button)
{
  note_today (button, "reminded-on", _ ("Reminder of the piece noted"));
}

static void
add_button (AdwActionRow *row, gpointer record, const char *icon, const char *tip, GCallback cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), PIECE, ent_record_dup (record), g_object_unref);
  g_signal_connect (button, "clicked", cb, NULL);
  adw_action_row_add_suffix (row, button);
}

static void
extend_piece (AdwActionRow *row, gpointer record)
{
  if (((EntRequestPiece *) record)->received_on != ENT_DAY_NONE)
    return;
  add_button (row, record, "ent-mail-symbolic", _ ("Reminded today"), G_CALLBACK (reminded_cb));
  add_button (row, record, "object-select-symbolic", _ ("Received today"),
              G_CALLBACK (received_cb));
}

static const char *const piece_columns[] = { "name",        "asked_on", "until_day", "reminded_on",
                                             "received_on", "note",     NULL };

const EntChildSpec ent_request_pieces = {
  .schema = &ent_request_piece_schema,
  .title = N_ ("Pieces asked for"),
  .add_label = N_ ("Ask for a piece"),
  .added = N_ ("Piece asked for"),
  .changed = N_ ("Piece changed"),
  .removed = N_ ("Piece no longer asked for"),
  .columns = piece_columns,
  .order = "received_on IS NOT NULL, asked_on DESC, id",
  .subtitle = piece_subtitle,
  .icon_name = piece_icon,
  .extend_row = extend_piece,
  .fill = fill_piece,
};

/* Events */

static char *
event_title (gpointer record)
{
  EntRequestEvent *self = record;

  return g_strdup (ent_enum_label (&ent_request_happening_enum, self->kind));
}

static char *
event_when (EntRequestEvent *self)
{
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_NUMERIC);
  g_autofree char *to = ent_day_format (self->to_day, ENT_DAY_NUMERIC);
  g_autofree char *time = self->time != ENT_INT_NONE ? ent_clock_format (self->time) : NULL;

  if (self->to_day != ENT_DAY_NONE)
    return g_strdup_printf (_ ("from %s to %s"), day, to);
  if (self->kind == ENT_HAPPENING_SUSPENSION)
    return g_strdup_printf (_ ("since %s, until further notice"), day);
  return time != NULL ? g_strdup_printf ("%s, %s", day, time) : g_steal_pointer (&day);
}

static char *
event_subtitle (gpointer record)
{
  EntRequestEvent *self = record;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  g_ptr_array_add (parts, event_when (self));
  if (self->partner != NULL)
    g_ptr_array_add (parts, g_strdup (self->partner));
  if (self->reason != NULL)
    g_ptr_array_add (parts, g_strdup (self->reason));
  if (self->author != NULL)
    g_ptr_array_add (parts, g_strdup (self->author));
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
event_icon (gpointer record)
{
  switch (((EntRequestEvent *) record)->kind)
    {
    case ENT_HAPPENING_SUSPENSION:
      return "ent-lock-symbolic";
    case ENT_HAPPENING_POSTING:
    case ENT_HAPPENING_PRESENTATION:
    case ENT_HAPPENING_TRANSFER:
      return "ent-mail-symbolic";
    case ENT_HAPPENING_HEARING:
      return "ent-people-symbolic";
    default:
      return "ent-calendar-symbolic";
    }
}

static void
fill_event (gpointer draft, gint32 today)
{
  g_object_set (draft, "day", today, NULL);
}

static void
show_last_day (EntForm *form)
{
  EntRequestEvent *draft = ent_form_get_draft (form);

  ent_form_set_column_visible (form, "to_day",
                               draft->kind == ENT_HAPPENING_SUSPENSION ||
                                   draft->to_day != ENT_DAY_NONE);
}

static void
prepare_event (EntFormDialog *dialog, EntStore *store)
{
  EntForm *form = ent_form_dialog_get_form (dialog);

  show_last_day (form);
  g_signal_connect (form, "changed", G_CALLBACK (show_last_day), NULL);
}

static const char *const event_columns[] = { "kind",    "day",    "time", "to_day",
                                             "partner", "reason", NULL };

const EntChildSpec ent_request_events = {
  .schema = &ent_request_event_schema,
  .title = N_ ("What happened"),
  .add_label = N_ ("Note an event"),
  .added = N_ ("Event noted"),
  .changed = N_ ("Event changed"),
  .removed = N_ ("Event deleted"),
  .columns = event_columns,
  .order = "day DESC, id DESC",
  .row_title = event_title,
  .subtitle = event_subtitle,
  .icon_name = event_icon,
  .fill = fill_event,
  .prepare_form = prepare_event,
};

/* Objects */

static char *
object_subtitle (gpointer record)
{
  return g_strdup (((EntRequestObject *) record)->detail);
}

static const char *
object_icon (gpointer record)
{
  return "ent-aid-symbolic";
}

static const char *const object_columns[] = { "kind_id", "detail", NULL };

const EntChildSpec ent_request_objects = {
  .schema = &ent_request_object_schema,
  .title = N_ ("Also asked for"),
  .add_label = N_ ("Add an aid to the request"),
  .added = N_ ("Aid added to the request"),
  .changed = N_ ("Aid of the request changed"),
  .removed = N_ ("Aid taken out of the request"),
  .columns = object_columns,
  .order = "id",
  .subtitle = object_subtitle,
  .icon_name = object_icon,
};
