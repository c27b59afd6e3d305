/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running the parts of the demo, and the dice that they share. Thread of the connection. */

#include "ent-demo.h"

#include "ent-date.h"
#include "ent-demo-life.h"
#include "ent-demo-part.h"
#include "ent-register.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define DAY_US (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

guint
ent_demo_n_persons (EntDemoSize size)
{
  switch (size)
    {
    case ENT_DEMO_LARGE:
      return 250000;
    case ENT_DEMO_MEDIUM:
      return 20000;
    case ENT_DEMO_SMALL:
    default:
      return 5000;
    }
}

gboolean
ent_demo_chance (EntDemo *demo, double percent)
{
  return g_rand_double (demo->rand) * 100 < percent;
}

int
ent_demo_between (EntDemo *demo, int from, int to)
{
  return to <= from ? from : g_rand_int_range (demo->rand, from, to + 1);
}

guint
ent_demo_draw (EntDemo *demo, const guint *weights, guint n_weights)
{
  guint total = 0;
  guint drawn;

  for (guint i = 0; i < n_weights; i++)
    total += weights[i];
  drawn = (guint) ent_demo_between (demo, 0, (int) total - 1);
  for (guint i = 0; i < n_weights; i++)
    {
      if (drawn < weights[i])
        return i;
      drawn -= weights[i];
    }
  return n_weights - 1;
}

EntPoint
ent_demo_place_of (EntDemo *demo, guint street, guint number)
{
  const EntDemoStreet *known = &g_array_index (demo->streets, EntDemoStreet, street);
  EntDemoHouse house = { known->village, known->rank, demo->streets_by_village[known->village]->len,
                         number, known->n_houses };

  return ent_demo_ground_place (demo->ground, &house);
}

gboolean
ent_demo_failed (EntDemo *demo)
{
  return demo->error != NULL;
}

gint64
ent_demo_write (EntDemo *demo, gpointer draft)
{
  g_autoptr (GObject) owned = draft;

  if (demo->error != NULL || !ent_apply_insert (demo->apply, draft, &demo->error))
    return 0;
  return ent_record_get_id (draft);
}

gint64
ent_demo_stamp (EntDemo *demo, gint32 day)
{
  gint64 minutes = ent_demo_between (demo, 8 * 60, 16 * 60);

  return day * DAY_US + minutes * 60 * G_USEC_PER_SEC;
}

static EntDemo *
demo_new (EntApply *apply, EntDemoSize size, guint64 seed, gint32 today)
{
  const guint32 seeds[] = { (guint32) seed, (guint32) (seed >> 32) };
  EntDemo *demo = g_new0 (EntDemo, 1);

  demo->apply = apply;
  demo->size = size;
  demo->today = today;
  demo->n_persons = ent_demo_n_persons (size);
  demo->rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  demo->streets = g_array_new (FALSE, FALSE, sizeof (EntDemoStreet));
  for (guint i = 0; i < ENT_DEMO_VILLAGES; i++)
    demo->streets_by_village[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  demo->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  demo->workers = g_array_new (FALSE, FALSE, sizeof (gint64));
  demo->worker_teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  demo->aides = g_array_new (FALSE, FALSE, sizeof (EntDemoAide));
  demo->serials = g_hash_table_new (g_direct_hash, g_direct_equal);
  demo->files = g_array_new (FALSE, FALSE, sizeof (EntDemoFile));
  demo->known = g_array_new (FALSE, FALSE, sizeof (EntDemoLife));
  return demo;
}

static void
demo_free (EntDemo *demo)
{
  g_rand_free (demo->rand);
  g_array_unref (demo->streets);
  for (guint i = 0; i < ENT_DEMO_VILLAGES; i++)
    g_array_unref (demo->streets_by_village[i]);
  g_hash_table_unref (demo->countries);
  g_array_unref (demo->workers);
  g_array_unref (demo->worker_teams);
  g_array_unref (demo->aides);
  g_hash_table_unref (demo->serials);
  g_array_unref (demo->files);
  g_array_unref (demo->known);
  g_clear_pointer (&demo->words, ent_demo_words_free);
  g_clear_pointer (&demo->ground, ent_demo_ground_free);
  g_clear_error (&demo->error);
  g_free (demo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDemo, demo_free)

gboolean
ent_demo_fill (EntApply *apply,
               EntDemoSize size,
               guint64 seed,
               gint32 today,
               EntProgressFunc progress,
               gpointer progress_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (EntDemo) demo = NULL;

  g_return_val_if_fail (apply != NULL && today != ENT_DAY_NONE, FALSE);

  demo = demo_new (apply, size, seed, today);
  demo->progress = progress;
  demo->progress_data = progress_data;
  demo->cancellable = cancellable;
  demo->words = ent_demo_words_new (error);
  if (demo->words == NULL)
    return FALSE;
  demo->ground = ent_demo_ground_new (error);
  if (demo->ground == NULL)
    return FALSE;

  ent_apply_set_bulk (apply, TRUE);
  for (const EntDemoPart *part = ent_demo_parts; part->id != NULL && demo->error == NULL; part++)
    part->fill (demo);
  if (demo->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&demo->error));
  return FALSE;
}

static void
remove_register (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

gboolean
ent_demo_create (const char *path,
                 EntDemoSize size,
                 guint64 seed,
                 gint32 today,
                 EntProgressFunc progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  EntRegister *reg = ent_register_create (path, NULL, g_get_user_name (), error);
  EntDb *db;
  EntApply *apply;
  gboolean ok = FALSE;

  if (reg == NULL)
    return FALSE;

  db = ent_register_steal_db (reg);
  apply = ent_apply_begin (db, _ ("Demo data"), g_get_user_name (), error);
  if (apply != NULL)
    {
      /* Under the places one must always see that these people are invented. */
      ok = ent_demo_fill (apply, size, seed, today, progress, progress_data, cancellable, error) &&
           ent_apply_set_setting (apply, "centre.name", _ ("CPAS of Sart-lez-Brumes (invented)"),
                                  error);
      if (ok)
        ok = ent_apply_commit (apply, error);
      else
        ent_apply_abort (apply);
    }
  ent_db_close (db);
  ent_register_close (reg);
  if (!ok)
    remove_register (path);
  return ok;
}
