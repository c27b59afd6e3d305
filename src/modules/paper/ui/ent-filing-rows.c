/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows say. Main thread. */

#include "ent-filing-rows.h"

#include <glib/gi18n-lib.h>

#define PICTURE_SIDE 96

static char *
list_of (GArray *numbers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
subtitle_of (const EntFilingGroup *group)
{
  GString *text = g_string_new (group->person_name);
  guint n = group->picks->len;

  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u page", "%u pages", n), n);
  if (group->missing->len > 0)
    {
      g_autofree char *list = list_of (group->missing);

      g_string_append_c (text, '\n');
      /* Translators: pages of a document that are not in the stack: “3, 4”, then how many it has */
      g_string_append_printf (text,
                              ngettext ("Page %s of %u is missing.", "Pages %s of %u are missing.",
                                        group->missing->len),
                              list, group->n_pages);
    }
  if (group->is_cancelled)
    g_string_append_printf (text, "\n%s", _ ("This document was cancelled."));
  return g_string_free (text, FALSE);
}

static void
signed_toggled_cb (GtkCheckButton *check, GParamSpec *pspec, gpointer group)
{
  ((EntFilingGroup *) group)->is_signed = gtk_check_button_get_active (check);
}

GtkWidget *
ent_filing_group_row_new (EntFilingGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s – %s", group->number, group->title);
  g_autofree char *subtitle = subtitle_of (group);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "private");
  if (group->request_id != 0)
    {
      /* Translators: a box to tick: the paper bears the signature of this agent */
      g_autofree char *label = g_strdup_printf (_ ("Signed by %s"), group->signer);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), group->is_signed);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_signal_connect (check, "notify::active", G_CALLBACK (signed_toggled_cb), group);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
    }
  return row;
}

static GtkWidget *
picture_of (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                                          stride * (gsize) height);
  /* The fourth byte of each dot means nothing: RGB24. */
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (width, height,
                                                          G_BYTE_ORDER == G_LITTLE_ENDIAN
                                                              ? GDK_MEMORY_B8G8R8X8
                                                              : GDK_MEMORY_X8R8G8B8,
                                                          pixels, stride);
  GtkWidget *picture = gtk_image_new_from_paintable (GDK_PAINTABLE (texture));

  gtk_image_set_pixel_size (GTK_IMAGE (picture), PICTURE_SIDE);
  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_margin_bottom (picture, 6);
  gtk_widget_add_css_class (picture, "private");
  return picture;
}

static void
assign_cb (GtkWidget *entry)
{
  GtkWidget *row = gtk_widget_get_ancestor (entry, ADW_TYPE_ACTION_ROW);
  const EntFilingAssign *assign = g_object_get_data (G_OBJECT (row), "assign");
  const char *number = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (*number != '\0')
    assign->func (assign->user_data, assign->position, number);
}

static GtkWidget *
entry_new (const char *title)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 13);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Number"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                     "object-select-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Put the page with this document"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (assign_cb), NULL);
  g_signal_connect (entry, "icon-press", G_CALLBACK (assign_cb), NULL);
  return entry;
}

GtkWidget *
ent_filing_rest_row_new (const EntFilingPage *page,
                         EntScanPage *scanned,
                         const EntFilingAssign *assign)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: number of a page in a stack of paper */
  g_autofree char *title = g_strdup_printf (_ ("Page %u"), assign->position + 1);
  /* Translators: names an entry: the page of a stack of paper whose document it asks for */
  g_autofree char *label = g_strdup_printf (_ ("Document of page %u"), assign->position + 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), page->problem);
  g_object_set_data_full (G_OBJECT (row), "assign", g_memdup2 (assign, sizeof *assign), g_free);
  if (scanned->picture != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), picture_of (scanned->picture));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry_new (label));
  return row;
}
