/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The selection: an id, and where it stands now. */

#include "ent-selection.h"

struct _EntSelection
{
  GObject parent_instance;
  EntQueryModel *model;
  gint64 id;
};

enum
{
  PROP_SELECTED_ID = 1,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntSelection,
                               ent_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_iface_init))

static GType
get_item_type (GListModel *list)
{
  return ENT_TYPE_RECORD;
}

static guint
get_n_items (GListModel *list)
{
  EntSelection *self = ENT_SELECTION (list);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static gpointer
get_item (GListModel *list, guint position)
{
  EntSelection *self = ENT_SELECTION (list);

  return self->model != NULL ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  EntSelection *self = ENT_SELECTION (model);

  return self->id > 0 && position < get_n_items (G_LIST_MODEL (model)) &&
         ent_query_model_get_id (self->model, position) == self->id;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *selected = gtk_bitset_new_empty ();
  EntSelection *self = ENT_SELECTION (model);
  guint found = self->id > 0 ? ent_query_model_find (self->model, self->id) : G_MAXUINT;

  if (found != G_MAXUINT && found >= position && found - position < n_items)
    gtk_bitset_add (selected, found);
  return selected;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  EntSelection *self = ENT_SELECTION (model);

  if (position < get_n_items (G_LIST_MODEL (model)))
    ent_selection_set_id (self, ent_query_model_get_id (self->model, position));
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  if (is_selected (model, position))
    ent_selection_set_id (ENT_SELECTION (model), 0);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  ent_selection_set_id (ENT_SELECTION (model), 0);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->unselect_all = unselect_all;
}

static void
items_changed_cb (EntSelection *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
ent_selection_dispose (GObject *object)
{
  ent_selection_set_model (ENT_SELECTION (object), NULL);
  G_OBJECT_CLASS (ent_selection_parent_class)->dispose (object);
}

static void
ent_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  EntSelection *self = ENT_SELECTION (object);

  if (prop_id == PROP_SELECTED_ID)
    g_value_set_int64 (value, self->id);
  else if (prop_id == PROP_ITEM_TYPE)
    g_value_set_gtype (value, ENT_TYPE_RECORD);
  else
    g_value_set_uint (value, get_n_items (G_LIST_MODEL (self)));
}

static void
ent_selection_class_init (EntSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_selection_dispose;
  object_class->get_property = ent_selection_get_property;

  properties[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, ENT_TYPE_RECORD,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_selection_init (EntSelection *self)
{
}

EntSelection *
ent_selection_new (void)
{
  return g_object_new (ENT_TYPE_SELECTION, NULL);
}

void
ent_selection_set_model (EntSelection *self, EntQueryModel *model)
{
  guint before = get_n_items (G_LIST_MODEL (self));

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, before, get_n_items (G_LIST_MODEL (self)));
}

gint64
ent_selection_get_id (EntSelection *self)
{
  return self->id;
}

static void
tell_position (EntSelection *self, gint64 id)
{
  guint position = id > 0 && self->model != NULL ? ent_query_model_find (self->model, id)
                                                 : G_MAXUINT;

  if (position != G_MAXUINT)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, 1);
}

void
ent_selection_set_id (EntSelection *self, gint64 id)
{
  gint64 before = self->id;

  if (before == id)
    return;

  self->id = id;
  tell_position (self, before);
  tell_position (self, id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}
