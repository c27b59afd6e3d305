/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens by the PKCS#11 interface itself: OpenSSL's providers neither tell the state of the PIN nor
 * which of their steps would be an attempt. The helper's only thread. */
#include "ent-sign-token.h"

#include <gmodule.h>
#include <string.h>

#include "ent-pkcs11.h"
#include "ent-sign-fault.h"

#define MAX_SLOTS 64
#define MAX_OBJECTS 256
#define MAX_VALUE (64 * 1024)

struct _EntSignModule
{
  const CK_FUNCTION_LIST *calls;
};

static void
token_certificate_free (EntSignTokenCertificate *self)
{
  g_bytes_unref (self->der);
  g_free (self->uri);
  g_free (self->token);
  g_free (self);
}

EntSignModule *
ent_sign_module_open (const char *path, GError **error)
{
  GModule *library = g_module_open (path, G_MODULE_BIND_LOCAL);
  CK_ULONG (*get_list) (const CK_FUNCTION_LIST **list) = NULL;
  CK_C_INITIALIZE_ARGS args = { .flags = CKF_OS_LOCKING_OK };
  const CK_FUNCTION_LIST *calls = NULL;
  EntSignModule *self;
  CK_ULONG result;

  if (library == NULL || !g_module_symbol (library, "C_GetFunctionList", (gpointer *) &get_list) ||
      get_list (&calls) != CKR_OK || calls == NULL)
    {
      ent_sign_fail (error, "no-module");
      return NULL;
    }
  result = calls->C_Initialize (&args);
  if (result != CKR_OK && result != CKR_CRYPTOKI_ALREADY_INITIALIZED)
    {
      ent_sign_fail (error, "no-module");
      return NULL;
    }
  self = g_new0 (EntSignModule, 1);
  self->calls = calls;
  return self;
}

static void
append_escaped (GString *uri, const guint8 *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    {
      if (g_ascii_isalnum (data[i]))
        g_string_append_c (uri, (char) data[i]);
      else
        g_string_append_printf (uri, "%%%02X", data[i]);
    }
}

static gsize
unpadded (const char *text, gsize size)
{
  while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\0'))
    size--;
  return size;
}

static char *
make_uri (const CK_TOKEN_INFO *info, GBytes *id)
{
  GString *uri = g_string_new ("pkcs11:token=");
  gsize size;
  const guint8 *data = g_bytes_get_data (id, &size);

  append_escaped (uri, (const guint8 *) info->label, unpadded (info->label, sizeof info->label));
  g_string_append (uri, ";serial=");
  append_escaped (uri, (const guint8 *) info->serialNumber,
                  unpadded (info->serialNumber, sizeof info->serialNumber));
  g_string_append (uri, ";id=");
  append_escaped (uri, data, size);
  g_string_append (uri, ";type=private");
  return g_string_free_and_steal (uri);
}

static GBytes *
read_value (const CK_FUNCTION_LIST *calls, CK_ULONG session, CK_ULONG object, CK_ULONG type)
{
  CK_ATTRIBUTE attribute = { .type = type };
  g_autofree guint8 *data = NULL;

  if (calls->C_GetAttributeValue (session, object, &attribute, 1) != CKR_OK ||
      attribute.ulValueLen == 0 || attribute.ulValueLen > MAX_VALUE)
    return NULL;
  data = g_malloc0 (attribute.ulValueLen);
  attribute.pValue = data;
  if (calls->C_GetAttributeValue (session, object, &attribute, 1) != CKR_OK)
    return NULL;
  return g_bytes_new (data, attribute.ulValueLen);
}

static CK_ULONG
find_certificates (const CK_FUNCTION_LIST *calls, CK_ULONG session, CK_ULONG *objects)
{
  CK_ULONG class = CKO_CERTIFICATE;
  CK_ULONG kind = CKC_X_509;
  CK_ATTRIBUTE wanted[] = {
    { CKA_CLASS, &class, sizeof class },
    { CKA_CERTIFICATE_TYPE, &kind, sizeof kind },
  };
  CK_ULONG n_objects = 0;

  if (calls->C_FindObjectsInit (session, wanted, G_N_ELEMENTS (wanted)) != CKR_OK)
    return 0;
  if (calls->C_FindObjects (session, objects, MAX_OBJECTS, &n_objects) != CKR_OK)
    n_objects = 0;
  calls->C_FindObjectsFinal (session);
  return MIN (n_objects, MAX_OBJECTS);
}

static gboolean
open_session (EntSignModule *self, gulong slot, CK_ULONG *session)
{
  return self->calls->C_OpenSession (slot, CKF_SERIAL_SESSION, NULL, NULL, session) == CKR_OK;
}

/* The session stays open: closing the last one would log out. */
static void
list_slot (EntSignModule *self, gulong slot, GPtrArray *found)
{
  const CK_FUNCTION_LIST *calls = self->calls;
  CK_ULONG objects[MAX_OBJECTS];
  CK_TOKEN_INFO info = { 0 };
  CK_ULONG session;
  CK_ULONG n_objects;

  if (calls->C_GetTokenInfo (slot, &info) != CKR_OK || !open_session (self, slot, &session))
    return;
  n_objects = find_certificates (calls, session, objects);
  for (CK_ULONG i = 0; i < n_objects; i++)
    {
      g_autoptr (GBytes) der = read_value (calls, session, objects[i], CKA_VALUE);
      g_autoptr (GBytes) id = read_value (calls, session, objects[i], CKA_ID);
      EntSignTokenCertificate *certificate;

      if (der == NULL || id == NULL)
        continue;
      certificate = g_new0 (EntSignTokenCertificate, 1);
      certificate->der = g_steal_pointer (&der);
      certificate->uri = make_uri (&info, id);
      certificate->token = g_utf8_make_valid (info.label,
                                              (gssize) unpadded (info.label, sizeof info.label));
      certificate->slot = slot;
      g_ptr_array_add (found, certificate);
    }
}

GPtrArray *
ent_sign_module_list (EntSignModule *self, GError **error)
{
  g_autoptr (GPtrArray)
                found = g_ptr_array_new_with_free_func ((GDestroyNotify) token_certificate_free);
  CK_ULONG slots[MAX_SLOTS];
  CK_ULONG n_slots = MAX_SLOTS;

  if (self->calls->C_GetSlotList (1, slots, &n_slots) != CKR_OK || n_slots == 0)
    {
      ent_sign_fail (error, "no-token");
      return NULL;
    }
  for (CK_ULONG i = 0; i < n_slots; i++)
    list_slot (self, slots[i], found);
  return g_steal_pointer (&found);
}

static gulong
token_flags (EntSignModule *self, gulong slot)
{
  CK_TOKEN_INFO info = { 0 };

  return self->calls->C_GetTokenInfo (slot, &info) == CKR_OK ? info.flags : 0;
}

gboolean
ent_sign_module_asks_itself (EntSignModule *self, gulong slot)
{
  return (token_flags (self, slot) & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
}

const char *
ent_sign_module_pin_state (EntSignModule *self, gulong slot)
{
  gulong flags = token_flags (self, slot);

  if (flags & CKF_USER_PIN_LOCKED)
    return "locked";
  if (flags & CKF_USER_PIN_FINAL_TRY)
    return "final";
  return flags & CKF_USER_PIN_COUNT_LOW ? "low" : "good";
}

static const char *
login_code (CK_ULONG result)
{
  switch (result)
    {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
      return "bad-pin";
    case CKR_PIN_LOCKED:
      return "pin-locked";
    case CKR_FUNCTION_CANCELED:
      return "cancelled";
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_DEVICE_REMOVED:
    case CKR_DEVICE_ERROR:
      return "no-token";
    default:
      return "token-refused";
    }
}

gboolean
ent_sign_module_login (EntSignModule *self, gulong slot, const char *pin, GError **error)
{
  gulong flags = token_flags (self, slot);
  CK_ULONG session;
  CK_ULONG result;

  if (!(flags & CKF_LOGIN_REQUIRED))
    return TRUE;
  if (flags & CKF_USER_PIN_LOCKED)
    return ent_sign_fail (error, "pin-locked");
  if (flags & CKF_PROTECTED_AUTHENTICATION_PATH)
    pin = NULL;
  else if (pin == NULL || *pin == '\0')
    return ent_sign_fail (error, "pin-needed");
  if (!open_session (self, slot, &session))
    return ent_sign_fail (error, "no-token");
  result = self->calls->C_Login (session, CKU_USER, (CK_BYTE *) pin,
                                 pin != NULL ? strlen (pin) : 0);
  if (result != CKR_OK && result != CKR_USER_ALREADY_LOGGED_IN)
    return ent_sign_fail (error, login_code (result));
  return TRUE;
}
