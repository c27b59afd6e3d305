/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of a PDF. It asks the reader for its own pixels and words, and takes the question back
 * when it is no longer in sight. Main thread. */

#include "ent-pdf-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ent-pdf-page-text.h"

struct _EntPdfPage
{
  GtkWidget parent_instance;

  guint number;
  EntPdfReader *reader;
  double width; /* points */
  double height;

  GCancellable *drawing;
  double wanted_scale; /* 0: none yet */
  GdkTexture *texture;
  gboolean is_current; /* the texture is of this reader and scale */

  GCancellable *reading;
  EntPdfText *text;

  guint selection_start;
  guint selection_end;
  GArray *hits;
  int current_hit;
};

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (EntPdfPage,
                               ent_pdf_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT,
                                                      ent_pdf_page_text_init))

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                        stride * (gsize) height,
                                                        (GDestroyNotify) cairo_surface_destroy,
                                                        surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  cairo_surface_t *surface = ent_pdf_reader_render_finish (ENT_PDF_READER (source), result, NULL);
  EntPdfPage *self;

  /* Taken back, or the page cannot be drawn: it stays as it is. */
  if (surface == NULL)
    return;
  self = user_data;
  g_clear_object (&self->drawing);
  g_clear_object (&self->texture);
  self->texture = texture_of (surface);
  self->is_current = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_text (EntPdfPage *self, EntPdfText *text)
{
  GtkAccessibleText *accessible = GTK_ACCESSIBLE_TEXT (self);
  guint old_length = self->text != NULL ? ent_pdf_text_get_length (self->text) : 0;

  if (old_length > 0)
    gtk_accessible_text_update_contents (accessible, GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_REMOVE, 0,
                                         old_length);
  g_clear_pointer (&self->text, ent_pdf_text_unref);
  self->text = text;
  gtk_accessible_text_update_contents (accessible, GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_INSERT, 0,
                                       ent_pdf_text_get_length (text));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntPdfText *text = ent_pdf_reader_read_finish (ENT_PDF_READER (source), result, NULL);
  EntPdfPage *self;

  if (text == NULL)
    return;
  self = user_data;
  g_clear_object (&self->reading);
  set_text (self, text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

/* A picture of this size is as wide as the page to the pixel, and must not be stretched in height
 * by the rest of a pixel. One of another size that is much larger must be averaged, not sampled. */
static void
snapshot_pixels (EntPdfPage *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  float width = (float) gdk_texture_get_width (self->texture);
  float height = (float) gdk_texture_get_height (self->texture);

  if (self->is_current)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, 0, bounds->size.width,
                                                      bounds->size.width * height / width));
  else
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR,
                                        bounds);
}

static void
snapshot_range (EntPdfPage *self,
                GtkSnapshot *snapshot,
                guint start,
                guint end,
                const GdkRGBA *color)
{
  g_autoptr (GArray) areas = ent_pdf_text_areas (self->text, start, end);
  double scale = gtk_widget_get_width (GTK_WIDGET (self)) / self->width;

  for (guint i = 0; i < areas->len; i++)
    {
      const EntPdfArea *area = &g_array_index (areas, EntPdfArea, i);
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (area->x1 * scale),
                                                 (float) (area->y1 * scale),
                                                 (float) ((area->x2 - area->x1) * scale),
                                                 (float) ((area->y2 - area->y1) * scale));

      gtk_snapshot_append_color (snapshot, color, &rect);
    }
}

static gboolean
has_marks (EntPdfPage *self)
{
  return self->text != NULL && (self->selection_end > self->selection_start ||
                                (self->hits != NULL && self->hits->len > 0));
}

static void
snapshot_marks (EntPdfPage *self, GtkSnapshot *snapshot)
{
  const GdkRGBA found = { 1.0f, 0.93f, 0.55f, 1 };
  const GdkRGBA looked_at = { 1.0f, 0.71f, 0.35f, 1 };
  g_autoptr (GdkRGBA) selected = adw_style_manager_get_accent_color_rgba (
      adw_style_manager_get_default ());

  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const EntPdfHit *hit = &g_array_index (self->hits, EntPdfHit, i);

      snapshot_range (self, snapshot, hit->start, hit->end,
                      (int) i == self->current_hit ? &looked_at : &found);
    }
  selected->alpha = 0.35f;
  if (self->selection_end > self->selection_start)
    snapshot_range (self, snapshot, self->selection_start, self->selection_end, selected);
}

/* As with a marker pen: ink stays as black as it is. */
static void
snapshot_marked (EntPdfPage *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_snapshot_push_blend (snapshot, GSK_BLEND_MODE_MULTIPLY);
  gtk_snapshot_append_color (snapshot, &white, bounds);
  if (self->texture != NULL)
    snapshot_pixels (self, snapshot, bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &white, bounds);
  snapshot_marks (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Paper is white in the dark too. */
static void
ent_pdf_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntPdfPage *self = ENT_PDF_PAGE (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (has_marks (self))
    {
      snapshot_marked (self, snapshot, &bounds);
      return;
    }
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  if (self->texture != NULL)
    snapshot_pixels (self, snapshot, &bounds);
}

static void
ent_pdf_page_dispose (GObject *object)
{
  EntPdfPage *self = ENT_PDF_PAGE (object);

  stop (&self->drawing);
  stop (&self->reading);
  g_clear_object (&self->reader);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->text, ent_pdf_text_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  G_OBJECT_CLASS (ent_pdf_page_parent_class)->dispose (object);
}

static void
ent_pdf_page_class_init (EntPdfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pdf_page_dispose;
  widget_class->snapshot = ent_pdf_page_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pdf-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);

  signals[SIGNAL_READ] = g_signal_new ("read", ENT_TYPE_PDF_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
ent_pdf_page_init (EntPdfPage *self)
{
  self->current_hit = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ent_pdf_page_new (guint number)
{
  EntPdfPage *self = g_object_new (ENT_TYPE_PDF_PAGE, NULL);

  self->number = number;
  return GTK_WIDGET (self);
}

guint
ent_pdf_page_get_number (EntPdfPage *self)
{
  return self->number;
}

static void
read_words (EntPdfPage *self)
{
  EntPdfAsk ask = { .page = self->number, .priority = G_PRIORITY_DEFAULT_IDLE };

  stop (&self->reading);
  self->reading = g_cancellable_new ();
  ent_pdf_reader_read_async (self->reader, &ask, self->reading, read_cb, self);
}

static void
take_reader (EntPdfPage *self, EntPdfReader *reader)
{
  g_autofree char *label = NULL;

  g_set_object (&self->reader, reader);
  ent_pdf_reader_get_page_size (reader, self->number, &self->width, &self->height);
  stop (&self->drawing);
  self->wanted_scale = 0;
  self->is_current = FALSE;
  label = g_strdup_printf (_ ("Page %u of %u"), self->number + 1,
                           ent_pdf_reader_get_n_pages (reader));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
ent_pdf_page_set_reader (EntPdfPage *self, EntPdfReader *reader)
{
  if (self->reader == reader)
    return;
  take_reader (self, reader);
  read_words (self);
}

static void
draw (EntPdfPage *self, double scale, int priority)
{
  EntPdfAsk ask = { .page = self->number, .priority = priority };

  ask.scale = ent_pdf_reader_get_scale (self->reader, self->number, scale);
  if (ABS (ask.scale - self->wanted_scale) < 1e-6)
    return;
  stop (&self->drawing);
  self->is_current = FALSE;
  self->wanted_scale = ask.scale;
  self->drawing = g_cancellable_new ();
  ent_pdf_reader_render_async (self->reader, &ask, self->drawing, drawn_cb, self);
}

void
ent_pdf_page_show_small (EntPdfPage *self, EntPdfReader *reader, double scale)
{
  take_reader (self, reader);
  draw (self, scale, G_PRIORITY_DEFAULT_IDLE);
}

void
ent_pdf_page_draw (EntPdfPage *self, double scale)
{
  draw (self, scale, G_PRIORITY_DEFAULT);
}

gboolean
ent_pdf_page_is_drawn (EntPdfPage *self)
{
  return self->is_current;
}

EntPdfText *
ent_pdf_page_get_text (EntPdfPage *self)
{
  return self->text;
}

void
ent_pdf_page_to_points (EntPdfPage *self, double *x, double *y)
{
  double scale = self->width / MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));

  *x *= scale;
  *y *= scale;
}

void
ent_pdf_page_get_selection (EntPdfPage *self, guint *start, guint *end)
{
  guint length = self->text != NULL ? ent_pdf_text_get_length (self->text) : 0;

  *start = MIN (self->selection_start, length);
  *end = MIN (self->selection_end, length);
}

void
ent_pdf_page_set_selection (EntPdfPage *self, guint start, guint end)
{
  if (self->selection_start == start && self->selection_end == end)
    return;
  self->selection_start = start;
  self->selection_end = end;
  gtk_accessible_text_update_selection_bound (GTK_ACCESSIBLE_TEXT (self));
  gtk_accessible_text_update_caret_position (GTK_ACCESSIBLE_TEXT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ent_pdf_page_set_hits (EntPdfPage *self, GArray *hits, int current)
{
  if (self->hits == hits && self->current_hit == current)
    return;
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
