/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs in a window: opened, replaced, searched, zoomed, read aloud. Needs a display. Main thread.
 */

#include <locale.h>

#include "ent-pdf-pane.h"
#include "ent-pdf-pointer.h"
#include "pdf-toys.h"
#include "window-fixture.h"

typedef struct
{
  GtkWidget *window;
  EntPdfPane *pane;
  EntPdfView *view;
  EntPdfSheets *sheets;
  guint n_loaded;
  char *sentence;
} Fixture;

static const char *const letter[] = { "Bonjour Zoé\nun mot", "La deuxième page\nun mot", "Fin",
                                      NULL };

static void
loaded_cb (Fixture *fixture, guint n_pages)
{
  fixture->n_loaded = n_pages;
}

static void
failed_cb (Fixture *fixture, const char *sentence)
{
  g_set_str (&fixture->sentence, sentence);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->window = adw_window_new ();
  fixture->pane = ENT_PDF_PANE (ent_pdf_pane_new ());
  fixture->view = ent_pdf_pane_get_view (fixture->pane);
  fixture->sheets = ent_pdf_view_get_sheets (fixture->view);
  g_signal_connect_swapped (fixture->view, "loaded", G_CALLBACK (loaded_cb), fixture);
  g_signal_connect_swapped (fixture->view, "failed", G_CALLBACK (failed_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  g_object_add_weak_pointer (G_OBJECT (fixture->sheets), (gpointer *) &fixture->sheets);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->pane);
  g_assert_null (fixture->sheets);
  g_free (fixture->sentence);
}

static EntPdfPage *
page_of (Fixture *fixture, guint number)
{
  return ent_pdf_sheets_peek_page (fixture->sheets, number);
}

static gboolean
is_drawn (Fixture *fixture)
{
  EntPdfPage *page = page_of (fixture, ent_pdf_view_get_page (fixture->view));

  return page != NULL && ent_pdf_page_is_drawn (page) && ent_pdf_page_get_text (page) != NULL &&
         gtk_widget_get_width (GTK_WIDGET (page)) > 0;
}

static gboolean
is_loaded (Fixture *fixture)
{
  return fixture->n_loaded > 0;
}

static void
show_bytes (Fixture *fixture, GBytes *pdf)
{
  fixture->n_loaded = 0;
  ent_pdf_pane_set_document (fixture->pane, pdf);
  wait_until (is_loaded (fixture));
  wait_until (is_drawn (fixture));
}

static void
show (Fixture *fixture, const char *const *pages)
{
  g_autoptr (GBytes) pdf = pdf_toy_new (pages, NULL);

  show_bytes (fixture, pdf);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, ENT_TYPE_PDF_PANE, name));
}

static GtkAdjustment *
scrollbar (Fixture *fixture)
{
  GtkAdjustment *adjustment;

  g_object_get (fixture->sheets, "vadjustment", &adjustment, NULL);
  g_object_unref (adjustment);
  return adjustment;
}

static void
test_opened (Fixture *fixture, gconstpointer unused)
{
  show (fixture, letter);

  g_assert_cmpuint (fixture->n_loaded, ==, 3);
  g_assert_cmpuint (ent_pdf_view_get_page (fixture->view), ==, 0);
  g_assert_cmpstr (gtk_label_get_text (
                       GTK_LABEL (find_named (GTK_WIDGET (fixture->pane), "n_pages_label"))),
                   ==, "of 3");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page_of (fixture, 0))), >=, 650);
}

static gboolean
has_failed (Fixture *fixture)
{
  return fixture->sentence != NULL;
}

static void
test_what_cannot_be_shown_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Good morning", 12);
  GtkWidget *stack = find_named (GTK_WIDGET (fixture->pane), "stack");

  show (fixture, letter);
  ent_pdf_pane_set_document (fixture->pane, text);
  wait_until (has_failed (fixture));
  g_assert_cmpstr (fixture->sentence, ==, "This file is not a PDF.");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "failed");
  g_assert_cmpuint (ent_pdf_view_get_n_pages (fixture->view), ==, 0);

  show (fixture, letter);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "document");
  ent_pdf_pane_set_document (fixture->pane, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

static gboolean
is_on_page_2 (Fixture *fixture)
{
  return ent_pdf_view_get_page (fixture->view) == 1;
}

/* The same widgets, so that nothing flashes, at the same place. */
static void
test_replaced_in_place (Fixture *fixture, gconstpointer unused)
{
  static const char *const changed[] = { "Bonsoir", "Autre page", "Fin", NULL };
  g_autofree char *text = NULL;
  EntPdfPage *page;
  double place;

  show (fixture, letter);
  ent_pdf_view_set_zoom (fixture->view, 1.5);
  ent_pdf_view_go_to (fixture->view, 1);
  wait_until (is_on_page_2 (fixture));
  wait_until (is_drawn (fixture));
  place = gtk_adjustment_get_value (scrollbar (fixture));
  page = page_of (fixture, 1);

  show (fixture, changed);
  g_assert_true (page_of (fixture, 1) == page);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrollbar (fixture)), ==, place);
  g_assert_cmpfloat (ent_pdf_view_get_zoom (fixture->view), ==, 1.5);
  g_assert_cmpuint (ent_pdf_view_get_page (fixture->view), ==, 1);
  text = ent_pdf_text_dup (ent_pdf_page_get_text (page), 0, G_MAXUINT);
  g_assert_cmpstr (text, ==, "Autre page");
}

static gboolean
is_searched (Fixture *fixture)
{
  EntPdfSearch *search = ent_pdf_view_get_search (fixture->view);

  return search != NULL && ent_pdf_search_is_finished (search);
}

/* The words are found again, but nobody asked to go to them. */
static void
test_replaced_while_searching (Fixture *fixture, gconstpointer unused)
{
  static const char *const changed[] = { "un mot", "deux", "trois", NULL };

  show (fixture, letter);
  ent_pdf_view_search (fixture->view, "mot");
  wait_until (is_searched (fixture));
  ent_pdf_view_go_to (fixture->view, 1);
  wait_until (is_on_page_2 (fixture));
  show (fixture, changed);
  wait_until (is_searched (fixture));
  g_assert_cmpuint (ent_pdf_search_get_n_hits (ent_pdf_view_get_search (fixture->view)), ==, 1);
  wait_until (is_drawn (fixture));
  g_assert_cmpuint (ent_pdf_view_get_page (fixture->view), ==, 1);
}

static gboolean
is_on_page_1 (Fixture *fixture)
{
  return ent_pdf_view_get_page (fixture->view) == 0 && is_drawn (fixture);
}

static void
test_replaced_by_fewer_pages (Fixture *fixture, gconstpointer unused)
{
  static const char *const one[] = { "Une", NULL };

  show (fixture, letter);
  ent_pdf_view_go_to (fixture->view, 2);
  show (fixture, one);
  wait_until (is_on_page_1 (fixture));
  g_assert_cmpuint (ent_pdf_view_get_n_pages (fixture->view), ==, 1);
}

static const char *
hits (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (find_named (GTK_WIDGET (fixture->pane), "hits_label")));
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *entry = find_named (GTK_WIDGET (fixture->pane), "search_entry");
  GtkWidget *bar = find_named (GTK_WIDGET (fixture->pane), "search_bar");

  show (fixture, letter);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.find", NULL);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "MÓT");
  wait_until (is_searched (fixture));
  g_assert_cmpstr (hits (fixture), ==, "1 of 2");

  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (hits (fixture), ==, "2 of 2");
  wait_until (is_on_page_2 (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.find-next", NULL);
  g_assert_cmpstr (hits (fixture), ==, "1 of 2");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.find-previous", NULL);
  g_assert_cmpstr (hits (fixture), ==, "2 of 2");

  ent_pdf_view_search (fixture->view, "absent");
  wait_until (is_searched (fixture));
  g_assert_cmpstr (hits (fixture), ==, "No result");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_null (ent_pdf_view_get_search (fixture->view));
}

static gboolean
is_200 (Fixture *fixture)
{
  return gtk_widget_get_width (GTK_WIDGET (page_of (fixture, 0))) == 1587;
}

static gboolean
fits_page (Fixture *fixture)
{
  EntPdfPage *page = page_of (fixture, 0);
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->sheets));

  return page != NULL && gtk_widget_get_height (GTK_WIDGET (page)) <= height &&
         gtk_widget_get_height (GTK_WIDGET (page)) > height - 40;
}

static gboolean
fits_width (Fixture *fixture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->sheets));

  return gtk_widget_get_width (GTK_WIDGET (page_of (fixture, 0))) == width - 24;
}

static gboolean
reads_200 (Fixture *fixture)
{
  GtkWidget *label = find_named (GTK_WIDGET (fixture->pane), "zoom_label");

  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "200%");
}

static void
test_zoom (Fixture *fixture, gconstpointer unused)
{
  show (fixture, letter);
  wait_until (fits_width (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.zoom", "s", "175");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.zoom-in", NULL);
  wait_until (is_200 (fixture));
  wait_until (reads_200 (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.fit", "s", "page");
  wait_until (fits_page (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf.fit", "s", "width");
  wait_until (fits_width (fixture));
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkShortcutTrigger *trigger = gtk_keyval_trigger_new (key, state);
  gboolean done = FALSE;

  for (guint i = 0; !done && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; !done && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (trigger);
  return done;
}

static gboolean
is_at_end (Fixture *fixture)
{
  GtkAdjustment *bar = scrollbar (fixture);

  return gtk_adjustment_get_value (bar) + gtk_adjustment_get_page_size (bar) >=
         gtk_adjustment_get_upper (bar) - 1;
}

static gboolean
is_at_start (Fixture *fixture)
{
  return gtk_adjustment_get_value (scrollbar (fixture)) == 0;
}

static gboolean
is_below_start (Fixture *fixture)
{
  return gtk_adjustment_get_value (scrollbar (fixture)) > 300;
}

static void
test_keyboard (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  show (fixture, letter);
  g_assert_true (gtk_widget_grab_focus (view));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (page_of (fixture, 0))));

  g_assert_true (press (view, GDK_KEY_End, 0));
  wait_until (is_at_end (fixture));
  g_assert_true (press (view, GDK_KEY_Home, 0));
  wait_until (is_at_start (fixture));
  g_assert_true (press (view, GDK_KEY_Page_Down, 0));
  wait_until (is_below_start (fixture));
  g_assert_true (press (view, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  wait_until (is_on_page_2 (fixture));
  g_assert_true (press (view, GDK_KEY_plus, GDK_CONTROL_MASK));
  g_assert_true (press (view, GDK_KEY_minus, GDK_CONTROL_MASK));
  g_assert_true (press (view, GDK_KEY_0, GDK_CONTROL_MASK));
  wait_until (fits_width (fixture));
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
owns_clipboard (Fixture *fixture)
{
  return gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (fixture->view)));
}

static void
assert_copied (Fixture *fixture, const char *expected)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  g_autofree char *text = NULL;

  gdk_clipboard_set_content (clipboard, NULL);
  g_assert_true (press (GTK_WIDGET (fixture->view), GDK_KEY_c, GDK_CONTROL_MASK));
  wait_until (owns_clipboard (fixture));
  while (gdk_clipboard_get_content (clipboard) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gdk_clipboard_read_text_async (clipboard, NULL, clipboard_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_selection (Fixture *fixture, gconstpointer unused)
{
  const EntPdfSelection backwards = { { 1, 2 }, { 0, 15 } };

  show (fixture, letter);
  ent_pdf_sheets_set_selection (fixture->sheets, &backwards);
  assert_copied (fixture, "mot\nLa");
  g_assert_true (press (GTK_WIDGET (fixture->view), GDK_KEY_a, GDK_CONTROL_MASK));
  assert_copied (fixture, "Bonjour Zoé\nun mot\nLa deuxième page\nun mot\nFin");
}

static void
test_only_pages_in_sight_are_there (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = pdf_toy_new_long (400);
  guint n = 0;

  show_bytes (fixture, pdf);
  ent_pdf_view_go_to (fixture->view, 300);
  while (ent_pdf_view_get_page (fixture->view) != 300)
    g_main_context_iteration (NULL, TRUE);
  wait_until (is_drawn (fixture));
  for (guint i = 0; i < 400; i++)
    n += page_of (fixture, i) != NULL ? 1 : 0;
  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (n, <=, 6);
  g_assert_nonnull (page_of (fixture, 299));
}

static void
test_read_aloud (Fixture *fixture, gconstpointer unused)
{
  EntPdfPage *page;
  GtkAccessibleTextInterface *iface;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) word = NULL;
  graphene_rect_t place;
  guint start, end, offset;

  show (fixture, letter);
  page = page_of (fixture, 0);
  iface = GTK_ACCESSIBLE_TEXT_GET_IFACE (page);
  gtk_test_accessible_assert_role (GTK_WIDGET (page), GTK_ACCESSIBLE_ROLE_ARTICLE);
  gtk_test_accessible_assert_property (GTK_WIDGET (page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 1 of 3");

  all = iface->get_contents (GTK_ACCESSIBLE_TEXT (page), 0, G_MAXUINT);
  g_assert_cmpstr (g_bytes_get_data (all, NULL), ==, "Bonjour Zoé\nun mot");
  word = iface->get_contents_at (GTK_ACCESSIBLE_TEXT (page), 9,
                                 GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, &start, &end);
  g_assert_cmpstr (g_bytes_get_data (word, NULL), ==, "Zoé");
  g_assert_cmpuint (start, ==, 8);
  g_assert_true (iface->get_extents (GTK_ACCESSIBLE_TEXT (page), start, end, &place));
  g_assert_true (iface->get_offset (GTK_ACCESSIBLE_TEXT (page),
                                    &GRAPHENE_POINT_INIT (place.origin.x + 1, place.origin.y + 1),
                                    &offset));
  g_assert_cmpuint (offset, ==, 8);
}

static void
test_inner_link (Fixture *fixture, gconstpointer unused)
{
  const PdfToy toy = { .inner_link = TRUE };
  static const char *const two[] = { "Voir plus loin", "Plus loin", NULL };
  g_autoptr (GBytes) pdf = pdf_toy_new (two, &toy);

  show_bytes (fixture, pdf);
  ent_pdf_pointer_follow (fixture->sheets,
                          ent_pdf_text_link_at (ent_pdf_page_get_text (page_of (fixture, 0)), 60,
                                                55));
  wait_until (is_on_page_2 (fixture));
}

static gboolean
has_menu (Fixture *fixture)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (fixture->view));

  return GTK_IS_POPOVER_MENU (last) && gtk_widget_get_mapped (last);
}

static gboolean
has_no_menu (Fixture *fixture)
{
  return !GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)));
}

static void
test_links_by_keyboard (Fixture *fixture, gconstpointer unused)
{
  const PdfToy toy = { .inner_link = TRUE };
  static const char *const two[] = { "Voir plus loin", "Plus loin", NULL };
  g_autoptr (GBytes) pdf = pdf_toy_new (two, &toy);
  g_autoptr (GMenuModel) links = NULL;
  g_autofree char *label = NULL;
  GtkWidget *menu;

  show_bytes (fixture, pdf);
  g_assert_true (press (GTK_WIDGET (fixture->view), GDK_KEY_Menu, 0));
  wait_until (has_menu (fixture));
  menu = gtk_widget_get_last_child (GTK_WIDGET (fixture->view));
  links = g_menu_model_get_item_link (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), 1,
                                      G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (links), ==, 1);
  g_menu_model_get_item_attribute (links, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_assert_cmpstr (label, ==, "Go to page 2");
  gtk_popover_popdown (GTK_POPOVER (menu));
  wait_until (has_no_menu (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "pdf-view.follow", "u", 0);
  wait_until (is_on_page_2 (fixture));
}

/* What stands on paper must not start programs. */
static void
test_outer_link_asks (Fixture *fixture, gconstpointer unused)
{
  const EntPdfLink local = { .uri = (char *) "file:///etc/passwd" };
  const EntPdfLink plain = { .uri = (char *) "http://example.org/" };
  const EntPdfLink safe = { .uri = (char *) "https://example.org/" };
  AdwDialog *dialog;

  show (fixture, letter);
  ent_pdf_pointer_follow (fixture->sheets, &local);
  ent_pdf_pointer_follow (fixture->sheets, &plain);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  ent_pdf_pointer_follow (fixture->sheets, &safe);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "https://example.org/");
  adw_dialog_force_close (dialog);
}

#define ADD(name, func) g_test_add ("/pdf-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("opened", test_opened);
  ADD ("failed", test_what_cannot_be_shown_is_told);
  ADD ("replaced", test_replaced_in_place);
  ADD ("replaced-searching", test_replaced_while_searching);
  ADD ("fewer-pages", test_replaced_by_fewer_pages);
  ADD ("search", test_search);
  ADD ("zoom", test_zoom);
  ADD ("keyboard", test_keyboard);
  ADD ("selection", test_selection);
  ADD ("long", test_only_pages_in_sight_are_there);
  ADD ("read-aloud", test_read_aloud);
  ADD ("inner-link", test_inner_link);
  ADD ("links-by-keyboard", test_links_by_keyboard);
  ADD ("outer-link", test_outer_link_asks);
  return g_test_run ();
}
