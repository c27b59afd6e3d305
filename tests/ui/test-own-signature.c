/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeping and removing the picture of one's own signature. */

#include <adwaita.h>

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-module.h"
#include "ent-own-signature-dialog.h"
#include "ent-picture-group.h"
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
  GtkWidget *window;
} Fixture;

static AdwDialog *
dialog_of (Fixture *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

static gboolean
is_closed (Fixture *self)
{
  return dialog_of (self) == NULL;
}

static gboolean
is_read (Fixture *self)
{
  GtkWidget *stack = find_widget (GTK_WIDGET (dialog_of (self)), GTK_TYPE_STACK, NULL);

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "loading");
}

static EntPictureGroup *
group_of (Fixture *self)
{
  return ENT_PICTURE_GROUP (
      find_widget (GTK_WIDGET (dialog_of (self)), ENT_TYPE_PICTURE_GROUP, NULL));
}

static void
present (Fixture *self)
{
  ent_own_signature_dialog_present (self->window, self->store);
  wait_until (is_read (self));
}

/* As the user does: chooses (NULL: removes), then saves. */
static void
save (Fixture *self, GBytes *picture)
{
  ent_picture_group_set_picture (group_of (self), picture);
  g_signal_emit_by_name (group_of (self), "changed");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (dialog_of (self)), GTK_TYPE_BUTTON,
                                      "suggested-action"),
                         "clicked");
  wait_until (is_closed (self));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ent_store_apply_finish (ENT_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
add_agent (Fixture *self, const char *login)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);
  g_autoptr (EntChangeSet) set = ent_change_set_new ("Added");
  gboolean done = FALSE;

  g_object_set (agent, "last-name", "Invented", "first-name", "Agent", "function", 1, "login",
                login, NULL);
  ent_change_set_insert (set, agent);
  ent_store_apply_async (self->store, set, NULL, applied_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer login)
{
  g_autoptr (GError) error = NULL;
  EntRegister *reg = ent_register_new_in_memory (&error);

  g_assert_no_error (error);
  self->store = ent_store_new (reg, &error);
  g_assert_no_error (error);
  add_agent (self, login != NULL ? login : g_get_user_name ());
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 600);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer login)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  ent_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->store);
}

static GBytes *
make_picture (guint8 shade)
{
  guint8 *pixels = g_malloc (16 * 8 * 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  memset (pixels, shade, 16 * 8 * 4);
  bytes = g_bytes_new_take (pixels, 16 * 8 * 4);
  texture = gdk_memory_texture_new (16, 8, GDK_MEMORY_R8G8B8A8, bytes, 16 * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

static void
assert_kept (Fixture *self, GBytes *expected)
{
  GBytes *kept;

  present (self);
  kept = ent_picture_group_get_picture (group_of (self));
  if (expected == NULL)
    g_assert_null (kept);
  else
    g_assert_true (g_bytes_equal (kept, expected));
}

static void
test_kept_replaced_removed (Fixture *self, gconstpointer login)
{
  g_autoptr (GBytes) first = make_picture (255);
  g_autoptr (GBytes) second = make_picture (200);

  assert_kept (self, NULL);
  save (self, first);
  assert_kept (self, first);
  save (self, second);
  assert_kept (self, second);
  save (self, NULL);
  assert_kept (self, NULL);
}

static void
test_others_have_none (Fixture *self, gconstpointer login)
{
  GtkWidget *stack;

  present (self);
  stack = find_widget (GTK_WIDGET (dialog_of (self)), GTK_TYPE_STACK, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "nobody");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));

  g_test_add ("/own-signature/kept-replaced-removed", Fixture, NULL, set_up,
              test_kept_replaced_removed, tear_down);
  g_test_add ("/own-signature/others-have-none", Fixture, "somebody-else", set_up,
              test_others_have_none, tear_down);
  return g_test_run ();
}
