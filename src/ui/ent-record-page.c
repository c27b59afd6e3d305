/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a record's page. The record is the shared one; it fills itself and tells. Main
 * thread. */

#include "ent-record-page.h"

#include "ent-error.h"
#include "ent-history-dialog.h"
#include "ent-place-view.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

/* Pixels scrolled after which the name on the page is out of sight. */
#define NAME_HEIGHT 64
/* Place of the section in the menu of the page. */
#define DELETE_SECTION 1
#define MOST_ACTS 3 /* as buttons */

/* A group that is made after the first screen. */
typedef struct
{
  EntRecordPageMake make;
  GtkWidget *group; /* borrowed, NULL until made */
} Later;

typedef struct
{
  GtkStack *stack;
  GtkBox *groups;
  GtkScrolledWindow *scrolled;
  GtkRevealer *title_revealer;
  AdwWindowTitle *title;
  GtkButton *close_button;
  GtkWidget *edit_button;
  gboolean stays; /* it is never deleted */
  GMenu *record_menu;
  GMenu *own_section;

  EntStore *store;
  const EntSchema *schema;
  gint64 id;
  gpointer record;
  const char *deleted_label;
  GCancellable *cancellable;
  EntPlaceView *place; /* where we stand while rooted, borrowed */

  AdwWrapBox *acts; /* borrowed, NULL while there are none */
  gboolean has_main_act;
  guint n_acts; /* beside the main one */
  GMenu *more_acts; /* those that are no button; NULL while there are none */
  GtkBox *later_box; /* borrowed, NULL while it has no place */
  GArray *later; /* Later */
  guint later_source;
} EntRecordPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntRecordPage, ent_record_page, ADW_TYPE_NAVIGATION_PAGE)

static EntRecordPagePrivate *
get_private (EntRecordPage *self)
{
  return ent_record_page_get_instance_private (self);
}

static void
update_close_button (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *below = NULL;
  gboolean side_by_side = FALSE;

  if (view != NULL)
    below = adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view),
                                                   ADW_NAVIGATION_PAGE (self));
  if (priv->place != NULL)
    g_object_get (priv->place, "side-by-side", &side_by_side, NULL);
  gtk_widget_set_visible (GTK_WIDGET (priv->close_button), side_by_side && below == NULL);
}

static void
scrolled_cb (EntRecordPage *self, GtkAdjustment *adjustment)
{
  EntRecordPagePrivate *priv = get_private (self);

  gtk_revealer_set_reveal_child (priv->title_revealer,
                                 gtk_adjustment_get_value (adjustment) > NAME_HEIGHT);
}

static void
show_gone (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);

  gtk_stack_set_visible_child_name (priv->stack, "gone");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", FALSE);
}

static void
show_record (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);
  g_autofree char *name = NULL;

  if (!ent_record_is_loaded (priv->record))
    return;

  name = ent_record_get_summary (priv->record);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (priv->title, name);
  gtk_stack_set_visible_child_name (priv->stack, "record");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", !priv->schema->is_final);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete",
                                 !priv->schema->is_final && !priv->stays);
  if (ENT_RECORD_PAGE_GET_CLASS (self)->refresh != NULL)
    ENT_RECORD_PAGE_GET_CLASS (self)->refresh (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRecordPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) record = ent_store_load_finish (ENT_STORE (source), result, &error);

  if (record != NULL)
    return;
  if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND))
    show_gone (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("A record could not be read: %s", error->message);
}

/* Tells whether the record is still there; when it is, it is filled anew and we hear of it. */
static void
read_record (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);

  ent_store_load_async (priv->store, priv->schema->type (), priv->id, priv->cancellable, read_cb,
                        g_object_ref (self));
}

static void
store_changed_cb (EntRecordPage *self, const EntNews *news)
{
  EntRecordPagePrivate *priv = get_private (self);

  if (ent_news_touches_record (news, priv->schema, priv->id))
    read_record (self);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPage *self = ENT_RECORD_PAGE (widget);

  ENT_RECORD_PAGE_GET_CLASS (self)->edit (self);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPagePrivate *priv = get_private (ENT_RECORD_PAGE (widget));

  ent_history_dialog_present (widget, priv->store, priv->schema, priv->id);
}

static void
deleted_cb (EntChangeSet *set, gboolean written, gpointer user_data)
{
  g_autoptr (EntRecordPage) self = user_data;
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (!written || view == NULL)
    return;
  if (adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view),
                                             ADW_NAVIGATION_PAGE (self)) != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "place.close", NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPage *self = ENT_RECORD_PAGE (widget);
  EntRecordPagePrivate *priv = get_private (self);
  g_autoptr (EntChangeSet) set = NULL;
  EntShell *shell = ent_shell_for (widget);

  if (shell == NULL || !ent_record_is_loaded (priv->record))
    return;
  set = ent_change_set_new (priv->deleted_label != NULL
                                ? priv->deleted_label
                                : _ (ENT_RECORD_PAGE_GET_CLASS (self)->deleted));
  ent_change_set_delete (set, priv->record);
  ent_shell_apply (shell, set, deleted_cb, g_object_ref (self));
}

static void
ent_record_page_root (GtkWidget *widget)
{
  EntRecordPage *self = ENT_RECORD_PAGE (widget);
  EntRecordPagePrivate *priv = get_private (self);
  GtkWidget *place;

  GTK_WIDGET_CLASS (ent_record_page_parent_class)->root (widget);

  place = gtk_widget_get_ancestor (widget, ENT_TYPE_PLACE_VIEW);
  priv->place = place != NULL ? ENT_PLACE_VIEW (place) : NULL;
  if (priv->place != NULL)
    g_signal_connect_object (priv->place, "notify::side-by-side", G_CALLBACK (update_close_button),
                             self, G_CONNECT_SWAPPED);
  update_close_button (self);
}

static void
ent_record_page_unroot (GtkWidget *widget)
{
  EntRecordPagePrivate *priv = get_private (ENT_RECORD_PAGE (widget));

  if (priv->place != NULL)
    g_signal_handlers_disconnect_by_func (priv->place, update_close_button, widget);
  priv->place = NULL;
  GTK_WIDGET_CLASS (ent_record_page_parent_class)->unroot (widget);
}

static void
ent_record_page_map (GtkWidget *widget)
{
  update_close_button (ENT_RECORD_PAGE (widget));
  GTK_WIDGET_CLASS (ent_record_page_parent_class)->map (widget);
}

static void
ent_record_page_dispose (GObject *object)
{
  EntRecordPagePrivate *priv = get_private (ENT_RECORD_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_handle_id (&priv->later_source, g_source_remove);
  g_clear_object (&priv->more_acts);
  g_clear_object (&priv->record);
  g_clear_object (&priv->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_RECORD_PAGE);
  G_OBJECT_CLASS (ent_record_page_parent_class)->dispose (object);
}

static void
ent_record_page_finalize (GObject *object)
{
  EntRecordPagePrivate *priv = get_private (ENT_RECORD_PAGE (object));

  g_object_unref (priv->cancellable);
  g_array_unref (priv->later);
  G_OBJECT_CLASS (ent_record_page_parent_class)->finalize (object);
}

static void
ent_record_page_class_init (EntRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_record_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_record_page_finalize;
  widget_class->root = ent_record_page_root;
  widget_class->unroot = ent_record_page_unroot;
  widget_class->map = ent_record_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-record-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, groups);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, scrolled);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, title_revealer);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, close_button);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, edit_button);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, record_menu);
  gtk_widget_class_bind_template_child_private (widget_class, EntRecordPage, own_section);

  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "record.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "record.edit", NULL);
}

static void
ent_record_page_init (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->later = g_array_new (FALSE, FALSE, sizeof (Later));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", FALSE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (priv->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
ent_record_page_set_up (EntRecordPage *self, EntStore *store, const EntSchema *schema, gint64 id)
{
  EntRecordPagePrivate *priv = get_private (self);

  priv->store = g_object_ref (store);
  priv->schema = schema;
  priv->id = id;
  priv->record = ent_store_peek (store, schema->type (), id);
  if (schema->is_final)
    {
      gtk_widget_set_visible (priv->edit_button, FALSE);
      g_menu_remove (priv->record_menu, DELETE_SECTION);
    }
  g_signal_connect_object (priv->record, "notify::loaded", G_CALLBACK (show_record), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (ent_record_is_loaded (priv->record))
    show_record (self);
  else
    read_record (self);
}

EntStore *
ent_record_page_get_store (EntRecordPage *self)
{
  return get_private (self)->store;
}

gpointer
ent_record_page_get_record (EntRecordPage *self)
{
  return get_private (self)->record;
}

gint64
ent_record_page_get_id (EntRecordPage *self)
{
  return get_private (self)->id;
}

GCancellable *
ent_record_page_get_cancellable (EntRecordPage *self)
{
  return get_private (self)->cancellable;
}

void
ent_record_page_add (EntRecordPage *self, GtkWidget *widget)
{
  gtk_box_append (get_private (self)->groups, widget);
}

/* At the end of the column as it is now. */
void
ent_record_page_place_later (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (priv->groups));

  if (priv->later_box == NULL)
    {
      priv->later_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
      /* An empty box would still keep its distance. */
      gtk_widget_set_visible (GTK_WIDGET (priv->later_box), FALSE);
      gtk_box_append (priv->groups, GTK_WIDGET (priv->later_box));
    }
  else if (last != GTK_WIDGET (priv->later_box))
    gtk_box_reorder_child_after (priv->groups, GTK_WIDGET (priv->later_box), last);
}

static void
update_later_cb (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);
  gboolean any = FALSE;

  for (guint i = 0; i < priv->later->len; i++)
    {
      GtkWidget *group = g_array_index (priv->later, Later, i).group;

      any = any || (group != NULL && gtk_widget_get_visible (group));
    }
  gtk_widget_set_visible (GTK_WIDGET (priv->later_box), any);
}

static void
make_later (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);

  g_clear_handle_id (&priv->later_source, g_source_remove);
  if (priv->later_box == NULL)
    ent_record_page_place_later (self);
  for (guint i = 0; i < priv->later->len; i++)
    {
      Later *later = &g_array_index (priv->later, Later, i);

      if (later->group != NULL)
        continue;
      later->group = later->make (self);
      gtk_box_append (priv->later_box, later->group);
      g_signal_connect_object (later->group, "notify::visible", G_CALLBACK (update_later_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update_later_cb (self);
}

static gboolean
later_cb (gpointer user_data)
{
  get_private (user_data)->later_source = 0;
  make_later (user_data);
  return G_SOURCE_REMOVE;
}

void
ent_record_page_add_later (EntRecordPage *self, EntRecordPageMake make)
{
  EntRecordPagePrivate *priv = get_private (self);
  Later later = { make, NULL };

  g_array_append_val (priv->later, later);
  /* After what the page itself makes later. */
  if (priv->later_source == 0)
    priv->later_source = g_idle_add_full (G_PRIORITY_LOW + 10, later_cb, self, NULL);
}

GtkWidget *
ent_record_page_get_later (EntRecordPage *self, EntRecordPageMake make)
{
  EntRecordPagePrivate *priv = get_private (self);

  make_later (self);
  for (guint i = 0; i < priv->later->len; i++)
    if (g_array_index (priv->later, Later, i).make == make)
      return g_array_index (priv->later, Later, i).group;
  return NULL;
}

static AdwWrapBox *
acts_new (void)
{
  AdwWrapBox *acts = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (acts, 6);
  adw_wrap_box_set_line_spacing (acts, 6);
  return acts;
}

void
ent_record_page_place_acts (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);

  g_return_if_fail (priv->acts == NULL);

  priv->acts = acts_new ();
  gtk_box_append (priv->groups, GTK_WIDGET (priv->acts));
}

static GtkWidget *
make_act (EntRecordPage *self, const char *icon_name, const char *label, const char *action)
{
  EntRecordPagePrivate *priv = get_private (self);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  if (priv->acts == NULL)
    {
      priv->acts = acts_new ();
      gtk_box_insert_child_after (priv->groups, GTK_WIDGET (priv->acts),
                                  gtk_widget_get_first_child (GTK_WIDGET (priv->groups)));
    }
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_to_more_acts (EntRecordPagePrivate *priv, const char *label, const char *action)
{
  if (priv->more_acts == NULL)
    {
      GtkWidget *button = gtk_menu_button_new ();

      priv->more_acts = g_menu_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("acts", "More"));
      gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (priv->more_acts));
      gtk_widget_set_tooltip_text (button, _ ("What else can be done here"));
      adw_wrap_box_append (priv->acts, button);
    }
  g_menu_append (priv->more_acts, label, action);
}

void
ent_record_page_add_act (EntRecordPage *self,
                         const char *icon_name,
                         const char *label,
                         const char *action)
{
  EntRecordPagePrivate *priv = get_private (self);

  if (++priv->n_acts > MOST_ACTS)
    add_to_more_acts (priv, label, action);
  else
    adw_wrap_box_append (priv->acts, make_act (self, icon_name, label, action));
}

GtkWidget *
ent_record_page_add_main_act (EntRecordPage *self,
                              const char *icon_name,
                              const char *label,
                              const char *action)
{
  EntRecordPagePrivate *priv = get_private (self);
  GtkWidget *button = make_act (self, icon_name, label, action);

  /* Only one can stand out: the page's own, which comes first. */
  if (priv->has_main_act)
    {
      adw_wrap_box_append (priv->acts, button);
      return button;
    }
  priv->has_main_act = TRUE;
  gtk_widget_add_css_class (button, "suggested-action");
  adw_wrap_box_prepend (priv->acts, button);
  return button;
}

void
ent_record_page_set_content (EntRecordPage *self, GtkWidget *content)
{
  EntRecordPagePrivate *priv = get_private (self);

  gtk_scrolled_window_set_child (priv->scrolled, NULL);
  gtk_stack_remove (priv->stack, GTK_WIDGET (priv->scrolled));
  gtk_stack_add_named (priv->stack, content, "record");
  gtk_revealer_set_reveal_child (priv->title_revealer, TRUE);
}

void
ent_record_page_add_menu_item (EntRecordPage *self, const char *label, const char *action)
{
  g_menu_append (get_private (self)->own_section, label, action);
}

void
ent_record_page_set_stays (EntRecordPage *self)
{
  EntRecordPagePrivate *priv = get_private (self);

  g_return_if_fail (!priv->stays);

  priv->stays = TRUE;
  g_menu_remove (priv->record_menu, DELETE_SECTION);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", FALSE);
}

void
ent_record_page_set_deleted_label (EntRecordPage *self, const char *label)
{
  get_private (self)->deleted_label = label;
}
