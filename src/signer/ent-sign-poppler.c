/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Poppler and NSS, with no certificates of their own. The helper's only thread. */
#include "ent-sign-poppler.h"

#include <poppler.h>

/* Poppler would open the profile of the browser; NSS goes on without any when there is none. */
#define NO_FOLDER "/nonexistent/entraide"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)

static EntSignVerdict
judge_field (PopplerFormField *field)
{
  g_autoptr (PopplerSignatureInfo)
                info = poppler_form_field_signature_validate_sync (field, 0, NULL, NULL);

  if (info == NULL)
    return ENT_SIGN_BROKEN;
  switch (poppler_signature_info_get_signature_status (info))
    {
    case POPPLER_SIGNATURE_VALID:
      return ENT_SIGN_VALID;
    case POPPLER_SIGNATURE_DIGEST_MISMATCH:
      return ENT_SIGN_ALTERED;
    default:
      return ENT_SIGN_BROKEN;
    }
}

static void
unref_fields (gpointer fields)
{
  g_list_free_full (fields, g_object_unref);
}

GHashTable *
ent_sign_poppler_judge (GBytes *pdf)
{
  g_autoptr (PopplerDocument) document = NULL;
  GHashTable *verdicts;
  GList *fields;

  poppler_set_nss_dir (NO_FOLDER);
  document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  if (document == NULL)
    return NULL;
  verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fields = poppler_document_get_signature_fields (document);
  for (GList *l = fields; l != NULL; l = l->next)
    {
      g_autofree char *name = poppler_form_field_get_name (l->data);
      EntSignVerdict verdict = judge_field (l->data);
      EntSignVerdict before;

      if (name == NULL)
        continue;
      before = GPOINTER_TO_UINT (g_hash_table_lookup (verdicts, name));
      g_hash_table_replace (verdicts, g_steal_pointer (&name),
                            GUINT_TO_POINTER (MAX (verdict, before)));
    }
  unref_fields (fields);
  return verdicts;
}
