/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pictures of pages; each is drawn by EntPdfPage itself, at a small scale. Main thread. */

#include "ent-pdf-thumbnails.h"

#include <glib/gi18n-lib.h>

#include "ent-pdf-page.h"

/* Pixels. */
#define WIDTH 96
#define MAX_HEIGHT 200

struct _EntPdfThumbnails
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  EntPdfReader *reader;
  GPtrArray *pictures; /* (element-type EntPdfPage): those in sight */
  gboolean is_marking; /* the mark follows the view, not a choice */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPdfThumbnails, ent_pdf_thumbnails, ADW_TYPE_BIN)

static void
set_up_cb (EntPdfThumbnails *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "pdf-thumbnail");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
show_picture (EntPdfThumbnails *self, EntPdfPage *page)
{
  double width, height, scale;

  ent_pdf_reader_get_page_size (self->reader, ent_pdf_page_get_number (page), &width, &height);
  scale = MIN (WIDTH / width, MAX_HEIGHT / height);
  gtk_widget_set_size_request (GTK_WIDGET (page), MAX (1, (int) (width * scale)),
                               MAX (1, (int) (height * scale)));
  ent_pdf_page_show_small (page, self->reader,
                           scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static GtkWidget *
make_picture (EntPdfThumbnails *self, guint number)
{
  GtkWidget *page = ent_pdf_page_new (number);

  gtk_widget_set_halign (page, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (page, FALSE);
  gtk_widget_set_can_target (page, FALSE);
  show_picture (self, ENT_PDF_PAGE (page));
  g_ptr_array_add (self->pictures, page);
  return page;
}

static void
bind_cb (EntPdfThumbnails *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  guint number = gtk_list_item_get_position (item);
  g_autofree char *text = g_strdup_printf ("%u", number + 1);
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), number + 1,
                                            ent_pdf_reader_get_n_pages (self->reader));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_list_item_set_accessible_label (item, label);
  gtk_box_prepend (GTK_BOX (box), make_picture (self, number));
}

static void
unbind_cb (EntPdfThumbnails *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *page = gtk_widget_get_first_child (box);

  g_ptr_array_remove_fast (self->pictures, page);
  gtk_box_remove (GTK_BOX (box), page);
}

static void
selected_cb (EntPdfThumbnails *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->is_marking && position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, position);
}

static void
ent_pdf_thumbnails_dispose (GObject *object)
{
  EntPdfThumbnails *self = ENT_PDF_THUMBNAILS (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (ent_pdf_thumbnails_parent_class)->dispose (object);
}

static void
ent_pdf_thumbnails_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_PDF_THUMBNAILS (object)->pictures);
  G_OBJECT_CLASS (ent_pdf_thumbnails_parent_class)->finalize (object);
}

static void
ent_pdf_thumbnails_class_init (EntPdfThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_pdf_thumbnails_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_pdf_thumbnails_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", ENT_TYPE_PDF_THUMBNAILS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ent_pdf_thumbnails_init (EntPdfThumbnails *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->pictures = g_ptr_array_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), window);
}

GtkWidget *
ent_pdf_thumbnails_new (void)
{
  return g_object_new (ENT_TYPE_PDF_THUMBNAILS, NULL);
}

static void
fill (EntPdfThumbnails *self, guint n_pages)
{
  g_autoptr (GtkStringList) pages = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_append (pages, "");
  self->is_marking = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (pages));
  self->is_marking = FALSE;
}

/* With as many pages as before only the pictures change, so that a preview does not flash. */
void
ent_pdf_thumbnails_set_reader (EntPdfThumbnails *self, EntPdfReader *reader)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_pages = reader != NULL ? ent_pdf_reader_get_n_pages (reader) : 0;

  if (self->reader == reader)
    return;
  if (n_pages != n_old)
    fill (self, 0);
  g_set_object (&self->reader, reader);
  if (n_pages != n_old)
    fill (self, n_pages);
  else
    for (guint i = 0; i < self->pictures->len; i++)
      show_picture (self, g_ptr_array_index (self->pictures, i));
}

void
ent_pdf_thumbnails_set_page (EntPdfThumbnails *self, guint page)
{
  if (gtk_single_selection_get_selected (self->selection) == page ||
      page >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  self->is_marking = TRUE;
  gtk_list_view_scroll_to (self->list, page, GTK_LIST_SCROLL_SELECT, NULL);
  self->is_marking = FALSE;
}
