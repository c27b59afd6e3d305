/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The register of requests keeps its numbers, whichever act asks. Thread of the connection. */

#include "ent-error.h"
#include "ent-module.h"
#include "ent-request-query.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* What nobody has seen yet and nothing follows is as if it had never been. */
static gboolean
check_delete (EntDb *db, EntRequest *request, GError **error)
{
  if (request->sequence != ent_request_query_last_sequence (db, request->year))
    return refuse (error, _ ("A request is never deleted: its number would be missing in the "
                             "register. Annul it and give the reason."));
  if (request->step != ENT_STEP_REGISTERED || request->ending != 0)
    return refuse (error, _ ("This request is under way and stays in the register. Annul it and "
                             "give the reason."));
  return !ent_request_query_has_documents (db, ent_record_get_id (request)) ||
         refuse (error, _ ("A document about this request was issued: annul the request and give "
                           "the reason."));
}

static gboolean
check_update (const EntWrite *write, GError **error)
{
  static const char *const fixed[] = { "number", "year", "sequence", "registered_on" };

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (write->mask >> ent_schema_find (&ent_request_schema, fixed[i]) & 1)
      return refuse (error, _ ("The number of a request never changes."));
  return TRUE;
}

gboolean
ent_request_guard (EntDb *db, const EntWrite *write, GError **error)
{
  EntRequest *request;

  if (ent_record_get_schema (write->record) != &ent_request_schema)
    return TRUE;
  request = write->record;
  if (write->action == ENT_ACTION_DELETE)
    return check_delete (db, request, error);
  if (write->action == ENT_ACTION_UPDATE)
    return check_update (write, error);
  return request->sequence == ent_request_query_last_sequence (db, request->year) + 1 ||
         refuse (error, _ ("Another request was registered meanwhile: register this one anew."));
}
