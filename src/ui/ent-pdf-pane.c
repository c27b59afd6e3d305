/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools around a PDF. Main thread. */

#include "ent-pdf-pane.h"

#include <glib/gi18n-lib.h>

#include "ent-pdf-thumbnails.h"
#include "ent-resources.h"

struct _EntPdfPane
{
  AdwBreakpointBin parent_instance;

  GtkWidget *thumbnails_button;
  GtkWidget *page_box;
  GtkWidget *zoom_box;
  GtkWidget *search_button;
  GtkEditable *page_entry;
  GtkLabel *n_pages_label;
  GtkLabel *zoom_label;
  GtkWidget *zoom_button;
  GtkBox *extra_box;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *hits_label;
  AdwOverlaySplitView *split;
  EntPdfThumbnails *thumbnails;
  GtkStack *stack;
  EntPdfView *view;
  AdwStatusPage *failed_page;
  AdwStatusPage *none_page;
};

G_DEFINE_FINAL_TYPE (EntPdfPane, ent_pdf_pane, ADW_TYPE_BREAKPOINT_BIN)

static void
show_page (EntPdfPane *self)
{
  g_autofree char *number = g_strdup_printf ("%u", ent_pdf_view_get_page (self->view) + 1);

  if (ent_pdf_view_get_n_pages (self->view) == 0)
    return;
  /* Not while somebody types another. */
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->page_entry))) &&
      !g_str_equal (gtk_editable_get_text (self->page_entry), number))
    gtk_editable_set_text (self->page_entry, number);
  ent_pdf_thumbnails_set_page (self->thumbnails, ent_pdf_view_get_page (self->view));
}

static void
show_zoom (EntPdfPane *self)
{
  int percent = (int) (ent_pdf_view_get_zoom (self->view) * 100 + 0.5);
  /* Translators: how large a page is shown */
  g_autofree char *text = g_strdup_printf (_ ("%d%%"), percent);
  /* Translators: %s is like “100%” */
  g_autofree char *label = g_strdup_printf (_ ("Zoom: %s"), text);

  gtk_label_set_text (self->zoom_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
moved_cb (EntPdfPane *self)
{
  show_page (self);
  show_zoom (self);
}

static void
set_usable (EntPdfPane *self, gboolean usable)
{
  static const char *const actions[] = { "pdf.zoom-in", "pdf.zoom-out", "pdf.fit", "pdf.zoom",
                                         "pdf.find" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], usable);
  gtk_widget_set_sensitive (self->thumbnails_button, usable);
  gtk_widget_set_sensitive (self->page_box, usable);
  gtk_widget_set_sensitive (self->zoom_box, usable);
  gtk_widget_set_sensitive (self->search_button, usable);
  if (usable)
    return;
  /* Added tools stay: what cannot be shown can be saved. */
  ent_pdf_thumbnails_set_reader (self->thumbnails, NULL);
  gtk_label_set_text (self->n_pages_label, "");
  gtk_editable_set_text (self->page_entry, "");
}

static void
loaded_cb (EntPdfPane *self, guint n_pages)
{
  /* Translators: stands behind the number of the page, like “2 of 3” */
  g_autofree char *text = g_strdup_printf (_ ("of %u"), n_pages);

  gtk_label_set_text (self->n_pages_label, text);
  ent_pdf_thumbnails_set_reader (self->thumbnails, ent_pdf_view_get_reader (self->view));
  gtk_stack_set_visible_child_name (self->stack, "document");
  set_usable (self, TRUE);
  moved_cb (self);
}

static void
failed_cb (EntPdfPane *self, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failed_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  set_usable (self, FALSE);
}

static char *
describe_hits (EntPdfPane *self)
{
  EntPdfSearch *search = ent_pdf_view_get_search (self->view);
  guint n_hits = search != NULL ? ent_pdf_search_get_n_hits (search) : 0;

  if (search == NULL)
    return g_strdup ("");
  if (n_hits == 0)
    return g_strdup (ent_pdf_search_is_finished (search) ? _ ("No result") : "…");
  /* Translators: the result that is looked at and how many there are, like “2 of 7” */
  return g_strdup_printf (_ ("%u of %u"), ent_pdf_search_get_position (search) + 1, n_hits);
}

static void
search_changed_in_view_cb (EntPdfPane *self)
{
  EntPdfSearch *search = ent_pdf_view_get_search (self->view);
  gboolean any = search != NULL && ent_pdf_search_get_n_hits (search) > 0;
  gboolean none = search != NULL && !any && ent_pdf_search_is_finished (search);
  g_autofree char *text = describe_hits (self);

  gtk_label_set_text (self->hits_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.find-next", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf.find-previous", any);
  if (none)
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  if (search != NULL && ent_pdf_search_is_finished (search))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
page_entered_cb (EntPdfPane *self)
{
  guint n_pages = ent_pdf_view_get_n_pages (self->view);
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (self->page_entry), 10, 1, n_pages, &page,
                                  NULL))
    ent_pdf_view_go_to (self->view, (guint) page - 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  show_page (self);
}

static void
thumbnail_chosen_cb (EntPdfPane *self, guint page)
{
  ent_pdf_view_go_to (self->view, page);
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
search_changed_cb (EntPdfPane *self)
{
  ent_pdf_view_search (self->view, gtk_editable_get_text (self->search_entry));
}

static void
search_next_cb (EntPdfPane *self)
{
  ent_pdf_view_search_step (self->view, 1);
}

static void
search_previous_cb (EntPdfPane *self)
{
  ent_pdf_view_search_step (self->view, -1);
}

static void
search_stopped_cb (EntPdfPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/* A closed bar marks nothing; the words stay for the next time. */
static void
search_mode_cb (EntPdfPane *self)
{
  gboolean open = gtk_search_bar_get_search_mode (self->search_bar);

  ent_pdf_view_search (self->view, open ? gtk_editable_get_text (self->search_entry) : "");
  gtk_widget_grab_focus (open ? GTK_WIDGET (self->search_entry) : GTK_WIDGET (self->view));
}

static gboolean
back_key (GtkWidget *widget, GVariant *args, gpointer unused)
{
  EntPdfPane *self = ENT_PDF_PANE (widget);

  if (!gtk_search_bar_get_search_mode (self->search_bar) ||
      !gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (widget)),
                               GTK_WIDGET (self->search_bar)))
    return GDK_EVENT_PROPAGATE;
  ent_pdf_view_search_step (self->view, -1);
  return GDK_EVENT_STOP;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPdfPane *self = ENT_PDF_PANE (widget);

  if (g_str_equal (name, "pdf.zoom-in"))
    ent_pdf_view_zoom_in (self->view);
  else if (g_str_equal (name, "pdf.zoom-out"))
    ent_pdf_view_zoom_out (self->view);
  else
    ent_pdf_view_set_zoom (self->view, atoi (g_variant_get_string (parameter, NULL)) / 100.0);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean page = g_str_equal (g_variant_get_string (parameter, NULL), "page");

  ent_pdf_view_set_fit (ENT_PDF_PANE (widget)->view, page ? ENT_PDF_FIT_PAGE : ENT_PDF_FIT_WIDTH);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPdfPane *self = ENT_PDF_PANE (widget);

  if (g_str_equal (name, "pdf.find"))
    ent_pdf_pane_find (self);
  else
    ent_pdf_view_search_step (self->view, g_str_equal (name, "pdf.find-next") ? 1 : -1);
}

static void
install_actions (GtkWidgetClass *klass)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (klass, "pdf.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "pdf.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "pdf.zoom", "s", zoom_action);
  gtk_widget_class_install_action (klass, "pdf.fit", "s", fit_action);
  gtk_widget_class_install_action (klass, "pdf.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "pdf.find-next", NULL, find_action);
  gtk_widget_class_install_action (klass, "pdf.find-previous", NULL, find_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "pdf.find", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK, "pdf.find-next", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, both, "pdf.find-previous", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, GDK_SHIFT_MASK, back_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, back_key, NULL);
}

static void
ent_pdf_pane_dispose (GObject *object)
{
  EntPdfPane *self = ENT_PDF_PANE (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_PDF_PANE);
  G_OBJECT_CLASS (ent_pdf_pane_parent_class)->dispose (object);
}

static gboolean
ent_pdf_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENT_PDF_PANE (widget)->view));
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, thumbnail_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
ent_pdf_pane_class_init (EntPdfPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_pdf_pane_dispose;
  widget_class->grab_focus = ent_pdf_pane_grab_focus;
  g_type_ensure (ENT_TYPE_PDF_VIEW);
  g_type_ensure (ENT_TYPE_PDF_THUMBNAILS);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-pdf-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, thumbnails_button);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, page_box);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, search_button);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, page_entry);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, n_pages_label);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, extra_box);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, hits_label);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, split);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, view);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntPdfPane, none_page);
  bind_callbacks (widget_class);
}

static void
ent_pdf_pane_init (EntPdfPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect_swapped (self->view, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->view, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->view, "search-changed", G_CALLBACK (search_changed_in_view_cb),
                            self);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_cb), self, G_CONNECT_SWAPPED);
  set_usable (self, FALSE);
  search_changed_in_view_cb (self);
}

GtkWidget *
ent_pdf_pane_new (void)
{
  return g_object_new (ENT_TYPE_PDF_PANE, NULL);
}

void
ent_pdf_pane_set_document (EntPdfPane *self, GBytes *pdf)
{
  if (pdf != NULL && pdf == ent_pdf_view_get_document (self->view))
    return;
  if (pdf == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      set_usable (self, FALSE);
    }
  else if (ent_pdf_view_get_reader (self->view) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  ent_pdf_view_set_document (self->view, pdf);
}

void
ent_pdf_pane_show_none (EntPdfPane *self, const char *title, const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  ent_pdf_pane_set_document (self, NULL);
  adw_status_page_set_title (self->none_page, title);
  adw_status_page_set_description (self->none_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

EntPdfView *
ent_pdf_pane_get_view (EntPdfPane *self)
{
  return self->view;
}

void
ent_pdf_pane_add_tool (EntPdfPane *self, GtkWidget *tool)
{
  gtk_box_append (self->extra_box, tool);
}

void
ent_pdf_pane_find (EntPdfPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}
