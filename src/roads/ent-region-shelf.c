/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Region files are found by their place and suffix alone: what is in them is told by opening them.
 * Any thread. */
#include "ent-region-shelf.h"

#include "ent-text.h"

#include <glib/gstdio.h>

#define FOLDER "entraide" G_DIR_SEPARATOR_S "regions"

char *
ent_region_shelf_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_hidden (GPtrArray *found, guint n_before, const char *name)
{
  for (guint i = 0; i < n_before; i++)
    {
      g_autofree char *other = g_path_get_basename (g_ptr_array_index (found, i));

      if (g_str_equal (other, name))
        return TRUE;
    }
  return FALSE;
}

static void
list_folder (GPtrArray *found, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_before = found->len;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENT_REGION_SUFFIX) && name[0] != '.' &&
        !is_hidden (found, n_before, name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (found, g_build_filename (folder, g_ptr_array_index (names, i), NULL));
}

GStrv
ent_region_shelf_list (void)
{
  GPtrArray *found = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *own = ent_region_shelf_user_folder ();

  list_folder (found, own);
  for (const char *const *dir = g_get_system_data_dirs (); *dir != NULL; dir++)
    {
      g_autofree char *folder = g_build_filename (*dir, FOLDER, NULL);

      list_folder (found, folder);
    }
  return (GStrv) g_ptr_array_free (found, FALSE);
}

char *
ent_region_shelf_path_for (const char *name, GError **error)
{
  g_autofree char *folder = ent_region_shelf_user_folder ();
  g_autofree char *safe = ent_text_safe_file_name (name);
  g_autofree char *file = g_strconcat (safe, ENT_REGION_SUFFIX, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                           g_strerror (code));
      return NULL;
    }
  return g_build_filename (folder, file, NULL);
}

gboolean
ent_region_shelf_is_own (const char *path)
{
  g_autofree char *folder = ent_region_shelf_user_folder ();
  g_autofree char *parent = g_path_get_dirname (path);

  return g_str_equal (folder, parent);
}

gboolean
ent_region_shelf_remove (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_return_val_if_fail (ent_region_shelf_is_own (path), FALSE);

  return g_file_delete (file, NULL, error);
}
