/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each address is read again inside the act: looking thousands of them up takes a while, and people
 * go on working meanwhile. Writing thread. */

#include "ent-location-write.h"

#include "ent-error.h"

EntLocation *
ent_location_new (EntAddress *address, const EntAddressPosition *position)
{
  EntLocation *self = g_new0 (EntLocation, 1);

  self->address = g_object_ref (address);
  self->position = *position;
  self->position.checked_by = g_strdup (position->checked_by);
  return self;
}

void
ent_location_free (EntLocation *self)
{
  g_object_unref (self->address);
  g_free ((char *) self->position.checked_by);
  g_free (self);
}

static gboolean
write_one (EntApply *apply, const EntLocation *location, guint *n_written, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntAddress)
                current = ent_apply_load (apply, &ent_address_schema,
                                          ent_record_get_id (location->address), &local_error);
  g_autoptr (EntAddress) draft = NULL;

  if (current == NULL)
    {
      if (local_error == NULL ||
          g_error_matches (local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (ent_address_has_position (current) || !ent_address_reads_as (current, location->address))
    return TRUE;

  draft = ent_record_dup (current);
  if (!ent_address_set_position (draft, &location->position))
    return TRUE;
  if (ent_apply_update (apply, current, draft, &local_error))
    *n_written += 1;
  /* An old record that would not be accepted today is left to whoever edits it next. */
  else if (!g_error_matches (local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

gboolean
ent_location_write (EntApply *apply,
                    GPtrArray *locations,
                    guint *n_written,
                    GCancellable *cancellable,
                    GError **error)
{
  guint n = 0;

  for (guint i = 0; i < locations->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !write_one (apply, g_ptr_array_index (locations, i), &n, error))
      return FALSE;
  if (n_written != NULL)
    *n_written = n;
  return TRUE;
}
