/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests sign with and upon: documents, a token, a time-stamp server. Main thread; the
 * server answers on threads of its own. */
#include "signer-fixture.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

const char *__lsan_default_suppressions (void);

/* What fontconfig and the C library read once, they keep until the end. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\nleak:argz_add_sep\n";
}

static cairo_status_t
written_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
fixture_pdf_with_streams (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (written_cb, bytes, 595, 842);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  cairo_tag_begin (cr, "P", NULL);
  cairo_set_font_size (cr, 14);
  cairo_move_to (cr, 72, 100);
  cairo_show_text (cr, "Le Centre octroie une aide de 100 euros.");
  cairo_tag_end (cr, "P");
  cairo_tag_end (cr, "Document");
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
fixture_pdf (void)
{
  g_autoptr (GBytes) drawn = fixture_pdf_with_streams ();
  qpdf_data qpdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);
  GBytes *plain;

  g_assert_cmpint (qpdf_read_memory (qpdf, "drawn", data, size, NULL), ==, QPDF_SUCCESS);
  qpdf_init_write_memory (qpdf);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  plain = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return plain;
}

static const char *
first_existing (const char *const *paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_EXISTS))
      return paths[i];
  g_error ("%s is not installed: see build-aux/packages", paths[0]);
}

const char *
fixture_module (void)
{
  static const char *const paths[] = {
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    NULL,
  };

  return first_existing (paths);
}

const char *
fixture_spy (void)
{
  static const char *const paths[] = {
    "/usr/lib/x86_64-linux-gnu/pkcs11/pkcs11-spy.so",
    "/usr/lib/aarch64-linux-gnu/pkcs11/pkcs11-spy.so",
    "/usr/lib64/pkcs11/pkcs11-spy.so",
    NULL,
  };
  g_autofree char *log = fixture_path ("spy.log");

  g_setenv ("PKCS11SPY", fixture_module (), TRUE);
  g_setenv ("PKCS11SPY_OUTPUT", log, TRUE);
  return first_existing (paths);
}

void
fixture_make_token (const char *const *names)
{
  g_autofree char *configuration = fixture_path ("softhsm2.conf");

  fixture_run ("mkdir tokens && printf 'directories.tokendir = %%s/tokens\\n"
               "objectstore.backend = file\\nlog.level = ERROR\\n' \"$PWD\" > softhsm2.conf");
  g_setenv ("SOFTHSM2_CONF", configuration, TRUE);
  fixture_run ("softhsm2-util --init-token --free --label essai --pin " PIN " --so-pin 12345678");
  for (guint i = 0; names[i] != NULL; i++)
    {
      fixture_run ("openssl pkcs8 -topk8 -nocrypt -in %s.key -out %s.pk8 && softhsm2-util "
                   "--import %s.pk8 --token essai --label Signature --id 0%u --pin " PIN,
                   names[i], names[i], names[i], i + 1);
      fixture_run ("openssl x509 -in %s.pem -outform der -out %s.der && pkcs11-tool --module %s "
                   "--token-label essai --login --pin " PIN
                   " --write-object %s.der --type cert --id 0%u --label Signature",
                   names[i], names[i], fixture_module (), names[i], i + 1);
    }
  fixture_run ("openssl x509 -in ca.pem -outform der -out ca.der && pkcs11-tool --module %s "
               "--token-label essai --login --pin " PIN
               " --write-object ca.der --type cert --id 09 --label CA",
               fixture_module ());
}

/* Reads a request of HTTP whole: the query is what follows the empty line. */
static GBytes *
read_query (GDataInputStream *input)
{
  g_autofree char *line = NULL;
  gsize length = 0;
  g_autofree guint8 *body = NULL;
  gsize n_read = 0;

  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (input, NULL, NULL, NULL);
      if (line != NULL && g_ascii_strncasecmp (line, "Content-Length:", 15) == 0)
        length = g_ascii_strtoull (line + 15, NULL, 10);
    }
  while (line != NULL && *g_strchomp (line) != '\0');
  body = g_malloc0 (length + 1);
  g_input_stream_read_all (G_INPUT_STREAM (input), body, length, &n_read, NULL, NULL);
  return g_bytes_new (body, n_read);
}

static gboolean
asked_cb (GThreadedSocketService *service,
          GSocketConnection *connection,
          GObject *source,
          gpointer data)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (
      g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_autoptr (GBytes) query = read_query (input);
  g_autoptr (GBytes) reply = NULL;

  fixture_write ("query.tsq", query);
  fixture_run ("openssl ts -reply -config tsa.cnf -queryfile query.tsq -out reply.tsr");
  reply = fixture_read ("reply.tsr");
  g_output_stream_printf (output, NULL, NULL, NULL,
                          "HTTP/1.0 200 OK\r\nContent-Type: application/timestamp-reply\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          g_bytes_get_size (reply));
  g_output_stream_write_all (output, g_bytes_get_data (reply, NULL), g_bytes_get_size (reply), NULL,
                             NULL, NULL);
  return TRUE;
}

char *
fixture_start_stamps (void)
{
  GSocketService *service = g_threaded_socket_service_new (4);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  fixture_run (
      "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key "
      "-subj '/C=BE/CN=Horodateur' -out tsa.csr && printf 'basicConstraints=CA:FALSE\\n"
      "keyUsage=critical,digitalSignature\\nextendedKeyUsage=critical,timeStamping\\n' > tsa.ext "
      "&& "
      "openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -extfile tsa.ext -days 30 "
      "-out tsa.pem && echo 01 > tsa.serial && printf '[tsa]\\ndefault_tsa=t\\n[t]\\n"
      "serial=tsa.serial\\nsigner_cert=tsa.pem\\nsigner_key=tsa.key\\ncerts=ca.pem\\n"
      "signer_digest=sha256\\ndefault_policy=1.2.3.4.1\\ndigests=sha256\\nordering=yes\\n"
      "tsa_name=no\\ness_cert_id_chain=no\\ness_cert_id_alg=sha256\\n' > tsa.cnf");
  g_socket_listener_add_address (G_SOCKET_LISTENER (service), any_port, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  g_signal_connect (service, "run", G_CALLBACK (asked_cb), NULL);
  g_socket_service_start (service);
  return g_strdup_printf ("http://127.0.0.1:%u/tsa",
                          g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
}
