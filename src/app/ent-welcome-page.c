/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The welcome page; its rows are actions of the window. Main thread. */

#include "ent-welcome-page.h"

#include <glib/gi18n.h>

#include "ent-resources.h"

struct _EntWelcomePage
{
  AdwBin parent_instance;
  AdwActionRow *recent_row;
};

G_DEFINE_FINAL_TYPE (EntWelcomePage, ent_welcome_page, ADW_TYPE_BIN)

static void
ent_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (ent_welcome_page_parent_class)->dispose (object);
}

static void
ent_welcome_page_class_init (EntWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "app/ent-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntWelcomePage, recent_row);
}

static void
ent_welcome_page_init (EntWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_welcome_page_set_recent (EntWelcomePage *self, const char *path)
{
  gboolean there = path != NULL && *path != '\0' && g_file_test (path, G_FILE_TEST_EXISTS);
  g_autofree char *name = there ? g_path_get_basename (path) : NULL;
  /* Translators: opens the register used last */
  g_autofree char *title = there ? g_strdup_printf (_ ("Open “%s” again"), name) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->recent_row), there);
  if (!there)
    return;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->recent_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->recent_row), title);
  adw_action_row_set_subtitle (self->recent_row, path);
}
