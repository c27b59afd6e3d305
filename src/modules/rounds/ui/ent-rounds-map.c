/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of a day on the map. Main thread. */

#include "ent-rounds-map.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-map-pane.h"
#include "ent-regions.h"
#include "ent-resources.h"
#include "ent-rounds-map-ways.h"
#include "ent-rounds-map-carers.h"
#include "ent-rounds-round.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Rounds of different carers are different rounds even when they look alike. */
#define LOOKS 40

struct _EntRoundsMap
{
  AdwBin parent_instance;

  GtkDropDown *days;
  EntRoundsMapCarers *carers;
  GtkLabel *hint;
  EntMapPane *pane;

  EntRoundsWeek *week;
  EntMapContent *content;
  GPtrArray *routes; /* EntMapRoute of what is shown */
  GPtrArray *stops; /* EntMapStop */
  GCancellable *finding;
  gint64 selected;
  gboolean is_filling;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint activated_signal;

G_DEFINE_FINAL_TYPE (EntRoundsMap, ent_rounds_map, ADW_TYPE_BIN)

static const EntRoundsVisit *
visit_at (EntRoundsMap *self, int visit)
{
  return &g_array_index (self->week->visits, EntRoundsVisit, visit);
}

static EntPoint
point_of (EntRoundsMap *self, int place)
{
  return place != ENT_ROUNDS_NONE ? g_array_index (self->week->places, EntPoint, place)
                                  : (EntPoint) { NAN, NAN };
}

static int
shown_day (EntRoundsMap *self)
{
  guint day = gtk_drop_down_get_selected (self->days);

  return day != GTK_INVALID_LIST_POSITION ? (int) day : 0;
}

static int
compare_by_start (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntRoundsVisit *left = visit_at (data, *(const int *) a);
  const EntRoundsVisit *right = visit_at (data, *(const int *) b);

  return left->start != right->start ? left->start - right->start
                                     : *(const int *) a - *(const int *) b;
}

/* The visits of a carer on the day that is shown, in order; of nobody with ENT_ROUNDS_NONE. */
static GArray *
list_visits (EntRoundsMap *self, int carer)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (int));
  int day = shown_day (self);

  for (int i = 0; i < (int) self->week->visits->len; i++)
    {
      const EntRoundsVisit *visit = visit_at (self, i);
      gboolean is_placed = ent_rounds_visit_occupies (visit);

      if (visit->day == day &&
          (carer == ENT_ROUNDS_NONE ? ent_rounds_visit_is_open (visit) && !is_placed
                                    : is_placed && visit->carer == carer))
        g_array_append_val (visits, i);
    }
  g_array_sort_with_data (visits, compare_by_start, self);
  return visits;
}

static EntMapStop *
stop_new (EntRoundsMap *self, int visit, EntMapRoute *route, guint number)
{
  const EntRoundsVisit *v = visit_at (self, visit);
  const EntRoundsClient *client = &g_array_index (self->week->clients, EntRoundsClient, v->client);
  EntMapStop *stop = ent_map_stop_new (v->id, point_of (self, client->place), route);
  g_autofree char *label = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("?");
  g_autofree char *detail = NULL;

  if (route != NULL)
    {
      g_autofree char *from = ent_clock_format (v->start % ENT_ROUNDS_DAY);
      g_autofree char *to = ent_clock_format ((v->start + v->minutes) % ENT_ROUNDS_DAY);

      detail = g_strdup_printf ("%s–%s · %s", from, to, v->activity);
    }
  else
    {
      g_autofree char *length = ent_duration_format (v->minutes);

      /* Translators: how long a visit lasts that nobody makes yet, and what for */
      detail = g_strdup_printf (_ ("To place · %s · %s"), length, v->activity);
    }
  ent_map_stop_describe (stop, label, client->name, detail);
  stop->is_hollow = route == NULL;
  return stop;
}

/* "6 visits · 14 km · 35 min on the way" */
static char *
describe_round (EntRoundsMap *self, int carer, const GArray *visits)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (EntRoundsStop));
  EntRoundsSums sums;
  g_autofree char *number = g_strdup_printf (ngettext ("%u visit", "%u visits", visits->len),
                                             visits->len);
  g_autofree char *way = NULL;

  for (guint i = 0; i < visits->len; i++)
    {
      int visit = g_array_index (visits, int, i);
      EntRoundsStop stop = ent_rounds_stop_make (self->week, visit, carer,
                                                 visit_at (self, visit)->start);

      g_array_append_val (stops, stop);
    }
  ent_rounds_stops_sum (self->week, carer, (const EntRoundsStop *) (gpointer) stops->data,
                        stops->len, &sums);
  way = ent_duration_format (sums.travel);
  /* Translators: visits, kilometres, minutes: “6 visits · 14 km · 35 min on the way” */
  return g_strdup_printf (_ ("%s · %d km · %s on the way"), number, (sums.metres + 500) / 1000,
                          way);
}

static void
add_place (EntRoundsTrip *trip, EntPoint place)
{
  if (ent_point_is_valid (place))
    g_array_append_val (trip->places, place);
}

/* From where the shift starts over the stops to where it ends. */
static EntRoundsTrip *
trip_new (EntRoundsMap *self, const EntRoundsCarer *carer, const GArray *visits)
{
  EntRoundsTrip *trip = g_new0 (EntRoundsTrip, 1);

  trip->mode = carer->mode;
  trip->places = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  trip->points = g_array_new (FALSE, FALSE, sizeof (EntPoint));
  add_place (trip, point_of (self, carer->start_place));
  for (guint i = 0; i < visits->len; i++)
    {
      int client = visit_at (self, g_array_index (visits, int, i))->client;

      add_place (trip,
                 point_of (self,
                           g_array_index (self->week->clients, EntRoundsClient, client).place));
    }
  add_place (trip, point_of (self, carer->end_place));
  return trip;
}

static void
add_round (EntRoundsMap *self, int index, GPtrArray *trips)
{
  const EntRoundsCarer *carer = &g_array_index (self->week->carers, EntRoundsCarer, index);
  g_autoptr (GArray) visits = list_visits (self, index);
  g_autofree char *detail = describe_round (self, index, visits);
  EntRoundsTrip *trip;
  EntMapRoute *route;

  if (visits->len == 0)
    return;
  trip = trip_new (self, carer, visits);
  route = ent_map_route_new ((guint) MAX (carer->colour - 1, 0) + LOOKS * (guint) index,
                             carer->name, detail);
  ent_map_route_take_points (route, (const EntPoint *) (gpointer) trip->places->data,
                             trip->places->len);
  g_ptr_array_add (self->routes, route);
  g_ptr_array_add (trips, trip);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (self->stops, stop_new (self, g_array_index (visits, int, i), route, i + 1));
}

static void
add_unplaced (EntRoundsMap *self)
{
  g_autoptr (GArray) visits = list_visits (self, ENT_ROUNDS_NONE);

  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (self->stops, stop_new (self, g_array_index (visits, int, i), NULL, 0));
}

static EntMapStop *
find_stop (EntRoundsMap *self, gint64 id)
{
  for (guint i = 0; self->stops != NULL && i < self->stops->len; i++)
    if (((EntMapStop *) g_ptr_array_index (self->stops, i))->id == id)
      return g_ptr_array_index (self->stops, i);
  return NULL;
}

/* In the order in which the trips were asked for. */
static void
ways_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntRoundsMap) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trips = ent_rounds_map_ways_finish (result, &error);

  if (trips == NULL || self->week == NULL)
    return;
  for (guint i = 0; i < trips->len; i++)
    {
      const EntRoundsTrip *trip = g_ptr_array_index (trips, i);

      ent_map_route_take_points (g_ptr_array_index (self->routes, i),
                                 (const EntPoint *) (gpointer) trip->points->data,
                                 trip->points->len);
    }
  ent_map_content_set (self->content, self->routes, self->stops);
}

static void
find_ways (EntRoundsMap *self, GPtrArray *trips)
{
  EntRoads *roads = ent_regions_get_roads (ent_regions_get_default ());

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (roads == NULL)
    {
      g_ptr_array_unref (trips);
      return;
    }
  self->finding = g_cancellable_new ();
  ent_rounds_map_ways_async (roads, trips, self->finding, ways_found_cb, g_object_ref (self));
}

/* How many are in the list alone. */
static void
show_hint (EntRoundsMap *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->stops->len; i++)
    n += !ent_point_is_valid (((EntMapStop *) g_ptr_array_index (self->stops, i))->place);
  text = g_strdup_printf (ngettext ("%u address has no place on the map yet",
                                    "%u addresses have no place on the map yet", n),
                          n);
  gtk_label_set_label (self->hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n > 0);
}

/* Straight lines at first; the roads come when they are found. */
static void
fill (EntRoundsMap *self)
{
  GPtrArray *trips = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_rounds_trip_free);

  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  self->routes = g_ptr_array_new_with_free_func (g_object_unref);
  self->stops = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < (int) self->week->carers->len; i++)
    if (ent_rounds_map_carers_shows (self->carers,
                                     g_array_index (self->week->carers, EntRoundsCarer, i).id))
      add_round (self, i, trips);
  add_unplaced (self);
  self->is_filling = TRUE;
  ent_map_content_set (self->content, self->routes, self->stops);
  ent_map_content_select (self->content, find_stop (self, self->selected));
  self->is_filling = FALSE;
  show_hint (self);
  find_ways (self, trips);
}

static void
look_again (EntRoundsMap *self)
{
  if (self->week == NULL || self->is_filling)
    return;
  fill (self);
  ent_map_view_fit (ent_map_pane_get_view (self->pane));
}

static void
stop_selected_cb (EntRoundsMap *self)
{
  EntMapStop *stop = ent_map_content_get_selected (self->content);

  if (self->is_filling || stop == NULL || stop->id == self->selected)
    return;
  self->selected = stop->id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
stop_activated_cb (EntRoundsMap *self, EntMapStop *stop)
{
  if (stop->is_hollow)
    g_signal_emit (self, activated_signal, 0, stop->id);
}

static void
region_changed_cb (EntRoundsMap *self)
{
  EntRegions *regions = ent_regions_get_default ();
  EntMapView *view = ent_map_pane_get_view (self->pane);

  ent_map_view_set_empty_reason (view, ent_regions_get_fault (regions));
  if (!ent_regions_is_ready (regions))
    return;
  ent_map_view_set_region (view, ent_regions_get_current (regions));
  look_again (self);
}

static void
ent_rounds_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_assert (id == PROP_SELECTED);
  g_value_set_int64 (value, ENT_ROUNDS_MAP (object)->selected);
}

static void
ent_rounds_map_dispose (GObject *object)
{
  EntRoundsMap *self = ENT_ROUNDS_MAP (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (self->pane != NULL)
    ent_map_pane_set_content (self->pane, NULL);
  self->pane = NULL;
  g_clear_object (&self->content);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_clear_pointer (&self->week, ent_rounds_week_unref);
  G_OBJECT_CLASS (ent_rounds_map_parent_class)->dispose (object);
}

static void
ent_rounds_map_class_init (EntRoundsMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ent_rounds_map_get_property;
  G_OBJECT_CLASS (klass)->dispose = ent_rounds_map_dispose;
  properties[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  activated_signal = g_signal_new ("visit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (ENT_TYPE_MAP_PANE);
  g_type_ensure (ENT_TYPE_ROUNDS_MAP_CARERS);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "rounds/ent-rounds-map.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoundsMap, days);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsMap, carers);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsMap, hint);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsMap, pane);
  gtk_widget_class_bind_template_callback (widget_class, look_again);
}

static void
ent_rounds_map_init (EntRoundsMap *self)
{
  EntMapView *view;

  gtk_widget_init_template (GTK_WIDGET (self));
  view = ent_map_pane_get_view (self->pane);
  self->content = ent_map_content_new ();
  ent_map_pane_set_content (self->pane, self->content);
  ent_map_view_set_empty_act (view, _ ("Import a Region…"), "win.show-preferences::region");
  g_signal_connect_object (self->content, "notify::selected", G_CALLBACK (stop_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "stop-activated", G_CALLBACK (stop_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_map_pane_get_table (self->pane), "stop-activated",
                           G_CALLBACK (stop_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_regions_get_default (), "changed", G_CALLBACK (region_changed_cb),
                           self, G_CONNECT_SWAPPED);
  region_changed_cb (self);
}

static GtkStringList *
list_days (const EntRoundsWeek *week)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i < week->n_days; i++)
    {
      g_autofree char *name = ent_day_format (week->first_day + i, ENT_DAY_LONG);

      gtk_string_list_append (names, name);
    }
  return names;
}

/* Today if it is among them, else the first with a visit. */
static guint
first_shown (const EntRoundsWeek *week)
{
  gint32 today = ent_day_today () - week->first_day;

  if (today >= 0 && today < week->n_days)
    return (guint) today;
  return week->visits->len > 0 ? (guint) CLAMP (g_array_index (week->visits, EntRoundsVisit, 0).day,
                                                0, week->n_days - 1)
                               : 0;
}

void
ent_rounds_map_set_week (EntRoundsMap *self, EntRoundsWeek *week)
{
  gboolean is_other = self->week == NULL || self->week->first_day != week->first_day ||
                      self->week->n_days != week->n_days;

  ent_rounds_week_ref (week);
  g_clear_pointer (&self->week, ent_rounds_week_unref);
  self->week = week;
  self->is_filling = TRUE;
  ent_rounds_map_carers_set (self->carers, week);
  if (is_other)
    {
      g_autoptr (GtkStringList) names = list_days (week);

      gtk_drop_down_set_model (self->days, G_LIST_MODEL (names));
      gtk_drop_down_set_selected (self->days, first_shown (week));
    }
  self->is_filling = FALSE;
  if (is_other)
    look_again (self);
  else
    fill (self);
}

/* What is shown, so that the visit is among it. */
static void
bring_in_sight (EntRoundsMap *self, const EntRoundsVisit *visit)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->days, (guint) visit->day);
  if (ent_rounds_visit_occupies (visit))
    ent_rounds_map_carers_show (
        self->carers, g_array_index (self->week->carers, EntRoundsCarer, visit->carer).id);
  self->is_filling = FALSE;
  look_again (self);
}

void
ent_rounds_map_select (EntRoundsMap *self, gint64 visit_id)
{
  int visit = self->week != NULL ? ent_rounds_week_find (self->week, visit_id) : ENT_ROUNDS_NONE;

  if (self->selected == visit_id)
    return;
  self->selected = visit_id;
  if (visit != ENT_ROUNDS_NONE && find_stop (self, visit_id) == NULL)
    bring_in_sight (self, visit_at (self, visit));
  else if (self->week != NULL)
    ent_map_content_select (self->content, find_stop (self, visit_id));
}

gint64
ent_rounds_map_get_selected (EntRoundsMap *self)
{
  return self->selected;
}
