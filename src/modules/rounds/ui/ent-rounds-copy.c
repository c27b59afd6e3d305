/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that copies a week. Main thread. */

#include "ent-rounds-copy.h"

#include "ent-rounds-blocks.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwDialog *dialog; /* owns this */
  EntRoundsCopy *copy;
  EntRoundsJudge *next;
  void (*accepted) (const EntRoundsCopy *copy, gpointer data);
  gpointer data;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *self = data;

  ent_rounds_copy_free (self->copy);
  ent_rounds_judge_free (self->next);
  g_free (self);
}

static void
accept_cb (Copying *self)
{
  self->accepted (self->copy, self->data);
  adw_dialog_close (self->dialog);
}

static void
add_line (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_uncopied (GtkWidget *group, const Copying *self, const EntRoundsUncopied *uncopied)
{
  g_autofree char *whose = ent_rounds_describe_whose (ent_rounds_judge_get_week (self->next),
                                                      uncopied->visit);

  add_line (group, whose, uncopied->why);
}

/* What is left alone, in one line each. */
static void
add_rest (GtkWidget *page, const Copying *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_given = self->copy->n_given, n_missing = self->copy->n_missing;
  g_autofree char *given = g_strdup_printf (ngettext ("%u visit has a carer next week already",
                                                      "%u visits have a carer next week already",
                                                      n_given),
                                            n_given);
  g_autofree char *missing = g_strdup_printf (ngettext ("%u visit does not return next week",
                                                        "%u visits do not return next week",
                                                        n_missing),
                                              n_missing);

  if (n_given > 0)
    add_line (group, given, _ ("They stay as they are."));
  if (n_missing > 0)
    add_line (group, missing, _ ("They are not in the rhythm of that week, or cancelled."));
  if (n_given + n_missing > 0)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

static GtkWidget *
page_new (const Copying *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint n_moves = self->copy->moves->len, n_left = self->copy->uncopied->len;
  g_autofree char *can = g_strdup_printf (ngettext ("%u visit can be made as this week",
                                                    "%u visits can be made as this week", n_moves),
                                          n_moves);
  g_autofree char *cannot = g_strdup_printf (ngettext ("%u cannot, and stays to be placed",
                                                       "%u cannot, and stay to be placed", n_left),
                                             n_left);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), can);
  if (n_left > 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), cannot);
  for (guint i = 0; i < n_left; i++)
    add_uncopied (group, self, &g_array_index (self->copy->uncopied, EntRoundsUncopied, i));
  gtk_widget_add_css_class (group, "private");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  add_rest (page, self);
  return page;
}

static GtkWidget *
header_new (Copying *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("C_opy"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_widget_set_sensitive (accept, self->copy->moves->len > 0);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (adw_dialog_close), self->dialog);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (accept_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  adw_dialog_set_default_widget (self->dialog, accept);
  adw_dialog_set_focus (self->dialog, accept);
  return header;
}

void
ent_rounds_copy_show (GtkWidget *parent,
                      EntRoundsCopy *copy,
                      EntRoundsJudge *next,
                      void (*accepted) (const EntRoundsCopy *copy, gpointer data),
                      gpointer data)
{
  Copying *self = g_new0 (Copying, 1);
  GtkWidget *view = adw_toolbar_view_new ();

  *self = (Copying) { adw_dialog_new (), copy, next, accepted, data };
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-copying", self, copying_free);
  g_object_set_data_full (G_OBJECT (self->dialog), "ent-parent", g_object_ref (parent),
                          g_object_unref);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header_new (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page_new (self));
  adw_dialog_set_title (self->dialog, _ ("Copy to next week"));
  adw_dialog_set_content_width (self->dialog, 560);
  adw_dialog_set_content_height (self->dialog, 520);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_present (self->dialog, parent);
}
