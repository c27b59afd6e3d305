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
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_widget_set_size_request (picture, PICTURE_SIDE, PICTURE_SIDE);
  gtk_widget_set_margin_top (picture, 6);
  gtk_widget_set_margin_bottom (picture, 6);
  gtk_widget_add_css_class (picture, "private");
  return picture;
}

GtkWidget *
ent_filing_rest_row_new (const EntFilingPage *page, guint position, EntScanPage *scanned)
{
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: number of a page in the stack, what is wrong with it */
  g_autofree char *title = g_strdup_printf (_ ("Page %u: %s"), position + 1, page->problem);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (row, title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  if (scanned->picture != NULL)
    {
      GtkWidget *picture = picture_of (scanned->picture);

      gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      title, -1);
      adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), picture);
    }
  return row;
}
