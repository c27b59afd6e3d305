/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF to be read. Main thread. */

#include "ent-pdf-view.h"

#include "ent-pdf-menu.h"
#include "ent-pdf-pointer.h"

struct _EntPdfView
{
  AdwBin parent_instance;

  GtkScrolledWindow *window;
  EntPdfSheets *sheets;
  GBytes *pdf;
  GCancellable *opening;
  GCancellable *copying;
  EntPdfSearch *search;
  char *words; /* of the search, kept for the next document */
  gboolean goes_to_hit; /* somebody asked for these words just now */
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  SIGNAL_MOVED,
  SIGNAL_SEARCH_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPdfView, ent_pdf_view, ADW_TYPE_BIN)

static const double zoom_steps[] = { 0.1,  0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1,
                                     1.25, 1.5,  1.75, 2,   2.5,  3,    4,   5 };

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
moved_cb (EntPdfView *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
reveal_hit (EntPdfView *self)
{
  guint page, index;
  GArray *hits;

  if (self->search == NULL || !ent_pdf_search_get_current (self->search, &page, &index))
    return;
  hits = ent_pdf_search_get_hits (self->search, page);
  ent_pdf_sheets_reveal (self->sheets, page, &g_array_index (hits, EntPdfHit, index).area);
}

static void
show_search (EntPdfView *self)
{
  ent_pdf_sheets_show_search (self->sheets, self->search);
  g_signal_emit (self, signals[SIGNAL_SEARCH_CHANGED], 0);
}

static void
found_cb (EntPdfView *self, guint page, EntPdfSearch *search)
{
  GArray *hits = ent_pdf_search_get_hits (search, page);

  if (self->goes_to_hit && ent_pdf_search_get_n_hits (search) == hits->len)
    reveal_hit (self);
  show_search (self);
}

static void
drop_search (EntPdfView *self)
{
  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_object (&self->search);
}

static void
begin_search (EntPdfView *self)
{
  EntPdfReader *reader = ent_pdf_sheets_get_reader (self->sheets);

  drop_search (self);
  if (reader != NULL && self->words != NULL && *self->words != '\0')
    {
      self->search = ent_pdf_search_new (reader, self->words,
                                         ent_pdf_sheets_get_page (self->sheets));
      g_signal_connect_swapped (self->search, "found", G_CALLBACK (found_cb), self);
      g_signal_connect_swapped (self->search, "finished", G_CALLBACK (show_search), self);
    }
  show_search (self);
}

static void
show_reader (EntPdfView *self, EntPdfReader *reader)
{
  drop_search (self);
  stop (&self->copying);
  self->goes_to_hit = FALSE;
  ent_pdf_sheets_set_reader (self->sheets, reader);
  begin_search (self);
  moved_cb (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPdfReader) reader = ent_pdf_reader_open_finish (result, &error);
  EntPdfView *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  g_clear_object (&self->opening);
  show_reader (self, reader);
  if (reader != NULL)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0, ent_pdf_reader_get_n_pages (reader));
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *text = ent_pdf_selection_read_finish (result, NULL);
  EntPdfView *self;

  if (text == NULL)
    return;
  self = user_data;
  g_clear_object (&self->copying);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static gboolean
scroll_by (EntPdfView *self, GtkScrollType scroll)
{
  gboolean handled;

  g_signal_emit_by_name (self->window, "scroll-child", scroll, FALSE, &handled);
  return handled;
}

static gboolean
scroll_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  return scroll_by (ENT_PDF_VIEW (widget), (GtkScrollType) g_variant_get_int32 (args));
}

static gboolean
turn_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  EntPdfView *self = ENT_PDF_VIEW (widget);
  int page = (int) ent_pdf_view_get_page (self) + g_variant_get_int32 (args);

  ent_pdf_view_go_to (self, (guint) MAX (0, page));
  return GDK_EVENT_STOP;
}

static gboolean
zoom_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  if (g_variant_get_int32 (args) > 0)
    ent_pdf_view_zoom_in (ENT_PDF_VIEW (widget));
  else if (g_variant_get_int32 (args) < 0)
    ent_pdf_view_zoom_out (ENT_PDF_VIEW (widget));
  else
    ent_pdf_view_set_fit (ENT_PDF_VIEW (widget), ENT_PDF_FIT_WIDTH);
  return GDK_EVENT_STOP;
}

static gboolean
copy_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  ent_pdf_view_copy (ENT_PDF_VIEW (widget));
  return GDK_EVENT_STOP;
}

static gboolean
select_all_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  ent_pdf_view_select_all (ENT_PDF_VIEW (widget));
  return GDK_EVENT_STOP;
}

static void
open_menu (EntPdfView *self, const GdkRectangle *place)
{
  const EntPdfSelection *selection = ent_pdf_sheets_get_selection (self->sheets);

  if (ent_pdf_view_get_n_pages (self) == 0)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf-view.copy",
                                 !ent_pdf_selection_is_empty (selection));
  ent_pdf_menu_popup (GTK_WIDGET (self), self->sheets, place);
}

static gboolean
menu_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  open_menu (ENT_PDF_VIEW (widget), NULL);
  return GDK_EVENT_STOP;
}

static void
right_pressed_cb (EntPdfView *self, int n_presses, double x, double y)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  open_menu (self, &place);
}

static void
text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "pdf-view.copy"))
    ent_pdf_view_copy (ENT_PDF_VIEW (widget));
  else
    ent_pdf_view_select_all (ENT_PDF_VIEW (widget));
}

static void
follow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPdfSheets *sheets = ENT_PDF_VIEW (widget)->sheets;
  EntPdfPage *page = ent_pdf_sheets_peek_page (sheets, ent_pdf_sheets_get_page (sheets));
  EntPdfText *text = page != NULL ? ent_pdf_page_get_text (page) : NULL;
  guint number = g_variant_get_uint32 (parameter);

  /* The document may have been replaced while the menu was open. */
  if (text != NULL && number < ent_pdf_text_get_links (text)->len)
    ent_pdf_pointer_follow (sheets,
                            &g_array_index (ent_pdf_text_get_links (text), EntPdfLink, number));
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    GtkShortcutFunc func;
    int argument;
  } keys[] = {
    { GDK_KEY_Page_Up, 0, scroll_key, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Page_Down, 0, scroll_key, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_KP_Page_Up, 0, scroll_key, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_KP_Page_Down, 0, scroll_key, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, 0, scroll_key, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, GDK_SHIFT_MASK, scroll_key, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Up, 0, scroll_key, GTK_SCROLL_STEP_UP },
    { GDK_KEY_Down, 0, scroll_key, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Home, 0, scroll_key, GTK_SCROLL_START },
    { GDK_KEY_End, 0, scroll_key, GTK_SCROLL_END },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, turn_key, -1 },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, turn_key, 1 },
    { GDK_KEY_plus, GDK_CONTROL_MASK, zoom_key, 1 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, zoom_key, 1 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, zoom_key, 1 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, zoom_key, -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, zoom_key, -1 },
    { GDK_KEY_0, GDK_CONTROL_MASK, zoom_key, 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, zoom_key, 0 },
    { GDK_KEY_c, GDK_CONTROL_MASK, copy_key, 0 },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, copy_key, 0 },
    { GDK_KEY_a, GDK_CONTROL_MASK, select_all_key, 0 },
    { GDK_KEY_Menu, 0, menu_key, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, menu_key, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, keys[i].state, keys[i].func, "i",
                                  keys[i].argument);
}

static gboolean
ent_pdf_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_PDF_VIEW (widget)->sheets));
}

static void
ent_pdf_view_dispose (GObject *object)
{
  EntPdfView *self = ENT_PDF_VIEW (object);
  GtkWidget *menu = gtk_widget_get_last_child (GTK_WIDGET (object));

  if (GTK_IS_POPOVER (menu))
    gtk_widget_unparent (menu);
  stop (&self->opening);
  stop (&self->copying);
  drop_search (self);
  if (self->sheets != NULL)
    g_signal_handlers_disconnect_by_data (self->sheets, self);
  g_clear_object (&self->sheets);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (ent_pdf_view_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, GType argument)
{
  return g_signal_new (name, ENT_TYPE_PDF_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
ent_pdf_view_class_init (EntPdfViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pdf_view_dispose;
  widget_class->grab_focus = ent_pdf_view_grab_focus;
  add_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "pdf-view.copy", NULL, text_action);
  gtk_widget_class_install_action (widget_class, "pdf-view.select-all", NULL, text_action);
  gtk_widget_class_install_action (widget_class, "pdf-view.follow", "u", follow_action);

  signals[SIGNAL_LOADED] = new_signal ("loaded", G_TYPE_UINT);
  signals[SIGNAL_FAILED] = new_signal ("failed", G_TYPE_STRING);
  signals[SIGNAL_MOVED] = new_signal ("moved", G_TYPE_NONE);
  signals[SIGNAL_SEARCH_CHANGED] = new_signal ("search-changed", G_TYPE_NONE);
}

static void
ent_pdf_view_init (EntPdfView *self)
{
  GtkGesture *right = gtk_gesture_click_new ();

  self->sheets = g_object_ref_sink (ENT_PDF_SHEETS (ent_pdf_sheets_new ()));
  self->window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->window, GTK_WIDGET (self->sheets));
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "undershoot-top");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->window));
  ent_pdf_pointer_attach (self->sheets);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (right, "pressed", G_CALLBACK (right_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (right));
  g_signal_connect_swapped (self->sheets, "moved", G_CALLBACK (moved_cb), self);
}

GtkWidget *
ent_pdf_view_new (void)
{
  return g_object_new (ENT_TYPE_PDF_VIEW, NULL);
}

void
ent_pdf_view_set_document (EntPdfView *self, GBytes *pdf)
{
  if (self->pdf == pdf)
    return;
  stop (&self->opening);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  if (pdf == NULL)
    {
      show_reader (self, NULL);
      return;
    }
  self->pdf = g_bytes_ref (pdf);
  self->opening = g_cancellable_new ();
  ent_pdf_reader_open_async (pdf, self->opening, opened_cb, self);
}

GBytes *
ent_pdf_view_get_document (EntPdfView *self)
{
  return self->pdf;
}

EntPdfReader *
ent_pdf_view_get_reader (EntPdfView *self)
{
  return ent_pdf_sheets_get_reader (self->sheets);
}

EntPdfSheets *
ent_pdf_view_get_sheets (EntPdfView *self)
{
  return self->sheets;
}

guint
ent_pdf_view_get_n_pages (EntPdfView *self)
{
  EntPdfReader *reader = ent_pdf_view_get_reader (self);

  return reader != NULL ? ent_pdf_reader_get_n_pages (reader) : 0;
}

guint
ent_pdf_view_get_page (EntPdfView *self)
{
  return ent_pdf_sheets_get_page (self->sheets);
}

void
ent_pdf_view_go_to (EntPdfView *self, guint page)
{
  ent_pdf_sheets_go_to (self->sheets, page, 0);
}

double
ent_pdf_view_get_zoom (EntPdfView *self)
{
  return ent_pdf_sheets_get_zoom (self->sheets);
}

void
ent_pdf_view_set_zoom (EntPdfView *self, double zoom)
{
  ent_pdf_sheets_set_zoom (self->sheets, zoom,
                           gtk_widget_get_height (GTK_WIDGET (self->sheets)) / 2.0);
}

void
ent_pdf_view_zoom_in (EntPdfView *self)
{
  double zoom = ent_pdf_view_get_zoom (self);

  for (guint i = 0; i < G_N_ELEMENTS (zoom_steps); i++)
    if (zoom_steps[i] > zoom * 1.01)
      {
        ent_pdf_view_set_zoom (self, zoom_steps[i]);
        return;
      }
}

void
ent_pdf_view_zoom_out (EntPdfView *self)
{
  double zoom = ent_pdf_view_get_zoom (self);

  for (guint i = G_N_ELEMENTS (zoom_steps); i-- > 0;)
    if (zoom_steps[i] < zoom * 0.99)
      {
        ent_pdf_view_set_zoom (self, zoom_steps[i]);
        return;
      }
}

void
ent_pdf_view_set_fit (EntPdfView *self, EntPdfFit fit)
{
  ent_pdf_sheets_set_fit (self->sheets, fit);
}

void
ent_pdf_view_search (EntPdfView *self, const char *words)
{
  if (!g_set_str (&self->words, words))
    return;
  self->goes_to_hit = TRUE;
  begin_search (self);
}

void
ent_pdf_view_search_step (EntPdfView *self, int direction)
{
  if (self->search == NULL)
    return;
  ent_pdf_search_step (self->search, direction);
  reveal_hit (self);
  show_search (self);
}

EntPdfSearch *
ent_pdf_view_get_search (EntPdfView *self)
{
  return self->search;
}

void
ent_pdf_view_select_all (EntPdfView *self)
{
  guint n_pages = ent_pdf_view_get_n_pages (self);
  EntPdfSelection all = { { 0, 0 }, { MAX (1, n_pages) - 1, G_MAXUINT } };

  if (n_pages > 0)
    ent_pdf_sheets_set_selection (self->sheets, &all);
}

void
ent_pdf_view_copy (EntPdfView *self)
{
  const EntPdfSelection *selection = ent_pdf_sheets_get_selection (self->sheets);
  EntPdfReader *reader = ent_pdf_view_get_reader (self);

  if (reader == NULL || ent_pdf_selection_is_empty (selection))
    return;
  stop (&self->copying);
  self->copying = g_cancellable_new ();
  ent_pdf_selection_read_async (selection, reader, self->copying, copied_cb, self);
}
