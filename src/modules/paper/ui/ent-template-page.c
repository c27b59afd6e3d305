/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a template is written. What is not saved is noted down after each pause, so that
 * nothing is lost whichever way the page goes. Main thread. */

#include "ent-template-page.h"

#include "ent-chip-menu.h"
#include "ent-paper-kinds.h"
#include "ent-place-view.h"
#include "ent-resources.h"
#include "ent-shell.h"
#include "ent-template-help.h"
#include "ent-template-history.h"
#include "ent-template-preview.h"
#include "ent-template-save.h"
#include "ent-template-text.h"
#include "ent-templates-dialog.h"

#include <glib/gi18n-lib.h>

/* Milliseconds without a key before the text is read again: with the 100 or so that a letter
 * takes, it is there within 300. */
#define PAUSE 100

struct _EntTemplatePage
{
  AdwNavigationPage parent_instance;

  GtkButton *close_button;
  GtkWidget *wide_button;
  AdwWindowTitle *window_title;
  AdwToggleGroup *languages;
  GtkMenuButton *insert_button;
  GtkWidget *tools;
  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkWidget *start_french_button;
  EntTemplateText *text;
  EntTemplatePreview *preview;
  GtkRevealer *faults_revealer;
  GtkListBox *faults_list;

  EntStore *store;
  const EntDocumentKind *kind;
  EntPaperLanguage language;
  EntPaperChips *chips;
  EntTemplateEditions *editions; /* NULL while they are read */
  GPtrArray *faults;
  GObject *record; /* while it tells of which kind it is */
  guint pause;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntTemplatePage, ent_template_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
saved_text (EntTemplatePage *self)
{
  const char *latest = self->editions != NULL ? ent_template_editions_latest (self->editions, NULL)
                                              : NULL;

  return latest != NULL ? latest : "";
}

gboolean
ent_template_page_is_unsaved (EntTemplatePage *self)
{
  return self->kind != NULL &&
         ent_template_unsaved_get (self->store, self->kind, self->language) != NULL;
}

static void
update_title (EntTemplatePage *self)
{
  gboolean unsaved = ent_template_page_is_unsaved (self);
  g_autofree char *subtitle = NULL;
  int edition = 0;

  if (self->editions != NULL)
    ent_template_editions_latest (self->editions, &edition);
  if (unsaved)
    subtitle = g_strdup_printf (_ ("Edition %d, not saved"), edition + 1);
  else if (edition == 1)
    subtitle = g_strdup (_ ("Edition 1, comes with the program"));
  else if (edition > 1)
    subtitle = g_strdup_printf (_ ("Edition %d"), edition);
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save",
                                 unsaved && self->faults->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.discard", unsaved);
  if (!unsaved)
    adw_banner_set_revealed (self->banner, FALSE);
}

static GtkWidget *
fault_row (const EntTemplateFault *fault)
{
  GtkWidget *label = gtk_label_new (NULL);
  /* Translators: number of a line of the text, what is wrong there */
  g_autofree char *text = g_strdup_printf (_ ("Line %u: %s"), fault->line, fault->message);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* Without a text there is nothing to undo, and without an edition nothing to look back at. */
static void
update_tools (EntTemplatePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gboolean writing = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "editor") == 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->insert_button), writing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.insert", writing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.undo",
                                 writing && gtk_text_buffer_get_can_undo (buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.redo",
                                 writing && gtk_text_buffer_get_can_redo (buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.history",
                                 self->editions != NULL &&
                                     ent_template_editions_count (self->editions) > 0);
}

static void
show_faults (EntTemplatePage *self)
{
  gtk_list_box_remove_all (self->faults_list);
  for (guint i = 0; i < self->faults->len; i++)
    gtk_list_box_append (self->faults_list, fault_row (g_ptr_array_index (self->faults, i)));
  gtk_revealer_set_reveal_child (self->faults_revealer, self->faults->len > 0);
  ent_template_text_set_faults (self->text, self->faults);
}

/* Reads the text: faults, letter, whether it differs from what is saved. */
static void
examine (EntTemplatePage *self)
{
  g_autofree char *text = ent_template_text_get_text (self->text);
  g_autoptr (EntTemplate) template = ent_template_parse (text, ent_paper_chips_get (self->chips));

  g_ptr_array_unref (self->faults);
  self->faults = g_ptr_array_ref (ent_template_get_faults (template));
  show_faults (self);
  ent_template_unsaved_set (self->store, self->kind, self->language,
                            g_str_equal (text, saved_text (self)) ? NULL : text);
  update_title (self);
  if (self->faults->len > 0)
    ent_template_preview_set_stale (self->preview);
  else
    ent_template_preview_show (self->preview, ent_template_language_nick (self->language), text);
}

static gboolean
paused_cb (gpointer user_data)
{
  EntTemplatePage *self = user_data;

  if (ent_template_text_is_completing (self->text))
    return G_SOURCE_CONTINUE;
  self->pause = 0;
  examine (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (EntTemplatePage *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, paused_cb, self);
}

/* What a key left undone when the page or the language goes. */
static void
settle (EntTemplatePage *self)
{
  if (self->pause == 0)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  examine (self);
}

/* A text that is there already keeps its cursor and what can be undone. */
static void
begin (EntTemplatePage *self, const char *text)
{
  g_autofree char *present = ent_template_text_get_text (self->text);

  if (!g_str_equal (present, text))
    ent_template_text_set_text (self->text, text);
  gtk_stack_set_visible_child_name (self->stack, "editor");
  examine (self);
  update_tools (self);
}

static void
show_editions (EntTemplatePage *self)
{
  const char *unsaved = ent_template_unsaved_get (self->store, self->kind, self->language);
  g_autofree char *copy = g_strdup (unsaved);

  if (copy == NULL && ent_template_editions_count (self->editions) == 0)
    {
      gtk_widget_set_visible (self->start_french_button, self->editions->french != NULL);
      gtk_stack_set_visible_child_name (self->stack, "none");
      update_title (self);
      update_tools (self);
      return;
    }
  begin (self, copy != NULL ? copy : saved_text (self));
  adw_banner_set_revealed (self->banner, copy != NULL && ent_template_page_is_unsaved (self));
}

static void
editions_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntTemplatePage) self = user_data;
  g_autoptr (GError) error = NULL;
  EntTemplateEditions *editions = ent_template_editions_read_finish (ENT_STORE (source), result,
                                                                     &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (editions == NULL)
    {
      adw_status_page_set_description (self->failed_page, error != NULL ? error->message : "");
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->editions, ent_template_editions_free);
  self->editions = editions;
  show_editions (self);
}

static void
read_editions (EntTemplatePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ent_template_editions_read_async (self->store, self->kind, self->language, self->cancellable,
                                    editions_read_cb, g_object_ref (self));
}

/* An edition that was saved elsewhere, unless something is being written here. */
static void
store_changed_cb (EntTemplatePage *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_document_template_schema) && self->pause == 0 &&
      !ent_template_page_is_unsaved (self))
    read_editions (self);
}

static void
language_chosen_cb (EntTemplatePage *self)
{
  const char *nick = adw_toggle_group_get_active_name (self->languages);
  const EntChoice *choice = nick != NULL ? ent_enum_by_nick (&ent_paper_language_enum, nick) : NULL;

  if (self->kind == NULL || choice == NULL || choice->value == (int) self->language)
    return;
  settle (self);
  self->language = (EntPaperLanguage) choice->value;
  g_clear_pointer (&self->editions, ent_template_editions_free);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  update_tools (self);
  read_editions (self);
}

static void
start_french_cb (EntTemplatePage *self)
{
  begin (self, self->editions->french);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
start_empty_cb (EntTemplatePage *self)
{
  begin (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
fault_activated_cb (EntTemplatePage *self, GtkListBoxRow *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (position < self->faults->len)
    ent_template_text_go_to (self->text, g_ptr_array_index (self->faults, position));
}

static void
chip_chosen_cb (EntTemplatePage *self, const char *snippet)
{
  ent_template_text_insert (self->text, snippet);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
ent_template_page_discard (EntTemplatePage *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->kind == NULL || self->editions == NULL)
    return;
  ent_template_unsaved_set (self->store, self->kind, self->language, NULL);
  show_editions (self);
}

static void
discard_cb (EntTemplatePage *self)
{
  ent_template_page_discard (self);
}

static void
saved_cb (gpointer owner)
{
  EntTemplatePage *self = owner;

  ent_template_unsaved_set (self->store, self->kind, self->language, NULL);
  read_editions (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntTemplatePage *self = ENT_TEMPLATE_PAGE (widget);
  g_autofree char *text = NULL;

  settle (self);
  if (self->faults->len > 0 || !ent_template_page_is_unsaved (self))
    return;
  text = ent_template_text_get_text (self->text);
  /* The dialog gives the focus back, and the button has nothing to save by then. */
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  ent_template_save_present (widget, self->store, self->editions, text, saved_cb);
}

static void
discard_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_template_page_discard (ENT_TEMPLATE_PAGE (widget));
}

static void
started_from_cb (gpointer owner, const char *text)
{
  EntTemplatePage *self = owner;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "editor"))
    ent_template_text_replace (self->text, text);
  else
    begin (self, text);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntTemplatePage *self = ENT_TEMPLATE_PAGE (widget);

  if (self->editions != NULL)
    ent_template_history_present (widget, self->editions, started_from_cb);
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ent_template_help_present (widget);
}

static void
wide_closed_cb (EntTemplatePage *self)
{
  read_editions (self);
}

static void
wide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntTemplatePage *self = ENT_TEMPLATE_PAGE (widget);
  AdwDialog *dialog;

  if (self->kind == NULL)
    return;
  settle (self);
  dialog = ent_templates_dialog_present_kind (widget, self->store, self->kind, self->language);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (wide_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_text_buffer_undo (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (ENT_TEMPLATE_PAGE (widget)->text)));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_text_buffer_redo (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (ENT_TEMPLATE_PAGE (widget)->text)));
}

static void
insert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (ENT_TEMPLATE_PAGE (widget)->insert_button);
}

/* As the pages of records do: a page beside its list has a button of its own to close it. */
static void
ent_template_page_map (GtkWidget *widget)
{
  GtkWidget *place = gtk_widget_get_ancestor (widget, ENT_TYPE_PLACE_VIEW);
  gboolean side_by_side = FALSE;

  if (place != NULL)
    g_object_get (place, "side-by-side", &side_by_side, NULL);
  gtk_widget_set_visible (GTK_WIDGET (ENT_TEMPLATE_PAGE (widget)->close_button), side_by_side);
  gtk_widget_set_visible (ENT_TEMPLATE_PAGE (widget)->wide_button, place != NULL);
  GTK_WIDGET_CLASS (ent_template_page_parent_class)->map (widget);
}

static void
ent_template_page_unmap (GtkWidget *widget)
{
  settle (ENT_TEMPLATE_PAGE (widget));
  GTK_WIDGET_CLASS (ent_template_page_parent_class)->unmap (widget);
}

static void
ent_template_page_dispose (GObject *object)
{
  EntTemplatePage *self = ENT_TEMPLATE_PAGE (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_clear_pointer (&self->chips, ent_paper_chips_unref);
  g_clear_pointer (&self->editions, ent_template_editions_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_TEMPLATE_PAGE);
  G_OBJECT_CLASS (ent_template_page_parent_class)->dispose (object);
}

static void
ent_template_page_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_TEMPLATE_PAGE (object)->faults);
  G_OBJECT_CLASS (ent_template_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "template.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "template.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "template.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "template.wide", NULL, wide_action);
  gtk_widget_class_install_action (widget_class, "template.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "template.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "template.insert", NULL, insert_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "template.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "template.insert",
                                       NULL);
}

static void
ent_template_page_class_init (EntTemplatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_template_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_template_page_finalize;
  widget_class->map = ent_template_page_map;
  widget_class->unmap = ent_template_page_unmap;

  g_type_ensure (ENT_TYPE_TEMPLATE_TEXT);
  g_type_ensure (ENT_TYPE_TEMPLATE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-template-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, close_button);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, wide_button);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, languages);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, insert_button);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, tools);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, banner);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, start_french_button);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, text);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, preview);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, faults_revealer);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePage, faults_list);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_french_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  install_actions (widget_class);
}

static void
ent_template_page_init (EntTemplatePage *self)
{
  GtkTextBuffer *buffer;

  self->faults = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_signal_connect_object (self->text, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::can-undo", G_CALLBACK (update_tools), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::can-redo", G_CALLBACK (update_tools), self,
                           G_CONNECT_SWAPPED);
  update_tools (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.discard", FALSE);
}

static void
set_kind (EntTemplatePage *self, const EntDocumentKind *kind, EntPaperLanguage language)
{
  g_autoptr (GListModel) items = NULL;
  GtkWidget *menu;

  self->kind = kind;
  self->language = language;
  self->chips = ent_paper_chips_new (kind);
  items = ent_chip_items_new (self->chips);
  ent_template_text_set_chips (self->text, self->chips, items);
  menu = ent_chip_menu_new (items);
  g_signal_connect_object (menu, "chosen", G_CALLBACK (chip_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->insert_button, menu);
  ent_template_preview_set_up (self->preview, self->store, kind);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (kind->title));
  adw_window_title_set_title (self->window_title, _ (kind->title));
  adw_toggle_group_set_active_name (self->languages, ent_template_language_nick (language));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_editions (self);
}

AdwNavigationPage *
ent_template_page_new (EntStore *store, const EntDocumentKind *kind, EntPaperLanguage language)
{
  EntTemplatePage *self = g_object_new (ENT_TYPE_TEMPLATE_PAGE, NULL);

  self->store = g_object_ref (store);
  set_kind (self, kind, language);
  return ADW_NAVIGATION_PAGE (self);
}

static void
record_loaded_cb (EntTemplatePage *self)
{
  EntDocumentTemplate *record = ENT_DOCUMENT_TEMPLATE (self->record);
  const EntDocumentKind *kind;

  if (self->kind != NULL || !ent_record_is_loaded (record))
    return;
  kind = ent_paper_kind (record->kind);
  if (kind != NULL)
    {
      set_kind (self, kind, (EntPaperLanguage) record->language);
      return;
    }
  adw_status_page_set_title (self->failed_page, _ ("A document of another program"));
  adw_status_page_set_description (self->failed_page,
                                   _ ("This program does not make documents of this kind."));
  gtk_widget_set_visible (self->tools, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

AdwNavigationPage *
ent_template_page_new_for_record (EntStore *store, gint64 id)
{
  EntTemplatePage *self = g_object_new (ENT_TYPE_TEMPLATE_PAGE, NULL);

  self->store = g_object_ref (store);
  self->record = ent_store_peek (store, ENT_TYPE_DOCUMENT_TEMPLATE, id);
  g_signal_connect_object (self->record, "notify::loaded", G_CALLBACK (record_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  record_loaded_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
