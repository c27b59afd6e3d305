/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads routing instances in the format of Solomon, Gehring and Homberger. Any thread. */
#include "ent-bench-vrptw.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  int number, x, y;
  EntPlainVisit visit;
} Row;

static gboolean
read_row (const char *line, Row *row)
{
  EntPlainVisit *v = &row->visit;

  if (sscanf (line, "%d %d %d %d %d %d %d", &row->number, &row->x, &row->y, &v->demand, &v->ready,
              &v->due, &v->service) != 7)
    return FALSE;
  v->ready *= 10;
  v->due *= 10;
  v->service *= 10;
  return TRUE;
}

static int *
measure (const Row *rows, int n)
{
  int *matrix = g_new (int, (gsize) n *n);

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      {
        double x = rows[i].x - rows[j].x, y = rows[i].y - rows[j].y;

        matrix[(gsize) i * n + j] = (int) (10 * sqrt (x * x + y * y));
      }
  return matrix;
}

gboolean
ent_bench_vrptw_is_like (const char *text)
{
  const char *vehicle = strstr (text, "VEHICLE");

  return vehicle != NULL && vehicle - text < 200;
}

static EntBenchVrptw *
make_instance (const char *name, GArray *rows, int n_vehicles, int capacity)
{
  EntBenchVrptw *instance = g_new0 (EntBenchVrptw, 1);

  instance->name = g_strstrip (g_strdup (name));
  instance->matrix = measure ((const Row *) rows->data, rows->len);
  instance->visits = g_new (EntPlainVisit, rows->len);
  for (guint i = 0; i < rows->len; i++)
    instance->visits[i] = g_array_index (rows, Row, i).visit;
  instance->problem = (EntPlainProblem) {
    .n_places = rows->len,
    .n_vehicles = n_vehicles,
    .capacity = capacity,
    .cost = instance->matrix,
    .time = instance->matrix,
    .visits = instance->visits,
  };
  return instance;
}

EntBenchVrptw *
ent_bench_vrptw_parse (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  int n_vehicles = 0, capacity = 0;

  for (int i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      Row row;

      if (read_row (lines[i], &row) && row.number == (int) rows->len)
        g_array_append_val (rows, row);
      else if (rows->len == 0 && sscanf (lines[i], "%d %d", &n_vehicles, &capacity) == 2)
        continue;
      else if (rows->len > 0 && *g_strstrip (lines[i]) != '\0')
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %d: %s", i + 1, lines[i]);
          return NULL;
        }
    }
  if (rows->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no customers");
      return NULL;
    }
  return make_instance (lines[0], rows, n_vehicles, capacity);
}

void
ent_bench_vrptw_free (EntBenchVrptw *instance)
{
  g_free (instance->name);
  g_free (instance->matrix);
  g_free (instance->visits);
  g_free (instance);
}

static double
look_up (const char *table, const char *name)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (table, &text, NULL, NULL))
    return 0;
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", 3);

      if (g_strv_length (fields) > 1 && g_str_equal (fields[0], name))
        return g_ascii_strtod (fields[1], NULL);
    }
  return 0;
}

double
ent_bench_vrptw_best_known (const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, "bks.csv", NULL);
  g_autofree char *above = g_build_filename (folder, "..", "bks.csv", NULL);
  double best = look_up (beside, name);

  return best > 0 ? best : look_up (above, name);
}
