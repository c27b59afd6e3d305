/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search entry, answers, and an offer to make what is not there. Main thread. */

#include "ent-picker-popover.h"

#include <glib/gi18n-lib.h>

#include "ent-query-model.h"
#include "ent-resources.h"

struct _EntPickerPopover
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkLabel *empty;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkButton *create_button;

  EntStore *store;
  EntQuery *query; /* what is offered, before the words typed */
  EntQueryModel *model; /* made when first opened */
  gboolean enter_waits; /* for the answer to what was typed */
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPickerPopover, ent_picker_popover, GTK_TYPE_POPOVER)

static guint
n_answers (EntPickerPopover *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static void
show_empty (EntPickerPopover *self, const char *text)
{
  gtk_label_set_text (self->empty, text);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_accessible_announce (GTK_ACCESSIBLE (self->search), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
pick (EntPickerPopover *self, guint position)
{
  gint64 id = position < n_answers (self) ? ent_query_model_get_id (self->model, position) : 0;

  if (id == 0)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, id);
}

/* While the next answer is on its way the last one stays, so that nothing flickers. */
static void
refreshed_cb (EntPickerPopover *self)
{
  gboolean enter_waits = self->enter_waits;

  self->enter_waits = FALSE;
  if (n_answers (self) == 0)
    {
      show_empty (self, _ ("Nothing found"));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (enter_waits)
    pick (self, 0);
}

static void
failed_cb (EntPickerPopover *self, const GError *error)
{
  self->enter_waits = FALSE;
  show_empty (self, error->message);
}

static void
search_changed_cb (EntPickerPopover *self)
{
  g_autoptr (EntQuery) query = NULL;

  if (self->model == NULL)
    return;
  query = ent_query_copy (self->query);
  ent_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (ent_query_equal (query, ent_query_model_get_query (self->model)))
    return;
  self->enter_waits = FALSE;
  ent_query_model_set_query (self->model, query);
}

static void
ensure_model (EntPickerPopover *self)
{
  if (self->model != NULL)
    return;

  self->model = ent_query_model_new (self->store, self->query);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
}

static void
closed_cb (EntPickerPopover *self)
{
  self->enter_waits = FALSE;
  if (self->model != NULL)
    ent_query_model_set_active (self->model, FALSE);
}

static void
list_activated_cb (EntPickerPopover *self, guint position)
{
  pick (self, position);
}

/* Enter in the search entry takes the first answer to what was typed, which may be on its way. */
static void
search_activated_cb (EntPickerPopover *self)
{
  search_changed_cb (self);
  if (self->model == NULL)
    return;
  if (ent_query_model_get_loading (self->model))
    self->enter_waits = TRUE;
  else
    pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
search_stopped_cb (EntPickerPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Down leaves the search entry for the list, so that the screen reader reads the rows. */
static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               EntPickerPopover *self)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || n_answers (self) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection),
                           GTK_LIST_SCROLL_FOCUS, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             EntPickerPopover *self)
{
  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up) ||
      gtk_single_selection_get_selected (self->selection) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GDK_EVENT_STOP;
}

static void
create_cb (EntPickerPopover *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CREATE], 0, text);
}

static void
ent_picker_popover_dispose (GObject *object)
{
  EntPickerPopover *self = ENT_PICKER_POPOVER (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PICKER_POPOVER);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, ent_query_free);
  G_OBJECT_CLASS (ent_picker_popover_parent_class)->dispose (object);
}

static void
ent_picker_popover_class_init (EntPickerPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_picker_popover_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", ENT_TYPE_PICKER_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CREATE] = g_signal_new ("create", ENT_TYPE_PICKER_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ENT_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "widgets/ent-picker-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPickerPopover, search);
  gtk_widget_class_bind_template_child (widget_class, EntPickerPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPickerPopover, empty);
  gtk_widget_class_bind_template_child (widget_class, EntPickerPopover, list);
  gtk_widget_class_bind_template_child (widget_class, EntPickerPopover, selection);
  gtk_widget_class_bind_template_child (widget_class, EntPickerPopover, create_button);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
ent_picker_popover_init (EntPickerPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list));
}

GtkWidget *
ent_picker_popover_new (EntStore *store, const EntQuery *query)
{
  EntPickerPopover *self = g_object_new (ENT_TYPE_PICKER_POPOVER, NULL);

  self->store = g_object_ref (store);
  self->query = ent_query_copy (query);
  return GTK_WIDGET (self);
}

void
ent_picker_popover_set_query (EntPickerPopover *self, const EntQuery *query)
{
  g_return_if_fail (ENT_IS_PICKER_POPOVER (self));

  ent_query_free (self->query);
  self->query = ent_query_copy (query);
  search_changed_cb (self);
}

void
ent_picker_popover_set_create_label (EntPickerPopover *self, const char *label)
{
  g_return_if_fail (ENT_IS_PICKER_POPOVER (self));

  gtk_button_set_label (self->create_button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), label != NULL);
}

void
ent_picker_popover_open (EntPickerPopover *self)
{
  g_return_if_fail (ENT_IS_PICKER_POPOVER (self));

  ensure_model (self);
  ent_query_model_set_active (self->model, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
