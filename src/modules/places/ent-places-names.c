/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of a place in the language of the interface. Any thread. */

#include "ent-places-names.h"

#include "ent-text.h"

#include <glib/gi18n-lib.h>

const char *
ent_places_first_name (const char *fr, const char *nl, const char *de)
{
  if (fr != NULL)
    return fr;

  return nl != NULL ? nl : de;
}

const char *
ent_places_name (const char *fr, const char *nl, const char *de, const char *en)
{
  const char *const *languages = g_get_language_names ();
  const char *fallback = ent_places_first_name (fr, nl, de);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "fr") && fr != NULL)
        return fr;
      if (g_str_has_prefix (languages[i], "nl") && nl != NULL)
        return nl;
      if (g_str_has_prefix (languages[i], "de") && de != NULL)
        return de;
      if (g_str_has_prefix (languages[i], "en") && en != NULL)
        return en;
    }

  return fallback != NULL ? fallback : "";
}

void
ent_places_check_name (const char *fr, const char *nl, const char *de, EntIssues *issues)
{
  if (ent_places_first_name (fr, nl, de) == NULL)
    ent_issues_add (issues, "name_fr", _ ("Give the name in one language at least."));
}

char *
ent_places_search_form (const char *fr, const char *nl, const char *de)
{
  const char *names[] = { fr, nl, de };
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  GString *form = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folded = ent_text_fold (names[i]);

      if (*folded == '\0' || g_ptr_array_find_with_equal_func (seen, folded, g_str_equal, NULL))
        continue;
      g_string_append_printf (form, " %s", folded);
      g_ptr_array_add (seen, g_steal_pointer (&folded));
    }

  return g_string_free (form, FALSE);
}
