/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map and its table show together. Main thread. */
#include "ent-map-content.h"

struct _EntMapContent
{
  GObject parent_instance;

  GListStore *routes;
  GListStore *stops;
  EntMapStop *selected;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (EntMapRoute, ent_map_route, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (EntMapStop, ent_map_stop, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (EntMapContent, ent_map_content, G_TYPE_OBJECT)

static void
ent_map_route_finalize (GObject *object)
{
  EntMapRoute *self = ENT_MAP_ROUTE (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->points);
  G_OBJECT_CLASS (ent_map_route_parent_class)->finalize (object);
}

static void
ent_map_route_class_init (EntMapRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_map_route_finalize;
}

static void
ent_map_route_init (EntMapRoute *self)
{
}

static void
ent_map_stop_finalize (GObject *object)
{
  EntMapStop *self = ENT_MAP_STOP (object);

  g_free (self->label);
  g_free (self->title);
  g_free (self->detail);
  g_clear_object (&self->route);
  G_OBJECT_CLASS (ent_map_stop_parent_class)->finalize (object);
}

static void
ent_map_stop_class_init (EntMapStopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_map_stop_finalize;
}

static void
ent_map_stop_init (EntMapStop *self)
{
}

static void
ent_map_content_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  EntMapContent *self = ENT_MAP_CONTENT (object);

  g_assert (id == PROP_SELECTED);
  g_value_set_object (value, self->selected);
}

static void
ent_map_content_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_assert (id == PROP_SELECTED);
  ent_map_content_select (ENT_MAP_CONTENT (object), g_value_get_object (value));
}

static void
ent_map_content_dispose (GObject *object)
{
  EntMapContent *self = ENT_MAP_CONTENT (object);

  g_clear_object (&self->routes);
  g_clear_object (&self->stops);
  g_clear_object (&self->selected);
  G_OBJECT_CLASS (ent_map_content_parent_class)->dispose (object);
}

static void
ent_map_content_class_init (EntMapContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ent_map_content_get_property;
  object_class->set_property = ent_map_content_set_property;
  object_class->dispose = ent_map_content_dispose;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ENT_TYPE_MAP_STOP,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  changed_signal = g_signal_new ("changed", ENT_TYPE_MAP_CONTENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
ent_map_content_init (EntMapContent *self)
{
  self->routes = g_list_store_new (ENT_TYPE_MAP_ROUTE);
  self->stops = g_list_store_new (ENT_TYPE_MAP_STOP);
}

EntMapContent *
ent_map_content_new (void)
{
  return g_object_new (ENT_TYPE_MAP_CONTENT, NULL);
}

EntMapRoute *
ent_map_route_new (guint look, const char *title, const char *detail)
{
  EntMapRoute *self = g_object_new (ENT_TYPE_MAP_ROUTE, NULL);

  self->look = look;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  return self;
}

void
ent_map_route_take_points (EntMapRoute *self, const EntPoint *points, guint n_points)
{
  g_free (self->points);
  self->points = g_memdup2 (points, n_points * sizeof *points);
  self->n_points = n_points;
}

EntMapStop *
ent_map_stop_new (gint64 id, EntPoint place, EntMapRoute *route)
{
  EntMapStop *self = g_object_new (ENT_TYPE_MAP_STOP, NULL);

  self->id = id;
  self->place = place;
  g_set_object (&self->route, route);
  return self;
}

void
ent_map_stop_describe (EntMapStop *self, const char *label, const char *title, const char *detail)
{
  g_set_str (&self->label, label);
  g_set_str (&self->title, title);
  g_set_str (&self->detail, detail);
}

static EntMapStop *
find_stop (EntMapContent *self, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stops)); i++)
    {
      g_autoptr(EntMapStop) stop = g_list_model_get_item (G_LIST_MODEL (self->stops), i);

      if (stop->id == id)
        return stop;
    }
  return NULL;
}

void
ent_map_content_set (EntMapContent *self, GPtrArray *routes, GPtrArray *stops)
{
  EntMapStop *selected;

  g_list_store_splice (self->routes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->routes)),
                       routes->pdata, routes->len);
  g_list_store_splice (self->stops, 0, g_list_model_get_n_items (G_LIST_MODEL (self->stops)),
                       stops->pdata, stops->len);
  g_signal_emit (self, changed_signal, 0);
  selected = self->selected != NULL ? find_stop (self, self->selected->id) : NULL;
  ent_map_content_select (self, selected);
}

GListModel *
ent_map_content_get_routes (EntMapContent *self)
{
  return G_LIST_MODEL (self->routes);
}

GListModel *
ent_map_content_get_stops (EntMapContent *self)
{
  return G_LIST_MODEL (self->stops);
}

EntMapStop *
ent_map_content_get_selected (EntMapContent *self)
{
  return self->selected;
}

void
ent_map_content_select (EntMapContent *self, EntMapStop *stop)
{
  if (g_set_object (&self->selected, stop))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

EntBox
ent_map_content_get_box (EntMapContent *self)
{
  EntBox box = ent_box_empty ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stops)); i++)
    {
      g_autoptr(EntMapStop) stop = g_list_model_get_item (G_LIST_MODEL (self->stops), i);

      if (ent_point_is_valid (stop->place))
        box = ent_box_extend (box, stop->place);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->routes)); i++)
    {
      g_autoptr(EntMapRoute) route = g_list_model_get_item (G_LIST_MODEL (self->routes), i);

      for (guint j = 0; j < route->n_points; j++)
        box = ent_box_extend (box, route->points[j]);
    }
  return box;
}
