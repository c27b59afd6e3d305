/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleaning, initials, file names and likeness of texts. Any thread. */
#include "ent-text.h"

#include <string.h>

#define MAX_INITIALS 3
#define MAX_FILE_NAME 120

/* Longer texts than this compare on the heap. */
#define STACK_CHARACTERS 64

/* Invisible marks that change the direction or nothing at all; the two joiners are kept, since
 * Persian and emoji need them. */
static gboolean
is_dropped (gunichar ch)
{
  if (ch == 0x200c || ch == 0x200d)
    return FALSE;
  switch (g_unichar_type (ch))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

char *
ent_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  g_autoptr(GString) out = NULL;
  gboolean gap = FALSE;

  if (text == NULL || *text == '\0')
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isspace (ch) || ch == 0xfffd)
        {
          gap = TRUE;
          continue;
        }
      if (is_dropped (ch))
        continue;
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      gap = FALSE;
      g_string_append_unichar (out, ch);
    }

  composed = g_utf8_normalize (out->str, out->len, G_NORMALIZE_NFC);
  return composed != NULL && *composed != '\0' ? g_steal_pointer (&composed) : NULL;
}

char *
ent_text_initials (const char *text)
{
  g_autofree char *clean = ent_text_clean (text);
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;
  guint n = 0;

  for (const char *p = clean; p != NULL && *p != '\0' && n < MAX_INITIALS; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isalnum (ch))
        {
          inside = inside && g_unichar_ismark (ch);
          continue;
        }
      if (!inside)
        {
          g_string_append_unichar (out, g_unichar_toupper (ch));
          n++;
        }
      inside = TRUE;
    }
  return g_string_free_and_steal (out);
}

/* Names that Windows keeps for devices, whatever their ending. */
static gboolean
is_device_name (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul" };
  gsize length = strcspn (name, ".");

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      if (length == 3 && g_ascii_strncasecmp (name, devices[i], 3) == 0)
        return TRUE;
    }
  return length == 4 && g_ascii_isdigit (name[3]) &&
         (g_ascii_strncasecmp (name, "com", 3) == 0 || g_ascii_strncasecmp (name, "lpt", 3) == 0);
}

/* Shortens at a character, keeping a short ending such as ".pdf". */
static void
shorten_name (GString *name)
{
  const char *dot = strrchr (name->str, '.');
  g_autofree char *ending = NULL;
  gsize room = MAX_FILE_NAME;
  char *cut;

  if (name->len <= MAX_FILE_NAME)
    return;
  if (dot != NULL && strlen (dot) <= 10)
    ending = g_strdup (dot);
  if (ending != NULL)
    room -= strlen (ending);

  cut = name->str + room;
  if ((*cut & 0xc0) == 0x80)
    cut = g_utf8_find_prev_char (name->str, cut);
  g_string_truncate (name, (gsize) (cut - name->str));
  if (ending != NULL)
    g_string_append (name, ending);
}

char *
ent_text_safe_file_name (const char *text)
{
  g_autofree char *clean = ent_text_clean (text);
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = clean; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      /* No leading dot (hidden file) and no leading blank. */
      if (out->len == 0 && (ch == '.' || ch == ' '))
        continue;
      if (ch < 0x80 && strchr ("/\\:*?\"<>|", (int) ch) != NULL)
        g_string_append_c (out, '-');
      else
        g_string_append_unichar (out, ch);
    }

  if (is_device_name (out->str))
    g_string_prepend_c (out, '_');
  shorten_name (out);
  /* Windows drops dots and blanks at the end without telling. */
  while (out->len > 0 && strchr (". ", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  return g_strdup (out->len > 0 ? out->str : "_");
}

/* The three last rows of the table of distances between the beginnings of a and b. */
static guint
distance_of (const gunichar *a, guint n_a, const gunichar *b, guint n_b, guint limit, guint *cells)
{
  guint *before = cells, *previous = cells + n_b + 1, *current = cells + 2 * (n_b + 1);
  guint previous_best = 0;

  for (guint j = 0; j <= n_b; j++)
    previous[j] = before[j] = j;

  for (guint i = 1; i <= n_a; i++)
    {
      guint *oldest = before;
      guint best;

      best = current[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint cost = previous[j - 1] + (a[i - 1] != b[j - 1]);

          cost = MIN (cost, MIN (previous[j], current[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, before[j - 2] + 1);
          current[j] = cost;
          best = MIN (best, cost);
        }

      /* A swap reaches back two rows, so both must be beyond the limit. */
      if (best > limit && previous_best > limit)
        return limit + 1;
      previous_best = best;
      before = previous;
      previous = current;
      current = oldest;
    }
  return MIN (previous[n_b], limit + 1);
}

guint
ent_text_distance (const char *a, const char *b, guint limit)
{
  g_autofree char *valid_a = g_utf8_make_valid (a != NULL ? a : "", -1);
  g_autofree char *valid_b = g_utf8_make_valid (b != NULL ? b : "", -1);
  g_autofree gunichar *wide_a = NULL;
  g_autofree gunichar *wide_b = NULL;
  g_autofree guint *heap = NULL;
  guint stack[3 * (STACK_CHARACTERS + 1)];
  glong n_a, n_b, start = 0;

  wide_a = g_utf8_to_ucs4_fast (valid_a, -1, &n_a);
  wide_b = g_utf8_to_ucs4_fast (valid_b, -1, &n_b);
  limit = MIN (limit, (guint) MAX (n_a, n_b));
  if ((guint) ABS (n_a - n_b) > limit)
    return limit + 1;

  /* What is alike at both ends never needs an edit. */
  while (n_a > start && n_b > start && wide_a[n_a - 1] == wide_b[n_b - 1])
    {
      n_a--;
      n_b--;
    }
  while (start < n_a && start < n_b && wide_a[start] == wide_b[start])
    start++;
  n_a -= start;
  n_b -= start;

  if (n_b > STACK_CHARACTERS)
    heap = g_new (guint, 3 * ((gsize) n_b + 1));
  return distance_of (wide_a + start, (guint) n_a, wide_b + start, (guint) n_b, limit,
                      heap != NULL ? heap : stack);
}
