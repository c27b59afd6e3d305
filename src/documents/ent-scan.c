/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages as Poppler draws them, codes as ZBar reads them. A worker thread. */

#include "ent-scan.h"

#include "ent-document-kind.h"
#include "ent-picture.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include <zbar.h>

#define MAX_PAGES 2000
#define MAX_BYTES (500 * 1000 * 1000)
#define MAX_PIXELS (24.0 * 1000 * 1000)
#define PICTURE_SIDE 320.0 /* pixels */
#define LONG_SIDE 841.89 /* points, of A4 */
#define PAYLOAD \
  "^ENT1:(D[0-9]{4}-[0-9]{6}):([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}):([0-9]{1,4})/([0-9]{1,4})$"

struct _EntScan
{
  GBytes *stack;
  GBytes *pdf;
  GPtrArray *pages;
  int permille;
};

static const double resolutions[] = { 200,
                                      300 }; /* dots an inch: the second where the first fails */

static void
page_free (gpointer data)
{
  EntScanPage *page = data;

  g_free (page->number);
  g_free (page->code);
  g_clear_pointer (&page->picture, cairo_surface_destroy);
  g_free (page);
}

EntScan *
ent_scan_new (GBytes *stack)
{
  EntScan *self = g_atomic_rc_box_new0 (EntScan);

  self->stack = g_bytes_ref (stack);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  return self;
}

EntScan *
ent_scan_ref (EntScan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntScan *self = data;

  g_bytes_unref (self->stack);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_ptr_array_unref (self->pages);
}

void
ent_scan_unref (EntScan *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Codes */

static GBytes *
grey_of (cairo_surface_t *surface)
{
  guint width = (guint) cairo_image_surface_get_width (surface);
  guint height = (guint) cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  guint8 *grey = g_malloc ((gsize) width * height);

  for (guint y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + y * stride);

      for (guint x = 0; x < width; x++)
        {
          guint32 dot = row[x];
          guint32 sum = 77 * ((dot >> 16) & 0xff) + 150 * ((dot >> 8) & 0xff) + 29 * (dot & 0xff);

          grey[(gsize) y * width + x] = (guint8) (sum >> 8);
        }
    }
  return g_bytes_new_take (grey, (gsize) width * height);
}

/* How far the code, and with it the page, must be turned: ZBar names the corners from the upper
 * left one of the upright code, against the clock. */
static int
turn_of (const zbar_symbol_t *symbol)
{
  double up_x, up_y;

  if (zbar_symbol_get_loc_size (symbol) < 4)
    return 0;
  up_x = zbar_symbol_get_loc_x (symbol, 0) - zbar_symbol_get_loc_x (symbol, 1);
  up_y = zbar_symbol_get_loc_y (symbol, 0) - zbar_symbol_get_loc_y (symbol, 1);
  if (fabs (up_y) >= fabs (up_x))
    return up_y <= 0 ? 0 : 180;
  return up_x > 0 ? 270 : 90;
}

static gboolean
take_payload (EntScanPage *page, const char *text, gsize length)
{
  g_autofree char *payload = g_strndup (text, length);
  g_autoptr (GRegex) pattern = g_regex_new (PAYLOAD, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *total = NULL;

  if (!g_utf8_validate (payload, -1, NULL) || !g_regex_match (pattern, payload, 0, &match))
    return FALSE;
  number = g_match_info_fetch (match, 3);
  total = g_match_info_fetch (match, 4);
  page->page = (guint) g_ascii_strtoull (number, NULL, 10);
  page->n_pages = (guint) g_ascii_strtoull (total, NULL, 10);
  if (page->page == 0 || page->page > page->n_pages)
    return FALSE;
  page->number = g_match_info_fetch (match, 1);
  page->code = g_match_info_fetch (match, 2);
  return TRUE;
}

static gboolean
read_codes (EntScanPage *page, zbar_image_scanner_t *scanner, cairo_surface_t *surface)
{
  g_autoptr (GBytes) grey = grey_of (surface);
  zbar_image_t *image = zbar_image_create ();
  const zbar_symbol_t *symbol;
  gboolean found = FALSE;

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, (unsigned) cairo_image_surface_get_width (surface),
                       (unsigned) cairo_image_surface_get_height (surface));
  zbar_image_set_data (image, g_bytes_get_data (grey, NULL), g_bytes_get_size (grey), NULL);
  zbar_scan_image (scanner, image);
  for (symbol = zbar_image_first_symbol (image); symbol != NULL && !found;
       symbol = zbar_symbol_next (symbol))
    if (zbar_symbol_get_type (symbol) == ZBAR_QRCODE)
      {
        found = take_payload (page, zbar_symbol_get_data (symbol),
                              zbar_symbol_get_data_length (symbol));
        if (found)
          page->turn = turn_of (symbol);
      }
  zbar_image_destroy (image);
  return found;
}

static zbar_image_scanner_t *
new_scanner (void)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();

  /* Bar codes of others on the paper are none of ours. */
  zbar_image_scanner_set_config (scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  return scanner;
}

/* Pages */

static cairo_surface_t *
draw_page (PopplerPage *page, double scale)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  if (width * height * scale * scale > MAX_PIXELS)
    scale = sqrt (MAX_PIXELS / (width * height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) ceil (width * scale)),
                                        MAX (1, (int) ceil (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
draw_small (PopplerPage *page)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  return draw_page (page, PICTURE_SIDE / MAX (MAX (width, height), 1));
}

static EntScanPage *
read_page (PopplerPage *page, zbar_image_scanner_t *scanner)
{
  EntScanPage *read = g_new0 (EntScanPage, 1);
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (resolutions) && !found; i++)
    {
      cairo_surface_t *surface = draw_page (page, resolutions[i] / 72);

      found = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS &&
              read_codes (read, scanner, surface);
      cairo_surface_destroy (surface);
    }
  if (!found)
    read->picture = draw_small (page);
  return read;
}

static gboolean
read_pages (EntScan *self, PopplerDocument *document, GCancellable *cancellable, GError **error)
{
  zbar_image_scanner_t *scanner = new_scanner ();
  int n_pages = poppler_document_get_n_pages (document);
  gboolean whole = TRUE;

  for (int i = 0; i < n_pages && whole; i++)
    {
      g_autoptr (GObject) page = G_OBJECT (poppler_document_get_page (document, i));

      whole = !g_cancellable_set_error_if_cancelled (cancellable, error);
      if (whole && page == NULL)
        {
          g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                       _ ("Page %d of this file is damaged."), i + 1);
          whole = FALSE;
        }
      if (whole)
        g_ptr_array_add (self->pages, read_page (POPPLER_PAGE (page), scanner));
      g_atomic_int_set (&self->permille, (i + 1) * 1000 / n_pages);
    }
  zbar_image_scanner_destroy (scanner);
  return whole;
}

/* Stacks */

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A picture becomes a page as long as A4. */
static GBytes *
page_of_picture (GBytes *bytes, GError **error)
{
  g_autoptr (EntPicture) picture = ent_picture_new (bytes, error);
  g_autoptr (GByteArray) array = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (picture == NULL)
    return NULL;
  ent_picture_set_width (picture,
                         picture->width * LONG_SIDE / MAX (picture->width, picture->height));
  array = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append, array, picture->width, picture->height);
  cr = cairo_create (surface);
  ent_picture_draw (picture, cr, 0, 0);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

static gboolean
is_pdf (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Some scanners put a few bytes before the beginning. */
  return g_strstr_len (data, (gssize) MIN (size, 1024), "%PDF-") != NULL;
}

static PopplerDocument *
open_stack (EntScan *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document;

  if (g_bytes_get_size (self->stack) > MAX_BYTES)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                           _ ("This file is too large."));
      return NULL;
    }
  self->pdf = is_pdf (self->stack) ? g_bytes_ref (self->stack)
                                   : page_of_picture (self->stack, error);
  if (self->pdf == NULL)
    return NULL;
  document = poppler_document_new_from_bytes (self->pdf, NULL, &local_error);
  if (document != NULL && poppler_document_get_n_pages (document) > MAX_PAGES)
    {
      g_clear_object (&document);
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                   _ ("This stack has more than %d pages: scan it in parts."), MAX_PAGES);
    }
  else if (document == NULL)
    g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                         g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                             ? _ ("This file is protected by a password and cannot be read.")
                             : _ ("This file is not a PDF, or it is damaged."));
  return document;
}

gboolean
ent_scan_read (EntScan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GObject) document = NULL;

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_ptr_array_set_size (self->pages, 0);
  document = (GObject *) open_stack (self, error);
  return document != NULL && read_pages (self, POPPLER_DOCUMENT (document), cancellable, error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (ent_scan_read (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ent_scan_read_async (EntScan *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_scan_read_async);
  g_task_set_task_data (task, ent_scan_ref (self), (GDestroyNotify) ent_scan_unref);
  g_task_run_in_thread (task, read_thread);
}

gboolean
ent_scan_read_finish (EntScan *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

double
ent_scan_get_fraction (EntScan *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

GBytes *
ent_scan_get_pdf (EntScan *self)
{
  return self->pdf;
}

GPtrArray *
ent_scan_get_pages (EntScan *self)
{
  return self->pages;
}
