/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mouse and fingers on a PDF. Main thread. */

#include "ent-pdf-pointer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  EntPdfSheets *sheets; /* owns this */
  GtkGesture *drag;
  double zoom_before; /* of a pinch */
  double y; /* where the pointer is */
  int n_presses;
} Pointer;

static EntPdfText *
text_at (Pointer *self, double *x, double *y, gboolean nearest, guint *page)
{
  EntPdfPage *sheet = ent_pdf_sheets_page_at (self->sheets, x, y, nearest);

  if (sheet == NULL)
    return NULL;
  *page = ent_pdf_page_get_number (sheet);
  return ent_pdf_page_get_text (sheet);
}

static void
open_address_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) sheets = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  const char *uri = g_object_get_data (source, "uri");
  GtkRoot *root = gtk_widget_get_root (sheets);

  if (g_str_equal (response, "open"))
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                               NULL, NULL);
    }
}

/* The words on a page may say anything; the address is what counts. */
static void
ask_to_open (EntPdfSheets *sheets, const char *uri)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Open this address?"), uri);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "open");
  g_object_set_data_full (G_OBJECT (dialog), "uri", g_strdup (uri), g_free);
  adw_alert_dialog_choose (alert, GTK_WIDGET (sheets), NULL, open_address_cb,
                           g_object_ref (sheets));
}

gboolean
ent_pdf_pointer_may_follow (const EntPdfLink *link)
{
  const char *scheme = link->uri != NULL ? g_uri_peek_scheme (link->uri) : NULL;

  return link->uri == NULL || g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "mailto") == 0;
}

void
ent_pdf_pointer_follow (EntPdfSheets *sheets, const EntPdfLink *link)
{
  if (link->uri == NULL)
    ent_pdf_sheets_go_to (sheets, link->page, link->y);
  else if (ent_pdf_pointer_may_follow (link))
    ask_to_open (sheets, link->uri);
}

static void
select_word_or_line (Pointer *self, double x, double y)
{
  EntPdfSelection selection;
  guint page;
  EntPdfText *text = text_at (self, &x, &y, FALSE, &page);

  if (text == NULL)
    return;
  selection.anchor.page = selection.focus.page = page;
  ent_pdf_text_around (text, ent_pdf_text_at (text, x, y), self->n_presses > 2,
                       &selection.anchor.position, &selection.focus.position);
  ent_pdf_sheets_set_selection (self->sheets, &selection);
}

static void
pressed_cb (Pointer *self, int n_presses, double x, double y)
{
  double page_x = x;
  double page_y = y;
  EntPdfPage *page = ent_pdf_sheets_page_at (self->sheets, &page_x, &page_y, TRUE);

  self->n_presses = n_presses;
  if (page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (page));
  if (n_presses > 1)
    select_word_or_line (self, x, y);
}

static void
released_cb (Pointer *self, int n_presses, double x, double y)
{
  guint page;
  EntPdfText *text = text_at (self, &x, &y, FALSE, &page);
  const EntPdfLink *link = text != NULL ? ent_pdf_text_link_at (text, x, y) : NULL;

  if (link != NULL && n_presses == 1 &&
      ent_pdf_selection_is_empty (ent_pdf_sheets_get_selection (self->sheets)))
    ent_pdf_pointer_follow (self->sheets, link);
}

static gboolean
spot_at (Pointer *self, double x, double y, EntPdfSpot *spot)
{
  EntPdfText *text = text_at (self, &x, &y, TRUE, &spot->page);

  if (text == NULL)
    return FALSE;
  spot->position = ent_pdf_text_at (text, x, y);
  return TRUE;
}

/* A finger scrolls. */
static gboolean
is_finger (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
      GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
drag_begin_cb (Pointer *self, double x, double y)
{
  EntPdfSelection selection = { 0 };

  if (is_finger (self->drag))
    {
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (self->n_presses > 1 || !spot_at (self, x, y, &selection.anchor))
    return;
  selection.focus = selection.anchor;
  ent_pdf_sheets_set_selection (self->sheets, &selection);
}

/* Pulling beyond an edge scrolls. */
static void
scroll_towards (Pointer *self, double y)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;
  double height = gtk_widget_get_height (GTK_WIDGET (self->sheets));
  double beyond = y < 0 ? y : MAX (0, y - height);

  if (fabs (beyond) < 1)
    return;
  g_object_get (self->sheets, "vadjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + beyond / 2);
}

static void
drag_update_cb (Pointer *self, double dx, double dy)
{
  EntPdfSelection selection = *ent_pdf_sheets_get_selection (self->sheets);
  double x, y;

  if (self->n_presses > 1 ||
      !gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y))
    return;
  if (!gtk_drag_check_threshold (GTK_WIDGET (self->sheets), (int) x, (int) y, (int) (x + dx),
                                 (int) (y + dy)) &&
      ent_pdf_selection_is_empty (&selection))
    return;
  scroll_towards (self, y + dy);
  if (spot_at (self, x + dx, y + dy, &selection.focus))
    ent_pdf_sheets_set_selection (self->sheets, &selection);
}

static void
motion_cb (Pointer *self, double x, double y)
{
  double widget_y = y;
  guint page;
  EntPdfText *text = text_at (self, &x, &y, FALSE, &page);
  const EntPdfLink *link = text != NULL ? ent_pdf_text_link_at (text, x, y) : NULL;
  const char *cursor = NULL;

  self->y = widget_y;
  if (link != NULL && ent_pdf_pointer_may_follow (link))
    cursor = "pointer";
  else if (text != NULL && ent_pdf_text_is_over (text, x, y))
    cursor = "text";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->sheets), cursor);
}

static gboolean
scroll_cb (Pointer *self, double dx, double dy, GtkEventController *controller)
{
  double zoom = ent_pdf_sheets_get_zoom (self->sheets);

  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  ent_pdf_sheets_set_zoom (self->sheets, zoom * pow (1.1, -dy), self->y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (Pointer *self)
{
  self->zoom_before = ent_pdf_sheets_get_zoom (self->sheets);
}

static void
pinch_cb (Pointer *self, double scale, GtkGesture *pinch)
{
  double x, y = 0;

  gtk_gesture_get_bounding_box_center (pinch, &x, &y);
  ent_pdf_sheets_set_zoom (self->sheets, self->zoom_before * scale, y);
}

static void
add_controller (Pointer *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self->sheets), controller);
}

void
ent_pdf_pointer_attach (EntPdfSheets *sheets)
{
  Pointer *self = g_new0 (Pointer, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->sheets = sheets;
  self->drag = gtk_gesture_drag_new ();
  g_object_set_data_full (G_OBJECT (sheets), "ent-pdf-pointer", self, g_free);
  gtk_gesture_group (self->drag, click);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  add_controller (self, click);
  add_controller (self, self->drag);
  add_controller (self, pinch);
  add_controller (self, motion);
  add_controller (self, scroll);
}
