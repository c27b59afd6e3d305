/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command calc: cases from a file, computed, and written with every step. One thread. */

#include "ent-calc-answer.h"
#include "ent-calc-file.h"
#include "ent-calc-ris.h"
#include "ent-ctl.h"
#include "ent-plan-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *output;
  char *scales;
  gboolean text;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->scales);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is written so far, in one of the two forms. */
typedef struct
{
  EntCalcScales *scales;
  JsonBuilder *builder;
  GString *text; /* NULL: JSON is wanted */
  guint n_failed;
} Work;

/* The name of a case; NULL when it has none. */
static const char *
find_id (JsonNode *node)
{
  JsonNode *id = JSON_NODE_HOLDS_OBJECT (node)
                     ? json_object_get_member (json_node_get_object (node), "id")
                     : NULL;

  return id != NULL && JSON_NODE_HOLDS_VALUE (id) ? json_node_get_string (id) : NULL;
}

static EntCalcResult *
compute (JsonNode *node, EntCalcScales *scales, GError **error)
{
  g_autoptr (EntCalcCase) c = ent_calc_file_read (node, error);

  return c != NULL ? ent_calc_ris (c, scales, error) : NULL;
}

static void
write_result (Work *self, const char *id, const EntCalcResult *result)
{
  g_autofree char *text = NULL;

  if (self->text == NULL)
    {
      ent_calc_answer_add (self->builder, id, result);
      return;
    }
  text = ent_calc_answer_write (id, result);
  g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? "\n" : "", text);
}

/* One of several: what is wrong with it keeps nobody else from his amount. */
static void
answer_item (Work *self, JsonNode *node, guint i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCalcResult) result = compute (node, self->scales, &error);
  const char *id = find_id (node);

  if (result != NULL)
    {
      write_result (self, id, result);
      return;
    }
  g_prefix_error (&error, "[%u]: ", i);
  g_printerr ("entraidectl: %s\n", error->message);
  if (self->text == NULL)
    ent_calc_answer_add_error (self->builder, id, error);
  self->n_failed++;
}

static gboolean
answer (Work *self, JsonNode *root, GError **error)
{
  g_autoptr (EntCalcResult) result = NULL;
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      result = compute (root, self->scales, error);
      if (result != NULL)
        write_result (self, find_id (root), result);
      return result != NULL;
    }
  list = json_node_get_array (root);
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < json_array_get_length (list); i++)
    answer_item (self, json_array_get_element (list, i), i);
  json_builder_end_array (self->builder);
  return TRUE;
}

static EntCalcScales *
read_scales (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  EntCalcScales *scales;
  gsize length;

  if (path == NULL)
    return ent_calc_scales_new_shipped ();
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  scales = ent_calc_scales_new_from_csv (text, length, error);
  if (scales == NULL)
    g_prefix_error (error, "%s: ", path);
  return scales;
}

static gboolean
save (Work *self, const char *path, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  g_autofree char *line = NULL;

  if (self->text != NULL)
    return ent_ctl_save (self->text->str, self->text->len, path, error);
  root = json_builder_get_root (self->builder);
  json = json_to_string (root, TRUE);
  line = g_strconcat (json, "\n", NULL);
  return ent_ctl_save (line, strlen (line), path, error);
}

static int
make (const Options *options, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = ent_plan_file_load (path, &error);
  g_autoptr (EntCalcScales) scales = root != NULL ? read_scales (options->scales, &error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) text = options->text ? g_string_new (NULL) : NULL;
  Work work = { scales, builder, text, 0 };

  if (scales == NULL || !answer (&work, root, &error) || !save (&work, options->output, &error))
    return ent_ctl_fail (error);
  return work.n_failed == 0 ? ENT_CTL_OK : ENT_CTL_FAILED;
}

int
ent_ctl_calc (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "text", 't', 0, G_OPTION_ARG_NONE, &options.text,
      N_("Write for people instead of programs"), NULL },
    { "scales", 0, 0, G_OPTION_ARG_FILENAME, &options.scales,
      N_("Take amounts and rules from this table instead of those of Entraide"), N_("FILE") },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to this file instead of standard output"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;

  if (!ent_ctl_parse ("calc", entries, argc, argv, 2, 2, &words))
    return ENT_CTL_USAGE;
  if (!g_str_equal (words[0], "ris"))
    return ent_ctl_misused (_ ("There is no calculation “%s”; there is “ris”."), words[0]);
  return make (&options, words[1]);
}
