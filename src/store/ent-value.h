/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell as the database sees it: nothing, a whole number, a real or a text. Days are ISO text,
 * amounts are cents, enumerations are their stable nick. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_VALUE_NULL,
  ENT_VALUE_INT,
  ENT_VALUE_REAL,
  ENT_VALUE_TEXT
} EntValueType;

/**
 * EntValue:
 *
 * A cell. Whether the text is owned depends on where the value lives: arguments of a query borrow,
 * values in a record change or a row set own and are released by ent_value_clear().
 */
typedef struct
{
  EntValueType type;
  union
  {
    gint64 i;
    double d;
    const char *s;
  };
} EntValue;

EntValue ent_null (void);
EntValue ent_int (gint64 number);
EntValue ent_real (double number);
EntValue ent_text (const char *text);
EntValue ent_day (gint32 day);

void ent_value_copy (const EntValue *source, EntValue *destination);
void ent_value_clear (EntValue *value);
gboolean ent_value_equal (const EntValue *a, const EntValue *b);

/* Arguments of a query: ENT_ARGS (ent_int (4), ent_text ("x")) gives array and length at once. */
#define ENT_ARGS(...) \
  ((const EntValue[]) { __VA_ARGS__ }), \
      (sizeof ((const EntValue[]) { __VA_ARGS__ }) / sizeof (EntValue))
#define ENT_NO_ARGS NULL, 0

G_END_DECLS
