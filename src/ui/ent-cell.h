/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of tables: a column's text of the record in the row. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-schema.h"

G_BEGIN_DECLS

/* A factory for one column. @column must live for ever. */
GtkListItemFactory *ent_cell_factory_new (const EntSchema *schema, const EntColumn *column);
/* Rows of two lines: the record's summary, and the other columns that lists show. */
GtkListItemFactory *ent_cell_compact_factory_new (const EntSchema *schema);
/* The text of a cell; sensitive numbers are masked. Transfer full. */
char *ent_cell_text (gpointer record, const EntColumn *column);

G_END_DECLS
