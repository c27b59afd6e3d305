/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that are final once written: what may still happen to them, and which acts can therefore
 * not be taken back. Thread of the connection. */

#include <glib/gi18n-lib.h>

#include "ent-apply-private.h"
#include "ent-error.h"

static gboolean
fail (GError **error, const char *format, const EntSchema *schema)
{
  g_autofree char *message = g_strdup_printf (format, _ (schema->plural));

  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT, message);
  return FALSE;
}

/* Two records of one person become one, and what was issued moves along: that says nothing else
 * than before, and goes back with the rest. */
static gboolean
is_move (const EntSchema *schema, guint64 mask)
{
  for (guint i = 0; i < schema->n_columns; i++)
    if (mask >> i & 1 && !ent_apply_is_derived (&schema->columns[i]) &&
        (schema->columns[i].kind != ENT_KIND_REF || !(schema->columns[i].flags & ENT_COLUMN_LATE)))
      return FALSE;

  return TRUE;
}

gboolean
ent_apply_is_lasting (const EntSchema *schema, EntAction action, guint64 mask)
{
  return schema->is_final && (action != ENT_ACTION_UPDATE || !is_move (schema, mask));
}

gboolean
ent_apply_allow_update (EntApply *self, const EntSchema *schema, guint64 mask, GError **error)
{
  for (guint i = 0; schema->is_final && i < schema->n_columns; i++)
    if (mask >> i & 1 && !(schema->columns[i].flags & ENT_COLUMN_LATE) &&
        !ent_apply_is_derived (&schema->columns[i]))
      {
        g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT,
                     /* Translators: a field, then a kind of record, like “Documents” */
                     _ ("“%s” cannot be changed any more: what stands in “%s” is final."),
                     ent_column_label (&schema->columns[i]), _ (schema->plural));
        return FALSE;
      }

  self->is_lasting = self->is_lasting || ent_apply_is_lasting (schema, ENT_ACTION_UPDATE, mask);
  return TRUE;
}

gboolean
ent_apply_allow_delete (const EntSchema *schema, GError **error)
{
  return !schema->is_final ||
         /* Translators: a kind of record, like “Documents” */
         fail (error, _ ("This cannot be deleted: what stands in “%s” is final."), schema);
}

gboolean
ent_apply_allow_undo (const EntSchema *schema, EntAction action, guint64 mask, GError **error)
{
  return !ent_apply_is_lasting (schema, action, mask) ||
         /* Translators: a kind of record, like “Documents” */
         fail (error, _ ("This cannot be undone: what stands in “%s” is final."), schema);
}

gboolean
ent_apply_fail_owned (const EntSchema *owned, guint n, GError **error)
{
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT,
               /* Translators: the second is a kind of record, like “Documents” */
               ngettext ("This cannot be deleted: %u × “%s” belongs to it, and that is kept for "
                         "good.",
                         "This cannot be deleted: %u × “%s” belong to it, and those are kept for "
                         "good.",
                         n),
               n, _ (owned->plural));
  return FALSE;
}
