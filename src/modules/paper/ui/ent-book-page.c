/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book. The list is read again whenever the store tells that a line changed; ticks
 * and selection stay with their lines. Main thread. */

#include "ent-book-page.h"

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-book-acts.h"
#include "ent-book-row.h"
#include "ent-document.h"
#include "ent-pdf-pane.h"
#include "ent-place-view.h"
#include "ent-resources.h"
#include "ent-shell.h"
#include "ent-split.h"

#include <glib/gi18n-lib.h>

struct _EntBookPage
{
  AdwNavigationPage parent_instance;

  AdwNavigationSplitView *split;
  GtkWidget *close_button;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *failed_page;
  GtkWidget *bottom_bar;
  GtkCheckButton *all_check;
  GtkButton *sign_button;
  AdwNavigationPage *preview_page;
  AdwBanner *banner;
  GtkStack *preview_stack;
  AdwStatusPage *preview_failed;
  EntPdfPane *pane;

  EntStore *store;
  EntBook *book;
  gint64 shown_id; /* the line whose document is in the preview, 0: none */
  gint64 wanted_document; /* to be selected when it is there */
  gboolean filling; /* the list is being written by us */
  GCancellable *cancellable; /* of the page */
  GCancellable *preview_cancellable;
};

G_DEFINE_FINAL_TYPE (EntBookPage, ent_book_page, ADW_TYPE_NAVIGATION_PAGE)

static EntBookRow *
nth_row (EntBookPage *self, int n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, n);

  return row != NULL ? ENT_BOOK_ROW (row) : NULL;
}

static const EntBookTurn *
selected_turn (EntBookPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? ent_book_row_get_turn (ENT_BOOK_ROW (row)) : NULL;
}

/* (element-type EntBookTurn), borrowed. */
static GPtrArray *
ticked_turns (EntBookPage *self)
{
  GPtrArray *turns = g_ptr_array_new ();
  EntBookRow *row;

  for (int i = 0; (row = nth_row (self, i)) != NULL; i++)
    if (ent_book_row_is_ticked (row))
      g_ptr_array_add (turns, (gpointer) ent_book_row_get_turn (row));
  return turns;
}

static guint
n_to_sign (EntBookPage *self)
{
  guint n = 0;

  for (guint i = 0; self->book != NULL && i < self->book->turns->len; i++)
    if (!((EntBookTurn *) g_ptr_array_index (self->book->turns, i))->is_begun)
      n++;
  return n;
}

static void
update_acts (EntBookPage *self)
{
  g_autoptr (GPtrArray) ticked = ticked_turns (self);
  const EntBookTurn *turn = selected_turn (self);
  guint n = n_to_sign (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Sign %u document…", "_Sign %u documents…",
                                                      ticked->len),
                                            ticked->len);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean shown = self->shown_id != 0;

  gtk_button_set_label (self->sign_button, ticked->len > 0 ? label : _ ("_Sign…"));
  gtk_widget_action_set_enabled (widget, "book.sign", ticked->len > 0);
  gtk_widget_action_set_enabled (widget, "book.sign-this",
                                 shown && turn != NULL && !turn->is_begun);
  gtk_widget_action_set_enabled (widget, "book.refuse", shown);
  gtk_widget_action_set_enabled (widget, "book.paper", shown);
  gtk_widget_action_set_enabled (widget, "book.open", shown);
  self->filling = TRUE;
  gtk_check_button_set_active (self->all_check, n > 0 && ticked->len == n);
  gtk_check_button_set_inconsistent (self->all_check, ticked->len > 0 && ticked->len < n);
  self->filling = FALSE;
}

static void
all_toggled_cb (EntBookPage *self)
{
  gboolean all = gtk_check_button_get_active (self->all_check);
  EntBookRow *row;

  if (self->filling)
    return;
  for (int i = 0; (row = nth_row (self, i)) != NULL; i++)
    ent_book_row_set_ticked (row, all);
}

/* Preview */

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntBookPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = ent_book_read_file_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf == NULL)
    adw_status_page_set_description (self->preview_failed, error->message);
  else
    ent_pdf_pane_set_document (self->pane, pdf);
  gtk_stack_set_visible_child_name (self->preview_stack, pdf != NULL ? "document" : "failed");
}

static void
show_nothing (EntBookPage *self)
{
  self->shown_id = 0;
  adw_navigation_page_set_title (self->preview_page, _ ("Document"));
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_stack_set_visible_child_name (self->preview_stack, "none");
  ent_pdf_pane_set_document (self->pane, NULL);
  ent_split_show_content (self->split, FALSE);
}

/* Transfer full; NULL when there is nothing to say. */
static char *
instead_text (const EntBookTurn *turn)
{
  if (turn->instead_of == NULL)
    return NULL;
  if (turn->is_begun)
    return g_strdup_printf (_ ("In place of %s: somebody has signed already, so that it cannot be "
                               "issued again with your name. Cancel it and issue it anew."),
                            turn->instead_of);
  return g_strdup_printf (_ ("In place of %s: signing issues the document again with your name."),
                          turn->instead_of);
}

static void
show_turn (EntBookPage *self, const EntBookTurn *turn)
{
  g_autofree char *instead = instead_text (turn);

  adw_banner_set_title (self->banner, instead != NULL ? instead : "");
  adw_banner_set_revealed (self->banner, instead != NULL);
  adw_navigation_page_set_title (self->preview_page, turn->line->document_number);
  if (self->shown_id == ent_record_get_id (turn->line))
    return;
  self->shown_id = ent_record_get_id (turn->line);
  g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  self->preview_cancellable = g_cancellable_new ();
  ent_book_read_file_async (self->store, self->shown_id, self->preview_cancellable, file_read_cb,
                            g_object_ref (self));
}

static void
row_selected_cb (EntBookPage *self)
{
  const EntBookTurn *turn;

  /* The list loses its selection too when the page goes. */
  if (self->filling || self->list == NULL)
    return;
  turn = selected_turn (self);
  if (turn != NULL)
    show_turn (self, turn);
  else
    show_nothing (self);
  update_acts (self);
}

static void
row_activated_cb (EntBookPage *self)
{
  ent_split_show_content (self->split, TRUE);
}

/* The list */

static GHashTable *
remember_ticks (EntBookPage *self)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) ticked = ticked_turns (self);

  for (guint i = 0; i < ticked->len; i++)
    {
      const EntBookTurn *turn = g_ptr_array_index (ticked, i);
      gint64 id = ent_record_get_id (turn->line);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return ids;
}

static gboolean
is_wanted (EntBookPage *self, const EntBookTurn *turn)
{
  if (self->wanted_document != 0)
    return turn->line->document_id == self->wanted_document;
  return ent_record_get_id (turn->line) == self->shown_id;
}

static void
fill (EntBookPage *self)
{
  g_autoptr (GHashTable) ticked = remember_ticks (self);
  GtkWidget *wanted = NULL;

  self->filling = TRUE;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->book->turns->len; i++)
    {
      const EntBookTurn *turn = g_ptr_array_index (self->book->turns, i);
      gint64 id = ent_record_get_id (turn->line);
      GtkWidget *row = ent_book_row_new (turn);

      ent_book_row_set_ticked (ENT_BOOK_ROW (row), g_hash_table_contains (ticked, &id));
      g_signal_connect_swapped (row, "ticked", G_CALLBACK (update_acts), self);
      gtk_list_box_append (self->list, row);
      if (wanted == NULL || is_wanted (self, turn))
        wanted = row;
    }
  self->filling = FALSE;
  self->wanted_document = 0;
  if (wanted != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (wanted));
  row_selected_cb (self);
}

static void
show_book (EntBookPage *self)
{
  const char *name = "turns";

  if (self->book->agent_id == 0)
    name = "stranger";
  else if (self->book->turns->len == 0)
    name = "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->bottom_bar, self->book->turns->len > 0);
  fill (self);
}

static void
book_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntBookPage) self = user_data;
  g_autoptr (GError) error = NULL;
  EntBook *book = ent_book_read_finish (ENT_STORE (source), result, &error);
  EntBook *before;

  if (self->store == NULL)
    {
      g_clear_pointer (&book, ent_book_free);
      return;
    }
  if (book == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  /* The rows look at the book before until they are replaced. */
  before = self->book;
  self->book = book;
  show_book (self);
  g_clear_pointer (&before, ent_book_free);
}

static void
reload (EntBookPage *self)
{
  ent_book_read_async (self->store, self->cancellable, book_read_cb, g_object_ref (self));
}

static void
store_changed_cb (EntBookPage *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_signature_request_schema) ||
      ent_news_touches (news, &ent_document_schema) || ent_news_touches (news, &ent_agent_schema) ||
      ent_news_touches (news, &ent_agent_absence_schema))
    reload (self);
}

/* Acts */

static void
sign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntBookPage *self = ENT_BOOK_PAGE (widget);
  g_autoptr (GPtrArray) turns = ticked_turns (self);

  if (self->book != NULL && turns->len > 0)
    ent_book_acts_sign (widget, self->store, self->book->agent_id, turns);
}

static void
sign_this_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntBookPage *self = ENT_BOOK_PAGE (widget);
  const EntBookTurn *turn = selected_turn (self);
  g_autoptr (GPtrArray) turns = g_ptr_array_new ();

  if (turn == NULL)
    return;
  g_ptr_array_add (turns, (gpointer) turn);
  ent_book_acts_sign (widget, self->store, self->book->agent_id, turns);
}

static void
refuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntBookPage *self = ENT_BOOK_PAGE (widget);
  const EntBookTurn *turn = selected_turn (self);

  if (turn != NULL)
    ent_book_acts_refuse (widget, self->store, turn->line);
}

static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntBookPage *self = ENT_BOOK_PAGE (widget);
  const EntBookTurn *turn = selected_turn (self);

  if (turn != NULL)
    ent_book_acts_sign_on_paper (widget, self->store, turn->line);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntBookPage *self = ENT_BOOK_PAGE (widget);
  const EntBookTurn *turn = selected_turn (self);
  EntShell *shell = ent_shell_for (widget);

  if (turn != NULL && shell != NULL)
    ent_shell_open (shell, &ent_document_schema, turn->line->document_id);
}

static void
ent_book_page_dispose (GObject *object)
{
  EntBookPage *self = ENT_BOOK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_BOOK_PAGE);
  G_OBJECT_CLASS (ent_book_page_parent_class)->dispose (object);
}

static void
ent_book_page_finalize (GObject *object)
{
  EntBookPage *self = ENT_BOOK_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->book, ent_book_free);
  G_OBJECT_CLASS (ent_book_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-book-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, split);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, list);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, all_check);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, preview_page);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, banner);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, preview_failed);
  gtk_widget_class_bind_template_child (widget_class, EntBookPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ent_book_page_class_init (EntBookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_book_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_book_page_finalize;
  g_type_ensure (ENT_TYPE_PDF_PANE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "book.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "book.sign-this", NULL, sign_this_action);
  gtk_widget_class_install_action (widget_class, "book.refuse", NULL, refuse_action);
  gtk_widget_class_install_action (widget_class, "book.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "book.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "book.sign",
                                       NULL);
}

static void
ent_book_page_init (EntBookPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->all_check, "toggled", G_CALLBACK (all_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->bottom_bar, FALSE);
  update_acts (self);
}

AdwNavigationPage *
ent_book_page_new (EntStore *store)
{
  EntBookPage *self = g_object_new (ENT_TYPE_BOOK_PAGE, NULL);

  self->store = g_object_ref (store);
  ent_place_view_want_whole (ADW_NAVIGATION_PAGE (self));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return ADW_NAVIGATION_PAGE (self);
}

void
ent_book_page_select (EntBookPage *self, gint64 document_id)
{
  self->wanted_document = document_id;
  if (self->book != NULL)
    fill (self);
}
