/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Errors of documents, and what was answered to their questions. Any thread. */

#include "ent-document-kind.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (ent-document-error-quark, ent_document_error)

enum
{
  ANSWER_YES = 1,
  ANSWER_NO
};

/* clang-format off */
static const EntChoice yes_no_choices[] = {
  { ANSWER_YES, "yes", N_("Yes") },
  { ANSWER_NO, "no", N_("No") },
};

const EntEnum ent_document_yes_no_enum = {
  "yes-no", yes_no_choices, G_N_ELEMENTS (yes_no_choices)
};
/* clang-format on */

const char *
ent_document_request_answer (const EntDocumentRequest *request, const char *path)
{
  const char *answer;

  if (request->answers == NULL)
    return NULL;
  answer = g_hash_table_lookup (request->answers, path);

  return answer != NULL && *answer != '\0' ? answer : NULL;
}

gint32
ent_document_request_day (const EntDocumentRequest *request, const char *path, gint32 fallback)
{
  gint32 day = ent_day_parse_iso (ent_document_request_answer (request, path));

  return day != ENT_DAY_NONE ? day : fallback;
}

gboolean
ent_document_request_chose (const EntDocumentRequest *request, const char *path, const char *nick)
{
  return g_strcmp0 (ent_document_request_answer (request, path), nick) == 0;
}

char *
ent_document_propose_yes (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return g_strdup ("yes");
}

char *
ent_document_propose_no (EntDb *db, gint64 subject_id, gint32 day, const char *language)
{
  return g_strdup ("no");
}
