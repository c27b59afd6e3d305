/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the scales from a table, and those that ship with Entraide. Any thread. */
#include "ent-calc-scales.h"

#include "ent-calc-resources.h"
#include "ent-csv.h"
#include "ent-date.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SHIPPED "/org/entraide/Entraide/calc/scales.csv"

enum
{
  SCALE,
  VARIANT,
  FROM,
  TO,
  VALUE,
  STATUS,
  RULE,
  SOURCE,
  NOTE,
  N_COLUMNS
};

static const char *const columns[N_COLUMNS] = {
  "scale", "variant", "valid_from", "valid_to", "value", "status", "rule", "source", "note",
};

static gboolean
refuse (GError **error, int column, const char *text)
{
  g_set_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES,
               _ ("“%s” cannot stand in the column “%s”."), text, columns[column]);
  return FALSE;
}

/* A number with at most so many decimals, after a dot, as so many units of the last; -1 otherwise.
 */
static gint64
parse_decimal (const char *text, guint decimals)
{
  const char *dot = strchr (text, '.');
  gsize whole = dot != NULL ? (gsize) (dot - text) : strlen (text);
  gsize places = dot != NULL ? strlen (dot + 1) : 0;
  gint64 value = 0;

  if (whole < 1 || whole > 12 || places > decimals || (dot != NULL && places == 0))
    return -1;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (p == dot)
        continue;
      if (!g_ascii_isdigit (*p))
        return -1;
      value = value * 10 + (*p - '0');
    }
  for (; places < decimals; places++)
    value *= 10;
  return value;
}

static int
find_name (const EntCalcName *names, guint n, const char *code)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i].code, code))
      return (int) i;
  return -1;
}

static gint64
parse_value (EntCalcUnit unit, const char *text)
{
  switch (unit)
    {
    case ENT_CALC_UNIT_CENTS:
      return parse_decimal (text, 2);
    case ENT_CALC_UNIT_RATIO:
      return parse_decimal (text, 4);
    case ENT_CALC_UNIT_WHOLE:
      return parse_decimal (text, 0);
    case ENT_CALC_UNIT_TREATMENT:
      return find_name (ent_calc_treatments, ENT_CALC_N_TREATMENTS, text);
    case ENT_CALC_UNIT_NONE:
    default:
      return text[0] == '\0' ? 0 : -1;
    }
}

static gboolean
read_scale (EntCalcRow *row, const char *code, const char *variant, GError **error)
{
  row->scale = 0;
  while (row->scale < ENT_CALC_N_SCALES &&
         !g_str_equal (ent_calc_scale_info[row->scale].code, code))
    row->scale++;
  if (row->scale == ENT_CALC_N_SCALES)
    return refuse (error, SCALE, code);

  for (guint i = 0; i < MAX (1, ent_calc_scale_info[row->scale].n_variants); i++)
    if (g_str_equal (ent_calc_scale_variant_code (row->scale, i), variant))
      {
        row->variant = i;
        return TRUE;
      }
  return refuse (error, VARIANT, variant);
}

static gboolean
read_day (gint32 *day, const char *text, int column, GError **error)
{
  *day = ent_day_parse_iso (text);
  return text[0] == '\0' || *day != ENT_DAY_NONE || refuse (error, column, text);
}

static gboolean
read_row (EntCalcScales *scales, GPtrArray *fields, GError **error)
{
  const char **text = (const char **) fields->pdata;
  EntCalcRow row = { 0 };
  int status;

  if (fields->len != N_COLUMNS)
    {
      g_set_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES,
                   _ ("there are %u columns instead of %d."), fields->len, N_COLUMNS);
      return FALSE;
    }
  if (!read_scale (&row, text[SCALE], text[VARIANT], error) ||
      !read_day (&row.from, text[FROM], FROM, error) || !read_day (&row.to, text[TO], TO, error))
    return FALSE;
  row.value = parse_value (ent_calc_scale_info[row.scale].unit, text[VALUE]);
  if (row.value < 0)
    return refuse (error, VALUE, text[VALUE]);
  status = find_name (ent_calc_statuses, ENT_CALC_N_STATUSES, text[STATUS]);
  if (status < 0)
    return refuse (error, STATUS, text[STATUS]);
  row.status = (EntCalcStatus) status;
  row.rule = text[RULE];
  row.source = text[SOURCE];
  row.note = text[NOTE];
  return ent_calc_scales_add (scales, &row, error);
}

/* The first line names the columns. */
static gboolean
check_head (GPtrArray *fields, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i >= fields->len || !g_str_equal (fields->pdata[i], columns[i]))
      {
        g_set_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES,
                     _ ("the column “%s” is needed here."), columns[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_rows (EntCalcScales *scales, EntCsvReader *reader, GError **error)
{
  gboolean has_head = FALSE;

  while (TRUE)
    {
      g_autoptr (GPtrArray) fields = NULL;
      g_autoptr (GError) fault = NULL;

      if (!ent_csv_reader_next (reader, &fields, &fault) && fault == NULL)
        break;
      if (fault == NULL &&
          (has_head ? read_row (scales, fields, &fault) : check_head (fields, &fault)))
        {
          has_head = TRUE;
          continue;
        }
      g_set_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES, _ ("Line %u: %s"),
                   ent_csv_reader_line (reader), fault->message);
      return FALSE;
    }
  if (!has_head)
    g_set_error_literal (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES,
                         _ ("The table of scales is empty."));
  return has_head;
}

EntCalcScales *
ent_calc_scales_new_from_csv (const char *text, gsize length, GError **error)
{
  g_autoptr (EntCalcScales) scales = ent_calc_scales_new ();
  g_autoptr (EntCsvReader) reader = NULL;

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES,
                           _ ("The table of scales is not written in UTF-8."));
      return NULL;
    }
  reader = ent_csv_reader_new (text, length, ',');
  if (!read_rows (scales, reader, error) || !ent_calc_scales_seal (scales, error))
    return NULL;
  return g_steal_pointer (&scales);
}

EntCalcScales *
ent_calc_scales_new_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  EntCalcScales *scales;
  gconstpointer text;
  gsize length;

  bytes = g_resource_lookup_data (ent_calc_get_resource (), SHIPPED, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &length);
  scales = ent_calc_scales_new_from_csv (text, length, &error);
  g_assert_no_error (error);
  return scales;
}
