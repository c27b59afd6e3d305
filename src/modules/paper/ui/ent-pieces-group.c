/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The group of pieces. Main thread. */

#include "ent-pieces-group.h"

#include "ent-attachment.h"
#include "ent-date.h"
#include "ent-latest-group.h"
#include "ent-piece-add.h"
#include "ent-piece-file.h"

#include <glib/gi18n-lib.h>

static const char *
icon_name (gpointer record)
{
  EntAttachment *piece = ENT_ATTACHMENT (record);

  if (ent_piece_is_pdf (piece->media_type))
    return "ent-document-symbolic";
  return ent_piece_is_picture (piece->media_type) ? "image-x-generic-symbolic"
                                                  : "ent-attachment-symbolic";
}

static char *
subtitle (gpointer record)
{
  EntAttachment *piece = ENT_ATTACHMENT (record);
  g_autofree char *day = ent_day_format (piece->received_on, ENT_DAY_NUMERIC);
  g_autofree char *origin = ent_record_display (piece, "origin");
  g_autofree char *pages = NULL;

  if (piece->n_pages == ENT_INT_NONE)
    return g_strdup_printf ("%s · %s", origin, day);
  pages = g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) piece->n_pages),
                           piece->n_pages);
  return g_strdup_printf ("%s · %s · %s", origin, day, pages);
}

static void
open_piece (EntShell *shell, EntStore *store, gint64 id)
{
  ent_shell_open (shell, &ent_attachment_schema, id);
}

static char *
all_label (guint n)
{
  return g_strdup_printf (_ ("All %u pieces"), n);
}

static const EntLatestSpec pieces = {
  .schema = &ent_attachment_schema,
  .title = N_ ("Pieces"),
  .order = "received_on DESC, id DESC",
  .n_rows = 6,
  .subtitle = subtitle,
  .icon_name = icon_name,
  .open = open_piece,
  .all_label = all_label,
};

static void
add_clicked_cb (EntLatestGroup *group)
{
  ent_piece_add_ask (GTK_WIDGET (group), ent_latest_group_get_store (group),
                     ent_latest_group_get_owner_id (group));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, EntLatestGroup *group)
{
  g_autoptr (GPtrArray) files = ent_piece_add_files_of (value);

  ent_piece_add_files (GTK_WIDGET (group), ent_latest_group_get_store (group),
                       ent_latest_group_get_owner_id (group), files);
  return files->len > 0;
}

GtkWidget *
ent_pieces_group_new (EntStore *store, gint64 person_id)
{
  EntLatestGroup *group = ent_latest_group_new (store, &pieces, person_id);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ ("Add pieces…"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), group);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), add);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), group);
  gtk_widget_add_controller (GTK_WIDGET (group), GTK_EVENT_CONTROLLER (target));
  return GTK_WIDGET (group);
}
