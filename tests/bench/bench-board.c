/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board in the real window: how long it takes to open, to draw a frame while a visit is dragged
 * over it, and to answer for one place; a week of 650 visits and 30 carers, and the day of a large
 * commune, 800 visits and 250 carers. Prints figures, judges nothing. */

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-bench-rounds.h"
#include "ent-board-private.h"
#include "ent-date.h"
#include "ent-register.h"
#include "ent-window.h"

#define FRAMES 120
#define ASKED 2000
#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  const char *name;
  EntBenchRounds size;
  EntBoardZoom zoom;
  const char *open_goal;
} Case;

static const Case cases[] = {
  { "week of 650 visits", { 30, 130, 9 }, ENT_BOARD_WEEK, "< 200" },
  { "day of 800 visits", { 250, 800, 2 }, ENT_BOARD_ONE_DAY, "< 500" },
};

typedef struct
{
  const Case *what;
  EntWindow *window;
  EntBoard *board;
  guint n_paints;
  GArray *gaps, *work; /* gint64: from frame to frame, and processor time of it */
  gint64 last_frame, last_work;

} Bench;

static void
print_figure (const Case *what, const char *name, double value, const char *unit, const char *goal)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.3f", value);
  g_print ("BENCH\t%s, %s\t%s\t%s\t%s\n", what->name, name, number, unit, goal);
}

/* Of all threads, so that a loaded machine measures the same. */
static gint64
processor_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
percentile (GArray *times, double part)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, (guint) ((times->len - 1) * part)) / 1000;
}

static void
painted_cb (Bench *bench)
{
  bench->n_paints++;
}

static void
turn (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (100);
}

static void
wait_paint (Bench *bench)
{
  guint n = bench->n_paints;
  gint64 limit = g_get_monotonic_time () + PATIENCE_US;

  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  while (bench->n_paints == n && g_get_monotonic_time () < limit)
    turn ();
}

static EntBoard *
find_board (GtkWidget *widget)
{
  if (ENT_IS_BOARD (widget))
    return ENT_BOARD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      EntBoard *found = find_board (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_filled (Bench *bench)
{
  bench->board = find_board (GTK_WIDGET (bench->window));
  return bench->board != NULL && gtk_widget_get_mapped (GTK_WIDGET (bench->board)) &&
         ent_board_get_content (bench->board) != NULL;
}

/* From the click on the place to the picture with its blocks. */
static void
open_board (Bench *bench)
{
  gint64 before = g_get_monotonic_time (), worked = processor_us ();
  double took;

  ent_window_show_place (bench->window, "board");
  while (!is_filled (bench) && g_get_monotonic_time () - before < PATIENCE_US)
    turn ();
  wait_paint (bench);
  took = (double) (g_get_monotonic_time () - before) / 1000;
  print_figure (bench->what, "opens", took, "ms", bench->what->open_goal);
  print_figure (bench->what, "opens, processor time", (double) (processor_us () - worked) / 1000,
                "ms", "");
}

static void
bench_open (Bench *bench, EntApplication *application)
{
  GtkNative *native;
  int n;

  g_application_activate (G_APPLICATION (application));
  bench->window = ENT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  native = gtk_widget_get_native (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (gdk_surface_get_frame_clock (gtk_native_get_surface (native)),
                            "after-paint", G_CALLBACK (painted_cb), bench);
  while (ent_window_get_place (bench->window) == NULL)
    turn ();
  for (int i = 0; i < 20; i++)
    wait_paint (bench);
  open_board (bench);
  ent_board_content_get_blocks (ent_board_get_content (bench->board), &n);
  print_figure (bench->what, "blocks of the week", n, "", "");
  ent_board_set_zoom (bench->board, bench->what->zoom);
  wait_paint (bench);
}

static gboolean
drag_cb (GtkWidget *board, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  gint64 now = g_get_monotonic_time ();
  gint64 worked = processor_us ();
  gint64 gap = now - bench->last_frame, work = worked - bench->last_work;
  int step = (int) bench->gaps->len;

  if (bench->last_frame != 0)
    {
      g_array_append_val (bench->gaps, gap);
      g_array_append_val (bench->work, work);
    }
  bench->last_frame = now;
  bench->last_work = worked;
  ent_board_move_to (bench->board, step % 12, 480 + step % 40 * ENT_BOARD_SNAP);
  return bench->gaps->len < FRAMES;
}

/* Each frame at another time: every row in sight is judged anew. */
static void
bench_drag (Bench *bench)
{
  int n;
  const EntBoardBlock *blocks = ent_board_content_get_blocks (ent_board_get_content (bench->board),
                                                              &n);

  bench->gaps = g_array_new (FALSE, FALSE, sizeof (gint64));
  bench->work = g_array_new (FALSE, FALSE, sizeof (gint64));
  ent_board_move_begin (bench->board, &blocks[0]);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->board), drag_cb, bench, NULL);
  while (bench->gaps->len < FRAMES)
    turn ();
  print_figure (bench->what, "frame while dragging, median", percentile (bench->gaps, 0.5), "ms",
                "<= 17");
  print_figure (bench->what, "frame while dragging, p95", percentile (bench->gaps, 0.95), "ms", "");
  print_figure (bench->what, "processor time of a frame, median", percentile (bench->work, 0.5),
                "ms", "<= 17");
  ent_board_move_cancel (bench->board);
  g_array_unref (bench->gaps);
  g_array_unref (bench->work);
}

static void
bench_answers (Bench *bench)
{
  int n, n_rows = ent_board_content_get_n_rows (ent_board_get_content (bench->board));
  const EntBoardBlock *blocks = ent_board_content_get_blocks (ent_board_get_content (bench->board),
                                                              &n);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < ASKED; i++)
    {
      const EntBoardBlock *block = &blocks[i * 7 % n];
      int day = block->start / ENT_BOARD_DAY * ENT_BOARD_DAY;
      EntBoardVerdict verdict = { 0 };
      gint64 before = g_get_monotonic_time (), took;

      bench->board->judge (block->id, i % n_rows, day + 480 + i % 36 * ENT_BOARD_SNAP, &verdict,
                           bench->board->judge_data);
      took = g_get_monotonic_time () - before;
      g_array_append_val (times, took);
      g_free (verdict.text);
    }
  print_figure (bench->what, "answer for a place, median", percentile (times, 0.5), "ms", "< 1");
  print_figure (bench->what, "answer for a place, slowest", percentile (times, 1), "ms", "< 1");
}

static char *
make_register (const Case *what)
{
  const char *folder = g_getenv ("ENT_BENCH_DIR");
  g_autofree char *name = g_strdup_printf ("rounds-%d.entraide", what->size.n_carers);
  g_autofree char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  EntRegister *reg;
  EntDb *db;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  if (folder != NULL)
    g_mkdir_with_parents (folder, 0700);
  reg = ent_register_create (path, NULL, "bench", &error);
  ent_bench_stop_on (error);
  db = ent_register_steal_db (reg);
  ent_bench_rounds_fill (db, &what->size, ent_day_from_ymd (2026, 11, 23));
  ent_db_close (db);
  ent_register_close (reg);
  return g_steal_pointer (&path);
}

/* In a process of its own, so that each begins as a person's does. */
static void
measure (const Case *what)
{
  g_autoptr (EntApplication) application = NULL;
  g_autofree char *path = make_register (what);
  g_autoptr (GError) error = NULL;
  Bench bench = { .what = what };

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  ent_bench_stop_on (error);
  g_settings_set_string (ent_application_get_settings (application), "last-register", path);
  bench_open (&bench, application);
  bench_drag (&bench);
  bench_answers (&bench);
  ent_window_set_store (bench.window, NULL);
}

int
main (int argc, char **argv)
{
  int failed = 0;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  ent_app_modules_register ();
  ent_day_set_today (ent_day_from_ymd (2026, 11, 23));
  if (argc > 1)
    {
      measure (&cases[g_ascii_strtoll (argv[1], NULL, 10)]);
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      int status = 0;
      pid_t child = fork ();

      if (child == 0)
        execl ("/proc/self/exe", argv[0], number, (char *) NULL);
      waitpid (child, &status, 0);
      failed += WIFEXITED (status) && WEXITSTATUS (status) == 0 ? 0 : 1;
    }
  return failed;
}
