/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing templates: chips, faults, what is not saved; pictures of signatures. */

#include <adwaita.h>
#include <locale.h>

#include "ent-date.h"
#include "ent-module.h"
#include "ent-paper-kinds.h"
#include "ent-picture-file.h"
#include "ent-template-page.h"
#include "ent-template-text.h"
#include "window-fixture.h"

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

typedef struct
{
  EntStore *store;
  const EntDocumentKind *kind;
  GtkWidget *window;
  EntTemplatePage *page;
  EntTemplateText *text;
} Fixture;

static GtkTextBuffer *
buffer_of (Fixture *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static gboolean
has_text (Fixture *self)
{
  return gtk_text_buffer_get_char_count (buffer_of (self)) > 0;
}

static gboolean
is_unsaved (Fixture *self)
{
  return ent_template_page_is_unsaved (self->page);
}

static gboolean
is_saved (Fixture *self)
{
  return !is_unsaved (self);
}

static void
open_page (Fixture *self)
{
  AdwNavigationPage *page = ent_template_page_new (self->store, self->kind, ENT_PAPER_FR);

  self->page = ENT_TEMPLATE_PAGE (page);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (self->window));
  self->text = ENT_TEMPLATE_TEXT (find_widget (GTK_WIDGET (page), ENT_TYPE_TEMPLATE_TEXT, NULL));
  wait_until (has_text (self));
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  EntRegister *reg = ent_register_new_in_memory (&error);

  g_assert_no_error (error);
  self->store = ent_store_new (reg, &error);
  g_assert_no_error (error);
  self->kind = ent_paper_kind ("attestation-ris");
  g_assert_nonnull (self->kind);
  open_page (self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ent_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->store);
}

static void
assert_text (Fixture *self, const char *expected)
{
  g_autofree char *text = ent_template_text_get_text (self->text);

  g_assert_cmpstr (text, ==, expected);
}

static void
place_cursor (Fixture *self, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &iter, offset);
  gtk_text_buffer_place_cursor (buffer_of (self), &iter);
}

static void
test_a_chip_goes_whole (Fixture *self, gconstpointer unused)
{
  ent_template_text_replace (self->text, "é {person.name} b");
  place_cursor (self, 9);
  g_signal_emit_by_name (self->text, "backspace");
  assert_text (self, "é  b");
  gtk_text_buffer_undo (buffer_of (self));
  assert_text (self, "é {person.name} b");

  /* Its end still belongs to it, its beginning no longer. */
  place_cursor (self, 15);
  g_signal_emit_by_name (self->text, "backspace");
  assert_text (self, "é  b");
  gtk_text_buffer_undo (buffer_of (self));
  place_cursor (self, 2);
  g_signal_emit_by_name (self->text, "backspace");
  assert_text (self, "é{person.name} b");
  place_cursor (self, 1);
  g_signal_emit_by_name (self->text, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_text (self, "é b");
}

static void
test_what_is_no_field_goes_by_letters (Fixture *self, gconstpointer unused)
{
  ent_template_text_replace (self->text, "a {person.nam} b");
  place_cursor (self, 13);
  g_signal_emit_by_name (self->text, "backspace");
  assert_text (self, "a {person.na} b");
}

static void
test_a_snippet_takes_the_selection (Fixture *self, gconstpointer unused)
{
  GtkTextIter start, end;

  ent_template_text_replace (self->text, "for Madam only");
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, 4);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, 9);
  gtk_text_buffer_select_range (buffer_of (self), &start, &end);
  ent_template_text_insert (self->text, "{if person.woman}|{end}");
  assert_text (self, "for {if person.woman}Madam{end} only");
  gtk_text_buffer_undo (buffer_of (self));
  assert_text (self, "for Madam only");
}

static gboolean
has_fault (Fixture *self)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (GTK_WIDGET (self->page), GTK_TYPE_LIST_BOX, NULL));

  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static gboolean
has_no_fault (Fixture *self)
{
  return !has_fault (self);
}

static void
test_a_fault_is_told (Fixture *self, gconstpointer unused)
{
  ent_template_text_replace (self->text, "# Title\n\n{person.nam}\n\n{signatures}");
  wait_until (has_fault (self));
  ent_template_text_replace (self->text, "# Title\n\n{person.name}\n\n{signatures}");
  wait_until (has_no_fault (self));
  g_assert_true (is_unsaved (self));
}

static void
test_what_is_not_saved_is_there_again (Fixture *self, gconstpointer unused)
{
  g_autofree char *shipped = ent_template_text_get_text (self->text);

  g_assert_false (is_unsaved (self));
  ent_template_text_replace (self->text, "# Something else");
  gtk_window_destroy (GTK_WINDOW (self->window));
  open_page (self);
  assert_text (self, "# Something else");
  g_assert_true (is_unsaved (self));

  ent_template_page_discard (self->page);
  assert_text (self, shipped);
  g_assert_false (is_unsaved (self));
}

static void
test_undoing_all_leaves_nothing_to_save (Fixture *self, gconstpointer unused)
{
  ent_template_text_replace (self->text, "# Something else");
  wait_until (is_unsaved (self));
  gtk_text_buffer_undo (buffer_of (self));
  wait_until (is_saved (self));
}

/* A grey sheet with a dark stroke of 10 by 4 pixels. */
static GBytes *
make_scan (int width, int height, gboolean signed_by_hand)
{
  gsize stride = (gsize) width * 3;
  guint8 *pixels = g_malloc (stride * (gsize) height);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  memset (pixels, 235, stride * (gsize) height);
  for (int y = 20; signed_by_hand && y < 24; y++)
    memset (pixels + (gsize) y * stride + 30 * 3, 20, 10 * 3);
  bytes = g_bytes_new_take (pixels, stride * (gsize) height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, bytes, stride);
  return gdk_texture_save_to_png_bytes (texture);
}

static void
test_only_ink_is_kept (void)
{
  g_autoptr (GBytes) scan = make_scan (100, 60, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) ink = ent_picture_file_take_ink (scan, &error);
  int width = 0, height = 0;

  g_assert_no_error (error);
  g_assert_true (ent_picture_file_check (ink, &width, &height, &error));
  g_assert_cmpint (width, ==, 10);
  g_assert_cmpint (height, ==, 4);
}

static void
test_a_blank_sheet_is_no_signature (void)
{
  g_autoptr (GBytes) scan = make_scan (100, 60, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_picture_file_take_ink (scan, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_what_is_no_picture_is_refused (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg'/>", 41);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) heavy = g_bytes_new_take (g_malloc0 (ENT_PICTURE_FILE_MAX_BYTES + 1),
                                              ENT_PICTURE_FILE_MAX_BYTES + 1);
  /* It says that it has 65536 pixels a side. */
  static const guint8 bomb_data[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0,
                                      13,   'I', 'H', 'D', 'R',  0,    1,    0,    0, 0, 1,
                                      0,    0,   8,   6,   0,    0,    0,    0,    0, 0, 0 };
  g_autoptr (GBytes) bomb = g_bytes_new_static (bomb_data, sizeof bomb_data);
  GBytes *files[] = { text, empty, heavy, bomb };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ent_picture_file_check (files[i], NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));

  ADD ("/template/a-chip-goes-whole", test_a_chip_goes_whole);
  ADD ("/template/what-is-no-field-goes-by-letters", test_what_is_no_field_goes_by_letters);
  ADD ("/template/a-snippet-takes-the-selection", test_a_snippet_takes_the_selection);
  ADD ("/template/a-fault-is-told", test_a_fault_is_told);
  ADD ("/template/what-is-not-saved-is-there-again", test_what_is_not_saved_is_there_again);
  ADD ("/template/undoing-all-leaves-nothing-to-save", test_undoing_all_leaves_nothing_to_save);
  g_test_add_func ("/template/only-ink-is-kept", test_only_ink_is_kept);
  g_test_add_func ("/template/a-blank-sheet-is-no-signature", test_a_blank_sheet_is_no_signature);
  g_test_add_func ("/template/what-is-no-picture-is-refused", test_what_is_no_picture_is_refused);
  return g_test_run ();
}
