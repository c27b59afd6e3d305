/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a page. Any thread. */

#include "ent-pdf-text.h"

#include <string.h>

#include "ent-text.h"

struct _EntPdfText
{
  gatomicrefcount ref_count;
  char *text;
  guint length; /* characters */
  guint32 *offsets; /* byte of each character, and of the end */
  EntPdfArea *areas;
  GArray *links;
};

G_DEFINE_BOXED_TYPE (EntPdfText, ent_pdf_text, ent_pdf_text_ref, ent_pdf_text_unref)

/* Stands in folded text where a word was hyphenated: it may be a blank, or nothing. */
#define HYPHEN '\1'

static void
clear_link (gpointer data)
{
  g_free (((EntPdfLink *) data)->uri);
}

GArray *
ent_pdf_links_new (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (EntPdfLink));

  g_array_set_clear_func (links, clear_link);
  return links;
}

EntPdfText *
ent_pdf_text_new (char *text, const EntPdfArea *areas, guint n_areas, GArray *links)
{
  EntPdfText *self = g_new0 (EntPdfText, 1);
  const char *p;

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
  g_free (text);
  self->length = MIN ((guint) g_utf8_strlen (self->text, -1), n_areas);
  self->areas = g_memdup2 (areas, self->length * sizeof *areas);
  self->links = links != NULL ? links : ent_pdf_links_new ();
  self->offsets = g_new (guint32, self->length + 1);
  p = self->text;
  for (guint i = 0; i < self->length; i++, p = g_utf8_next_char (p))
    self->offsets[i] = (guint32) (p - self->text);
  self->offsets[self->length] = (guint32) (p - self->text);
  return self;
}

EntPdfText *
ent_pdf_text_ref (EntPdfText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_pdf_text_unref (EntPdfText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->links);
  g_free (self->offsets);
  g_free (self->areas);
  g_free (self->text);
  g_free (self);
}

guint
ent_pdf_text_get_length (EntPdfText *self)
{
  return self->length;
}

char *
ent_pdf_text_dup (EntPdfText *self, guint start, guint end)
{
  end = MIN (end, self->length);
  start = MIN (start, end);
  return g_strndup (self->text + self->offsets[start], self->offsets[end] - self->offsets[start]);
}

static gunichar
char_at (EntPdfText *self, guint i)
{
  return g_utf8_get_char (self->text + self->offsets[i]);
}

static gboolean
has_place (EntPdfText *self, guint i)
{
  return self->areas[i].y2 > self->areas[i].y1 && char_at (self, i) != '\n';
}

/* Lines count before columns: a point beside a line belongs to that line. */
static double
distance_to (const EntPdfArea *area, double x, double y)
{
  double dx = x < area->x1 ? area->x1 - x : MAX (0, x - area->x2);
  double dy = y < area->y1 ? area->y1 - y : MAX (0, y - area->y2);

  return dx + 20 * dy;
}

guint
ent_pdf_text_at (EntPdfText *self, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  guint found = 0;

  for (guint i = 0; i < self->length; i++)
    {
      double distance;

      if (!has_place (self, i))
        continue;
      distance = distance_to (&self->areas[i], x, y);
      if (distance >= nearest)
        continue;
      nearest = distance;
      found = x > (self->areas[i].x1 + self->areas[i].x2) / 2 ? i + 1 : i;
    }
  return found;
}

static gboolean
holds (const EntPdfArea *area, double x, double y)
{
  return x >= area->x1 && x <= area->x2 && y >= area->y1 && y <= area->y2;
}

gboolean
ent_pdf_text_is_over (EntPdfText *self, double x, double y)
{
  for (guint i = 0; i < self->length; i++)
    if (has_place (self, i) && holds (&self->areas[i], x, y))
      return TRUE;
  return FALSE;
}

static gboolean
ends_run (EntPdfText *self, guint i, gboolean line)
{
  gunichar c = char_at (self, i);

  return line ? c == '\n' : !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

void
ent_pdf_text_around (EntPdfText *self, guint position, gboolean line, guint *start, guint *end)
{
  *start = *end = MIN (position, self->length);
  while (*start > 0 && !ends_run (self, *start - 1, line))
    *start -= 1;
  while (*end < self->length && !ends_run (self, *end, line))
    *end += 1;
}

static gboolean
is_same_line (const EntPdfArea *line, const EntPdfArea *area)
{
  double middle = (area->y1 + area->y2) / 2;

  return middle > line->y1 && middle < line->y2 && area->x1 > line->x1 - 3 &&
         area->x1 < line->x2 + 3 * (line->y2 - line->y1);
}

GArray *
ent_pdf_text_areas (EntPdfText *self, guint start, guint end)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (EntPdfArea));

  for (guint i = start; i < MIN (end, self->length); i++)
    {
      const EntPdfArea *area = &self->areas[i];
      EntPdfArea *line;

      if (!has_place (self, i))
        continue;
      line = lines->len > 0 ? &g_array_index (lines, EntPdfArea, lines->len - 1) : NULL;
      if (line == NULL || !is_same_line (line, area))
        {
          g_array_append_vals (lines, area, 1);
          continue;
        }
      line->x1 = MIN (line->x1, area->x1);
      line->y1 = MIN (line->y1, area->y1);
      line->x2 = MAX (line->x2, area->x2);
      line->y2 = MAX (line->y2, area->y2);
    }
  return lines;
}

const EntPdfLink *
ent_pdf_text_link_at (EntPdfText *self, double x, double y)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const EntPdfLink *link = &g_array_index (self->links, EntPdfLink, i);

      if (holds (&link->area, x, y))
        return link;
    }
  return NULL;
}

GArray *
ent_pdf_text_get_links (EntPdfText *self)
{
  return self->links;
}

/* Folded letters with the character that each comes from. */
typedef struct
{
  GString *letters;
  GArray *from; /* (element-type guint) */
} Folded;

static void
add_letter (Folded *folded, char letter, guint from)
{
  gsize n = folded->letters->len;

  if (letter == ' ' && (n == 0 || folded->letters->str[n - 1] == ' '))
    return;
  g_string_append_c (folded->letters, letter);
  g_array_append_val (folded->from, from);
}

static gboolean
is_hyphenation (EntPdfText *self, guint i)
{
  gunichar c = char_at (self, i);

  return (c == '-' || c == 0x2010 || c == 0xad) && i + 1 < self->length &&
         char_at (self, i + 1) == '\n';
}

static void
fold_one (EntPdfText *self, guint i, Folded *folded)
{
  g_autofree char *one = NULL;
  g_autofree char *letters = NULL;
  gunichar c = char_at (self, i);

  if (c < 0x80)
    {
      add_letter (folded, g_ascii_isalnum (c) ? g_ascii_tolower ((char) c) : ' ', i);
      return;
    }
  if (g_unichar_ismark (c))
    return;
  one = ent_pdf_text_dup (self, i, i + 1);
  letters = ent_text_fold (one);
  if (*letters == '\0')
    add_letter (folded, ' ', i);
  for (const char *p = letters; *p != '\0'; p++)
    add_letter (folded, *p, i);
}

static void
fold (EntPdfText *self, Folded *folded)
{
  folded->letters = g_string_sized_new (self->length);
  folded->from = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->length);
  for (guint i = 0; i < self->length; i++)
    if (is_hyphenation (self, i))
      add_letter (folded, HYPHEN, i++);
    else
      fold_one (self, i, folded);
}

/* The end of @needle in the text when it begins at @p, or NULL. */
static const char *
match (const char *p, const char *needle)
{
  for (; *needle != '\0'; needle++)
    {
      if (*p == HYPHEN)
        {
          p++;
          if (*needle == ' ')
            continue;
        }
      if (*p != *needle)
        return NULL;
      p++;
    }
  return p;
}

static void
add_hit (EntPdfText *self, GArray *hits, guint start, guint end)
{
  g_autoptr (GArray) areas = ent_pdf_text_areas (self, start, end);
  EntPdfHit hit = { start, end, { 0, 0, 0, 0 } };

  if (areas->len > 0)
    hit.area = g_array_index (areas, EntPdfArea, 0);
  g_array_append_val (hits, hit);
}

GArray *
ent_pdf_text_find (EntPdfText *self, const char *words)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (EntPdfHit));
  g_autofree char *needle = ent_text_fold (words);
  Folded folded;
  const char *p;

  if (*needle == '\0')
    return hits;
  fold (self, &folded);
  p = folded.letters->str;
  while (*p != '\0')
    {
      const char *end = *p != HYPHEN ? match (p, needle) : NULL;

      if (end == NULL)
        {
          p++;
          continue;
        }
      add_hit (self, hits, g_array_index (folded.from, guint, p - folded.letters->str),
               g_array_index (folded.from, guint, end - folded.letters->str - 1) + 1);
      p = end;
    }
  g_string_free (folded.letters, TRUE);
  g_array_unref (folded.from);
  return hits;
}
