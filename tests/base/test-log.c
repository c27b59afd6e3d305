/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept log lines and what is taken out of them. */
#include "ent-log.h"

#include <string.h>

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static void
check_scrub (const char *text, const char *expected)
{
  g_autofree char *clean = ent_log_scrub (text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_scrub (void)
{
  check_scrub ("opened in 42 ms", "opened in 42 ms");
  check_scrub ("number 88.02.29-999.90 refused", "number (number) refused");
  check_scrub ("88022999990", "(number)");
  check_scrub ("+32 470 12 34 56.", "+(number).");
  check_scrub ("BE68 5390 0754 7034", "BE(number)");
  check_scrub ("row 12345 of 250", "row 12345 of 250");
  check_scrub ("mail to anne.dupont@example.be failed", "mail to (e-mail) failed");
  check_scrub ("cannot open /home/anne dupont/file.pdf: denied", "cannot open (path): denied");
  check_scrub ("“/home/anne/x y.csv” is empty", "“(path)” is empty");
  check_scrub ("file:///media/key/a.db", "(path)");
  check_scrub ("C:\\Users\\anne\\a.db: locked", "(path): locked");
  check_scrub ("~/Documents/anne.pdf", "(path)");
  check_scrub ("resource /org/entraide/Entraide/ui/a.ui missing",
               "resource /org/entraide/Entraide/ui/a.ui missing");
  check_scrub ("and/or 3/4", "and/or 3/4");
  check_scrub ("bad \xff byte", "bad \xef\xbf\xbd byte");
  check_scrub (NULL, "");
}

static void
test_events_fill_the_ring (void)
{
  g_autofree char *dump = NULL;
  g_autofree char *after = NULL;

  ent_log_clear ();
  for (int i = 0; i < ENT_LOG_LINES + 50; i++)
    ent_log_event ("store", "rows", i);
  dump = ent_log_dump ();
  g_assert_cmpuint (count_lines (dump), ==, ENT_LOG_LINES);
  g_assert_nonnull (strstr (dump, "event store: rows = 50\n"));
  g_assert_null (strstr (dump, "rows = 49\n"));
  g_assert_true (g_str_has_suffix (dump, "event store: rows = 249\n"));
  g_assert_cmpint (dump[2], ==, ':');

  ent_log_clear ();
  after = ent_log_dump ();
  g_assert_cmpstr (after, ==, "");
}

static void
test_messages_are_kept_clean (void)
{
  g_autofree char *dump = NULL;

  ent_log_clear ();
  g_log_structured ("ent-test", G_LOG_LEVEL_DEBUG, "MESSAGE", "opened %d", 7);
  g_log_structured ("ent-test", G_LOG_LEVEL_MESSAGE, "MESSAGE", "niss %s", "88022999990");
  g_log_structured ("Gtk", G_LOG_LEVEL_DEBUG, "MESSAGE", "chatter");
  g_log_structured ("Gtk", G_LOG_LEVEL_MESSAGE, "MESSAGE", "no theme");
  dump = ent_log_dump ();

  g_assert_cmpuint (count_lines (dump), ==, 3);
  g_assert_nonnull (strstr (dump, "debug ent-test: opened 7\n"));
  g_assert_nonnull (strstr (dump, "message ent-test: niss (number)\n"));
  g_assert_nonnull (strstr (dump, "message Gtk: no theme\n"));
  g_assert_null (strstr (dump, "chatter"));
  g_assert_null (strstr (dump, "8802"));
}

static gpointer
write_many (gpointer data)
{
  for (int i = 0; i < 2000; i++)
    ent_log_event (data, "event", i);
  return NULL;
}

static void
test_threads (void)
{
  const char *areas[] = { "a", "b", "c", "d" };
  GThread *threads[4];
  g_autofree char *dump = NULL;

  ent_log_clear ();
  for (gsize i = 0; i < 4; i++)
    threads[i] = g_thread_new (areas[i], write_many, (gpointer) areas[i]);
  for (int i = 0; i < 50; i++)
    g_free (ent_log_dump ());
  for (gsize i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  dump = ent_log_dump ();
  g_assert_cmpuint (count_lines (dump), ==, ENT_LOG_LINES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ent_log_install ();
  ent_log_install ();

  g_test_add_func ("/log/scrub", test_scrub);
  g_test_add_func ("/log/ring", test_events_fill_the_ring);
  g_test_add_func ("/log/messages", test_messages_are_kept_clean);
  g_test_add_func ("/log/threads", test_threads);
  return g_test_run ();
}
