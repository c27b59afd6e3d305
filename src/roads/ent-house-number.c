/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House numbers: reading, writing, finding. Any thread. */
#include "ent-house-number.h"

#include "ent-text.h"

#include <stdlib.h>
#include <string.h>

/* Between houses farther apart than this, in numbers or in metres, nothing is interpolated. */
#define GAP_NUMBERS 60
#define GAP_METRES 500.0

#define DIGITS 4

static const char *const suffix_words[] = { "bis", "ter", "quater", "quinquies", "sexies" };

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ')
    p++;
  return p;
}

/* One to four digits at p; 0 when there are none, more, or only zeros. */
static int
read_number (const char **p)
{
  const char *q = *p;
  int number = 0;

  while (g_ascii_isdigit (*q) && q - *p <= DIGITS)
    number = number * 10 + (*q++ - '0');
  if (q - *p > DIGITS)
    return 0;
  *p = q;
  return number;
}

/* A letter by itself, or bis, ter, quater. */
static gboolean
read_suffix (const char **p, char *suffix)
{
  const char *q = *p;
  gsize length;

  while (g_ascii_isalpha (*q))
    q++;
  length = (gsize) (q - *p);
  if (length == 0 || length >= ENT_HOUSE_SUFFIX_BYTES || g_ascii_isdigit (*q))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    suffix[i] = g_ascii_tolower ((*p)[i]);
  suffix[length] = '\0';
  for (gsize i = 0; length > 1; i++)
    {
      if (i == G_N_ELEMENTS (suffix_words))
        {
          suffix[0] = '\0';
          return FALSE;
        }
      if (g_str_equal (suffix, suffix_words[i]))
        break;
    }
  *p = q;
  return TRUE;
}

/* "-21" behind 19, with "21" greater. */
static void
read_range (const char **p, EntHouseNumber *self)
{
  const char *q = skip_blanks (*p);
  char ignored[ENT_HOUSE_SUFFIX_BYTES] = "";
  int last;

  if (*q != '-')
    return;
  q = skip_blanks (q + 1);
  last = read_number (&q);
  if (last <= self->number || last > self->number + GAP_NUMBERS)
    return;
  read_suffix (&q, ignored);
  self->last = last;
  *p = q;
}

/* What stands behind the number: "/B", "/3", "-3", ".1", "B3", "3.1". */
static gboolean
read_rest (const char *p, EntHouseNumber *self, char **box)
{
  p = skip_blanks (p);
  if (*p == '\0')
    return TRUE;
  if (strchr ("/\\-._", *p) == NULL && !(g_ascii_tolower (*p) == 'b' && g_ascii_isdigit (p[1])))
    return FALSE;

  if (!g_ascii_isalpha (*p))
    p = skip_blanks (p + 1);
  /* A letter behind the slash belongs to the number unless it has one already. */
  if (self->suffix[0] == '\0' && read_suffix (&p, self->suffix))
    {
      p = skip_blanks (p);
      if (*p != '\0' && strchr ("/\\-.", *p) != NULL)
        p = skip_blanks (p + 1);
    }
  else if (g_ascii_tolower (*p) == 'b' && g_ascii_isdigit (p[1]))
    p++;
  if (*p == '\0')
    return TRUE;
  if (strlen (p) > 12 || !g_ascii_isalnum (*p))
    return FALSE;
  if (box != NULL)
    *box = g_strdup (p);
  return TRUE;
}

gboolean
ent_house_number_parse (const char *text, EntHouseNumber *number, char **box)
{
  EntHouseNumber self = { 0, 0, "" };
  g_autofree char *own_box = NULL;
  const char *p = skip_blanks (text != NULL ? text : "");

  *number = self;
  if (box != NULL)
    *box = NULL;
  self.number = self.last = read_number (&p);
  if (self.number == 0)
    return FALSE;

  p = skip_blanks (p);
  read_suffix (&p, self.suffix);
  read_range (&p, &self);
  if (!read_rest (p, &self, &own_box))
    return FALSE;

  *number = self;
  if (box != NULL)
    *box = g_steal_pointer (&own_box);
  return TRUE;
}

char *
ent_house_number_format (const EntHouseNumber *number)
{
  GString *out = g_string_new (NULL);

  if (number->number == 0)
    return g_string_free_and_steal (out);
  g_string_append_printf (out, "%d", number->number);
  if (number->suffix[0] != '\0' && number->suffix[1] == '\0')
    g_string_append_c (out, g_ascii_toupper (number->suffix[0]));
  else if (number->suffix[0] != '\0')
    g_string_append_printf (out, " %s", number->suffix);
  if (number->last > number->number)
    g_string_append_printf (out, "-%d", number->last);
  return g_string_free_and_steal (out);
}

int
ent_house_number_compare (const EntHouseNumber *a, const EntHouseNumber *b)
{
  if (a->number != b->number)
    return a->number < b->number ? -1 : 1;
  return strcmp (a->suffix, b->suffix);
}

static gboolean
is_within (const EntHouseNumber *range, int number)
{
  return number >= range->number && number <= range->last && (number - range->number) % 2 == 0;
}

/* How well a house answers, 0 not at all. */
static int
rank_of (const EntHouseNumber *house, const EntHouseNumber *wanted)
{
  gboolean same_suffix = g_str_equal (house->suffix, wanted->suffix);

  if (house->number == wanted->number && same_suffix)
    return house->last == wanted->last ? 6 : 5;
  if (is_within (house, wanted->number) && same_suffix)
    return 4;
  if (house->number == wanted->number && house->suffix[0] == '\0')
    return 3;
  if (house->number == wanted->number || is_within (house, wanted->number))
    return 2;
  /* Asked for 19-21, and only 21 is known. */
  return is_within (wanted, house->number) ? 1 : 0;
}

static gint32
between (gint32 from, gint32 to, double share)
{
  return from + (gint32) (((double) to - from) * share);
}

static EntHouseMatch
interpolate (const EntHouse *below, const EntHouse *above, int number, EntHouse *found)
{
  EntPoint a = ent_e7_to_point (below->place);
  EntPoint b = ent_e7_to_point (above->place);
  int from = below->number.last, to = above->number.number;
  double share;

  if (to - from > GAP_NUMBERS || ent_geo_distance (a, b) > GAP_METRES)
    return ENT_HOUSE_MATCH_NONE;

  share = to > from ? (double) (number - from) / (to - from) : 0.5;
  found->number = (EntHouseNumber) { number, number, "" };
  found->place = (EntE7) { between (below->place.latitude, above->place.latitude, share),
                           between (below->place.longitude, above->place.longitude, share) };
  return ENT_HOUSE_MATCH_BETWEEN;
}

EntHouseMatch
ent_house_find (const EntHouse *houses, gsize n, const EntHouseNumber *wanted, EntHouse *found)
{
  const EntHouse *best = NULL, *below = NULL, *above = NULL;
  int best_rank = 0;

  if (wanted->number == 0)
    return ENT_HOUSE_MATCH_NONE;

  for (gsize i = 0; i < n; i++)
    {
      const EntHouseNumber *number = &houses[i].number;
      int rank = rank_of (number, wanted);

      if (rank > best_rank)
        {
          best = &houses[i];
          best_rank = rank;
        }
      if ((number->number - wanted->number) % 2 != 0)
        continue;
      if (number->last < wanted->number && (below == NULL || number->last > below->number.last))
        below = &houses[i];
      if (number->number > wanted->number &&
          (above == NULL || number->number < above->number.number))
        above = &houses[i];
    }

  if (best != NULL)
    {
      *found = *best;
      return best_rank >= 4 ? ENT_HOUSE_MATCH_EXACT : ENT_HOUSE_MATCH_NUMBER;
    }
  if (below == NULL || above == NULL)
    return ENT_HOUSE_MATCH_NONE;
  return interpolate (below, above, wanted->number, found);
}
