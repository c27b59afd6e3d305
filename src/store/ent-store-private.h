/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of the store, shared by ent-store.c, ent-store-read.c and ent-store-write.c. */

#pragma once

#include "ent-identity.h"
#include "ent-row-set.h"
#include "ent-store.h"
#include "ent-worker.h"

G_BEGIN_DECLS

#define ENT_UNDO_STEPS 50

/* An act that can be reversed. */
typedef struct
{
  gint64 set_id;
  char *label;
} EntUndoStep;

struct _EntStore
{
  GObject parent_instance;

  EntRegister *reg;
  EntWorker *lanes[3]; /* by EntLane; one worker may serve several */
  EntIdentity *identity;
  GArray *undo; /* EntUndoStep */
  GArray *redo;
  gint64 latest; /* number of the latest act of this session */
  GHashTable *settings;
  GHashTable *wanted; /* GType → GArray of ids to read soon */
  guint wanted_source;
};

/* What an act leaves for the main thread. */
typedef struct
{
  gint64 set_id;
  char *label;
  GHashTable *touched;
  GHashTable *schemas;
  gboolean bulk;
  gboolean is_lasting;
} EntWritten;

EntWritten *ent_written_new (EntApply *apply, const char *label);
void ent_written_free (EntWritten *self);

/* Reads shared records again and tells everybody; ends with @task, if any. */
void ent_store_publish (EntStore *self, EntWritten *written);
void ent_store_forget_wanted (EntStore *self);
/* For list models, which read whole pages themselves: the shared record, hollow or not. */
gpointer ent_store_peek_hollow (EntStore *self, GType type, gint64 id);
void ent_store_fill (EntStore *self, const EntSchema *schema, EntRowSet *rows);
void ent_store_emit_news (EntStore *self, EntNews *news);
void ent_store_notify_undo (EntStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntWritten, ent_written_free)

G_END_DECLS
