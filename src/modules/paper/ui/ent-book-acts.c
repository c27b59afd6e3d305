/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signing, refusing, entering what was signed on paper. Main thread. */

#include "ent-book-acts.h"

#include "ent-piece-file.h"
#include "ent-shell.h"
#include "ent-sign-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* One act under way. */
typedef struct
{
  GWeakRef parent;
  EntStore *store;
  EntSignatureRequest *line;
  GtkTextBuffer *comment;
  GArray *own; /* gint64: lines that can be signed as they are */
  GPtrArray *absent; /* EntSignatureRequest: to be issued again */
  gint64 agent_id;
} Act;

static Act *
act_new (GtkWidget *parent, EntStore *store, EntSignatureRequest *line)
{
  Act *act = g_new0 (Act, 1);

  g_weak_ref_init (&act->parent, parent);
  act->store = g_object_ref (store);
  act->line = line != NULL ? g_object_ref (line) : NULL;
  return act;
}

static void
act_free (Act *act)
{
  g_weak_ref_clear (&act->parent);
  g_clear_object (&act->store);
  g_clear_object (&act->line);
  g_clear_object (&act->comment);
  g_clear_pointer (&act->own, g_array_unref);
  g_clear_pointer (&act->absent, g_ptr_array_unref);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

static void
tell (Act *act, const char *text, const GError *error)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&act->parent);
  EntShell *shell = parent != NULL ? ent_shell_for (parent) : NULL;

  if (shell == NULL)
    return;
  if (error != NULL)
    ent_shell_report (shell, error);
  else
    ent_shell_toast (shell, text, FALSE);
}

/* Refusing */

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;

  ent_store_write_finish (ENT_STORE (source), result, &error);
  tell (act, _ ("Signature refused"), error);
}

static char *
comment_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

static void
comment_changed_cb (GtkTextBuffer *buffer, AdwAlertDialog *dialog)
{
  g_autofree char *text = comment_text (buffer);

  adw_alert_dialog_set_response_enabled (dialog, "refuse", *text != '\0');
}

static void
refuse_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autofree char *comment = NULL;
  EntStore *store = act->store;
  gint64 id = ent_record_get_id (act->line);

  if (!g_str_equal (response, "refuse"))
    return;
  comment = comment_text (act->comment);
  ent_book_refuse_async (store, id, comment, refused_cb, g_steal_pointer (&act));
}

static GtkWidget *
comment_view_new (GtkTextBuffer *buffer)
{
  GtkWidget *view = gtk_text_view_new_with_buffer (buffer);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why you do not sign"), -1);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

void
ent_book_acts_refuse (GtkWidget *parent, EntStore *store, EntSignatureRequest *line)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Refuse to sign?"),
                            _ ("Say why: whoever asked for the signature reads it, and those who "
                               "would sign after you are not asked any more.")));
  Act *act = act_new (parent, store, line);
  GtkWidget *view;

  act->comment = gtk_text_buffer_new (NULL);
  view = comment_view_new (act->comment);
  adw_alert_dialog_set_extra_child (dialog, view);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "refuse", _ ("_Refuse"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "refuse", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (dialog, "refuse", FALSE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (act->comment, "changed", G_CALLBACK (comment_changed_cb), dialog, 0);
  adw_dialog_set_focus (ADW_DIALOG (dialog),
                        gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (view)));
  adw_alert_dialog_choose (dialog, parent, NULL, refuse_chosen_cb, act);
}

/* Signed on paper */

static void
paper_signed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;

  ent_store_write_finish (ENT_STORE (source), result, &error);
  tell (act, _ ("Signed on paper"), error);
}

static void
scan_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPieceFile) file = ent_piece_file_read_finish (result, &error);
  EntStore *store = act->store;
  gint64 id = ent_record_get_id (act->line);

  if (file != NULL && !g_str_equal (file->media_type, "application/pdf"))
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The scan has to be a PDF."));
  else if (file != NULL && file->warning != NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, file->warning);
  if (error != NULL)
    {
      tell (act, NULL, error);
      return;
    }
  ent_book_sign_on_paper_async (store, id, file->bytes, paper_signed_cb, g_steal_pointer (&act));
}

static void
scan_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    ent_piece_file_read_async (file, NULL, scan_read_cb, g_steal_pointer (&act));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (act, NULL, error);
}

void
ent_book_acts_sign_on_paper (GtkWidget *parent, EntStore *store, EntSignatureRequest *line)
{
  g_autoptr (GtkFileDialog)
                dialog = ent_piece_file_dialog_new (_ ("The scan of the signed document"), TRUE);
  GtkRoot *root = gtk_widget_get_root (parent);

  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        scan_chosen_cb, act_new (parent, store, line));
}

/* Signing */

static void
sign_lines (Act *act, GArray *ids)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&act->parent);

  if (parent != NULL && gtk_widget_get_root (parent) != NULL && ids->len > 0)
    ent_sign_dialog_present (parent, act->store, ids);
}

static void
stood_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) fresh = ent_book_stand_in_finish (result, &error);

  if (error != NULL)
    tell (act, NULL, error);
  if (fresh != NULL)
    g_array_append_vals (act->own, fresh->data, fresh->len);
  sign_lines (act, act->own);
}

static void
stand_in_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Act) act = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  EntStore *store = act->store;
  GPtrArray *absent = act->absent;
  gint64 agent_id = act->agent_id;

  if (g_str_equal (response, "sign"))
    ent_book_stand_in_async (store, absent, agent_id, stood_in_cb, g_steal_pointer (&act));
}

/* Takes @act. */
static void
ask_to_stand_in (GtkWidget *parent, Act *act, const char *instead_of)
{
  guint n = act->absent->len;
  g_autofree char *text = g_strdup_printf (
      ngettext ("The document bears the name of %s, who is absent. It is issued again with your "
                "name and a new number, and the first one is cancelled. Then you sign it.",
                "The documents bear the name of someone absent, such as %s. They are issued again "
                "with your name and new numbers, and the first ones are cancelled. Then you sign "
                "them.",
                n),
      instead_of);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Sign in place of someone absent?"), text));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "sign", _ ("_Issue Again"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "sign", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "sign");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, parent, NULL, stand_in_chosen_cb, act);
}

void
ent_book_acts_sign (GtkWidget *parent, EntStore *store, gint64 agent_id, GPtrArray *turns)
{
  g_autoptr (Act) act = act_new (parent, store, NULL);
  const char *instead_of = NULL;

  act->agent_id = agent_id;
  act->own = g_array_new (FALSE, FALSE, sizeof (gint64));
  act->absent = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < turns->len; i++)
    {
      const EntBookTurn *turn = g_ptr_array_index (turns, i);
      gint64 id = ent_record_get_id (turn->line);

      if (turn->instead_of == NULL)
        g_array_append_val (act->own, id);
      else
        {
          g_ptr_array_add (act->absent, g_object_ref (turn->line));
          instead_of = turn->instead_of;
        }
    }
  if (act->absent->len > 0)
    ask_to_stand_in (parent, g_steal_pointer (&act), instead_of);
  else
    sign_lines (act, act->own);
}
