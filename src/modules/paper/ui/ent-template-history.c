/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog of the editions of a template. Main thread. */

#include "ent-template-history.h"

#include "ent-diff-view.h"
#include "ent-group.h"
#include "ent-resources.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  AdwDialog *dialog;
  AdwNavigationView *view;
  GWeakRef parent;
  EntTemplateEditions *editions;
  EntTemplateStarted started;
} History;

static void
history_free (History *self)
{
  g_weak_ref_clear (&self->parent);
  ent_template_editions_free (self->editions);
  g_free (self);
}

/* Editions from the latest; behind those of the office that of the program. */
static const char *
text_of (History *self, guint position)
{
  if (position < self->editions->own->len)
    return ((EntDocumentTemplate *) g_ptr_array_index (self->editions->own, position))->text;
  return position == self->editions->own->len ? self->editions->shipped : NULL;
}

static char *
title_of (History *self, guint position)
{
  EntDocumentTemplate *own = position < self->editions->own->len
                                 ? g_ptr_array_index (self->editions->own, position)
                                 : NULL;

  return g_strdup_printf (_ ("Edition %d"), own != NULL ? own->edition : 1);
}

static char *
describe (History *self, guint position)
{
  EntDocumentTemplate *own;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (position >= self->editions->own->len)
    return g_strdup (_ ("Comes with the program"));
  own = g_ptr_array_index (self->editions->own, position);
  day = ent_record_display (own, "valid_from");
  /* Translators: a day, then the name of who wrote it */
  text = g_strdup_printf (_ ("Used from %s, written by %s"), day, own->author);
  return own->note != NULL ? g_strdup_printf ("%s\n%s", text, own->note) : g_steal_pointer (&text);
}

static void
start_clicked_cb (GtkWidget *button, History *self)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));
  g_autofree char *text = g_strdup (text_of (self, position));
  EntTemplateStarted started = self->started;
  g_autoptr (GObject) parent = g_weak_ref_get (&self->parent);

  adw_dialog_force_close (self->dialog);
  if (parent != NULL)
    started (parent, text);
}

static void
compare_toggled_cb (GtkToggleButton *toggle, EntDiffView *view)
{
  History *self = g_object_get_data (G_OBJECT (toggle), "history");
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "position"));

  if (gtk_toggle_button_get_active (toggle))
    ent_diff_view_compare (view, text_of (self, position + 1), text_of (self, position));
  else
    ent_diff_view_show (view, text_of (self, position));
}

static GtkWidget *
make_header (History *self, guint position, EntDiffView *view)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *start = gtk_button_new_with_mnemonic (_ ("Start from _this"));
  GtkWidget *compare = gtk_toggle_button_new_with_mnemonic (_ ("What it _changed"));

  gtk_widget_set_tooltip_text (start, _ ("Go on writing from this edition"));
  g_object_set_data (G_OBJECT (start), "position", GUINT_TO_POINTER (position));
  g_signal_connect (start, "clicked", G_CALLBACK (start_clicked_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), start);

  g_object_set_data (G_OBJECT (compare), "history", self);
  g_object_set_data (G_OBJECT (compare), "position", GUINT_TO_POINTER (position));
  gtk_widget_set_visible (compare, text_of (self, position + 1) != NULL);
  g_signal_connect (compare, "toggled", G_CALLBACK (compare_toggled_cb), view);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), compare);
  return header;
}

static void
open_edition (History *self, guint position)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = ent_diff_view_new ();
  g_autofree char *title = title_of (self, position);

  ent_diff_view_show (ENT_DIFF_VIEW (view), text_of (self, position));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar),
                                make_header (self, position, ENT_DIFF_VIEW (view)));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled);
  adw_navigation_view_push (self->view, adw_navigation_page_new (toolbar, title));
}

static void
row_activated_cb (AdwActionRow *row, History *self)
{
  open_edition (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position")));
}

static GtkWidget *
edition_row (History *self, guint position)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = title_of (self, position);
  g_autofree char *subtitle = describe (self, position);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

void
ent_template_history_present (GtkWidget *parent,
                              const EntTemplateEditions *editions,
                              EntTemplateStarted started)
{
  g_autoptr (GtkBuilder)
                builder = gtk_builder_new_from_resource (ENT_UI "paper/ent-template-history.ui");
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "group"));
  History *self = g_new0 (History, 1);

  self->dialog = ADW_DIALOG (gtk_builder_get_object (builder, "dialog"));
  self->view = ADW_NAVIGATION_VIEW (gtk_builder_get_object (builder, "view"));
  self->editions = ent_template_editions_copy (editions);
  self->started = started;
  g_weak_ref_init (&self->parent, parent);
  for (guint i = 0; text_of (self, i) != NULL; i++)
    adw_preferences_group_add (group, edition_row (self, i));
  ent_group_set_name (group, _ ("Editions"));
  g_object_set_data_full (G_OBJECT (self->dialog), "history", self, (GDestroyNotify) history_free);
  adw_dialog_present (self->dialog, parent);
}
