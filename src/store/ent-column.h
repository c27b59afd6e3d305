/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell is: the one description of a column from which properties, SQL, forms, tables, CSV,
 * search and audit follow. Constant data, any thread. */

#pragma once

#include <glib-object.h>

#include "ent-value.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_KIND_TEXT, /* char *, NULL when empty */
  ENT_KIND_INT, /* int, ENT_INT_NONE when empty */
  ENT_KIND_MONEY, /* gint64 cents, ENT_MONEY_NONE when empty */
  ENT_KIND_DATE, /* gint32 days since 1970, ENT_DAY_NONE when empty */
  ENT_KIND_TIME, /* int minutes of the day, ENT_INT_NONE when empty */
  ENT_KIND_STAMP, /* gint64 microseconds UTC, 0 when empty */
  ENT_KIND_BOOL, /* gboolean */
  ENT_KIND_ENUM, /* int, 0 when empty; nick on disk */
  ENT_KIND_REF /* gint64 id of another record, 0 when empty */
} EntKind;

#define ENT_INT_NONE G_MININT

typedef enum
{
  ENT_COLUMN_REQUIRED = 1 << 0, /* empty is an error */
  ENT_COLUMN_SEARCH = 1 << 1, /* words of it find the record, or its owner */
  ENT_COLUMN_UNIQUE = 1 << 2, /* two records may not share it */
  ENT_COLUMN_PRIVATE = 1 << 3, /* personal data of a sensitive kind; masked by F9 */
  ENT_COLUMN_IN_LIST = 1 << 4, /* shown in lists unless the user says otherwise */
  ENT_COLUMN_SORT = 1 << 5, /* lists may be ordered by it (it has an index) */
  ENT_COLUMN_FILTER = 1 << 6, /* lists may be filtered by it */
  ENT_COLUMN_OWNER = 1 << 7, /* this reference owns the record: history, search, deletion */
  ENT_COLUMN_CASCADE = 1 << 8, /* deleted together with what it refers to */
  ENT_COLUMN_HIDDEN = 1 << 9, /* derived or technical: no form, no list, no export */
  ENT_COLUMN_LONG = 1 << 10, /* several lines of text */
  ENT_COLUMN_SILENCE = 1 << 11, /* when empty, may say: not asked, unknown, refused */
  ENT_COLUMN_READ_ONLY = 1 << 12, /* shown, never typed (numbers given by the register) */
  ENT_COLUMN_PHONE = 1 << 13, /* kept as +32…, read with blanks */
  ENT_COLUMN_NUMBER = 1 << 14, /* national register number: kept as digits, read with points */
  ENT_COLUMN_IBAN = 1 << 15, /* kept without blanks, read in fours */
  ENT_COLUMN_SHORT = 1 << 16, /* a dozen characters at most */
  ENT_COLUMN_WIDE = 1 << 17, /* takes the room that other columns leave */
  ENT_COLUMN_LATE = 1 << 18, /* may still change in a record that is final */
  ENT_COLUMN_FILE = 1 << 19, /* a text: the hash of a file in the vault */
  ENT_COLUMN_NAMED = 1 << 20, /* its value says nothing without its label */
  ENT_COLUMN_HOURS = 1 << 21, /* a whole number of minutes: typed and read as hours, "19 h 30" */
  ENT_COLUMN_QUIET = 1 << 22 /* a “no” is not worth telling: pages leave it out */
} EntColumnFlags;

typedef struct
{
  int value; /* never 0: that is "empty" */
  const char *nick; /* on disk and in CSV; never changes */
  const char *label; /* N_() */
} EntChoice;

typedef struct
{
  const char *name;
  const EntChoice *choices;
  guint n_choices;
} EntEnum;

typedef struct
{
  const char *name; /* snake_case on disk; GObject makes the property kebab-case */
  EntKind kind;
  EntColumnFlags flags;
  gsize offset; /* of the plain C field in the record struct */
  const char *label; /* N_() */
  const EntEnum *choices; /* ENT_KIND_ENUM */
  GType (*type) (void); /* ENT_KIND_REF: the record type referred to */
  const char *expression; /* SQL giving the value instead of a stored column, or NULL */
} EntColumn;

/* clang-format off */
#define ENT_FIELD_CHECK(Struct, field, ctype) \
  ((gsize) (_Generic (&((Struct *) 0)->field, ctype *: offsetof (Struct, field))))

#define ENT_TEXT(Struct, field, label, flags) \
  { #field, ENT_KIND_TEXT, (flags), ENT_FIELD_CHECK (Struct, field, char *), \
    label, NULL, NULL, NULL }
#define ENT_INT(Struct, field, label, flags) \
  { #field, ENT_KIND_INT, (flags), ENT_FIELD_CHECK (Struct, field, int), \
    label, NULL, NULL, NULL }
#define ENT_MONEY(Struct, field, label, flags) \
  { #field, ENT_KIND_MONEY, (flags), ENT_FIELD_CHECK (Struct, field, gint64), \
    label, NULL, NULL, NULL }
#define ENT_DATE(Struct, field, label, flags) \
  { #field, ENT_KIND_DATE, (flags), ENT_FIELD_CHECK (Struct, field, gint32), \
    label, NULL, NULL, NULL }
#define ENT_TIME(Struct, field, label, flags) \
  { #field, ENT_KIND_TIME, (flags), ENT_FIELD_CHECK (Struct, field, int), \
    label, NULL, NULL, NULL }
#define ENT_STAMP(Struct, field, label, flags) \
  { #field, ENT_KIND_STAMP, (flags), ENT_FIELD_CHECK (Struct, field, gint64), \
    label, NULL, NULL, NULL }
#define ENT_BOOL(Struct, field, label, flags) \
  { #field, ENT_KIND_BOOL, (flags), ENT_FIELD_CHECK (Struct, field, gboolean), \
    label, NULL, NULL, NULL }
#define ENT_ENUM(Struct, field, label, flags, choices) \
  { #field, ENT_KIND_ENUM, (flags), ENT_FIELD_CHECK (Struct, field, int), \
    label, choices, NULL, NULL }
#define ENT_REF(Struct, field, label, flags, type) \
  { #field, ENT_KIND_REF, (flags), ENT_FIELD_CHECK (Struct, field, gint64), \
    label, NULL, type, NULL }
/* A text computed by the database whenever the record is read; never written. */
#define ENT_COMPUTED(Struct, field, label, flags, expression) \
  { #field, ENT_KIND_TEXT, (flags), ENT_FIELD_CHECK (Struct, field, char *), \
    label, NULL, NULL, expression }
/* clang-format on */

const EntChoice *ent_enum_by_value (const EntEnum *self, int value);
const EntChoice *ent_enum_by_nick (const EntEnum *self, const char *nick);
/* The translated label, "" for 0. */
const char *ent_enum_label (const EntEnum *self, int value);

/* Translated label of the column. */
const char *ent_column_label (const EntColumn *self);
/* A value as a person reads it (days, amounts, labels of choices); transfer full, never NULL. */
char *ent_column_display (const EntColumn *self, const EntValue *value);
/* What a person typed, or what stands in a CSV file, as a value. FALSE with a translated sentence
 * in @message (transfer full) when it cannot be understood. @today resolves short dates. */
gboolean ent_column_parse (const EntColumn *self,
                           const char *text,
                           gint32 today,
                           EntValue *value,
                           char **message);

G_END_DECLS
