/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The authority, its people and the calls of the tests. Main thread. */
#include "signer-fixture.h"

#include <glib/gstdio.h>

static char *folder;

void
fixture_begin (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("entraide-signer-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const char *name = i == 0 ? "ca" : "stranger";

      fixture_run ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 "
                   "-keyout %s.key -out %s.pem -subj '/C=BE/CN=Autorite %s' "
                   "-addext keyUsage=critical,keyCertSign",
                   name, name, name);
    }
}

void
fixture_end (void)
{
  fixture_run ("find . -mindepth 1 -delete");
  g_remove (folder);
  g_clear_pointer (&folder, g_free);
}

char *
fixture_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

GBytes *
fixture_read (const char *name)
{
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
fixture_write (const char *name, GBytes *bytes)
{
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

static char *
run_command (const char *command)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", command, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s\n%s%s", command, output, errors);
  return output;
}

void
fixture_run (const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *output = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  output = run_command (command);
}

char *
fixture_output (const char *format, ...)
{
  g_autofree char *command = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  return run_command (command);
}

void
fixture_add_person (const char *name,
                    const char *subject,
                    const char *algorithm,
                    const char *authority,
                    const char *days)
{
  fixture_run ("openssl genpkey -algorithm %s -out %s.key", algorithm, name);
  fixture_run ("openssl req -new -key %s.key -subj '/C=BE/CN=%s' -out %s.csr", name, subject, name);
  fixture_run ("printf 'basicConstraints=critical,CA:FALSE\\n"
               "keyUsage=critical,nonRepudiation\\n' > person.ext && "
               "openssl x509 -req -in %s.csr -CA %s.pem -CAkey %s.key -extfile person.ext %s "
               "-out %s.pem",
               name, authority, authority, days, name);
  fixture_run ("openssl pkcs12 -export -inkey %s.key -in %s.pem -certfile %s.pem "
               "-passout 'pass:" PASSWORD "' -out %s.p12",
               name, name, authority, name);
}

GPtrArray *
fixture_anchors (void)
{
  GPtrArray *anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (anchors, fixture_read ("ca.pem"));
  return anchors;
}

EntSignerOrder
fixture_order (const char *name, GBytes *pdf)
{
  g_autofree char *file = g_strconcat (name, ".p12", NULL);
  g_autofree char *path = fixture_path (file);
  EntSignerOrder order = {
    .key.file = g_intern_string (path),
    .reason = "Décision du Bureau permanent",
    .location = "Braine-le-Comte",
    .label = "Signature électronique",
  };

  order.files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (order.files, g_bytes_ref (pdf));
  return order;
}

void
fixture_order_clear (EntSignerOrder *order)
{
  g_clear_pointer (&order->files, g_ptr_array_unref);
}

GBytes *
fixture_sign (const char *name, GBytes *pdf)
{
  EntSignerOrder order = fixture_order (name, pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = ent_signer_sign (&order, PASSWORD, NULL, &error);
  const EntSigned *file;

  g_assert_no_error (error);
  fixture_order_clear (&order);
  g_assert_cmpuint (files->len, ==, 1);
  file = files->pdata[0];
  g_assert_no_error (file->error);
  return g_bytes_ref (file->pdf);
}

static void
arrived_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

GBytes *
fixture_sign_async (const EntSignerOrder *order, const char *secret, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) files = NULL;
  EntSigned *file;

  ent_signer_sign_async (order, secret, NULL, arrived_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  files = ent_signer_sign_finish (result, error);
  if (files == NULL)
    return NULL;
  g_assert_cmpuint (files->len, ==, 1);
  file = files->pdata[0];
  if (file->error != NULL)
    g_propagate_error (error, g_steal_pointer (&file->error));
  return g_steal_pointer (&file->pdf);
}

GPtrArray *
fixture_verify (GBytes *pdf)
{
  g_autoptr (GPtrArray) anchors = fixture_anchors ();
  g_autoptr (GError) error = NULL;
  GPtrArray *signatures = ent_signer_verify (pdf, anchors, NULL, &error);

  g_assert_no_error (error);
  return signatures;
}

EntVerdict
fixture_verdict (GBytes *pdf, guint n)
{
  g_autoptr (GPtrArray) signatures = fixture_verify (pdf);

  g_assert_cmpuint (signatures->len, >, n);
  return ((const EntSignature *) signatures->pdata[n])->verdict;
}
