/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading signature fields and their byte ranges. The helper's only thread. */
#include "ent-sign-field.h"

#include <stdio.h>
#include <string.h>

#define MAX_DEPTH 16
#define MAX_SIGNATURES 64

typedef struct
{
  qpdf_data qpdf;
  GPtrArray *found;
} Search;

static void
field_free (EntSignField *self)
{
  g_free (self->name);
  g_free (self->sub_filter);
  g_free (self->reason);
  g_free (self->location);
  g_free (self->signer);
  g_free (self->day);
  g_free (self->text);
  g_clear_pointer (&self->message, g_bytes_unref);
  g_free (self);
}

static void
read_range (EntSignField *self, qpdf_data qpdf, qpdf_oh range)
{
  if (!qpdf_oh_is_array (qpdf, range) || qpdf_oh_get_array_n_items (qpdf, range) != 4)
    return;
  for (int i = 0; i < 4; i++)
    {
      long long number = 0;

      if (qpdf_oh_get_value_as_longlong (qpdf, qpdf_oh_get_array_item (qpdf, range, i), &number) &&
          number >= 0 && number <= ENT_SIGN_MAX_PDF)
        self->range[i] = number;
    }
}

static void
read_signature (EntSignField *self, qpdf_data qpdf, qpdf_oh value)
{
  qpdf_oh contents = qpdf_oh_get_key (qpdf, value, "/Contents");
  qpdf_oh kind = qpdf_oh_get_key (qpdf, value, "/SubFilter");

  if (qpdf_oh_is_name (qpdf, kind))
    self->sub_filter = g_strdup (qpdf_oh_get_name (qpdf, kind));
  if (qpdf_oh_is_string (qpdf, contents))
    {
      size_t size = 0;
      const char *data = qpdf_oh_get_binary_string_value (qpdf, contents, &size);

      self->message = g_bytes_new (data, size);
    }
  self->reason = ent_sign_qpdf_text (qpdf, value, "/Reason");
  self->location = ent_sign_qpdf_text (qpdf, value, "/Location");
  self->signer = ent_sign_qpdf_text (qpdf, value, "/Name");
  self->day = ent_sign_qpdf_text (qpdf, value, "/M");
  self->text = g_strdup (qpdf_oh_unparse_resolved (qpdf, value));
  read_range (self, qpdf, qpdf_oh_get_key (qpdf, value, "/ByteRange"));
}

static void
add_field (Search *search, qpdf_oh field, const char *name)
{
  qpdf_data qpdf = search->qpdf;
  qpdf_oh value = qpdf_oh_get_key (qpdf, field, "/V");
  qpdf_oh holder = qpdf_oh_is_indirect (qpdf, value) ? value : field;
  EntSignField *self;

  if (!qpdf_oh_is_dictionary (qpdf, value) || search->found->len >= MAX_SIGNATURES)
    return;
  self = g_new0 (EntSignField, 1);
  self->name = g_strdup (name);
  self->id = qpdf_oh_get_object_id (qpdf, holder);
  self->generation = qpdf_oh_get_generation (qpdf, holder);
  read_signature (self, qpdf, value);
  g_ptr_array_add (search->found, self);
}

/* @kind: /FT of the parents, which children inherit. */
static void
search_fields (Search *search, qpdf_oh fields, const char *prefix, qpdf_oh kind, int depth)
{
  qpdf_data qpdf = search->qpdf;

  if (!qpdf_oh_is_array (qpdf, fields) || depth > MAX_DEPTH)
    return;
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, fields); i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (qpdf, fields, i);
      g_autofree char *part = ent_sign_qpdf_text (qpdf, field, "/T");
      g_autofree char *name = NULL;
      qpdf_oh own_kind;

      if (!qpdf_oh_is_dictionary (qpdf, field))
        continue;
      name = prefix != NULL && part != NULL ? g_strconcat (prefix, ".", part, NULL)
                                            : g_strdup (part != NULL ? part : prefix);
      own_kind = qpdf_oh_has_key (qpdf, field, "/FT") ? qpdf_oh_get_key (qpdf, field, "/FT") : kind;
      if (qpdf_oh_is_name_and_equals (qpdf, own_kind, "/Sig"))
        add_field (search, field, name != NULL ? name : "");
      search_fields (search, qpdf_oh_get_key (qpdf, field, "/Kids"), name, own_kind, depth + 1);
    }
}

GPtrArray *
ent_sign_field_list (qpdf_data qpdf)
{
  Search search = { .qpdf = qpdf };
  qpdf_oh form = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/AcroForm");

  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  search_fields (&search, qpdf_oh_get_key_if_dict (qpdf, form, "/Fields"), NULL,
                 qpdf_oh_new_null (qpdf), 0);
  return search.found;
}

static gboolean
hole_holds (const guint8 *hole, gsize n_digits, GBytes *message)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (message, &size);

  if (n_digits != size * 2)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    {
      int high = g_ascii_xdigit_value ((char) hole[2 * i]);
      int low = g_ascii_xdigit_value ((char) hole[2 * i + 1]);

      if (high < 0 || low < 0 || ((high << 4) | low) != data[i])
        return FALSE;
    }
  return TRUE;
}

static gboolean
range_is_sound (const EntSignField *self, gsize size)
{
  gint64 limit = (gint64) size;

  return self->range[0] == 0 && self->range[1] > 0 && self->range[1] < limit &&
         self->range[2] > self->range[1] + 2 && self->range[2] < limit && self->range[3] > 0 &&
         self->range[3] <= limit - self->range[2];
}

gboolean
ent_sign_field_has_proper_hole (const EntSignField *self, GBytes *pdf)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  gsize from = (gsize) self->range[1];
  gsize to = (gsize) self->range[2];

  return self->message != NULL && range_is_sound (self, size) && data[from] == '<' &&
         data[to - 1] == '>' && hole_holds (data + from + 1, to - from - 2, self->message);
}

gsize
ent_sign_field_get_end (const EntSignField *self)
{
  return (gsize) (self->range[2] + self->range[3]);
}

GBytes *
ent_sign_field_get_signed_bytes (const EntSignField *self, GBytes *pdf)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  GByteArray *all;

  if (!range_is_sound (self, size))
    return NULL;
  all = g_byte_array_sized_new ((guint) size);
  g_byte_array_append (all, data, (guint) self->range[1]);
  g_byte_array_append (all, data + self->range[2], (guint) self->range[3]);
  return g_byte_array_free_to_bytes (all);
}

gboolean
ent_sign_field_is_in_own_revision (const EntSignField *self, GBytes *pdf)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);
  g_auto (qpdf_data) qpdf = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!range_is_sound (self, size))
    return FALSE;
  qpdf = ent_sign_qpdf_open (data, ent_sign_field_get_end (self), FALSE, NULL);
  if (qpdf == NULL)
    return FALSE;
  found = ent_sign_field_list (qpdf);
  for (guint i = 0; i < found->len; i++)
    {
      const EntSignField *other = found->pdata[i];

      if (other->id == self->id && other->generation == self->generation &&
          g_str_equal (other->name, self->name))
        return g_str_equal (other->text, self->text);
    }
  return FALSE;
}

/* "D:YYYYMMDDHHmmSSOHH'mm'", of which all but the year may be missing. */
gint64
ent_sign_field_get_claimed_time (const EntSignField *self)
{
  int parts[6] = { 0, 1, 1, 0, 0, 0 };
  g_autoptr (GDateTime) time = NULL;
  const char *zone;
  int shift_hours = 0;
  int shift_minutes = 0;
  int used = 0;

  if (self->day == NULL ||
      sscanf (self->day, "D:%4d%n%2d%n%2d%n%2d%n%2d%n%2d%n", &parts[0], &used, &parts[1], &used,
              &parts[2], &used, &parts[3], &used, &parts[4], &used, &parts[5], &used) < 1)
    return 0;
  zone = self->day + used;
  if (*zone == '+' || *zone == '-')
    sscanf (zone + 1, "%2d'%2d", &shift_hours, &shift_minutes);
  time = g_date_time_new_utc (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
  if (time == NULL)
    return 0;
  return g_date_time_to_unix (time) -
         (*zone == '-' ? -1 : 1) * (gint64) (shift_hours * 3600 + shift_minutes * 60);
}
