/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PKCS#11 module around another (ENT_TEST_MODULE) that behaves as ENT_TEST_TOKEN says: "asks", as
 * a reader with keys of its own does, with the PIN of ENT_TEST_PIN; "final" and "locked", as a card
 * that saw wrong PINs. Any thread. */
#include <gmodule.h>
#include <string.h>

#include "ent-pkcs11.h"

#define N_CALLS 68 /* of PKCS#11 2.40 */

CK_ULONG C_GetFunctionList (CK_FUNCTION_LIST **list);

static union
{
  CK_FUNCTION_LIST named;
  gpointer room[N_CALLS + 1]; /* the version takes one place */
} ours;

static const CK_FUNCTION_LIST *real;

static gboolean
behaves_as (const char *way)
{
  return g_strcmp0 (g_getenv ("ENT_TEST_TOKEN"), way) == 0;
}

static CK_ULONG
get_token_info (CK_ULONG slot, CK_TOKEN_INFO *info)
{
  CK_ULONG result = real->C_GetTokenInfo (slot, info);

  if (behaves_as ("asks"))
    info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  else if (behaves_as ("final"))
    info->flags |= CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY;
  else if (behaves_as ("locked"))
    info->flags |= CKF_USER_PIN_LOCKED;
  return result;
}

static CK_ULONG
login (CK_ULONG session, CK_ULONG user, CK_BYTE *pin, CK_ULONG length)
{
  const char *typed = g_getenv ("ENT_TEST_PIN");

  if (!behaves_as ("asks"))
    return real->C_Login (session, user, pin, length);
  /* Somebody cancelled on the reader. */
  if (typed == NULL || pin != NULL)
    return CKR_FUNCTION_CANCELED;
  return real->C_Login (session, user, (CK_BYTE *) typed, strlen (typed));
}

CK_ULONG
C_GetFunctionList (CK_FUNCTION_LIST **list)
{
  GModule *module = g_module_open (g_getenv ("ENT_TEST_MODULE"), G_MODULE_BIND_LOCAL);
  CK_ULONG (*get_list) (const CK_FUNCTION_LIST **real_list);

  if (module == NULL || !g_module_symbol (module, "C_GetFunctionList", (gpointer *) &get_list) ||
      get_list (&real) != CKR_OK)
    return CKR_DEVICE_ERROR;
  memcpy (&ours, real, sizeof ours);
  ours.named.C_GetTokenInfo = get_token_info;
  ours.named.C_Login = login;
  *list = &ours.named;
  return CKR_OK;
}
