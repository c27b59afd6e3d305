/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template is filled with: named texts, yes or no, and lists of the same. Any thread, one at
 * a time. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A field that a template may name, for the editor's chips and for checking. Constant data. */
typedef enum
{
  ENT_CHIP_TEXT,
  ENT_CHIP_FLAG, /* for {if …} only */
  ENT_CHIP_LIST /* for {for …}; its items' own chips are named "list.path" */
} EntChipKind;

typedef struct
{
  const char *path; /* "person.birth_date" */
  EntChipKind kind;
  const char *label; /* N_("Date of birth") */
  const char *sample; /* what the editor shows without a record, N_() or NULL */
} EntChip;

typedef struct _EntFields EntFields;

#define ENT_TYPE_FIELDS (ent_fields_get_type ())
GType ent_fields_get_type (void);

EntFields *ent_fields_new (void);
EntFields *ent_fields_ref (EntFields *self);
void ent_fields_unref (EntFields *self);

/* NULL or "": known to be empty. Copies. */
void ent_fields_set (EntFields *self, const char *path, const char *text);
void ent_fields_set_flag (EntFields *self, const char *path, gboolean flag);
/* Adds an item to a list and returns it, borrowed. */
EntFields *ent_fields_append (EntFields *self, const char *path);
/* Makes the list known, with no item in it. */
void ent_fields_set_empty_list (EntFields *self, const char *path);

/* Whether it was set at all, be it to nothing. */
gboolean ent_fields_has (const EntFields *self, const char *path);
/* NULL when it is empty or was never set. Borrowed. */
const char *ent_fields_get (const EntFields *self, const char *path);
/* A flag that is set, a text that is not empty, a list with items. */
gboolean ent_fields_is_true (const EntFields *self, const char *path);
guint ent_fields_n_items (const EntFields *self, const char *path);
EntFields *ent_fields_item (const EntFields *self, const char *path, guint position);
/* The whole as one line of JSON with sorted names: the same contents give the same text. Transfer
 * full. */
char *ent_fields_to_json (const EntFields *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFields, ent_fields_unref)

G_END_DECLS
