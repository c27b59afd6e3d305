/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the map is drawn: its styles in their light and dark colours. Main thread. */
#include "ent-map-style.h"

#include "ent-map-renderer.h"

#define RESOURCES "/org/entraide/Entraide/map/"

/* The files are part of the program: a fault in one is ours. */
static char *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GKeyFile *
get_colours (void)
{
  static GKeyFile *colours;

  if (colours == NULL)
    {
      g_autofree char *text = load ("colours.ini");

      colours = g_key_file_new ();
      g_key_file_load_from_data (colours, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
    }
  return colours;
}

static char *
colour_text (const char *name, gboolean dark)
{
  char *text = g_key_file_get_string (get_colours (), dark ? "dark" : "light", name, NULL);

  if (text == NULL)
    g_error ("No colour %s for the map", name);
  return text;
}

static gboolean
put_colour_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *colour = colour_text (name, *(gboolean *) data);

  g_string_append (result, colour);
  return FALSE;
}

ShumateMapSource *
ent_map_style_new_renderer (EntMapStylePart part, gboolean dark, EntMapSource *source)
{
  const char *id = part == ENT_MAP_STYLE_GROUND ? "ground" : "labels";
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *text = load (name);
  g_autofree char *style = NULL;
  g_autoptr(GRegex) colours = g_regex_new ("(?<=\")\\$([a-z-]+)", 0, 0, NULL);
  g_autoptr(ShumateVectorSpriteSheet) icons = NULL;
  g_autoptr(GError) error = NULL;
  ShumateVectorRenderer *renderer;

  style = g_regex_replace_eval (colours, text, -1, 0, 0, put_colour_cb, &dark, NULL);
  renderer = shumate_vector_renderer_new (id, style, &error);
  if (renderer == NULL)
    g_error ("%s: %s", name, error->message);
  shumate_vector_renderer_set_data_source (renderer, "region", SHUMATE_DATA_SOURCE (source));
  if (part == ENT_MAP_STYLE_LABELS)
    {
      icons = ent_map_icons_new (dark);
      shumate_vector_renderer_set_sprite_sheet (renderer, icons);
    }
  return ent_map_renderer_new (renderer);
}

GdkRGBA
ent_map_style_get_colour (const char *name, gboolean dark)
{
  g_autofree char *text = colour_text (name, dark);
  GdkRGBA colour = { 0 };

  gdk_rgba_parse (&colour, text);
  return colour;
}
