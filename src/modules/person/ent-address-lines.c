/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses as they stand on an envelope or in a list. Any thread. */

#include "ent-address-lines.h"

#include <glib/gi18n-lib.h>

/* Words separated by a blank, without those that are empty; NULL when all are. */
static char *
join_words (const char *a, const char *b)
{
  if (a != NULL && b != NULL)
    return g_strdup_printf ("%s %s", a, b);

  return g_strdup (a != NULL ? a : b);
}

static void
add_line (GStrvBuilder *builder, char *line)
{
  if (line != NULL && *line != '\0')
    g_strv_builder_add (builder, line);
  g_free (line);
}

char **
ent_address_lines (EntAddress *self, const char *name, const char *country)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *street = join_words (self->street, self->number);

  add_line (builder, g_strdup (name));
  /* Translators: "care of", in front of a name in a postal address */
  if (self->care_of != NULL)
    add_line (builder, g_strdup_printf (_ ("c/o %s"), self->care_of));

  if (street != NULL && self->box != NULL)
    /* Translators: street with number, then the number of the letter box: "bte" in French */
    add_line (builder, g_strdup_printf (_ ("%s box %s"), street, self->box));
  else
    add_line (builder, g_strdup (street));

  add_line (builder, join_words (self->postcode, self->locality));
  if (country != NULL)
    add_line (builder, g_utf8_strup (country, -1));

  return g_strv_builder_end (builder);
}

char *
ent_address_one_line (EntAddress *self)
{
  g_autofree char *street = join_words (self->street, self->number);
  g_autofree char *place = join_words (self->postcode, self->locality);
  GString *line = g_string_new (street);

  if (street != NULL && self->box != NULL)
    g_string_append_printf (line, "/%s", self->box);
  if (place != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", place);

  return g_string_free (line, FALSE);
}
