/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person waits for, measured on the large demo in the real window: first window, first rows,
 * a key in the search entry, scrolling, a person's page, memory. Prints figures, judges nothing. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-date.h"
#include "ent-demo.h"
#include "ent-person.h"
#include "ent-window.h"

#define FRAMES 240
#define STEP 400

typedef struct
{
  EntWindow *window;
  guint n_paints;
  gint64 busy; /* microseconds spent in the main loop since last cleared */
  GArray *gaps;
  gint64 last_frame;
} Bench;

static void
print_figure (const char *name, double value, const char *unit, const char *goal)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* The table is read by a program: no decimal comma. */
  printf ("BENCH\t%s\t%s\t%s\t%s\n", name, g_ascii_formatd (number, sizeof number, "%.2f", value),
          unit, goal);
  fflush (stdout);
}

/* Microseconds since the kernel started this process. */
static double
process_age (void)
{
  g_autofree char *text = NULL;
  struct timespec now;
  unsigned long long ticks = 0;
  const char *rest;

  if (!g_file_get_contents ("/proc/self/stat", &text, NULL, NULL))
    return 0;
  rest = strrchr (text, ')');
  sscanf (rest + 2,
          "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu",
          &ticks);
  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3 -
         (double) ticks * 1e6 / (double) sysconf (_SC_CLK_TCK);
}

static void
painted_cb (Bench *bench)
{
  bench->n_paints++;
}

/* One turn of the main loop; the time spent waiting does not count. */
static void
turn (Bench *bench)
{
  gint64 before;

  if (!g_main_context_pending (NULL))
    {
      g_usleep (200);
      if (!g_main_context_pending (NULL))
        return;
    }
  before = g_get_monotonic_time ();
  g_main_context_iteration (NULL, FALSE);
  bench->busy += g_get_monotonic_time () - before;
}

static void
wait_paint (Bench *bench)
{
  guint n = bench->n_paints;
  gint64 limit = g_get_monotonic_time () + 3 * G_USEC_PER_SEC;

  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  while (bench->n_paints == n && g_get_monotonic_time () < limit)
    turn (bench);
}

/* What the change itself draws, nothing more; a change that shows nothing is over after 50 ms. */
static void
wait_own_paint (Bench *bench)
{
  guint n = bench->n_paints;
  gint64 limit = g_get_monotonic_time () + 50 * 1000;

  while (bench->n_paints == n && g_get_monotonic_time () < limit)
    turn (bench);
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static EntListPage *
list_of (Bench *bench)
{
  return ent_place_view_get_list (ent_window_get_place (bench->window));
}

static gboolean
rows_shown (Bench *bench)
{
  GListModel *model = G_LIST_MODEL (ent_list_page_get_model (list_of (bench)));
  g_autoptr (GObject) first = g_list_model_get_item (model, 0);

  return first != NULL && ent_record_is_loaded (first);
}

static void
bench_start (Bench *bench, EntApplication *application, gboolean print)
{
  GtkNative *native;
  gint64 before;

  g_application_activate (G_APPLICATION (application));
  bench->window = ENT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  native = gtk_widget_get_native (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (gdk_surface_get_frame_clock (gtk_native_get_surface (native)),
                            "after-paint", G_CALLBACK (painted_cb), bench);
  wait_paint (bench);
  if (print)
    print_figure ("first window", process_age () / 1000, "ms", "<= 500");

  while (ent_window_get_place (bench->window) == NULL)
    turn (bench);
  ent_window_show_place (bench->window, "places");
  wait_paint (bench);
  before = g_get_monotonic_time ();
  ent_window_show_place (bench->window, "beneficiaries");
  while (!rows_shown (bench))
    turn (bench);
  wait_paint (bench);
  if (print)
    print_figure ("list of all persons, first rows",
                  (double) (g_get_monotonic_time () - before) / 1000, "ms", "<= 50");
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
percentile (GArray *times, double part)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, (guint) ((times->len - 1) * part)) / 1000;
}

static void
refreshed_cb (gboolean *refreshed)
{
  *refreshed = TRUE;
}

static void
type_word (Bench *bench, GtkWidget *entry, const char *word, GArray *busy, GArray *waits)
{
  EntQueryModel *model = ent_list_page_get_model (list_of (bench));

  for (gsize length = 1; length <= strlen (word); length++)
    {
      g_autofree char *text = g_strndup (word, length);
      gboolean refreshed = FALSE;
      gint64 before = g_get_monotonic_time ();
      gint64 waited;
      gulong handler;

      /* A blank at the end changes nothing: there is nothing to wait for. */
      if (g_ascii_isspace (text[length - 1]))
        continue;
      handler = g_signal_connect_swapped (model, "refreshed", G_CALLBACK (refreshed_cb),
                                          &refreshed);
      bench->busy = 0;
      gtk_editable_set_text (GTK_EDITABLE (entry), text);
      bench->busy += g_get_monotonic_time () - before;
      while (!refreshed && g_get_monotonic_time () - before < 3 * G_USEC_PER_SEC)
        turn (bench);
      waited = g_get_monotonic_time () - before;
      wait_own_paint (bench);
      g_array_append_val (busy, bench->busy);
      g_array_append_val (waits, waited);
      g_signal_handler_disconnect (model, handler);
    }
}

static void
bench_search (Bench *bench)
{
  static const char *const words[] = { "dupont", "marie",  "de la", "vandenberghe",
                                       "el amr", "jean p", "4999",  "rossi anna" };
  GtkWidget *entry = find_mapped (GTK_WIDGET (list_of (bench)), GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      type_word (bench, entry, words[i], busy, waits);
      gtk_editable_set_text (GTK_EDITABLE (entry), "");
      for (guint j = 0; j < 5; j++)
        wait_paint (bench);
    }
  print_figure ("a key in search, main loop, median", percentile (busy, 0.5), "ms", "<= 16");
  print_figure ("a key in search, main loop, p95", percentile (busy, 0.95), "ms", "<= 33");
  print_figure ("a key in search, result, median", percentile (waits, 0.5), "ms", "<= 100");
  print_figure ("a key in search, result, p95", percentile (waits, 0.95), "ms", "<= 100");
}

static gboolean
scroll_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gint64 now = g_get_monotonic_time ();
  gint64 gap = now - bench->last_frame;

  if (bench->last_frame != 0)
    g_array_append_val (bench->gaps, gap);
  bench->last_frame = now;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
  return bench->gaps->len < FRAMES;
}

static void
bench_scroll (Bench *bench)
{
  GtkWidget *view = find_mapped (GTK_WIDGET (list_of (bench)), GTK_TYPE_COLUMN_VIEW);

  bench->gaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_tick_callback (view, scroll_cb, bench, NULL);
  while (bench->gaps->len < FRAMES)
    turn (bench);
  print_figure ("scrolling, frame gap, p50", percentile (bench->gaps, 0.5), "ms", "<= 17.5");
  print_figure ("scrolling, frame gap, p95", percentile (bench->gaps, 0.95), "ms", "<= 33");
  g_array_unref (bench->gaps);
}

static void
bench_pages (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  EntQueryModel *model = ent_list_page_get_model (list_of (bench));

  for (guint i = 0; i < 20; i++)
    {
      gint64 id = ent_query_model_get_id (model, i * 997 + 100);
      EntStore *store = ent_shell_get_store (ENT_SHELL (bench->window));
      gint64 before = g_get_monotonic_time ();
      gint64 took;
      g_autoptr (GObject) person = NULL;

      ent_shell_open (ENT_SHELL (bench->window), &ent_person_schema, id);
      person = ent_store_peek (store, ENT_TYPE_PERSON, id);
      while (!ent_record_is_loaded (person))
        turn (bench);
      wait_paint (bench);
      took = g_get_monotonic_time () - before;
      g_array_append_val (times, took);
      for (guint j = 0; j < 10; j++)
        wait_paint (bench);
    }
  print_figure ("open a person’s page, median", percentile (times, 0.5), "ms", "<= 50");
  print_figure ("open a person’s page, p95", percentile (times, 0.95), "ms", "");
}

static void
bench_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return;
  line = strstr (text, "VmRSS:");
  print_figure ("memory after all that", strtod (line + 6, NULL) / 1024, "MB", "<= 250");
}

static char *
large_register (void)
{
  const char *folder = g_getenv ("ENT_BENCH_DIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (),
                                            "large.entraide", NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) &&
      !ent_demo_create (path, ENT_DEMO_LARGE, ENT_DEMO_SEED, ent_day_from_ymd (2026, 11, 21), NULL,
                        NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_steal_pointer (&path);
}

static int
measure_in_child (const char *name, const char *mode)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    execl ("/proc/self/exe", name, mode, (char *) NULL);
  waitpid (child, &status, 0);
  return WIFEXITED (status) ? WEXITSTATUS (status) : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (EntApplication) application = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  GSettings *settings;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  ent_app_modules_register ();
  path = large_register ();
  /* Once the file exists, a fresh process is measured, twice so that the second one starts warm. */
  if (argc < 2)
    return measure_in_child (argv[0], "warm-up") == 0 ? measure_in_child (argv[0], "measure")
                                                      : EXIT_FAILURE;

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  settings = ent_application_get_settings (application);
  g_settings_set_string (settings, "last-register", path);

  bench_start (&bench, application, !g_str_equal (argv[1], "warm-up"));
  if (g_str_equal (argv[1], "warm-up"))
    {
      ent_window_set_store (bench.window, NULL);
      return EXIT_SUCCESS;
    }
  bench_search (&bench);
  bench_scroll (&bench);
  bench_pages (&bench);
  bench_memory ();
  ent_window_set_store (bench.window, NULL);
  return EXIT_SUCCESS;
}
