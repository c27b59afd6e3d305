/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures that go onto paper. Main thread unless told. */

#include "ent-picture-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SIDE 8000 /* pixels */
#define INK_WIDTH 1200 /* pixels, of a picture of ink; more is not seen on paper */
/* Luminance: what is darker is ink, what is lighter is paper, in between it fades. */
#define DARK 110
#define LIGHT 215

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return FALSE;
}

static int
read_16 (const guint8 *at)
{
  return at[0] << 8 | at[1];
}

/* The size stands in the first chunk. */
static gboolean
measure_png (const guint8 *data, gsize length, int *width, int *height)
{
  static const guint8 mark[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

  if (length < 33 || memcmp (data, mark, sizeof mark) != 0 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  /* Above 32767 it is too large anyway. */
  if (read_16 (data + 16) != 0 || read_16 (data + 20) != 0)
    *width = *height = G_MAXINT;
  else
    {
      *width = read_16 (data + 18);
      *height = read_16 (data + 22);
    }
  return TRUE;
}

/* The size stands in the segment that begins a frame, behind others to be passed over. */
static gboolean
measure_jpeg (const guint8 *data, gsize length, int *width, int *height)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (at + 9 < length && data[at] == 0xff)
    {
      guint8 type = data[at + 1];

      if (type >= 0xc0 && type <= 0xcf && type != 0xc4 && type != 0xc8 && type != 0xcc)
        {
          *height = read_16 (data + at + 5);
          *width = read_16 (data + at + 7);
          return TRUE;
        }
      at += type == 0xff ? 1 : 2 + (gsize) read_16 (data + at + 2);
    }
  return FALSE;
}

gboolean
ent_picture_file_check (GBytes *picture, int *width, int *height, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (picture, &length);
  int w = 0, h = 0;

  if (length > ENT_PICTURE_FILE_MAX_BYTES)
    return fail (error, _ ("This picture is too heavy: at most 2 MB."));
  if (data == NULL || (!measure_png (data, length, &w, &h) && !measure_jpeg (data, length, &w, &h)))
    return fail (error, _ ("This is not a PNG or JPEG picture."));
  if (w < 1 || h < 1 || w > MAX_SIDE || h > MAX_SIDE)
    return fail (error, _ ("This picture is too large: at most 8000 pixels a side."));
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
  return TRUE;
}

typedef struct
{
  guint8 *pixels; /* RGBA, straight */
  int width;
  int height;
} Raster;

static Raster
read_raster (GdkTexture *texture)
{
  g_autoptr (GdkTextureDownloader) downloader = gdk_texture_downloader_new (texture);
  g_autoptr (GBytes) bytes = NULL;
  Raster raster = { NULL, gdk_texture_get_width (texture), gdk_texture_get_height (texture) };
  gsize stride;
  const guint8 *data;

  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  data = g_bytes_get_data (bytes, NULL);
  raster.pixels = g_malloc ((gsize) raster.width * (gsize) raster.height * 4);
  for (int y = 0; y < raster.height; y++)
    memcpy (raster.pixels + (gsize) y * (gsize) raster.width * 4, data + (gsize) y * stride,
            (gsize) raster.width * 4);
  return raster;
}

static void
fade_paper (Raster *raster)
{
  gsize n = (gsize) raster->width * (gsize) raster->height;

  for (gsize i = 0; i < n; i++)
    {
      guint8 *pixel = raster->pixels + i * 4;
      int light = (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2]) / 1000;
      int opacity = CLAMP ((LIGHT - light) * 255 / (LIGHT - DARK), 0, 255);

      pixel[3] = (guint8) (opacity * pixel[3] / 255);
    }
}

/* The smallest part that holds all ink; FALSE when there is none. */
static gboolean
find_ink (const Raster *raster, GdkRectangle *area)
{
  int left = raster->width, right = -1, top = raster->height, bottom = -1;

  for (int y = 0; y < raster->height; y++)
    for (int x = 0; x < raster->width; x++)
      if (raster->pixels[((gsize) y * (gsize) raster->width + (gsize) x) * 4 + 3] > 127)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  *area = (GdkRectangle) { left, top, right - left + 1, bottom - top + 1 };
  return right >= 0;
}

/* The mean of the pixels that become one; their colours count as far as they are opaque. */
static void
average (const Raster *raster, int x0, int y0, int step, guint8 *pixel)
{
  guint64 sums[4] = { 0, 0, 0, 0 };
  guint64 n = 0;

  for (int y = y0; y < MIN (y0 + step, raster->height); y++)
    for (int x = x0; x < MIN (x0 + step, raster->width); x++)
      {
        const guint8 *from = raster->pixels + ((gsize) y * (gsize) raster->width + (gsize) x) * 4;

        for (guint i = 0; i < 3; i++)
          sums[i] += (guint64) from[i] * from[3];
        sums[3] += from[3];
        n++;
      }
  for (guint i = 0; i < 3; i++)
    pixel[i] = sums[3] > 0 ? (guint8) (sums[i] / sums[3]) : 0;
  pixel[3] = n > 0 ? (guint8) (sums[3] / n) : 0;
}

static GBytes *
write_part (const Raster *raster, const GdkRectangle *area)
{
  int step = MAX (1, (area->width + INK_WIDTH - 1) / INK_WIDTH);
  int width = (area->width + step - 1) / step;
  int height = (area->height + step - 1) / step;
  gsize stride = (gsize) width * 4;
  guint8 *pixels = g_malloc0 (stride * (gsize) height);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      average (raster, area->x + x * step, area->y + y * step, step,
               pixels + (gsize) y * stride + (gsize) x * 4);
  bytes = g_bytes_new_take (pixels, stride * (gsize) height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8, bytes, stride);
  return gdk_texture_save_to_png_bytes (texture);
}

GBytes *
ent_picture_file_take_ink (GBytes *picture, GError **error)
{
  g_autoptr (GdkTexture) texture = NULL;
  Raster raster;
  GdkRectangle area;
  GBytes *result = NULL;

  if (!ent_picture_file_check (picture, NULL, NULL, error))
    return NULL;
  texture = gdk_texture_new_from_bytes (picture, error);
  if (texture == NULL)
    return NULL;
  raster = read_raster (texture);
  fade_paper (&raster);
  if (find_ink (&raster, &area))
    result = write_part (&raster, &area);
  else
    fail (error, _ ("There is no ink on this picture: sign with a dark pen on white paper."));
  g_free (raster.pixels);
  return result;
}

typedef struct
{
  GFile *file;
  EntPictureFileConvert convert;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_object (&reading->file);
  g_free (reading);
}

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > ENT_PICTURE_FILE_MAX_BYTES)
    {
      fail (error, _ ("This picture is too heavy: at most 2 MB."));
      return NULL;
    }
  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = load (reading->file, cancellable, &error);

  if (bytes != NULL && ent_picture_file_check (bytes, NULL, NULL, &error))
    texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture != NULL && reading->convert != NULL)
    {
      GBytes *converted = reading->convert (bytes, &error);

      g_bytes_unref (g_steal_pointer (&bytes));
      bytes = converted;
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);

  reading->file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (reading->file == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_run_in_thread (task, read_in_thread);
}

void
ent_picture_file_choose_async (GtkWidget *parent,
                               EntPictureFileConvert convert,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  reading->convert = convert;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  gtk_file_filter_set_name (filter, _ ("PNG and JPEG pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_dialog_set_title (dialog, _ ("Choose a picture"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, cancellable,
                        chosen_cb, task);
}

GBytes *
ent_picture_file_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
