/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store: lives on the main thread, owns the worker threads, the one shared record per row and
 * the undo list. Nothing here blocks. */

#pragma once

#include <gio/gio.h>

#include "ent-apply.h"
#include "ent-change.h"
#include "ent-register.h"

G_BEGIN_DECLS

#define ENT_TYPE_STORE (ent_store_get_type ())
G_DECLARE_FINAL_TYPE (EntStore, ent_store, ENT, STORE, GObject)

/* Which worker runs a function: interactive reads, long reads (exports, statistics), writes. */
typedef enum
{
  ENT_LANE_READ,
  ENT_LANE_REPORT,
  ENT_LANE_WRITE
} EntLane;

/* What changed, for those who listen. */
typedef struct
{
  gboolean everything; /* too much to tell: an import, a restore */
  GPtrArray *schemas; /* (element-type EntSchema) touched record types */
  GHashTable
      *records; /* "table:id" set of touched records, owners included; empty when everything */
} EntNews;

gboolean ent_news_touches (const EntNews *self, const EntSchema *schema);
gboolean ent_news_touches_record (const EntNews *self, const EntSchema *schema, gint64 id);

typedef gpointer (*EntStoreFunc) (EntDb *db,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/* Takes the register. Tests that use a register in memory get all lanes on one thread. */
EntStore *ent_store_new (EntRegister *reg, GError **error);
/* Opens (or creates, with @create) a register in a thread and makes the store. */
void ent_store_open_async (const char *path,
                           const char *passphrase,
                           const char *user,
                           gboolean create,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
EntStore *ent_store_open_finish (GAsyncResult *result, GError **error);
/* Ends the workers after what they are doing; blocks shortly. Idempotent. */
void ent_store_close (EntStore *self);
EntRegister *ent_store_get_register (EntStore *self);

/* Runs @func on a worker. Lower @priority first (G_PRIORITY_*). A %NULL result without error is a
 * valid result. */
void ent_store_run_async (EntStore *self,
                          EntLane lane,
                          int priority,
                          EntStoreFunc func,
                          gpointer data,
                          GDestroyNotify data_free,
                          GDestroyNotify result_free,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gpointer ent_store_run_finish (EntStore *self, GAsyncResult *result, GError **error);

/* The one way to write from the window. On success the set knows its id and the real ids. */
void ent_store_apply_async (EntStore *self,
                            EntChangeSet *set,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean ent_store_apply_finish (EntStore *self, GAsyncResult *result, GError **error);

/* A long write on the writing thread, as one act: imports, merges, the demo. @func makes changes
 * through the EntApply; FALSE takes everything back. @data is borrowed until the end. */
typedef gboolean (*EntStoreWriteFunc) (EntApply *apply,
                                       gpointer data,
                                       GCancellable *cancellable,
                                       GError **error);
void ent_store_write_async (EntStore *self,
                            const char *label,
                            EntStoreWriteFunc func,
                            gpointer data,
                            GDestroyNotify data_free,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Number of the act, 0 with @error set. */
gint64 ent_store_write_finish (EntStore *self, GAsyncResult *result, GError **error);

/* Reverses the latest act of this session, or one act by its number (merge, import, trash). The
 * result is the label of what was reversed, transfer full. */
void ent_store_undo_async (EntStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void ent_store_redo_async (EntStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void ent_store_undo_act_async (EntStore *self,
                               gint64 set_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *ent_store_undo_finish (EntStore *self, GAsyncResult *result, GError **error);
/* Properties "can-undo" and "can-redo" notify. Labels are borrowed, NULL when there is nothing. */
const char *ent_store_get_undo_label (EntStore *self);
/* Number of the act that undo would reverse, 0 when there is none. */
gint64 ent_store_get_undo_act (EntStore *self);
/* FALSE when the latest act cannot be undone, for it made or changed something final. */
gboolean ent_store_can_undo_latest (EntStore *self);
const char *ent_store_get_redo_label (EntStore *self);

/* The one shared record of a row. ent_store_peek() never fails: a row not read yet gives a hollow
 * record which fills itself soon and then notifies "loaded". Transfer full. */
gpointer ent_store_peek (EntStore *self, GType type, gint64 id);
void ent_store_load_async (EntStore *self,
                           GType type,
                           gint64 id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* Transfer full; NULL with ENT_STORE_ERROR_NOT_FOUND when there is no such row. */
gpointer ent_store_load_finish (EntStore *self, GAsyncResult *result, GError **error);

/* Signal "changed" (EntStore *, const EntNews *): after a commit, on the main thread. */

/* Settings of the centre, kept in the register: cached, synchronous to read. Borrowed. */
const char *ent_store_get_setting (EntStore *self, const char *name, const char *fallback);
void ent_store_set_setting (EntStore *self, const char *name, const char *value);

G_END_DECLS
