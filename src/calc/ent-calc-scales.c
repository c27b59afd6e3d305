/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the rows of the scales and finds the one that holds on a day. Any thread, once sealed. */
#include "ent-calc-scales.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

/* A thousand million euros: far from any figure of a scale, far from overflow. */
#define MAX_VALUE G_GINT64_CONSTANT (100000000000)
/* A hundred times, or ten thousand days: beyond, it is a slip. */
#define MAX_RATIO 1000000
#define MAX_WHOLE 10000

struct _EntCalcScales
{
  GArray *rows; /* EntCalcRow */
  GStringChunk *texts;
  guint *first[ENT_CALC_N_SCALES]; /* where a variant begins; one more at the end */
  gboolean is_sealed;
};

G_DEFINE_QUARK (ent-calc-error-quark, ent_calc_error)

EntCalcScales *
ent_calc_scales_new (void)
{
  EntCalcScales *self = g_atomic_rc_box_new0 (EntCalcScales);

  self->rows = g_array_new (FALSE, FALSE, sizeof (EntCalcRow));
  self->texts = g_string_chunk_new (4096);
  return self;
}

EntCalcScales *
ent_calc_scales_ref (EntCalcScales *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_contents (EntCalcScales *self)
{
  g_array_unref (self->rows);
  g_string_chunk_free (self->texts);
  for (guint i = 0; i < ENT_CALC_N_SCALES; i++)
    g_free (self->first[i]);
}

void
ent_calc_scales_unref (EntCalcScales *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) free_contents);
}

static const char *
keep (EntCalcScales *self, const char *text)
{
  return text != NULL && text[0] != '\0' ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gint64
largest_value (const EntCalcRow *row)
{
  switch (ent_calc_scale_info[row->scale].unit)
    {
    case ENT_CALC_UNIT_CENTS:
      return MAX_VALUE;
    case ENT_CALC_UNIT_RATIO:
      return MAX_RATIO;
    case ENT_CALC_UNIT_WHOLE:
      return row->scale == ENT_CALC_ARTICLE_34 ? 2 : MAX_WHOLE;
    case ENT_CALC_UNIT_TREATMENT:
      return ENT_CALC_N_TREATMENTS - 1;
    case ENT_CALC_UNIT_NONE:
    default:
      return 0;
    }
}

/* What no row can be; NULL when it may be. */
static const char *
find_fault (const EntCalcRow *row)
{
  if (row->to != ENT_DAY_NONE && row->from != ENT_DAY_NONE && row->to < row->from)
    return _ ("it ends before it begins.");
  if (row->value < 0 || row->value > largest_value (row) ||
      (row->scale == ENT_CALC_ARTICLE_34 && row->value == 0))
    return _ ("its value is not possible.");
  if (row->rule == NULL || row->rule[0] == '\0')
    return _ ("it names no rule.");
  if (row->source == NULL || row->source[0] == '\0')
    return _ ("it names no source.");
  return NULL;
}

gboolean
ent_calc_scales_add (EntCalcScales *self, const EntCalcRow *row, GError **error)
{
  const char *fault;
  EntCalcRow kept = *row;

  g_return_val_if_fail (!self->is_sealed, FALSE);
  g_return_val_if_fail (row->scale < ENT_CALC_N_SCALES && row->status < ENT_CALC_N_STATUSES, FALSE);
  g_return_val_if_fail (row->variant < MAX (1, ent_calc_scale_info[row->scale].n_variants), FALSE);

  fault = find_fault (row);
  if (fault != NULL)
    {
      g_set_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES, _ ("The row “%s %s”: %s"),
                   ent_calc_scale_info[row->scale].code,
                   ent_calc_scale_variant_code (row->scale, row->variant), fault);
      return FALSE;
    }
  kept.rule = keep (self, row->rule);
  kept.source = keep (self, row->source);
  kept.note = keep (self, row->note);
  g_array_append_val (self->rows, kept);
  return TRUE;
}

static int
compare_rows (const EntCalcRow *a, const EntCalcRow *b)
{
  if (a->scale != b->scale)
    return a->scale < b->scale ? -1 : 1;
  if (a->variant != b->variant)
    return a->variant < b->variant ? -1 : 1;
  return a->from < b->from ? -1 : a->from > b->from;
}

static EntCalcRow *
row_at (const EntCalcScales *self, guint i)
{
  return &g_array_index (self->rows, EntCalcRow, i);
}

/* Ends each row where the next of its kind begins. */
static gboolean
close_rows (EntCalcScales *self, GError **error)
{
  for (guint i = 0; i + 1 < self->rows->len; i++)
    {
      EntCalcRow *row = row_at (self, i);
      const EntCalcRow *next = row_at (self, i + 1);
      g_autofree char *day = NULL;

      if (row->scale != next->scale || row->variant != next->variant)
        continue;
      if (row->from < next->from && (row->to == ENT_DAY_NONE || row->to < next->from))
        {
          row->to = row->to == ENT_DAY_NONE ? next->from - 1 : row->to;
          continue;
        }
      day = ent_day_to_iso (next->from);
      g_set_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES,
                   _ ("Two rows “%s %s” hold on the same day, %s."),
                   ent_calc_scale_info[row->scale].code,
                   ent_calc_scale_variant_code (row->scale, row->variant),
                   day != NULL ? day : _ ("from the beginning"));
      return FALSE;
    }
  return TRUE;
}

/* Remembers where each variant begins among the sorted rows. */
static void
index_rows (EntCalcScales *self)
{
  guint at = 0;

  for (EntCalcScale scale = 0; scale < ENT_CALC_N_SCALES; scale++)
    {
      guint n = MAX (1, ent_calc_scale_info[scale].n_variants);

      self->first[scale] = g_new (guint, n + 1);
      for (guint variant = 0; variant < n; variant++)
        {
          self->first[scale][variant] = at;
          while (at < self->rows->len && row_at (self, at)->scale == scale &&
                 row_at (self, at)->variant == variant)
            at++;
        }
      self->first[scale][n] = at;
    }
}

gboolean
ent_calc_scales_seal (EntCalcScales *self, GError **error)
{
  g_return_val_if_fail (!self->is_sealed, FALSE);

  g_array_sort (self->rows, (GCompareFunc) compare_rows);
  if (!close_rows (self, error))
    return FALSE;
  index_rows (self);
  self->is_sealed = TRUE;
  return TRUE;
}

const EntCalcRow *
ent_calc_scales_find (const EntCalcScales *self, EntCalcScale scale, guint variant, gint32 day)
{
  g_return_val_if_fail (self->is_sealed && scale < ENT_CALC_N_SCALES, NULL);
  g_return_val_if_fail (variant < MAX (1, ent_calc_scale_info[scale].n_variants), NULL);

  for (guint i = self->first[scale][variant]; i < self->first[scale][variant + 1]; i++)
    {
      const EntCalcRow *row = row_at (self, i);

      if (day >= row->from && (row->to == ENT_DAY_NONE || day <= row->to))
        return row;
    }
  return NULL;
}

guint
ent_calc_scales_get_n_rows (const EntCalcScales *self)
{
  return self->rows->len;
}

const EntCalcRow *
ent_calc_scales_get_row (const EntCalcScales *self, guint i)
{
  g_return_val_if_fail (i < self->rows->len, NULL);

  return row_at (self, i);
}
