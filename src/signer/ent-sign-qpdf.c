/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening PDF files as they are: what one reader repairs in silence, another may show otherwise.
 * The helper's only thread. */
#include "ent-sign-qpdf.h"

#include <string.h>

#include "ent-sign-fault.h"

#define HEADER "%PDF-"
#define TAIL 1100 /* bytes of the end in which readers look for startxref */
#define WORD "startxref"
#define END "%%EOF"

qpdf_data
ent_sign_qpdf_open (const guint8 *bytes, gsize size, gboolean repair, GError **error)
{
  g_auto (qpdf_data) qpdf = NULL;
  qpdf_data result;

  if (size > ENT_SIGN_MAX_PDF)
    {
      ent_sign_fail (error, "too-large");
      return NULL;
    }
  if (size < strlen (HEADER) || memcmp (bytes, HEADER, strlen (HEADER)) != 0)
    {
      ent_sign_fail (error, "bad-pdf");
      return NULL;
    }
  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, repair ? QPDF_TRUE : QPDF_FALSE);
  if (qpdf_read_memory (qpdf, "request", (const char *) bytes, size, NULL) & QPDF_ERRORS)
    {
      gboolean locked = qpdf_has_error (qpdf) &&
                        qpdf_get_error_code (qpdf, qpdf_get_error (qpdf)) == qpdf_e_password;

      ent_sign_fail (error, locked ? "encrypted" : "bad-pdf");
      return NULL;
    }
  if (qpdf_is_encrypted (qpdf))
    {
      ent_sign_fail (error, "encrypted");
      return NULL;
    }
  result = qpdf;
  qpdf = NULL;
  return result;
}

guint
ent_sign_qpdf_count_complaints (qpdf_data qpdf)
{
  guint n_complaints = qpdf_has_error (qpdf) ? 1 : 0;

  for (; qpdf_more_warnings (qpdf); n_complaints++)
    qpdf_next_warning (qpdf);
  return n_complaints;
}

char *
ent_sign_qpdf_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key_if_dict (qpdf, dictionary, key);

  return qpdf_oh_is_string (qpdf, value)
             ? g_utf8_make_valid (qpdf_oh_get_utf8_value (qpdf, value), -1)
             : NULL;
}

gboolean
ent_sign_qpdf_find_table (const guint8 *bytes, gsize size, gsize *offset)
{
  gsize from = size > TAIL ? size - TAIL : 0;
  guint64 number = 0;
  gsize at;

  for (at = size; at > from; at--)
    if (size - at >= strlen (WORD) && memcmp (bytes + at, WORD, strlen (WORD)) == 0)
      break;
  if (at == from)
    return FALSE;
  at += strlen (WORD);
  while (at < size && g_ascii_isspace (bytes[at]))
    at++;
  if (at == size || !g_ascii_isdigit (bytes[at]))
    return FALSE;
  for (; at < size && g_ascii_isdigit (bytes[at]) && number < size; at++)
    number = number * 10 + (guint64) (bytes[at] - '0');
  *offset = number;
  return number < size;
}

gboolean
ent_sign_qpdf_ends_well (const guint8 *bytes, gsize size)
{
  while (size > 0 && (g_ascii_isspace (bytes[size - 1]) || bytes[size - 1] == '\0'))
    size--;
  return size >= strlen (END) && memcmp (bytes + size - strlen (END), END, strlen (END)) == 0;
}
