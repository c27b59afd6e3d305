/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells: making, copying, comparing. Any thread. */

#include "ent-value.h"

#include "ent-date.h"

EntValue
ent_null (void)
{
  return (EntValue) { .type = ENT_VALUE_NULL };
}

EntValue
ent_int (gint64 number)
{
  return (EntValue) { .type = ENT_VALUE_INT, .i = number };
}

EntValue
ent_real (double number)
{
  return (EntValue) { .type = ENT_VALUE_REAL, .d = number };
}

EntValue
ent_text (const char *text)
{
  if (text == NULL)
    return ent_null ();

  return (EntValue) { .type = ENT_VALUE_TEXT, .s = text };
}

/* Days are handed to the database as ISO text. A ring of buffers spares an allocation for a value
 * that lives as long as one call; 32 days in one statement are more than any of ours has. */
EntValue
ent_day (gint32 day)
{
  static _Thread_local char ring[32][11];
  static _Thread_local guint next;
  char *text;

  if (day == ENT_DAY_NONE)
    return ent_null ();

  text = ring[next++ % G_N_ELEMENTS (ring)];
  ent_day_write_iso (day, text);
  return ent_text (text);
}

/**
 * ent_value_copy:
 *
 * Makes an owned copy; release with ent_value_clear().
 */
void
ent_value_copy (const EntValue *source, EntValue *destination)
{
  *destination = *source;
  if (source->type == ENT_VALUE_TEXT)
    destination->s = g_strdup (source->s);
}

/**
 * ent_value_clear:
 *
 * Frees an owned text; the value becomes null.
 */
void
ent_value_clear (EntValue *value)
{
  if (value->type == ENT_VALUE_TEXT)
    g_free ((char *) value->s);
  value->type = ENT_VALUE_NULL;
}

gboolean
ent_value_equal (const EntValue *a, const EntValue *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case ENT_VALUE_INT:
      return a->i == b->i;
    case ENT_VALUE_REAL:
      return a->d == b->d;
    case ENT_VALUE_TEXT:
      return g_str_equal (a->s, b->s);
    case ENT_VALUE_NULL:
    default:
      return TRUE;
    }
}
