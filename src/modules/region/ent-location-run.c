/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One address after the other, so that a run tells how far it is and stops at once. Any thread. */

#include "ent-location-run.h"

#include "ent-address-lookup.h"
#include "ent-location-query.h"

static void
answer_free (EntAddressAnswer *self)
{
  ent_address_answer_clear (self);
  g_free (self);
}

static void
note (EntLocationFindings *self, const EntLocated *place, const EntAddressAnswer *answer)
{
  const EntAddressMatch *best = ent_address_answer_get_best (answer);
  EntAddressPosition position;

  if (best == NULL || best->precision < ENT_ADDRESS_PRECISION_STREET)
    self->n_not_found++;
  else if (answer->doubt != ENT_ADDRESS_DOUBT_NONE || ent_address_has_position (place->address) ||
           !ent_address_lookup_position (best, &position))
    self->n_to_choose++;
  else
    g_ptr_array_add (self->sure, ent_location_new (place->address, &position));
}

static gboolean
look_up (EntLocationFindings *self,
         EntAddresses *addresses,
         const EntLocated *place,
         GError **error)
{
  const EntAddressQuery query = ent_address_lookup_query (place->address);
  EntAddressAnswer *answer = g_new0 (EntAddressAnswer, 1);

  if (!ent_addresses_resolve (addresses, &query, answer, error))
    {
      g_free (answer);
      return FALSE;
    }
  g_ptr_array_add (self->answers, answer);
  note (self, place, answer);
  return TRUE;
}

EntLocationFindings *
ent_location_run (EntAddresses *addresses,
                  GPtrArray *places,
                  EntLocationProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (EntLocationFindings) self = g_new0 (EntLocationFindings, 1);

  self->sure = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_location_free);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  for (guint i = 0; i < places->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !look_up (self, addresses, g_ptr_array_index (places, i), error))
        return NULL;
      if (progress != NULL)
        g_atomic_int_set (&progress->n_done, (int) i + 1);
    }
  return g_steal_pointer (&self);
}

void
ent_location_findings_free (EntLocationFindings *self)
{
  g_ptr_array_unref (self->sure);
  g_ptr_array_unref (self->answers);
  g_free (self);
}
