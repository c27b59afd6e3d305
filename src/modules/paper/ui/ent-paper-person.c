/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a person by typing. Main thread, searching on the reading thread. */

#include "ent-paper-person.h"

#include "ent-paper-chooser.h"
#include "ent-person.h"
#include "ent-query-model.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntPaperPerson
{
  AdwDialog parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  EntQueryModel *model;
  EntShell *shell; /* borrowed: it owns the dialog */
  gboolean enter_waits; /* for the answer to what was typed */
};

G_DEFINE_FINAL_TYPE (EntPaperPerson, ent_paper_person, ADW_TYPE_DIALOG)

static void
pick (EntPaperPerson *self, guint position)
{
  g_autoptr (EntPaperPerson) keep = g_object_ref (self);
  gint64 id;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;
  id = ent_query_model_get_id (self->model, position);
  adw_dialog_force_close (ADW_DIALOG (self));
  ent_paper_chooser_present (self->shell, &ent_person_schema, id);
}

static void
search_changed_cb (EntPaperPerson *self)
{
  g_autoptr (EntQuery) query = ent_query_new (&ent_person_schema);

  if (self->model == NULL)
    return;
  ent_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (ent_query_equal (query, ent_query_model_get_query (self->model)))
    return;
  self->enter_waits = FALSE;
  ent_query_model_set_query (self->model, query);
}

static void
refreshed_cb (EntPaperPerson *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean enter_waits = self->enter_waits;

  self->enter_waits = FALSE;
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  if (n == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (enter_waits)
    pick (self, 0);
}

/* Enter takes the first answer to what was typed, which may be on its way. */
static void
search_activated_cb (EntPaperPerson *self)
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
search_stopped_cb (EntPaperPerson *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
list_activated_cb (EntPaperPerson *self, guint position)
{
  pick (self, position);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                EntPaperPerson *self)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || self->model == NULL ||
      g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection),
                           GTK_LIST_SCROLL_FOCUS, NULL);
  return GDK_EVENT_STOP;
}

static void
ent_paper_person_dispose (GObject *object)
{
  EntPaperPerson *self = ENT_PAPER_PERSON (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PAPER_PERSON);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ent_paper_person_parent_class)->dispose (object);
}

static void
ent_paper_person_class_init (EntPaperPersonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_paper_person_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-paper-person.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPaperPerson, search);
  gtk_widget_class_bind_template_child (widget_class, EntPaperPerson, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPaperPerson, list);
  gtk_widget_class_bind_template_child (widget_class, EntPaperPerson, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ent_paper_person_init (EntPaperPerson *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ent_paper_person_present (EntShell *shell, EntStore *store)
{
  EntPaperPerson *self = g_object_new (ENT_TYPE_PAPER_PERSON, NULL);
  g_autoptr (EntQuery) query = ent_query_new (&ent_person_schema);

  self->shell = shell;
  self->model = ent_query_model_new (store, query);
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (shell));
}
