/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of the month as it is shown, printed and written to files. Any thread. */

#include "ent-month-table.h"

#include "ent-csv.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-ods.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Of the width of a printed table: names stay on one line. */
#define FIRST_SHARE 0.16

static void
column_free (EntMonthColumn *self)
{
  g_free (self->heading);
  g_free (self);
}

static void
clear_cell (gpointer data)
{
  g_free (((EntMonthCell *) data)->text);
}

EntMonthTable *
ent_month_table_new (const char *title)
{
  EntMonthTable *self = g_new0 (EntMonthTable, 1);

  self->title = g_strdup (title);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
ent_month_table_free (EntMonthTable *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
ent_month_table_add_column (EntMonthTable *self, const char *heading, EntMonthCellKind kind)
{
  EntMonthColumn *column = g_new0 (EntMonthColumn, 1);

  column->heading = g_strdup (heading);
  column->kind = kind;
  g_ptr_array_add (self->columns, column);
}

void
ent_month_table_begin_row (EntMonthTable *self)
{
  GArray *row = g_array_sized_new (FALSE, TRUE, sizeof (EntMonthCell), self->columns->len);

  g_array_set_clear_func (row, clear_cell);
  g_ptr_array_add (self->rows, row);
}

static void
add_cell (EntMonthTable *self, EntMonthCell cell)
{
  g_return_if_fail (self->rows->len > 0);

  g_array_append_val ((GArray *) g_ptr_array_index (self->rows, self->rows->len - 1), cell);
}

void
ent_month_table_add_text (EntMonthTable *self, const char *text)
{
  add_cell (self, (EntMonthCell) { g_strdup (text), 0 });
}

void
ent_month_table_add_number (EntMonthTable *self, gint64 number)
{
  add_cell (self, (EntMonthCell) { NULL, number });
}

const EntMonthCell *
ent_month_table_cell (const EntMonthTable *self, guint row, guint column)
{
  GArray *cells = g_ptr_array_index (self->rows, row);

  return column < cells->len ? &g_array_index (cells, EntMonthCell, column) : NULL;
}

static EntMonthCellKind
kind_of (const EntMonthTable *self, guint column)
{
  return ((EntMonthColumn *) g_ptr_array_index (self->columns, column))->kind;
}

/* "152:30", exact however long. */
static char *
clock_text (gint64 minutes)
{
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ":%02d", minutes < 0 ? "−" : "", ABS (minutes) / 60,
                          (int) (ABS (minutes) % 60));
}

/* Metres as kilometres with one decimal, a comma in front of it. */
static char *
kilometres (gint64 metres)
{
  gint64 tenths = (ABS (metres) + 50) / 100;

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ",%d", metres < 0 ? "−" : "", tenths / 10,
                          (int) (tenths % 10));
}

static char *
display_number (EntMonthCellKind kind, gint64 number)
{
  switch (kind)
    {
    case ENT_CELL_MINUTES:
      return number == 0 ? g_strdup ("–") : clock_text (number);
    case ENT_CELL_METRES:
      return number == 0 ? g_strdup ("–") : kilometres (number);
    case ENT_CELL_MONEY:
      return number == ENT_MONEY_NONE ? g_strdup ("–") : ent_money_format (number);
    case ENT_CELL_DAY:
      return number == ENT_DAY_NONE ? g_strdup ("–")
                                    : ent_day_format ((gint32) number, ENT_DAY_NUMERIC);
    default:
      return number == 0 ? g_strdup ("–") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

char *
ent_month_table_display (const EntMonthTable *self, guint row, guint column)
{
  const EntMonthCell *cell = ent_month_table_cell (self, row, column);
  EntMonthCellKind kind = kind_of (self, column);

  if (cell == NULL)
    return g_strdup ("");
  return kind <= ENT_CELL_NAME ? g_strdup (cell->text != NULL ? cell->text : "")
                               : display_number (kind, cell->number);
}

static char *
csv_text (EntMonthCellKind kind, const EntMonthCell *cell)
{
  g_autofree char *minutes = NULL;

  switch (kind)
    {
    case ENT_CELL_TEXT:
    case ENT_CELL_NAME:
      return g_strdup (cell->text);
    case ENT_CELL_MINUTES:
      minutes = clock_text (ABS (cell->number));
      return g_strconcat (cell->number < 0 ? "-" : "", minutes, NULL);
    case ENT_CELL_METRES:
      return g_strdup_printf ("%" G_GINT64_FORMAT ",%03d", cell->number / 1000,
                              (int) (cell->number % 1000));
    case ENT_CELL_MONEY:
      return ent_money_format_plain (cell->number);
    case ENT_CELL_DAY:
      return ent_day_format ((gint32) cell->number, ENT_DAY_NUMERIC);
    case ENT_CELL_COUNT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
    }
}

GBytes *
ent_month_table_to_csv (const EntMonthTable *self)
{
  g_autoptr (EntCsvWriter) writer = ent_csv_writer_new (0);
  gsize length;
  char *text;

  ent_csv_writer_set_bom (writer, TRUE);
  for (guint i = 0; i < self->columns->len; i++)
    ent_csv_write_field (writer,
                         ((EntMonthColumn *) g_ptr_array_index (self->columns, i))->heading);
  ent_csv_write_end_row (writer);
  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          const EntMonthCell *cell = ent_month_table_cell (self, row, i);
          g_autofree char *field = cell != NULL ? csv_text (kind_of (self, i), cell) : NULL;

          ent_csv_write_field (writer, field);
        }
      ent_csv_write_end_row (writer);
    }
  text = ent_csv_writer_steal (writer, &length);
  return g_bytes_new_take (text, length);
}

static void
write_ods_cell (EntOdsWriter *writer, EntMonthCellKind kind, const EntMonthCell *cell)
{
  switch (kind)
    {
    case ENT_CELL_TEXT:
    case ENT_CELL_NAME:
      ent_ods_write_text (writer, cell->text);
      break;
    case ENT_CELL_MINUTES:
      ent_ods_write_minutes (writer, cell->number);
      break;
    case ENT_CELL_METRES:
      ent_ods_write_number (writer, (double) cell->number / 1000);
      break;
    case ENT_CELL_MONEY:
      if (cell->number == ENT_MONEY_NONE)
        ent_ods_write_text (writer, NULL);
      else
        ent_ods_write_money (writer, cell->number);
      break;
    case ENT_CELL_DAY:
      ent_ods_write_day (writer, (gint32) cell->number);
      break;
    case ENT_CELL_COUNT:
    default:
      ent_ods_write_number (writer, (double) cell->number);
      break;
    }
}

GBytes *
ent_month_table_to_ods (const EntMonthTable *self)
{
  g_autoptr (EntOdsWriter) writer = ent_ods_writer_new (self->title);

  for (guint i = 0; i < self->columns->len; i++)
    ent_ods_write_text (writer, ((EntMonthColumn *) g_ptr_array_index (self->columns, i))->heading);
  ent_ods_write_end_row (writer);
  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          const EntMonthCell *cell = ent_month_table_cell (self, row, i);

          if (cell == NULL)
            ent_ods_write_text (writer, NULL);
          else
            write_ods_cell (writer, kind_of (self, i), cell);
        }
      ent_ods_write_end_row (writer);
    }
  return ent_ods_writer_finish (writer);
}

static void
add_block_cell (const EntMonthTable *self,
                EntBlock *row,
                guint column,
                const char *text,
                EntSpanFlags flags)
{
  EntBlock *cell = ent_block_add (row, ent_block_new (ENT_BLOCK_CELL));

  if (row->level == 1 && column == 0)
    cell->width = FIRST_SHARE;
  cell->align = kind_of (self, column) <= ENT_CELL_NAME ? ENT_ALIGN_START : ENT_ALIGN_END;
  ent_block_add_text (cell, text, flags, NULL);
}

EntBlock *
ent_month_table_to_block (const EntMonthTable *self)
{
  EntBlock *table = ent_block_new (ENT_BLOCK_TABLE);
  EntBlock *top = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));

  top->level = 1;
  for (guint i = 0; i < self->columns->len; i++)
    add_block_cell (self, top, i,
                    ((EntMonthColumn *) g_ptr_array_index (self->columns, i))->heading, 0);
  for (guint row = 0; row < self->rows->len; row++)
    {
      EntBlock *line = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
      gboolean is_total = self->has_total && row == self->rows->len - 1;

      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *text = ent_month_table_display (self, row, i);

          add_block_cell (self, line, i, text, is_total ? ENT_SPAN_BOLD : 0);
        }
    }
  return table;
}
