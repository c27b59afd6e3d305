/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Appending a signature field: invisible, since its picture is drawn by whoever makes the document,
 * and a drawn field would break PDF/A and PDF/UA. qpdf reads and spells the objects; the update
 * itself is ours, because qpdf would write the whole file anew. The helper's only thread. */
#include "ent-sign-draft.h"

#include <string.h>

#include "ent-sign-fault.h"
#include "ent-sign-qpdf.h"

#define RANGE_ROOM 44 /* of the numbers in /ByteRange */
#define FLAGS_PRINT_LOCKED (4 + 128)
#define SIGNATURES_EXIST_APPEND_ONLY 3
#define XREF_NUMBERS 8 /* bytes of one entry of a cross-reference stream: 1 + 5 + 2 */

struct _EntSignDraft
{
  GByteArray *bytes;
  gsize range_at; /* the numbers of /ByteRange */
  gsize hole_at; /* the '<' of /Contents */
  gsize hole_end; /* after its '>' */
};

typedef struct
{
  guint id;
  guint generation;
  gsize offset;
} Entry;

typedef struct
{
  EntSignDraft *draft;
  qpdf_data qpdf;
  GArray *entries; /* Entry: what the update holds */
  guint signature_id;
  gsize reserve;
} Update;

void
ent_sign_draft_free (EntSignDraft *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static void G_GNUC_PRINTF (2, 3) print (Update *update, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_byte_array_append (update->draft->bytes, (const guint8 *) text, (guint) strlen (text));
}

static qpdf_oh
parse (Update *update, const char *text)
{
  return qpdf_oh_parse (update->qpdf, text);
}

static void
set_text (Update *update, qpdf_oh dictionary, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    qpdf_oh_replace_key (update->qpdf, dictionary, key,
                         qpdf_oh_new_unicode_string (update->qpdf, text));
}

/* Notes that an object is part of the update; once each. */
static void
touch (Update *update, qpdf_oh object)
{
  Entry entry = { .id = (guint) qpdf_oh_get_object_id (update->qpdf, object),
                  .generation = (guint) qpdf_oh_get_generation (update->qpdf, object) };

  for (guint i = 0; i < update->entries->len; i++)
    if (g_array_index (update->entries, Entry, i).id == entry.id)
      return;
  g_array_append_val (update->entries, entry);
}

/* Appends to the array @key of @owner, making it when there is none. What is written anew is the
 * array, when it is an object of its own, or else @holder, in which it lies. */
static void
append_to (Update *update, qpdf_oh owner, const char *key, qpdf_oh item, qpdf_oh holder)
{
  qpdf_oh array = qpdf_oh_get_key (update->qpdf, owner, key);

  if (!qpdf_oh_is_array (update->qpdf, array))
    {
      array = qpdf_oh_new_array (update->qpdf);
      qpdf_oh_append_item (update->qpdf, array, item);
      qpdf_oh_replace_key (update->qpdf, owner, key, array);
      touch (update, holder);
      return;
    }
  qpdf_oh_append_item (update->qpdf, array, item);
  touch (update, qpdf_oh_is_indirect (update->qpdf, array) ? array : holder);
}

static gboolean
is_name_taken (Update *update, qpdf_oh fields, const char *name)
{
  for (int i = 0; i < qpdf_oh_get_array_n_items (update->qpdf, fields); i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (update->qpdf, fields, i);
      g_autofree char *other = ent_sign_qpdf_text (update->qpdf, field, "/T");

      if (g_strcmp0 (other, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
free_name (Update *update, qpdf_oh form)
{
  qpdf_oh fields = qpdf_oh_get_key_if_dict (update->qpdf, form, "/Fields");
  char *name = NULL;

  for (guint n = 1; name == NULL; n++)
    {
      name = g_strdup_printf ("Signature%u", n);
      if (qpdf_oh_is_array (update->qpdf, fields) && is_name_taken (update, fields, name))
        g_clear_pointer (&name, g_free);
    }
  return name;
}

static qpdf_oh
make_signature (Update *update, const EntSignWords *words)
{
  qpdf_oh signature = parse (update,
                             "<</Type/Sig /Filter/Adobe.PPKLite /SubFilter/ETSI.CAdES.detached>>");
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (words->at);
  g_autofree char *day = g_date_time_format (at, "D:%Y%m%d%H%M%SZ");

  set_text (update, signature, "/Name", words->name);
  set_text (update, signature, "/Reason", words->reason);
  set_text (update, signature, "/Location", words->location);
  qpdf_oh_replace_key (update->qpdf, signature, "/M", qpdf_oh_new_string (update->qpdf, day));
  return qpdf_make_indirect_object (update->qpdf, signature);
}

static qpdf_oh
make_field (Update *update, const EntSignWords *words, qpdf_oh form, qpdf_oh page)
{
  qpdf_oh field = parse (update, "<</Type/Annot /Subtype/Widget /FT/Sig /Rect[0 0 0 0]>>");
  qpdf_oh signature = make_signature (update, words);
  g_autofree char *name = free_name (update, form);

  update->signature_id = (guint) qpdf_oh_get_object_id (update->qpdf, signature);
  qpdf_oh_replace_key (update->qpdf, field, "/F",
                       qpdf_oh_new_integer (update->qpdf, FLAGS_PRINT_LOCKED));
  set_text (update, field, "/T", name);
  set_text (update, field, "/TU", words->label != NULL ? words->label : "Signature");
  qpdf_oh_replace_key (update->qpdf, field, "/P", page);
  qpdf_oh_replace_key (update->qpdf, field, "/V", signature);
  field = qpdf_make_indirect_object (update->qpdf, field);
  touch (update, signature);
  touch (update, field);
  return field;
}

/* The marks of a later standard are told in the catalog, beside those of others. */
static void
declare_extension (Update *update, qpdf_oh root)
{
  qpdf_oh extensions = qpdf_oh_get_key (update->qpdf, root, "/Extensions");

  if (!qpdf_oh_is_dictionary (update->qpdf, extensions))
    {
      extensions = qpdf_oh_new_dictionary (update->qpdf);
      qpdf_oh_replace_key (update->qpdf, root, "/Extensions", extensions);
    }
  if (qpdf_oh_has_key (update->qpdf, extensions, "/ESIC"))
    return;
  qpdf_oh_replace_key (update->qpdf, extensions, "/ESIC",
                       parse (update, "<</BaseVersion/1.7 /ExtensionLevel 2>>"));
  touch (update, qpdf_oh_is_indirect (update->qpdf, extensions) ? extensions : root);
}

static qpdf_oh
get_form (Update *update, qpdf_oh root)
{
  qpdf_oh form = qpdf_oh_get_key (update->qpdf, root, "/AcroForm");

  if (qpdf_oh_is_dictionary (update->qpdf, form))
    return form;
  form = qpdf_make_indirect_object (update->qpdf, qpdf_oh_new_dictionary (update->qpdf));
  qpdf_oh_replace_key (update->qpdf, root, "/AcroForm", form);
  touch (update, root);
  return form;
}

static void
add_objects (Update *update, const EntSignWords *words)
{
  qpdf_data qpdf = update->qpdf;
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh page = qpdf_get_page_n (qpdf, 0);
  qpdf_oh form = get_form (update, root);
  qpdf_oh field = make_field (update, words, form, page);
  qpdf_oh holder = qpdf_oh_is_indirect (qpdf, form) ? form : root;

  append_to (update, form, "/Fields", field, holder);
  qpdf_oh_replace_key (qpdf, form, "/SigFlags",
                       qpdf_oh_new_integer (qpdf, SIGNATURES_EXIST_APPEND_ONLY));
  touch (update, holder);
  append_to (update, page, "/Annots", field, page);
  if (!qpdf_oh_has_key (qpdf, page, "/Tabs"))
    {
      /* PDF/UA wants it of each page that has annotations. */
      qpdf_oh_replace_key (qpdf, page, "/Tabs", qpdf_oh_new_name (qpdf, "/S"));
      touch (update, page);
    }
  declare_extension (update, root);
}

static void
write_signature (Update *update, const char *text)
{
  EntSignDraft *draft = update->draft;
  gsize digits = update->reserve * 2;
  g_autofree char *zeros = g_strnfill (digits, '0');

  /* Without the closing brackets, which follow our own two entries. */
  print (update, "%.*s/ByteRange [", (int) strlen (text) - 2, text);
  draft->range_at = draft->bytes->len;
  print (update, "%*s]\n/Contents ", RANGE_ROOM, "");
  draft->hole_at = draft->bytes->len;
  print (update, "<%s>", zeros);
  draft->hole_end = draft->bytes->len;
  print (update, "\n>>");
}

static void
write_objects (Update *update)
{
  for (guint i = 0; i < update->entries->len; i++)
    {
      Entry *entry = &g_array_index (update->entries, Entry, i);
      qpdf_oh object = qpdf_get_object_by_id (update->qpdf, (int) entry->id,
                                              (int) entry->generation);
      const char *text = qpdf_oh_unparse_resolved (update->qpdf, object);

      entry->offset = update->draft->bytes->len;
      print (update, "%u %u obj\n", entry->id, entry->generation);
      if (entry->id == update->signature_id)
        write_signature (update, text);
      else
        print (update, "%s", text);
      print (update, "\nendobj\n");
    }
}

/* What every trailer says, without brackets. */
static void
write_trailer_keys (Update *update, guint size, gsize previous)
{
  static const char *const kept[] = { "/Root", "/Info" };
  qpdf_oh trailer = qpdf_get_trailer (update->qpdf);
  qpdf_oh id = qpdf_oh_get_key (update->qpdf, trailer, "/ID");

  print (update, "/Size %u /Prev %" G_GSIZE_FORMAT, size, previous);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (qpdf_oh_has_key (update->qpdf, trailer, kept[i]))
      print (update, " %s %s", kept[i],
             qpdf_oh_unparse (update->qpdf, qpdf_oh_get_key (update->qpdf, trailer, kept[i])));
  if (qpdf_oh_is_array (update->qpdf, id) && qpdf_oh_get_array_n_items (update->qpdf, id) == 2)
    {
      qpdf_oh first = qpdf_oh_get_array_item (update->qpdf, id, 0);
      g_autofree char *second = g_compute_checksum_for_data (G_CHECKSUM_MD5,
                                                             update->draft->bytes->data,
                                                             update->draft->bytes->len);

      print (update, " /ID [%s <%s>]", qpdf_oh_unparse_binary (update->qpdf, first), second);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return (left->id > right->id) - (left->id < right->id);
}

static guint
next_id (Update *update)
{
  guint size = (guint) MAX (
      0, qpdf_oh_get_int_value_as_int (update->qpdf,
                                       qpdf_oh_get_key (update->qpdf,
                                                        qpdf_get_trailer (update->qpdf), "/Size")));

  for (guint i = 0; i < update->entries->len; i++)
    size = MAX (size, g_array_index (update->entries, Entry, i).id + 1);
  return size;
}

static void
write_table (Update *update, gsize previous)
{
  gsize at = update->draft->bytes->len;

  print (update, "xref\n");
  for (guint i = 0; i < update->entries->len; i++)
    {
      Entry *entry = &g_array_index (update->entries, Entry, i);

      print (update, "%u 1\n%010" G_GSIZE_FORMAT " %05u n \n", entry->id, entry->offset,
             entry->generation);
    }
  print (update, "trailer\n<< ");
  write_trailer_keys (update, next_id (update), previous);
  print (update, " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", at);
}

static void
append_entry (GByteArray *out, const Entry *entry)
{
  guint8 bytes[XREF_NUMBERS] = { 1 };

  for (guint i = 0; i < 5; i++)
    bytes[5 - i] = (guint8) ((guint64) entry->offset >> (8 * i));
  bytes[6] = (guint8) (entry->generation >> 8);
  bytes[7] = (guint8) entry->generation;
  g_byte_array_append (out, bytes, sizeof bytes);
}

/* A file whose table is a stream is continued with one. */
static void
write_table_stream (Update *update, gsize previous)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  Entry own = { .id = next_id (update), .offset = update->draft->bytes->len };

  g_array_append_val (update->entries, own);
  print (update, "%u 0 obj\n<< /Type /XRef /W [1 5 2] /Index [", own.id);
  for (guint i = 0; i < update->entries->len; i++)
    {
      const Entry *entry = &g_array_index (update->entries, Entry, i);

      print (update, " %u 1", entry->id);
      append_entry (rows, entry);
    }
  print (update, " ] /Length %u ", rows->len);
  write_trailer_keys (update, own.id + 1, previous);
  print (update, " >>\nstream\n");
  g_byte_array_append (update->draft->bytes, rows->data, rows->len);
  print (update, "\nendstream\nendobj\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", own.offset);
}

static void
write_range (EntSignDraft *self)
{
  g_autofree char *numbers = g_strdup_printf ("0 %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT
                                              " %" G_GSIZE_FORMAT,
                                              self->hole_at, self->hole_end,
                                              self->bytes->len - self->hole_end);

  memcpy (self->bytes->data + self->range_at, numbers, strlen (numbers));
}

/* A certified document may forbid every further change. */
static gboolean
is_closed (qpdf_data qpdf)
{
  qpdf_oh permissions = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Perms");
  qpdf_oh certified = qpdf_oh_get_key_if_dict (qpdf, permissions, "/DocMDP");
  qpdf_oh references = qpdf_oh_get_key_if_dict (qpdf, certified, "/Reference");

  if (!qpdf_oh_is_array (qpdf, references))
    return FALSE;
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, references); i++)
    {
      qpdf_oh parameters = qpdf_oh_get_key_if_dict (qpdf,
                                                    qpdf_oh_get_array_item (qpdf, references, i),
                                                    "/TransformParams");
      qpdf_oh level = qpdf_oh_get_key_if_dict (qpdf, parameters, "/P");

      if (qpdf_oh_is_integer (qpdf, level) && qpdf_oh_get_int_value_as_int (qpdf, level) == 1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_update (Update *update, const EntSignWords *words, GError **error)
{
  EntSignDraft *draft = update->draft;
  gsize previous;
  gboolean is_plain;

  if (!ent_sign_qpdf_find_table (draft->bytes->data, draft->bytes->len, &previous) ||
      qpdf_get_num_pages (update->qpdf) < 1)
    return ent_sign_fail (error, "bad-pdf");
  if (is_closed (update->qpdf))
    return ent_sign_fail (error, "certified");
  is_plain = draft->bytes->data[previous] == 'x';
  add_objects (update, words);
  g_array_sort (update->entries, compare_entries);
  if (draft->bytes->data[draft->bytes->len - 1] != '\n')
    print (update, "\n");
  write_objects (update);
  if (is_plain)
    write_table (update, previous);
  else
    write_table_stream (update, previous);
  write_range (draft);
  return !qpdf_has_error (update->qpdf) || ent_sign_fail (error, "bad-pdf");
}

EntSignDraft *
ent_sign_draft_new (GBytes *pdf, const EntSignWords *words, gsize reserve, GError **error)
{
  g_autoptr (EntSignDraft) self = g_new0 (EntSignDraft, 1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_auto (qpdf_data) qpdf = NULL;
  Update update = { .draft = self, .entries = entries, .reserve = reserve };
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  self->bytes = g_byte_array_new ();
  qpdf = ent_sign_qpdf_open (data, size, FALSE, error);
  if (qpdf == NULL)
    return NULL;
  update.qpdf = qpdf;
  g_byte_array_append (self->bytes, data, (guint) size);
  return write_update (&update, words, error) ? g_steal_pointer (&self) : NULL;
}

GBytes *
ent_sign_draft_get_signed_bytes (const EntSignDraft *self)
{
  g_autoptr (GByteArray) all = g_byte_array_sized_new (self->bytes->len);

  g_byte_array_append (all, self->bytes->data, (guint) self->hole_at);
  g_byte_array_append (all, self->bytes->data + self->hole_end,
                       self->bytes->len - (guint) self->hole_end);
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

GBytes *
ent_sign_draft_fill (EntSignDraft *self, GBytes *message, GError **error)
{
  static const char digits[] = "0123456789abcdef";
  gsize size;
  const guint8 *data = g_bytes_get_data (message, &size);
  guint8 *hole = self->bytes->data + self->hole_at + 1;

  if (size * 2 > self->hole_end - self->hole_at - 2)
    {
      ent_sign_fail (error, "failed");
      return NULL;
    }
  for (gsize i = 0; i < size; i++)
    {
      hole[2 * i] = (guint8) digits[data[i] >> 4];
      hole[2 * i + 1] = (guint8) digits[data[i] & 15];
    }
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
