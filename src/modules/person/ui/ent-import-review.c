/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The review of an import. Main thread. */

#include "ent-import-review.h"

#include "ent-resources.h"

#include <glib/gi18n-lib.h>

/* Faults shown; all of them are in the file of refused lines. */
#define MAX_FAULTS 100

struct _EntImportReview
{
  AdwBin parent_instance;

  GtkLabel *sentence;
  AdwPreferencesGroup *faults_group;
  GtkListBox *faults;
  AdwPreferencesGroup *rows_group;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (EntImportReview, ent_import_review, ADW_TYPE_BIN)

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
fault_row_new (const EntImportFault *fault)
{
  g_autofree char *title = NULL;

  if (fault->column != NULL)
    /* Translators: number of a line of a file, header of a column */
    title = g_strdup_printf (_ ("Line %u, %s"), fault->line, fault->column);
  else
    title = g_strdup_printf (_ ("Line %u"), fault->line);
  return row_new (title, fault->message);
}

static char *
row_details (EntImportRow *row)
{
  GString *text = g_string_new (NULL);
  const char *about = ent_issues_for (row->issues, NULL);

  g_string_append_printf (text, _ ("Line %u"), row->line);
  if (about != NULL)
    g_string_append_printf (text, " · %s", about);
  else if (row->existing_id != 0)
    g_string_append_printf (text, " · %s", _ ("in the register already"));
  for (guint i = 0; i < row->n_fields; i++)
    if (row->shown != NULL && row->shown[i] != NULL && *row->shown[i] != '\0')
      g_string_append_printf (text, " · %s", row->shown[i]);
  return g_string_free_and_steal (text);
}

static GtkWidget *
preview_row_new (EntImportRow *row)
{
  g_autofree char *title = row->drafts->len > 0
                               ? ent_record_get_summary (g_ptr_array_index (row->drafts, 0))
                               : NULL;
  g_autofree char *details = row_details (row);
  gboolean refused = ent_issues_n_errors (row->issues) > 0;
  GtkWidget *widget = row_new (title != NULL && *title != '\0' ? title : _ ("Without a name"),
                               details);
  GtkWidget *icon = gtk_image_new_from_icon_name (refused                 ? "ent-alert-symbolic"
                                                  : row->existing_id != 0 ? "ent-link-symbolic"
                                                                          : "list-add-symbolic");

  gtk_widget_set_tooltip_text (icon, refused                 ? _ ("Refused")
                                     : row->existing_id != 0 ? _ ("In the register already")
                                                             : _ ("New"));
  gtk_widget_add_css_class (icon, refused ? "warning" : "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), icon);
  gtk_widget_add_css_class (widget, "private");
  return widget;
}

static void
ent_import_review_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_IMPORT_REVIEW);
  G_OBJECT_CLASS (ent_import_review_parent_class)->dispose (object);
}

static void
ent_import_review_class_init (EntImportReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_import_review_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "person/ent-import-review.ui");
  gtk_widget_class_bind_template_child (widget_class, EntImportReview, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntImportReview, faults_group);
  gtk_widget_class_bind_template_child (widget_class, EntImportReview, faults);
  gtk_widget_class_bind_template_child (widget_class, EntImportReview, rows_group);
  gtk_widget_class_bind_template_child (widget_class, EntImportReview, rows);
}

static void
ent_import_review_init (EntImportReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_count (GString *text, char *phrase)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", phrase);
  g_free (phrase);
}

char *
ent_import_review_sentence (const EntImportReport *report)
{
  GString *text = g_string_new (NULL);

  add_count (text, g_strdup_printf (ngettext ("%u new person", "%u new persons", report->n_added),
                                    report->n_added));
  if (report->n_updated > 0)
    add_count (text, g_strdup_printf (ngettext ("%u changed", "%u changed", report->n_updated),
                                      report->n_updated));
  if (report->n_known > 0)
    add_count (text,
               g_strdup_printf (ngettext ("%u known already, left as it is",
                                          "%u known already, left as they are", report->n_known),
                                report->n_known));
  if (report->n_refused > 0)
    add_count (text,
               g_strdup_printf (ngettext ("%u line refused", "%u lines refused", report->n_refused),
                                report->n_refused));
  return g_string_free_and_steal (text);
}

void
ent_import_review_show_report (EntImportReview *self, const EntImportReport *report)
{
  g_autofree char *sentence = ent_import_review_sentence (report);
  guint n = report->faults != NULL ? report->faults->len : 0;

  gtk_label_set_label (self->sentence, sentence);
  gtk_list_box_remove_all (self->faults);
  for (guint i = 0; i < MIN (n, MAX_FAULTS); i++)
    gtk_list_box_append (self->faults, fault_row_new (g_ptr_array_index (report->faults, i)));
  if (n > MAX_FAULTS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         n - MAX_FAULTS),
                                               n - MAX_FAULTS);

      gtk_list_box_append (self->faults, row_new (more, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->faults_group), n > 0);
}

void
ent_import_review_show_rows (EntImportReview *self, GPtrArray *rows)
{
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->rows, preview_row_new (g_ptr_array_index (rows, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows_group), rows->len > 0);
}
