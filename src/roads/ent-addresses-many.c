/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding many addresses at once. Any thread; the asynchronous form has one of its own. */
#include "ent-addresses-private.h"

typedef struct
{
  EntAddresses *addresses;
  EntAddressQuery *queries; /* own strings */
  guint n;
} Work;

static void
free_query (EntAddressQuery *query)
{
  g_free ((char *) query->text);
  g_free ((char *) query->street);
  g_free ((char *) query->number);
  g_free ((char *) query->box);
  g_free ((char *) query->postcode);
  g_free ((char *) query->town);
}

static void
free_work (gpointer data)
{
  Work *work = data;

  for (guint i = 0; i < work->n; i++)
    free_query (&work->queries[i]);
  g_free (work->queries);
  ent_addresses_unref (work->addresses);
  g_free (work);
}

static Work *
copy_work (EntAddresses *addresses, GArray *queries)
{
  Work *work = g_new0 (Work, 1);

  work->addresses = ent_addresses_ref (addresses);
  work->n = queries->len;
  work->queries = g_new0 (EntAddressQuery, work->n);
  for (guint i = 0; i < work->n; i++)
    {
      const EntAddressQuery *query = &g_array_index (queries, EntAddressQuery, i);

      work->queries[i] = (EntAddressQuery) {
        g_strdup (query->text), g_strdup (query->street),   g_strdup (query->number),
        g_strdup (query->box),  g_strdup (query->postcode), g_strdup (query->town),
      };
    }
  return work;
}

/* 0 not found, 1 to choose, 2 taken. */
static guint
class_of (const EntAddressAnswer *answer)
{
  if (answer->doubt == ENT_ADDRESS_DOUBT_NOT_FOUND)
    return 0;
  return answer->doubt == ENT_ADDRESS_DOUBT_NONE ? 2 : 1;
}

static void
count (EntAddressReport *report)
{
  guint counts[3] = { 0 };
  guint at = 0;

  for (guint i = 0; i < report->n; i++)
    {
      const EntAddressMatch *best = ent_address_answer_get_best (&report->answers[i]);

      counts[class_of (&report->answers[i])]++;
      report->n_by_precision[best != NULL ? best->precision : ENT_ADDRESS_PRECISION_NONE]++;
    }
  report->n_not_found = counts[0];
  report->n_to_choose = counts[1];
  report->n_taken = counts[2];

  for (guint class = 0; class < G_N_ELEMENTS (counts); class ++)
    {
      for (guint i = 0; i < report->n; i++)
        {
          if (class_of (&report->answers[i]) == class)
            report->order[at++] = i;
        }
    }
}

EntAddressReport *
ent_addresses_resolve_many (EntAddresses *self,
                            const EntAddressQuery *queries,
                            guint n,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr(EntAddressReport) report = g_new0 (EntAddressReport, 1);
  EntAddressIndex *index = ent_addresses_take_index (self, error);
  gboolean fine = index != NULL;

  report->answers = g_new0 (EntAddressAnswer, n);
  report->order = g_new0 (guint, n);
  for (report->n = 0; fine && report->n < n; report->n++)
    {
      fine = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             ent_addresses_resolve_with (self, index, &queries[report->n],
                                         &report->answers[report->n], error);
    }
  if (index != NULL)
    ent_addresses_put_index (self, index);
  if (!fine)
    return NULL;
  count (report);
  return g_steal_pointer (&report);
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  EntAddressReport *report = ent_addresses_resolve_many (work->addresses, work->queries, work->n,
                                                         cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) ent_address_report_free);
  else
    g_task_return_error (task, error);
}

void
ent_addresses_resolve_many_async (EntAddresses *self,
                                  GArray *queries,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_addresses_resolve_many_async);
  g_task_set_task_data (task, copy_work (self, queries), free_work);
  g_task_run_in_thread (task, work_cb);
}

EntAddressReport *
ent_addresses_resolve_many_finish (EntAddresses *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
