/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings of signing: those of the computer in GSettings, those of the centre in the register.
 * Main thread. */

#include "ent-sign-means.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AUTHORITIES "sign.authorities"
#define BEGIN "-----BEGIN CERTIFICATE-----"
#define END "-----END CERTIFICATE-----"

static const char *const eid_paths[] = {
  "/usr/lib/x86_64-linux-gnu/libbeidpkcs11.so.0",
  "/usr/lib/aarch64-linux-gnu/libbeidpkcs11.so.0",
  "/usr/lib64/libbeidpkcs11.so.0",
  "/usr/lib/libbeidpkcs11.so.0",
  "/usr/local/lib/libbeidpkcs11.so.0",
  NULL,
};

static const char *const opensc_paths[] = {
  "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
  "/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so",
  "/usr/lib64/opensc-pkcs11.so",
  "/usr/lib64/pkcs11/opensc-pkcs11.so",
  "/usr/lib/opensc-pkcs11.so",
  NULL,
};

const EntSignSoftware ent_sign_software[] = {
  { N_ ("Belgian identity card (eID)"), eid_paths },
  { N_ ("Other cards and keys (OpenSC)"), opensc_paths },
  { NULL, NULL },
};

const char *
ent_sign_software_find (const EntSignSoftware *software)
{
  for (const char *const *path = software->paths; *path != NULL; path++)
    if (g_file_test (*path, G_FILE_TEST_IS_REGULAR))
      return *path;
  return NULL;
}

GSettings *
ent_sign_settings_new (void)
{
  return g_settings_new ("org.entraide.Entraide.sign");
}

char *
ent_sign_settings_get (GSettings *settings, const char *key)
{
  g_autofree char *value = g_settings_get_string (settings, key);

  return *value != '\0' ? g_steal_pointer (&value) : NULL;
}

GPtrArray *
ent_sign_authorities_split (const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *begin = text;

  while (begin != NULL && (begin = strstr (begin, BEGIN)) != NULL)
    {
      const char *end = strstr (begin, END);
      g_autofree char *one = NULL;

      if (end == NULL)
        break;
      one = g_strdup_printf ("%.*s" END "\n", (int) (end - begin), begin);
      g_strdelimit (one, "\r", ' ');
      g_ptr_array_add (found, g_bytes_new (one, strlen (one)));
      begin = end;
    }
  return found;
}

GPtrArray *
ent_sign_authorities_load (EntStore *store)
{
  return ent_sign_authorities_split (ent_store_get_setting (store, AUTHORITIES, ""));
}

void
ent_sign_authorities_save (EntStore *store, GPtrArray *authorities)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < authorities->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (authorities, i), &size);

      g_string_append_len (text, data, (gssize) size);
    }
  ent_store_set_setting (store, AUTHORITIES, text->str);
  g_string_free (text, TRUE);
}

guint
ent_sign_authorities_add (GPtrArray *authorities, GPtrArray *more)
{
  guint n = 0;

  for (guint i = 0; i < more->len; i++)
    {
      GBytes *one = g_ptr_array_index (more, i);

      if (g_ptr_array_find_with_equal_func (authorities, one, g_bytes_equal, NULL))
        continue;
      g_ptr_array_add (authorities, g_bytes_ref (one));
      n++;
    }
  return n;
}
