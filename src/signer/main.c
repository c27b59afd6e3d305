/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entraide-signer: reads one request on its standard input, answers on its standard output, ends.
 * Keys, cards and what their makers wrote to reach them never enter the application. One thread of
 * our own. */
#include "ent-sign-operations.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ent-frame.h"

#define SECRET_FD 3
#define SECRET_SIZE 256
#define SECURE_HEAP (64 * 1024)
#define SECURE_UNIT 32
#define MAX_REQUEST (512u * 1024 * 1024)
#define MAX_MEMORY (4096ul * 1024 * 1024)
#define CHUNK (64 * 1024)
#define SECONDS_READING 60

/* No picture of our memory may reach a disk or another process, and a file made to swell is not
 * followed without end. */
static void
harden (void)
{
  struct rlimit none = { 0, 0 };
#ifndef __SANITIZE_ADDRESS__
  struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };

  setrlimit (RLIMIT_AS, &memory);
#endif
  /* A server that hangs up is a fault to report. */
  signal (SIGPIPE, SIG_IGN);
  setrlimit (RLIMIT_CORE, &none);
  prctl (PR_SET_DUMPABLE, 0);
  CRYPTO_secure_malloc_init (SECURE_HEAP, SECURE_UNIT);
}

/* What a module prints must not get between our own words. */
static int
take_output (void)
{
  int own = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, SECRET_FD + 1);
  int nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  if (own >= 0 && nowhere >= 0)
    dup2 (nowhere, STDOUT_FILENO);
  return own;
}

static GBytes *
read_request (void)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  do
    {
      n = read (STDIN_FILENO, chunk, CHUNK);
      if (n > 0)
        g_byte_array_append (all, chunk, (guint) n);
    }
  while ((n > 0 && all->len <= MAX_REQUEST) || (n < 0 && errno == EINTR));
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* In memory that is locked and wiped. */
static char *
read_secret (void)
{
  char *secret = OPENSSL_secure_zalloc (SECRET_SIZE);
  gsize length = 0;
  gssize n;

  do
    {
      n = read (SECRET_FD, secret + length, SECRET_SIZE - 1 - length);
      if (n > 0)
        length += (gsize) n;
    }
  while ((n > 0 && length < SECRET_SIZE - 1) || (n < 0 && errno == EINTR));
  close (SECRET_FD);
  return secret;
}

static gboolean
write_answer (int fd, GBytes *answer)
{
  gsize left;
  const guint8 *data = g_bytes_get_data (answer, &left);

  while (left > 0)
    {
      gssize n = write (fd, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      left -= (gsize) n;
    }
  return TRUE;
}

int
main (void)
{
  g_autoptr (GBytes) request = NULL;
  g_autoptr (GBytes) answer = NULL;
  char *secret = NULL;
  gboolean done;
  int output;

  harden ();
  output = take_output ();
  alarm (SECONDS_READING);
  request = read_request ();
  if (ent_sign_wants_secret (request))
    secret = read_secret ();
  alarm (ent_sign_time_limit (request));
  answer = ent_sign_answer (request, secret);
  OPENSSL_secure_clear_free (secret, SECRET_SIZE);
  done = write_answer (output, answer);
  /* Modules of cards and NSS are known to fall over each other when a program ends in order. */
  _exit (done ? 0 : 1);
}
