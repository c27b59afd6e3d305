/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs open no socket that leaves the machine: the window is driven through a walk that
 * imports a region and finds an address on its map, entraidectl plans and imports, all of it
 * traced, and once more where there is no network at all. Main thread. Started by run-tour:
 *
 *   tests/tour/run-tour build/tests/test-offline build/src/app/entraide build/src/ctl/entraidectl
 *
 * Where the machine lets nobody trace, or make namespaces, the tests are skipped and say so. */

#include "ent-region-build.h"
#include "ent-stops.h"
#include "ent-watch.h"

#include <locale.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* With this as its one argument, the program is the one that does what none may. */
#define ABROAD "--open-a-socket-abroad"
/* With this, it ends well when not even its own machine can be reached by a network. */
#define REACH "--reach-nothing"

#define PLAN \
  "{ \"first_day\": \"2026-03-02\", \"places\": [" \
  "    { \"id\": \"church\", \"lat\": 51.2608, \"lon\": 4.7901 }," \
  "    { \"id\": \"borg\", \"lat\": 51.2572, \"lon\": 4.7880 } ]," \
  "  \"carers\": [ { \"id\": \"Anna\", \"shifts\": [ { \"from\": \"08:00\", \"to\": \"12:00\"," \
  "                  \"start_place\": \"church\" } ] } ]," \
  "  \"visits\": [ { \"id\": \"wash\", \"place\": \"borg\", \"duration\": 60 } ] }"

/* Less to draw than on the tour. */
#define WIDTH 960
#define HEIGHT 640

static char *self, *entraide, *entraidectl;

static int
open_abroad (void)
{
  int opened = socket (AF_INET, SOCK_DGRAM, 0);

  if (opened >= 0)
    close (opened);
  return 0;
}

static int
reach_nothing (void)
{
  struct sockaddr_in there = { .sin_family = AF_INET, .sin_port = htons (9) };
  int opened = socket (AF_INET, SOCK_DGRAM, 0);
  gboolean is_reached;

  there.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  is_reached = opened < 0 || connect (opened, (struct sockaddr *) &there, sizeof there) == 0;
  if (opened >= 0)
    close (opened);
  return is_reached ? 1 : 0;
}

static char *
in_home (const char *name)
{
  return g_build_filename (g_get_home_dir (), name, NULL);
}

/* Runs to the end, its words thrown away, and returns the process id; *status is as a shell has it.
 * -1 when it did not start. */
static int
run (const char *const *argv, int *status)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  int pid;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_cwd (launcher, g_get_home_dir ());
  process = g_subprocess_launcher_spawnv (launcher, argv, NULL);
  if (process == NULL)
    return -1;
  pid = atoi (g_subprocess_get_identifier (process));
  g_subprocess_wait (process, NULL, NULL);
  *status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : 128;
  return pid;
}

/* Whether strace writes down the end of a program that does nothing. */
static gboolean
can_trace (void)
{
  const char *const argv[] = { "true", NULL };
  g_autofree char *file = in_home ("nothing.trace");
  g_auto(GStrv) traced = ent_watch_traced (argv, file);
  g_auto(EntTrace) trace = { 0 };
  int status = -1;
  int pid = run ((const char *const *) traced, &status);

  return pid > 0 && status == 0 && ent_watch_read (file, pid, &trace);
}

static gboolean
skip_untraced (void)
{
  static int is_possible = -1;

  if (is_possible < 0)
    is_possible = can_trace ();
  if (!is_possible)
    g_test_skip ("strace is missing, or this machine lets no program be traced");
  return !is_possible;
}

static gboolean
skip_attached (void)
{
  const char *const argv[] = { "true", NULL };
  g_auto(GStrv) cut_off = ent_watch_cut_off (argv);

  if (cut_off == NULL)
    g_test_skip ("this machine lets nobody make a network namespace");
  return cut_off == NULL;
}

static void
assert_at_home (const char *file, int pid, gboolean has_sockets)
{
  g_auto(EntTrace) trace = { 0 };

  if (!ent_watch_read (file, pid, &trace))
    g_error ("The tracer has not written down the end of process %d in %s.", pid, file);
  g_test_message ("%u sockets in %s", trace.n_sockets, file);
  if (trace.first_abroad != NULL)
    g_error ("A socket that is not AF_UNIX: %s", trace.first_abroad);
  if (has_sockets && trace.n_sockets == 0)
    g_error ("Not one socket in %s: the display alone needs some, so nothing was watched.", file);
}

/* What the other tests forbid is found out when a program does it. */
static void
test_control_trace (void)
{
  const char *const argv[] = { self, ABROAD, NULL };
  g_autofree char *file = in_home ("abroad.trace");
  g_auto(GStrv) traced = ent_watch_traced (argv, file);
  g_auto(EntTrace) trace = { 0 };
  int status = -1;
  int pid;

  if (skip_untraced ())
    return;
  pid = run ((const char *const *) traced, &status);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (ent_watch_read (file, pid, &trace));
  g_assert_cmpuint (trace.n_sockets, ==, 1);
  g_assert_nonnull (strstr (trace.first_abroad, "AF_INET"));
}

static void
test_control_cut_off (void)
{
  const char *const argv[] = { self, REACH, NULL };
  g_auto(GStrv) cut_off = NULL;
  int status = 0;

  if (skip_attached ())
    return;
  cut_off = ent_watch_cut_off (argv);
  g_assert_cmpint (run ((const char *const *) cut_off, &status), >, 0);
  g_assert_cmpint (status, ==, 0);
}

/* A person's first walk, on folders that nobody has used. */
static int
walk (const char *name, const char *const *argv)
{
  g_autofree char *data = in_home (name);
  EntDriver *driver;
  int pid;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", data, TRUE);
  g_setenv ("XDG_CACHE_HOME", data, TRUE);
  driver = ent_driver_start (argv);
  pid = ent_driver_pid (driver);
  ent_stop_first_start (driver);
  ent_driver_resize (driver, WIDTH, HEIGHT);
  ent_stop_demo (driver);
  ent_stop_region (driver);
  ent_stop_map (driver);
  ent_stop_close (driver);
  return pid;
}

static void
test_window_traced (void)
{
  const char *const argv[] = { entraide, NULL };
  g_autofree char *file = in_home ("window.trace");
  g_auto(GStrv) traced = ent_watch_traced (argv, file);

  if (skip_untraced ())
    return;
  assert_at_home (file, walk ("traced", (const char *const *) traced), TRUE);
}

static void
test_window_cut_off (void)
{
  const char *const argv[] = { entraide, NULL };
  g_auto(GStrv) cut_off = NULL;

  if (skip_attached ())
    return;
  cut_off = ent_watch_cut_off (argv);
  walk ("cut-off", (const char *const *) cut_off);
}

/* What entraidectl is asked, in this order, in the home folder of the desk;
 * NAME is another each time. */
static const char *const lines[] = {
  "demo small NAME.entraide",
  "import NAME.entraide people.csv",
  "plan plan.json --iterations 200 --region village.region --out NAME.json --map NAME.pdf",
};

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = in_home (name);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
bring_what_is_asked (void)
{
  g_autofree char *extract = g_test_build_filename (G_TEST_DIST, "..", "data", "demo",
                                                    "wechelderzande-be.osm.pbf", NULL);
  g_autofree char *target = in_home ("village.region");
  EntRegionSources sources = { extract, NULL, "Wechelderzande" };
  g_autoptr(GError) error = NULL;

  write_file ("people.csv", "Nom;Naissance\nDupont;1/1/1980\n");
  write_file ("plan.json", PLAN);
  ent_region_build (&sources, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static GStrv
ask (const char *name, const char *line)
{
  g_autoptr(GString) whole = g_string_new (line);

  g_string_replace (whole, "NAME", name, 0);
  g_string_prepend_c (whole, ' ');
  g_string_prepend (whole, entraidectl);
  return g_strsplit (whole->str, " ", -1);
}

typedef GStrv (*Watch) (const char *const *argv, const char *file);

/* Each line is asked; watch makes the command line that is run of its own. */
static void
ask_ctl (const char *name, Watch watch, const char *file)
{
  g_autofree char *map_name = g_strconcat (name, ".pdf", NULL);
  g_autofree char *map = in_home (map_name);

  bring_what_is_asked ();
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto(GStrv) argv = ask (name, lines[i]);
      g_auto(GStrv) watched = watch ((const char *const *) argv, file);
      int status = -1;
      int pid = run ((const char *const *) watched, &status);

      if (status != 0)
        g_error ("“entraidectl %s” ends with status %d.", lines[i], status);
      if (file != NULL)
        assert_at_home (file, pid, FALSE);
    }
  g_assert_true (g_file_test (map, G_FILE_TEST_IS_REGULAR));
}

static void
test_ctl_traced (void)
{
  g_autofree char *file = in_home ("ctl.trace");

  if (!skip_untraced ())
    ask_ctl ("traced", ent_watch_traced, file);
}

static GStrv
cut_off (const char *const *argv, const char *unused)
{
  return ent_watch_cut_off (argv);
}

static void
test_ctl_cut_off (void)
{
  if (!skip_attached ())
    ask_ctl ("cut-off", cut_off, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  if (argc == 2 && g_str_equal (argv[1], ABROAD))
    return open_abroad ();
  if (argc == 2 && g_str_equal (argv[1], REACH))
    return reach_nothing ();
  g_test_init (&argc, &argv, NULL);
  if (argc != 3)
    g_error ("usage: test-offline ENTRAIDE ENTRAIDECTL");
  /* Whole paths: what is run here is run in another folder. */
  self = g_file_read_link ("/proc/self/exe", NULL);
  entraide = g_canonicalize_filename (argv[1], NULL);
  entraidectl = g_canonicalize_filename (argv[2], NULL);

  g_test_add_func ("/offline/traced/finds-a-socket-abroad", test_control_trace);
  g_test_add_func ("/offline/traced/window", test_window_traced);
  g_test_add_func ("/offline/traced/ctl", test_ctl_traced);
  g_test_add_func ("/offline/cut-off/reaches-nothing", test_control_cut_off);
  g_test_add_func ("/offline/cut-off/window", test_window_cut_off);
  g_test_add_func ("/offline/cut-off/ctl", test_ctl_cut_off);
  status = g_test_run ();
  g_free (self);
  g_free (entraide);
  g_free (entraidectl);
  return status;
}
