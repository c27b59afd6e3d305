/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The queue of requests as a list model with a section for each group of urgency; what is filtered
 * out is not in it. Main thread. */

#pragma once

#include "ent-request-queue-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_QUEUE_ITEM (ent_queue_item_get_type ())
G_DECLARE_FINAL_TYPE (EntQueueItem, ent_queue_item, ENT, QUEUE_ITEM, GObject)

/* Borrowed; lives as long as the item. */
const EntQueueLine *ent_queue_item_get_line (EntQueueItem *self);
gint32 ent_queue_item_get_today (EntQueueItem *self);
/* Of the section that it begins: how many are in it. */
guint ent_queue_item_get_n_in_group (EntQueueItem *self);

/* What is shown; 0: all. */
typedef struct
{
  gint64 worker_id; /* -1: nobody yet */
  gint64 team_id;
  gint64 kind_id;
  int step;
} EntQueueFilter;

#define ENT_TYPE_QUEUE_MODEL (ent_queue_model_get_type ())
G_DECLARE_FINAL_TYPE (EntQueueModel, ent_queue_model, ENT, QUEUE_MODEL, GObject)

EntQueueModel *ent_queue_model_new (void);
/* @lines: (element-type EntQueueLine), as they are read; a reference is kept. */
void ent_queue_model_show (EntQueueModel *self,
                           GPtrArray *lines,
                           const EntQueueFilter *filter,
                           gint32 today);

G_END_DECLS
