/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and places are read only once they are asked for, and forgotten when they no longer are.
 * Main thread. */

#include "ent-map-people.h"

#include "ent-address-lines.h"
#include "ent-address-position.h"
#include "ent-map-content.h"

struct _EntMapPeople
{
  GObject parent_instance;

  EntStore *store;
  gboolean shown;
  GPtrArray *homes; /* GPtrArray of EntLocated, or NULL */
  EntLocationCounts counts;
  GCancellable *reading;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMapPeople, ent_map_people, G_TYPE_OBJECT)

typedef struct
{
  GPtrArray *homes; /* NULL: they were not asked for */
  EntLocationCounts counts;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  g_free (self);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const EntAddress *left = (*(const EntLocated *const *) a)->address;
  const EntAddress *right = (*(const EntLocated *const *) b)->address;

  if (left->latitude != right->latitude)
    return left->latitude < right->latitude ? -1 : 1;
  return (left->longitude > right->longitude) - (left->longitude < right->longitude);
}

/* Those who live at one place are one stop. Takes the elements of @places. */
static GPtrArray *
gather (GPtrArray *places)
{
  GPtrArray *homes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  EntLocated *before = NULL;

  g_ptr_array_sort (places, compare_places);
  g_ptr_array_set_free_func (places, NULL);
  for (guint i = 0; i < places->len; i++)
    {
      EntLocated *place = g_ptr_array_index (places, i);

      if (before == NULL || compare_places (&before, &place) != 0)
        g_ptr_array_add (homes, g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free));
      g_ptr_array_add (g_ptr_array_index (homes, homes->len - 1), place);
      before = place;
    }
  return homes;
}

static gpointer
read_people (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GPtrArray) places = NULL;

  ent_location_query_counts (db, &reading->counts);
  if (!GPOINTER_TO_INT (data))
    return reading;
  places = ent_location_query_placed (db, error);
  if (places == NULL)
    {
      g_free (reading);
      return NULL;
    }
  reading->homes = gather (places);
  return reading;
}

static void
people_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntMapPeople) self = user_data;
  Reading *reading = ent_store_run_finish (ENT_STORE (source), result, NULL);

  if (reading == NULL)
    return;
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  self->homes = g_steal_pointer (&reading->homes);
  self->counts = reading->counts;
  reading_free (reading);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reload (EntMapPeople *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_people,
                       GINT_TO_POINTER (self->shown), NULL, (GDestroyNotify) reading_free,
                       self->reading, people_read_cb, g_object_ref (self));
}

static void
store_changed_cb (EntMapPeople *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_address_schema))
    reload (self);
}

static void
ent_map_people_finalize (GObject *object)
{
  EntMapPeople *self = ENT_MAP_PEOPLE (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  g_object_unref (self->store);
  G_OBJECT_CLASS (ent_map_people_parent_class)->finalize (object);
}

static void
ent_map_people_class_init (EntMapPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_map_people_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_MAP_PEOPLE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_map_people_init (EntMapPeople *self)
{
}

EntMapPeople *
ent_map_people_new (EntStore *store)
{
  EntMapPeople *self = g_object_new (ENT_TYPE_MAP_PEOPLE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

void
ent_map_people_set_shown (EntMapPeople *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  if (shown)
    {
      reload (self);
      return;
    }
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static EntPoint
point_of (GPtrArray *home)
{
  const EntLocated *first = g_ptr_array_index (home, 0);

  return ent_address_get_position (first->address);
}

static EntPoint
middle_of (GPtrArray *homes)
{
  EntBox box = ent_box_empty ();

  for (guint i = 0; i < homes->len; i++)
    box = ent_box_extend (box, point_of (g_ptr_array_index (homes, i)));
  return ent_box_centre (box);
}

typedef struct
{
  double metres;
  guint home;
} Distance;

static int
compare_distances (gconstpointer a, gconstpointer b)
{
  double left = ((const Distance *) a)->metres;
  double right = ((const Distance *) b)->metres;

  return (left > right) - (left < right);
}

static GArray *
nearest_first (GPtrArray *homes, EntPoint around)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (Distance), homes->len);

  for (guint i = 0; i < homes->len; i++)
    {
      Distance distance = { ent_geo_distance (around, point_of (g_ptr_array_index (homes, i))), i };

      g_array_append_val (order, distance);
    }
  g_array_sort (order, compare_distances);
  return order;
}

static EntMapStop *
stop_new (GPtrArray *home, guint number)
{
  const EntLocated *first = g_ptr_array_index (home, 0);
  EntMapStop *stop = ent_map_stop_new (number, point_of (home), NULL);
  g_autofree char *line = ent_address_one_line (first->address);
  g_autofree char *label = home->len > 1 ? g_strdup_printf ("%u", home->len) : NULL;
  g_autoptr (GString) names = g_string_new (first->name);

  for (guint i = 1; i < home->len; i++)
    g_string_append_printf (names, ", %s", ((EntLocated *) g_ptr_array_index (home, i))->name);
  ent_map_stop_describe (stop, label != NULL ? label : "", names->str, line);
  return stop;
}

void
ent_map_people_add_stops (EntMapPeople *self, EntPoint around, GPtrArray *stops)
{
  g_autoptr (GArray) order = NULL;

  if (!self->shown || self->homes == NULL || self->homes->len == 0)
    return;
  if (!ent_point_is_valid (around))
    around = middle_of (self->homes);
  order = nearest_first (self->homes, around);
  for (guint i = 0; i < MIN (order->len, ENT_MAP_PEOPLE_MOST); i++)
    {
      guint home = g_array_index (order, Distance, i).home;

      g_ptr_array_add (stops, stop_new (g_ptr_array_index (self->homes, home), home));
    }
}

guint
ent_map_people_get_n_homes (EntMapPeople *self)
{
  return self->shown && self->homes != NULL ? self->homes->len : 0;
}

GPtrArray *
ent_map_people_get_home (EntMapPeople *self, gint64 stop_id)
{
  if (self->homes == NULL || stop_id < 0 || stop_id >= self->homes->len)
    return NULL;
  return g_ptr_array_index (self->homes, (guint) stop_id);
}

const EntLocationCounts *
ent_map_people_get_counts (EntMapPeople *self)
{
  return &self->counts;
}
