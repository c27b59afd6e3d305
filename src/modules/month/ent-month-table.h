/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of the month as it is shown, printed and written to files, so that all say the same. Any
 * thread, one at a time. */

#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CELL_TEXT,
  ENT_CELL_NAME, /* text that the privacy of the screen covers */
  ENT_CELL_MINUTES, /* read as hours */
  ENT_CELL_COUNT,
  ENT_CELL_METRES, /* read as kilometres */
  ENT_CELL_MONEY, /* cents */
  ENT_CELL_DAY
} EntMonthCellKind;

typedef struct
{
  char *heading;
  EntMonthCellKind kind;
} EntMonthColumn;

typedef struct
{
  char *text; /* of ENT_CELL_TEXT and ENT_CELL_NAME, or NULL */
  gint64 number;
} EntMonthCell;

typedef struct
{
  char *title;
  GPtrArray *columns; /* EntMonthColumn */
  GPtrArray *rows; /* GArray of EntMonthCell */
  gboolean has_total; /* the last row adds up those above */
} EntMonthTable;

EntMonthTable *ent_month_table_new (const char *title);
void ent_month_table_free (EntMonthTable *self);
void ent_month_table_add_column (EntMonthTable *self, const char *heading, EntMonthCellKind kind);
/* Rows are filled from left to right. */
void ent_month_table_begin_row (EntMonthTable *self);
void ent_month_table_add_text (EntMonthTable *self, const char *text);
void ent_month_table_add_number (EntMonthTable *self, gint64 number);

const EntMonthCell *ent_month_table_cell (const EntMonthTable *self, guint row, guint column);
/* As a person reads it; transfer full. Nothing is "–". */
char *ent_month_table_display (const EntMonthTable *self, guint row, guint column);

/* Semicolons, a byte order mark, hours as "152:30", decimal commas. */
GBytes *ent_month_table_to_csv (const EntMonthTable *self);
GBytes *ent_month_table_to_ods (const EntMonthTable *self);
/* For a document; transfer full. */
EntBlock *ent_month_table_to_block (const EntMonthTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMonthTable, ent_month_table_free)

G_END_DECLS
