/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two revisions of a file, compared object by object from the trailer. Whatever is not on the short
 * list of what a further signature needs counts as a change. The helper's only thread. */
#include "ent-sign-revision.h"

#include <string.h>

#include "ent-sign-qpdf.h"

#define MAX_DEPTH 200 /* of direct objects within each other */

typedef struct
{
  qpdf_data old;
  qpdf_data new;
  GHashTable *seen; /* numbers of objects that are compared or will be */
  GQueue *coming; /* the latter */
  GHashTable *pages; /* numbers of the pages */
  int depth;
} Comparison;

/* Objects are known by number and generation. */
static gpointer
object_key (qpdf_data qpdf, qpdf_oh object)
{
  guint id = (guint) qpdf_oh_get_object_id (qpdf, object);
  guint generation = (guint) qpdf_oh_get_generation (qpdf, object);

  return GSIZE_TO_POINTER (((gsize) id << 16) | generation);
}

static qpdf_oh
object_by_key (qpdf_data qpdf, gpointer key)
{
  gsize number = GPOINTER_TO_SIZE (key);

  return qpdf_get_object_by_id (qpdf, (int) (number >> 16), (int) (number & 0xffff));
}

static gboolean same (Comparison *self, qpdf_oh old, qpdf_oh new);

static gboolean
same_array (Comparison *self, qpdf_oh old, qpdf_oh new, int n_items)
{
  for (int i = 0; i < n_items; i++)
    if (!same (self, qpdf_oh_get_array_item (self->old, old, i),
               qpdf_oh_get_array_item (self->new, new, i)))
      return FALSE;
  return TRUE;
}

static GPtrArray *
list_keys (qpdf_data qpdf, qpdf_oh dictionary)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (qpdf, dictionary);
  while (qpdf_oh_dict_more_keys (qpdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (qpdf)));
  return keys;
}

/* @spared: keys that are judged apart, NULL-terminated. */
static gboolean
same_dictionary (Comparison *self, qpdf_oh old, qpdf_oh new, const char *const *spared)
{
  g_autoptr (GPtrArray) old_keys = list_keys (self->old, old);
  g_autoptr (GPtrArray) new_keys = list_keys (self->new, new);

  for (guint i = 0; i < new_keys->len; i++)
    if (!g_strv_contains (spared, new_keys->pdata[i]) &&
        !qpdf_oh_has_key (self->old, old, new_keys->pdata[i]))
      return FALSE;
  for (guint i = 0; i < old_keys->len; i++)
    if (!g_strv_contains (spared, old_keys->pdata[i]) &&
        !same (self, qpdf_oh_get_key (self->old, old, old_keys->pdata[i]),
               qpdf_oh_get_key (self->new, new, old_keys->pdata[i])))
      return FALSE;
  return TRUE;
}

static const char *const nothing[] = { NULL };

static gboolean
same_stream (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  unsigned char *old_data = NULL;
  unsigned char *new_data = NULL;
  size_t old_size = 0;
  size_t new_size = 0;
  gboolean is_same;

  if (!same_dictionary (self, qpdf_oh_get_dict (self->old, old), qpdf_oh_get_dict (self->new, new),
                        nothing))
    return FALSE;
  is_same = !(qpdf_oh_get_stream_data (self->old, old, qpdf_dl_none, NULL, &old_data, &old_size) &
              QPDF_ERRORS) &&
            !(qpdf_oh_get_stream_data (self->new, new, qpdf_dl_none, NULL, &new_data, &new_size) &
              QPDF_ERRORS) &&
            old_size == new_size && (old_size == 0 || memcmp (old_data, new_data, old_size) == 0);
  qpdf_oh_free_buffer (&old_data);
  qpdf_oh_free_buffer (&new_data);
  return is_same;
}

static gboolean
same_scalar (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  return strcmp (qpdf_oh_unparse_resolved (self->old, old),
                 qpdf_oh_unparse_resolved (self->new, new)) == 0;
}

static gboolean
same_value (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  gboolean is_same;

  if (qpdf_oh_get_type_code (self->old, old) != qpdf_oh_get_type_code (self->new, new) ||
      self->depth > MAX_DEPTH)
    return FALSE;
  self->depth++;
  if (qpdf_oh_is_array (self->old, old))
    is_same = qpdf_oh_get_array_n_items (self->old, old) ==
                  qpdf_oh_get_array_n_items (self->new, new) &&
              same_array (self, old, new, qpdf_oh_get_array_n_items (self->old, old));
  else if (qpdf_oh_is_dictionary (self->old, old))
    is_same = same_dictionary (self, old, new, nothing);
  else if (qpdf_oh_is_stream (self->old, old))
    is_same = same_stream (self, old, new);
  else
    is_same = same_scalar (self, old, new);
  self->depth--;
  return is_same;
}

/* A reference must name the same object, whose contents come later; other things are compared at
 * once. */
static gboolean
same (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  if (qpdf_oh_is_indirect (self->old, old) != qpdf_oh_is_indirect (self->new, new))
    return FALSE;
  if (qpdf_oh_is_indirect (self->old, old))
    {
      gpointer key = object_key (self->old, old);

      if (key != object_key (self->new, new))
        return FALSE;
      if (g_hash_table_add (self->seen, key))
        g_queue_push_tail (self->coming, key);
      return TRUE;
    }
  return same_value (self, old, new);
}

static gboolean
is_invisible (qpdf_data qpdf, qpdf_oh field)
{
  qpdf_oh box = qpdf_oh_get_key (qpdf, field, "/Rect");
  double sides[4];

  if (!qpdf_oh_is_array (qpdf, box) || qpdf_oh_get_array_n_items (qpdf, box) != 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    if (!qpdf_oh_get_value_as_number (qpdf, qpdf_oh_get_array_item (qpdf, box, i), &sides[i]))
      return FALSE;
  return sides[0] == sides[2] && sides[1] == sides[3];
}

static gboolean
is_signature_field (qpdf_data qpdf, qpdf_oh field)
{
  return qpdf_oh_is_dictionary (qpdf, field) &&
         qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, field, "/FT"), "/Sig") &&
         is_invisible (qpdf, field);
}

/* A field that was not there: a signature that shows nothing and does nothing. */
static gboolean
is_new_signature (Comparison *self, qpdf_oh field)
{
  static const char *const allowed[] = { "/Type", "/Subtype", "/FT", "/Rect",   "/F",
                                         "/T",    "/TU",      "/V",  "/P",      "/Ff",
                                         "/AP",   "/Lock",    "/SV", "/M",      "/NM",
                                         "/MK",   "/DA",      "/DR", "/Border", NULL };
  g_autoptr (GPtrArray) keys = NULL;

  if (!qpdf_oh_is_indirect (self->new, field) || !is_signature_field (self->new, field) ||
      !qpdf_oh_is_null (self->old, object_by_key (self->old, object_key (self->new, field))))
    return FALSE;
  keys = list_keys (self->new, field);
  for (guint i = 0; i < keys->len; i++)
    if (!g_strv_contains (allowed, keys->pdata[i]))
      return FALSE;
  return TRUE;
}

/* An array that may only have grown, and only by new signatures. */
static gboolean
grown_by_signatures (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  int n_old = qpdf_oh_is_array (self->old, old) ? qpdf_oh_get_array_n_items (self->old, old) : 0;
  int n_new = qpdf_oh_is_array (self->new, new) ? qpdf_oh_get_array_n_items (self->new, new) : 0;

  if ((n_old == 0 && !qpdf_oh_is_null (self->old, old) && !qpdf_oh_is_array (self->old, old)) ||
      n_new < n_old || !same_array (self, old, new, n_old))
    return FALSE;
  for (int i = n_old; i < n_new; i++)
    if (!is_new_signature (self, qpdf_oh_get_array_item (self->new, new, i)))
      return FALSE;
  return TRUE;
}

static gboolean
same_form (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  static const char *const spared[] = { "/Fields", "/SigFlags", NULL };

  return qpdf_oh_is_dictionary (self->old, old) && qpdf_oh_is_dictionary (self->new, new) &&
         same_dictionary (self, old, new, spared) &&
         grown_by_signatures (self, qpdf_oh_get_key (self->old, old, "/Fields"),
                              qpdf_oh_get_key (self->new, new, "/Fields"));
}

/* The catalog: the form is judged apart; /DSS holds proofs, /Extensions names standards. */
static gboolean
same_catalog (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  static const char *const spared[] = { "/AcroForm", "/DSS", "/Extensions", NULL };

  return same_dictionary (self, old, new, spared) &&
         same_form (self, qpdf_oh_get_key (self->old, old, "/AcroForm"),
                    qpdf_oh_get_key (self->new, new, "/AcroForm"));
}

static gboolean
same_page (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  static const char *const spared[] = { "/Annots", "/Tabs", NULL };
  qpdf_oh old_tabs = qpdf_oh_get_key (self->old, old, "/Tabs");
  qpdf_oh new_tabs = qpdf_oh_get_key (self->new, new, "/Tabs");
  gboolean tabs_allowed = qpdf_oh_is_null (self->old, old_tabs)
                              ? qpdf_oh_is_null (self->new, new_tabs) ||
                                    qpdf_oh_is_name_and_equals (self->new, new_tabs, "/S")
                              : same (self, old_tabs, new_tabs);

  return tabs_allowed && qpdf_oh_is_dictionary (self->new, new) &&
         same_dictionary (self, old, new, spared) &&
         grown_by_signatures (self, qpdf_oh_get_key (self->old, old, "/Annots"),
                              qpdf_oh_get_key (self->new, new, "/Annots"));
}

/* A field prepared for a signature may have received it. */
static gboolean
same_field (Comparison *self, qpdf_oh old, qpdf_oh new)
{
  static const char *const spared[] = { "/V", "/M", NULL };

  return is_signature_field (self->new, new) && same_dictionary (self, old, new, spared);
}

static gboolean
same_object (Comparison *self, gpointer key)
{
  qpdf_oh old = object_by_key (self->old, key);
  qpdf_oh new = object_by_key (self->new, key);

  if (key == object_key (self->old, qpdf_get_root (self->old)))
    return same_catalog (self, old, new);
  if (g_hash_table_contains (self->pages, key))
    return same_page (self, old, new);
  if (is_signature_field (self->old, old) && !qpdf_oh_has_key (self->old, old, "/V"))
    return same_field (self, old, new);
  return same_value (self, old, new);
}

static gboolean
same_trailer (Comparison *self)
{
  static const char *const compared[] = { "/Root", "/Info", "/Encrypt" };
  qpdf_oh old = qpdf_get_trailer (self->old);
  qpdf_oh new = qpdf_get_trailer (self->new);
  qpdf_oh hybrid = qpdf_oh_get_key (self->new, new, "/XRefStm");

  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    if (!same (self, qpdf_oh_get_key (self->old, old, compared[i]),
               qpdf_oh_get_key (self->new, new, compared[i])))
      return FALSE;
  /* Of two tables side by side, each reader picks its own. */
  return qpdf_oh_is_null (self->new, hybrid);
}

static gboolean
same_documents (Comparison *self)
{
  int n_pages = qpdf_get_num_pages (self->old);
  gboolean is_same;

  if (n_pages != qpdf_get_num_pages (self->new))
    return FALSE;
  for (int i = 0; i < n_pages; i++)
    g_hash_table_add (self->pages, object_key (self->old, qpdf_get_page_n (self->old, (size_t) i)));
  is_same = same_trailer (self);
  while (is_same && !g_queue_is_empty (self->coming))
    {
      is_same = same_object (self, g_queue_pop_head (self->coming));
      qpdf_oh_release_all (self->old);
      qpdf_oh_release_all (self->new);
    }
  /* A careless author is no attacker; what the update adds must be faultless. */
  return is_same &&
         ent_sign_qpdf_count_complaints (self->new) <= ent_sign_qpdf_count_complaints (self->old);
}

static gboolean
is_blank (const guint8 *bytes, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    if (!g_ascii_isspace (bytes[i]))
      return FALSE;
  return TRUE;
}

gboolean
ent_sign_revision_only_signs (const guint8 *bytes, gsize before, gsize after)
{
  g_auto (qpdf_data) old = NULL;
  g_auto (qpdf_data) new = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pages = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) coming = g_queue_new ();
  gsize table;

  if (is_blank (bytes, before, after))
    return TRUE;
  /* The update must have a table of its own, or readers that repair see something else. */
  if (!ent_sign_qpdf_find_table (bytes, after, &table) || table < before)
    return FALSE;
  old = ent_sign_qpdf_open (bytes, before, FALSE, NULL);
  new = ent_sign_qpdf_open (bytes, after, FALSE, NULL);
  if (old == NULL || new == NULL)
    return FALSE;
  return same_documents (
      &(Comparison) { .old = old, .new = new, .seen = seen, .coming = coming, .pages = pages });
}
