/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells home-care instances apart, finds what is published about them. One thread. */
#include <string.h>

#include "ent-bench-homecare.h"

gboolean
ent_bench_care_knows (GBytes *content)
{
  gsize size;
  const char *text = g_bytes_get_data (content, &size);
  gsize blank = 0;

  while (blank < size && g_ascii_isspace (text[blank]))
    blank++;
  return blank < size && text[blank] == '{';
}

/* The last column but one of the instance's line in a table of text. */
static double
published_in (const char *table, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      if (g_strv_length (cells) > 5 && g_str_equal (g_strstrip (cells[1]), name))
        return g_ascii_strtod (g_strstrip (cells[5]), NULL);
    }
  return 0;
}

/* In one of the tables of the folder "best" beside the instance's folder; 0: none. */
static double
published (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *best = g_build_filename (folder, "..", "best", NULL);
  g_autoptr (GDir) dir = g_dir_open (best, 0, NULL);
  const char *name;
  double value = 0;

  if (g_str_has_suffix (base, ".gz"))
    base[strlen (base) - strlen (".gz")] = '\0';
  while (value == 0 && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *table = g_build_filename (best, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (table, &text, NULL, NULL))
        value = published_in (text, base);
    }
  return value;
}

EntBenchCare *
ent_bench_care_new (GBytes *content, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (EntBenchCare) self = g_new0 (EntBenchCare, 1);
  JsonObject *root;
  gboolean ok;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (content, NULL),
                                   (gssize) g_bytes_get_size (content), error))
    return NULL;
  self->root = json_parser_steal_root (parser);
  root = json_node_get_object (self->root);
  if (json_object_has_member (root, "patients"))
    ok = ent_bench_hhcrsp_fill (self, root, error);
  else if (json_object_has_member (root, "matrix"))
    ok = ent_bench_centre_fill (self, root, error);
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is of no known kind", path);
      return NULL;
    }
  self->best = published (path);
  return ok ? g_steal_pointer (&self) : NULL;
}

void
ent_bench_care_free (EntBenchCare *self)
{
  g_clear_pointer (&self->problem, ent_plan_problem_unref);
  if (self->data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

int **
ent_bench_orders_new (const EntPlan *plan)
{
  int n = ent_plan_problem_get_n_shifts (ent_plan_get_problem (plan));
  int **orders = g_new0 (int *, n + 1);

  for (int i = 0; i < n; i++)
    {
      int n_stops, k = 0;
      const EntPlanStop *stops = ent_plan_get_stops (plan, i, &n_stops);

      orders[i] = g_new0 (int, n_stops + 1);
      for (int j = 0; j < n_stops; j++)
        if (stops[j].kind == ENT_PLAN_STOP_VISIT)
          orders[i][k++] = stops[j].visit;
      orders[i][k] = ENT_PLAN_NONE;
    }
  return orders;
}

void
ent_bench_orders_free (int **orders)
{
  for (int i = 0; orders[i] != NULL; i++)
    g_free (orders[i]);
  g_free (orders);
}
