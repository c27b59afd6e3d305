/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages one below the other. Places are kept as points on a page, so that they survive another
 * zoom, width or file. Main thread. */

#include "ent-pdf-sheets.h"

#include "ent-pdf-places.h"

#include <math.h>

struct _EntPdfSheets
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;

  EntPdfReader *reader;
  EntPdfPlaces places;
  GPtrArray *pages; /* (element-type EntPdfPage), one a page, NULL: not there */
  guint first; /* those that are there: first up to end */
  guint end;

  EntPdfFit fit;
  double laid_out_zoom; /* of the adjustments, 0 before */
  guint page;

  /* What must be at @pin_y after the next layout. */
  gboolean is_pinned;
  guint pin_page;
  double pin_points;
  double pin_y;

  gboolean in_layout;
  guint tick;
  GdkSurface *surface;
  EntPdfSelection selection;
  EntPdfSearch *search;
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EntPdfSheets,
                               ent_pdf_sheets,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
pin (EntPdfSheets *self, double y)
{
  double height = gtk_adjustment_get_value (self->vadjustment) + y;

  if (self->places.n_pages == 0 || self->laid_out_zoom <= 0 || self->is_pinned)
    return;
  self->is_pinned = TRUE;
  self->pin_page = ent_pdf_places_page_at (&self->places, height);
  self->pin_points = (height - ent_pdf_places_top (&self->places, self->pin_page)) /
                     ent_pdf_places_per_point (&self->places);
  self->pin_y = y;
}

/* Of the screen's pixels, where there is more than one to each of ours. */
static double
device_scale (EntPdfSheets *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
page_focused_cb (EntPdfSheets *self, GtkEventController *controller)
{
  EntPdfPage *page = ENT_PDF_PAGE (gtk_event_controller_get_widget (controller));
  guint number = ent_pdf_page_get_number (page);
  double value = gtk_adjustment_get_value (self->vadjustment);
  double top = ent_pdf_places_top (&self->places, number);

  if (top + ent_pdf_places_height (&self->places, number) < value + 2 * ENT_PDF_GAP ||
      top > value + gtk_adjustment_get_page_size (self->vadjustment) - 2 * ENT_PDF_GAP)
    ent_pdf_sheets_go_to (self, number, 0);
}

static EntPdfPage *
add_page (EntPdfSheets *self, guint number)
{
  GtkWidget *page = ent_pdf_page_new (number);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *next = NULL;

  for (guint i = number + 1; next == NULL && i < self->pages->len; i++)
    next = g_ptr_array_index (self->pages, i);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (page_focused_cb), self);
  gtk_widget_add_controller (page, focus);
  ent_pdf_page_set_reader (ENT_PDF_PAGE (page), self->reader);
  gtk_widget_insert_before (page, GTK_WIDGET (self), next);
  self->pages->pdata[number] = page;
  return ENT_PDF_PAGE (page);
}

static void
remove_page (EntPdfSheets *self, guint number)
{
  GtkWidget *page = g_ptr_array_index (self->pages, number);

  if (page != NULL)
    gtk_widget_unparent (page);
  self->pages->pdata[number] = NULL;
}

static void
mark_page (EntPdfSheets *self, EntPdfPage *page)
{
  guint number = ent_pdf_page_get_number (page);
  GArray *hits = self->search != NULL ? ent_pdf_search_get_hits (self->search, number) : NULL;
  guint start, end, on_page, index;
  gboolean here = self->search != NULL &&
                  ent_pdf_search_get_current (self->search, &on_page, &index) && on_page == number;

  ent_pdf_page_set_hits (page, hits, here ? (int) index : -1);
  ent_pdf_selection_on_page (&self->selection, number, &start, &end);
  ent_pdf_page_set_selection (page, start, end);
}

/* A focused page stays, or the keyboard would be lost. */
static void
drop_pages (EntPdfSheets *self, guint first, guint end)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      GtkWidget *page = g_ptr_array_index (self->pages, i);

      if (page != NULL && (i < first || i >= end) && !gtk_widget_has_focus (page))
        remove_page (self, i);
    }
}

/* As wide as the place of the page, to the pixel, or letters would blur.
 * The one asked for last is drawn first: neighbours, then what is seen from below to above. */
static void
draw_pages (EntPdfSheets *self, guint first, guint end)
{
  double device = device_scale (self);

  for (int round = 0; round < 2; round++)
    for (guint i = self->end; i-- > self->first;)
      if ((i >= first && i < end) == (round == 1))
        ent_pdf_page_draw (g_ptr_array_index (self->pages, i),
                           device * ent_pdf_places_width (&self->places, i) /
                               self->places.paper[i].x2);
}

static void
update_pages (EntPdfSheets *self)
{
  double value = gtk_adjustment_get_value (self->vadjustment);
  guint first, end;

  if (self->places.n_pages == 0 || self->laid_out_zoom <= 0)
    return;
  first = ent_pdf_places_page_at (&self->places, value);
  end = ent_pdf_places_page_at (&self->places,
                                value + gtk_adjustment_get_page_size (self->vadjustment)) +
        1;
  self->first = first > 0 ? first - 1 : 0;
  self->end = MIN (end + 1, self->places.n_pages);
  drop_pages (self, self->first, self->end);
  for (guint i = self->first; i < self->end; i++)
    {
      EntPdfPage *page = g_ptr_array_index (self->pages, i);

      mark_page (self, page != NULL ? page : add_page (self, i));
    }
  draw_pages (self, first, end);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static guint
find_current_page (EntPdfSheets *self)
{
  double middle = gtk_adjustment_get_value (self->vadjustment) +
                  gtk_adjustment_get_page_size (self->vadjustment) / 2;

  return self->places.n_pages > 0 ? ent_pdf_places_page_at (&self->places, middle) : 0;
}

static void
moved (EntPdfSheets *self)
{
  self->page = find_current_page (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (widget);

  self->tick = 0;
  update_pages (self);
  moved (self);
  return G_SOURCE_REMOVE;
}

/* Pages come and go outside of the layout only. */
static void
update_later (EntPdfSheets *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
value_changed_cb (EntPdfSheets *self)
{
  if (self->in_layout)
    return;
  self->is_pinned = FALSE;
  update_pages (self);
  moved (self);
}

static void
set_adjustment (EntPdfSheets *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_object_ref_sink (adjustment);
  g_clear_object (place);
  *place = adjustment;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (GtkAdjustment *adjustment, double value, double all, double seen)
{
  all = MAX (all, seen);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, all - seen), 0, all, seen * 0.1,
                            seen * 0.9, seen);
}

static void
configure_adjustments (EntPdfSheets *self, int width, int height)
{
  double all_width = ent_pdf_places_all_width (&self->places);
  double all_height = ent_pdf_places_all_height (&self->places);
  double x = gtk_adjustment_get_value (self->hadjustment);
  double y = gtk_adjustment_get_value (self->vadjustment);
  double old_width = gtk_adjustment_get_upper (self->hadjustment);

  if (self->is_pinned && self->places.n_pages > 0)
    {
      guint page = MIN (self->pin_page, self->places.n_pages - 1);

      y = round (ent_pdf_places_top (&self->places, page) +
                 self->pin_points * ent_pdf_places_per_point (&self->places) - self->pin_y);
    }
  /* The middle stays the middle. */
  if (old_width > 0 && fabs (self->laid_out_zoom - self->places.zoom) > 1e-9)
    x = (x + width / 2.0) * all_width / old_width - width / 2.0;
  configure (self->hadjustment, round (x), all_width, width);
  configure (self->vadjustment, y, all_height, height);
}

static void
allocate_page (EntPdfSheets *self, guint number)
{
  GtkWidget *page = g_ptr_array_index (self->pages, number);
  double width = ent_pdf_places_width (&self->places, number);
  double all = gtk_adjustment_get_upper (self->hadjustment);
  int x = (int) floor ((all - width) / 2 - gtk_adjustment_get_value (self->hadjustment));
  int y = (int) (ent_pdf_places_top (&self->places, number) -
                 floor (gtk_adjustment_get_value (self->vadjustment)));
  GtkAllocation place = { x, y, (int) width,
                          (int) MAX (1, ent_pdf_places_height (&self->places, number)) };
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (page, &place, -1);
}

static void
ent_pdf_sheets_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (widget);
  gboolean resized = width != (int) gtk_adjustment_get_page_size (self->hadjustment) ||
                     height != (int) gtk_adjustment_get_page_size (self->vadjustment);

  self->in_layout = TRUE;
  if (resized)
    pin (self, 0);
  if (self->fit != ENT_PDF_FIT_NONE && self->places.n_pages > 0)
    self->places.zoom = CLAMP (ent_pdf_places_fit (&self->places, width, height,
                                                   self->fit == ENT_PDF_FIT_PAGE),
                               ENT_PDF_MIN_ZOOM, ENT_PDF_MAX_ZOOM);
  if (resized || self->is_pinned || fabs (self->laid_out_zoom - self->places.zoom) > 1e-9)
    {
      configure_adjustments (self, width, height);
      self->laid_out_zoom = self->places.zoom;
      self->is_pinned = FALSE;
      update_later (self);
    }
  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      allocate_page (self, i);
  self->in_layout = FALSE;
}

static void
ent_pdf_sheets_realize (GtkWidget *widget)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (widget);

  GTK_WIDGET_CLASS (ent_pdf_sheets_parent_class)->realize (widget);
  self->surface = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (widget)));
  g_signal_connect_swapped (self->surface, "notify::scale", G_CALLBACK (update_pages), self);
}

static void
ent_pdf_sheets_unrealize (GtkWidget *widget)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (widget);

  g_signal_handlers_disconnect_by_data (self->surface, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (ent_pdf_sheets_parent_class)->unrealize (widget);
}

static gboolean
ent_pdf_sheets_grab_focus (GtkWidget *widget)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (widget);
  EntPdfPage *page = ent_pdf_sheets_peek_page (self, self->page);

  return page != NULL && gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
ent_pdf_sheets_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, id == PROP_HADJUSTMENT ? self->hadjustment : self->vadjustment);
  else
    g_value_set_enum (value, id == PROP_HSCROLL_POLICY ? self->hpolicy : self->vpolicy);
}

static void
ent_pdf_sheets_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, &self->hadjustment, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, &self->vadjustment, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY)
    self->hpolicy = g_value_get_enum (value);
  else
    self->vpolicy = g_value_get_enum (value);
}

static void
ent_pdf_sheets_dispose (GObject *object)
{
  EntPdfSheets *self = ENT_PDF_SHEETS (object);

  for (guint i = 0; self->pages != NULL && i < self->pages->len; i++)
    remove_page (self, i);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->hadjustment, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->reader);
  g_clear_object (&self->search);
  ent_pdf_places_clear (&self->places);
  G_OBJECT_CLASS (ent_pdf_sheets_parent_class)->dispose (object);
}

static void
ent_pdf_sheets_class_init (EntPdfSheetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ent_pdf_sheets_get_property;
  object_class->set_property = ent_pdf_sheets_set_property;
  object_class->dispose = ent_pdf_sheets_dispose;
  widget_class->size_allocate = ent_pdf_sheets_size_allocate;
  widget_class->realize = ent_pdf_sheets_realize;
  widget_class->unrealize = ent_pdf_sheets_unrealize;
  widget_class->grab_focus = ent_pdf_sheets_grab_focus;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "pdf-sheets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", ENT_TYPE_PDF_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_pdf_sheets_init (EntPdfSheets *self)
{
  self->places.zoom = 1;
  self->pages = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
}

GtkWidget *
ent_pdf_sheets_new (void)
{
  return g_object_new (ENT_TYPE_PDF_SHEETS, NULL);
}

void
ent_pdf_sheets_set_reader (EntPdfSheets *self, EntPdfReader *reader)
{
  guint n_old = self->places.n_pages;

  pin (self, 0);
  self->is_pinned &= reader != NULL;
  if (!g_set_object (&self->reader, reader))
    return;
  g_clear_object (&self->search);
  self->selection = (EntPdfSelection) { 0 };
  ent_pdf_places_measure (&self->places, reader);
  for (guint i = self->places.n_pages; i < n_old; i++)
    remove_page (self, i);
  g_ptr_array_set_size (self->pages, (int) self->places.n_pages);
  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      ent_pdf_page_set_reader (g_ptr_array_index (self->pages, i), reader);
  self->laid_out_zoom = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

EntPdfReader *
ent_pdf_sheets_get_reader (EntPdfSheets *self)
{
  return self->reader;
}

EntPdfFit
ent_pdf_sheets_get_fit (EntPdfSheets *self)
{
  return self->fit;
}

void
ent_pdf_sheets_set_fit (EntPdfSheets *self, EntPdfFit fit)
{
  pin (self, 0);
  self->fit = fit;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ent_pdf_sheets_set_zoom (EntPdfSheets *self, double zoom, double y)
{
  pin (self, y);
  self->fit = ENT_PDF_FIT_NONE;
  self->places.zoom = CLAMP (zoom, ENT_PDF_MIN_ZOOM, ENT_PDF_MAX_ZOOM);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

double
ent_pdf_sheets_get_zoom (EntPdfSheets *self)
{
  return self->places.zoom;
}

guint
ent_pdf_sheets_get_page (EntPdfSheets *self)
{
  return self->page;
}

void
ent_pdf_sheets_go_to (EntPdfSheets *self, guint page, double y)
{
  if (page >= self->places.n_pages)
    return;
  self->is_pinned = TRUE;
  self->pin_page = page;
  self->pin_points = y;
  self->pin_y = y > 0 ? 0 : ENT_PDF_GAP;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ent_pdf_sheets_reveal (EntPdfSheets *self, guint page, const EntPdfArea *area)
{
  double seen = gtk_adjustment_get_page_size (self->vadjustment);
  double value = gtk_adjustment_get_value (self->vadjustment);
  double scale = ent_pdf_places_per_point (&self->places);
  double left, top;

  if (page >= self->places.n_pages)
    return;
  left = (gtk_adjustment_get_upper (self->hadjustment) -
          ent_pdf_places_width (&self->places, page)) /
         2;
  top = ent_pdf_places_top (&self->places, page) + area->y1 * scale;
  gtk_adjustment_clamp_page (self->hadjustment, left + area->x1 * scale - ENT_PDF_GAP,
                             left + area->x2 * scale + ENT_PDF_GAP);
  if (top >= value + ENT_PDF_GAP &&
      top + (area->y2 - area->y1) * scale <= value + seen - ENT_PDF_GAP)
    return;
  self->is_pinned = TRUE;
  self->pin_page = page;
  self->pin_points = area->y1;
  self->pin_y = seen / 3;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

EntPdfPage *
ent_pdf_sheets_page_at (EntPdfSheets *self, double *x, double *y, gboolean nearest)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) *x, (float) *y);
  GtkWidget *page;

  if (self->places.n_pages == 0 || self->laid_out_zoom <= 0)
    return NULL;
  page = g_ptr_array_index (
      self->pages,
      ent_pdf_places_page_at (&self->places, gtk_adjustment_get_value (self->vadjustment) + *y));
  if (page == NULL || !gtk_widget_compute_point (GTK_WIDGET (self), page, &point, &point) ||
      (!nearest && !gtk_widget_contains (page, point.x, point.y)))
    return NULL;
  *x = point.x;
  *y = point.y;
  ent_pdf_page_to_points (ENT_PDF_PAGE (page), x, y);
  return ENT_PDF_PAGE (page);
}

EntPdfPage *
ent_pdf_sheets_peek_page (EntPdfSheets *self, guint page)
{
  return page < self->pages->len ? g_ptr_array_index (self->pages, page) : NULL;
}

static void
mark_pages (EntPdfSheets *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      mark_page (self, g_ptr_array_index (self->pages, i));
}

void
ent_pdf_sheets_set_selection (EntPdfSheets *self, const EntPdfSelection *selection)
{
  self->selection = *selection;
  mark_pages (self);
}

const EntPdfSelection *
ent_pdf_sheets_get_selection (EntPdfSheets *self)
{
  return &self->selection;
}

void
ent_pdf_sheets_show_search (EntPdfSheets *self, EntPdfSearch *search)
{
  g_set_object (&self->search, search);
  mark_pages (self);
}
