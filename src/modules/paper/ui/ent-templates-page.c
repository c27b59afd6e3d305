/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All kinds of documents, searched by their names. Main thread. */

#include "ent-templates-page.h"

#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-query.h"
#include "ent-resources.h"
#include "ent-template-page.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EntTemplatesPage
{
  AdwNavigationPage parent_instance;

  GtkEditable *search;
  GtkStack *stack;
  AdwPreferencesGroup *attestations;
  AdwPreferencesGroup *letters;
  GPtrArray *rows; /* GtkWidget, borrowed */

  EntStore *store;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntTemplatesPage, ent_templates_page, ADW_TYPE_NAVIGATION_PAGE)

static void
open_template (EntTemplatesPage *self, const EntDocumentKind *kind, EntPaperLanguage language)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                              ent_template_page_new (self->store, kind, language));
}

static void
row_activated_cb (EntTemplatesPage *self, GtkWidget *row)
{
  open_template (self, g_object_get_data (G_OBJECT (row), "kind"), ENT_PAPER_FR);
}

static void
language_clicked_cb (EntTemplatesPage *self, GtkWidget *button)
{
  open_template (self, g_object_get_data (G_OBJECT (button), "kind"),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "language")));
}

static char *
describe (const EntChoice *language, int edition)
{
  if (edition > 1)
    /* Translators: a language, the number of an edition */
    return g_strdup_printf (_ ("%s: edition %d, written by the centre"), _ (language->label),
                            edition);
  if (edition == 1)
    return g_strdup_printf (_ ("%s: the text that comes with the program"), _ (language->label));
  return g_strdup_printf (_ ("%s: no text yet"), _ (language->label));
}

static void
set_edition (GtkWidget *button, const EntChoice *language, int edition)
{
  g_autofree char *text = g_ascii_strup (language->nick, -1);
  g_autofree char *numbered = g_strdup_printf ("%s %d", text, edition);
  g_autofree char *tip = describe (language, edition);

  gtk_button_set_label (GTK_BUTTON (button), edition > 1 ? numbered : text);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  if (edition == 0)
    gtk_widget_add_css_class (button, "dimmed");
  else
    gtk_widget_remove_css_class (button, "dimmed");
}

static void
add_languages (EntTemplatesPage *self, GtkWidget *row, const EntDocumentKind *kind)
{
  for (guint i = 0; i < ent_paper_language_enum.n_choices; i++)
    {
      const EntChoice *language = &ent_paper_language_enum.choices[i];
      g_autofree char *shipped = ent_paper_shipped_template (kind->id, language->nick);
      GtkWidget *button = gtk_button_new ();

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "kind", (gpointer) kind);
      g_object_set_data (G_OBJECT (button), "language", GINT_TO_POINTER (language->value));
      set_edition (button, language, shipped != NULL ? 1 : 0);
      g_signal_connect_object (button, "clicked", G_CALLBACK (language_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      g_object_set_data (G_OBJECT (row), language->nick, button);
    }
}

static void
add_kind (EntTemplatesPage *self, const EntDocumentKind *kind)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kind->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind->hint != NULL ? _ (kind->hint) : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (kind->icon_name));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  add_languages (self, row, kind);
  adw_preferences_group_add (kind->shape == ENT_SHAPE_LETTER ? self->letters : self->attestations,
                             row);
  g_ptr_array_add (self->rows, row);
}

static void
editions_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntTemplatesPage) self = user_data;
  g_autoptr (GPtrArray) own = ent_store_run_finish (ENT_STORE (source), result, NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      EntDocumentTemplate *record = g_ptr_array_index (own, i);
      const EntChoice *language = ent_enum_by_value (&ent_paper_language_enum, record->language);

      for (guint j = 0; language != NULL && j < self->rows->len; j++)
        {
          GtkWidget *row = g_ptr_array_index (self->rows, j);
          const EntDocumentKind *kind = g_object_get_data (G_OBJECT (row), "kind");

          if (g_str_equal (kind->id, record->kind))
            set_edition (g_object_get_data (G_OBJECT (row), language->nick), language,
                         record->edition);
        }
    }
}

/* The editions of the office, oldest first, so that the latest is shown. */
static gpointer
read_editions (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntQuery) query = ent_query_new (&ent_document_template_schema);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  ids = ent_query_run (query, db, cancellable, error);
  for (guint i = ids != NULL ? ids->len : 0; i-- > 0;)
    {
      gpointer record = ent_paper_query_record (db, &ent_document_template_schema,
                                                g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (own, record);
    }
  return ids != NULL ? g_steal_pointer (&own) : NULL;
}

static void
refresh (EntTemplatesPage *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_editions, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, editions_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntTemplatesPage *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_document_template_schema))
    refresh (self);
}

static void
search_changed_cb (EntTemplatesPage *self)
{
  g_autofree char *words = ent_text_fold (gtk_editable_get_text (self->search));
  guint n_attestations = 0;
  guint n_letters = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const EntDocumentKind *kind = g_object_get_data (G_OBJECT (row), "kind");
      g_autofree char *whole = g_strdup_printf ("%s %s", _ (kind->title),
                                                kind->hint != NULL ? _ (kind->hint) : "");
      g_autofree char *folded = ent_text_fold (whole);
      gboolean found = strstr (folded, words) != NULL;

      gtk_widget_set_visible (row, found);
      if (found && kind->shape == ENT_SHAPE_LETTER)
        n_letters++;
      else if (found)
        n_attestations++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->letters), n_letters > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->attestations), n_attestations > 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    n_letters + n_attestations > 0 ? "list" : "nothing");
}

static GtkWidget *
first_row (EntTemplatesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (self->rows, i)))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/* What has just been typed counts, even before the pause has passed. */
static void
search_activated_cb (EntTemplatesPage *self)
{
  GtkWidget *row;

  search_changed_cb (self);
  row = first_row (self);
  if (row != NULL)
    row_activated_cb (self, row);
}

static void
search_stopped_cb (EntTemplatesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint code,
               GdkModifierType state,
               EntTemplatesPage *self)
{
  GtkWidget *row = first_row (self);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (row);
  return GDK_EVENT_STOP;
}

static void
ent_templates_page_dispose (GObject *object)
{
  EntTemplatesPage *self = ENT_TEMPLATES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_TEMPLATES_PAGE);
  G_OBJECT_CLASS (ent_templates_page_parent_class)->dispose (object);
}

static void
ent_templates_page_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_TEMPLATES_PAGE (object)->rows);
  G_OBJECT_CLASS (ent_templates_page_parent_class)->finalize (object);
}

static void
ent_templates_page_class_init (EntTemplatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_templates_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_templates_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntTemplatesPage, search);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatesPage, attestations);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatesPage, letters);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
}

static void
ent_templates_page_init (EntTemplatesPage *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
ent_templates_page_new (EntStore *store)
{
  EntTemplatesPage *self = g_object_new (ENT_TYPE_TEMPLATES_PAGE, NULL);
  g_autoptr (GPtrArray) kinds = ent_paper_kinds ();

  self->store = g_object_ref (store);
  for (guint i = 0; i < kinds->len; i++)
    add_kind (self, g_ptr_array_index (kinds, i));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}
