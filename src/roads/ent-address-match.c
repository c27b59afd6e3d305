/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers: memory and words. Any thread. */
#include "ent-address-match.h"

#include <glib/gi18n-lib.h>

const EntAddressMatch *
ent_address_answer_get_best (const EntAddressAnswer *self)
{
  return self->matches != NULL && self->matches->len > 0 ? g_ptr_array_index (self->matches, 0)
                                                         : NULL;
}

void
ent_address_answer_clear (EntAddressAnswer *self)
{
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->doubt = ENT_ADDRESS_DOUBT_NONE;
}

EntAddressMatch *
ent_address_match_copy (const EntAddressMatch *self)
{
  EntAddressMatch *copy = g_memdup2 (self, sizeof *self);

  copy->street = g_strdup (self->street);
  copy->number = g_strdup (self->number);
  copy->postcode = g_strdup (self->postcode);
  copy->town = g_strdup (self->town);
  return copy;
}

void
ent_address_match_free (EntAddressMatch *self)
{
  g_free (self->street);
  g_free (self->number);
  g_free (self->postcode);
  g_free (self->town);
  g_free (self);
}

static void
append (GString *out, const char *separator, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, text);
}

char *
ent_address_match_format (const EntAddressMatch *self)
{
  GString *out = g_string_new (self->street);

  if (self->street != NULL)
    append (out, " ", self->number);
  append (out, self->street != NULL ? ", " : "", self->postcode);
  append (out, self->postcode != NULL ? " " : ", ", self->town);
  return g_string_free_and_steal (out);
}

void
ent_address_report_free (EntAddressReport *self)
{
  for (guint i = 0; i < self->n; i++)
    ent_address_answer_clear (&self->answers[i]);
  g_free (self->answers);
  g_free (self->order);
  g_free (self);
}

const char *
ent_address_doubt_text (EntAddressDoubt doubt)
{
  switch (doubt)
    {
    case ENT_ADDRESS_DOUBT_NOT_FOUND:
      return _ ("This address is not in the region.");
    case ENT_ADDRESS_DOUBT_NO_STREET:
      return _ ("Only the locality is known, not the street.");
    case ENT_ADDRESS_DOUBT_NAME:
      return _ ("No street is written like this.");
    case ENT_ADDRESS_DOUBT_PLACE:
      return _ ("The postcode, the town and the street do not go together.");
    case ENT_ADDRESS_DOUBT_SEVERAL:
      return _ ("Several streets have this name.");
    case ENT_ADDRESS_DOUBT_NO_NUMBER:
      return _ ("The house number is missing.");
    case ENT_ADDRESS_DOUBT_NUMBER:
      return _ ("The street is known, but not this house number.");
    case ENT_ADDRESS_DOUBT_NONE:
    default:
      return "";
    }
}

const char *
ent_address_precision_text (EntAddressPrecision precision)
{
  switch (precision)
    {
    case ENT_ADDRESS_PRECISION_LOCALITY:
      return _ ("Middle of the locality");
    case ENT_ADDRESS_PRECISION_STREET:
      return _ ("Middle of the street");
    case ENT_ADDRESS_PRECISION_INTERPOLATED:
      return _ ("Between two neighbours");
    case ENT_ADDRESS_PRECISION_NUMBER:
      return _ ("House with this number");
    case ENT_ADDRESS_PRECISION_ADDRESS:
      return _ ("The house");
    case ENT_ADDRESS_PRECISION_NONE:
    case ENT_ADDRESS_N_PRECISIONS:
    default:
      return _ ("Not found");
    }
}
