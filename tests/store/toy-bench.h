/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the store have in common. */

#pragma once

#include "ent-store.h"
#include "toy-records.h"

G_BEGIN_DECLS

/* Starts the test program: fixed language, toys registered. */
void toy_init (int *argc, char ***argv);
/* The toys alone, for a process that is no test program. */
void toy_register (void);

/* A migrated database in memory, without a store. */
EntDb *toy_db_new (void);
/* A store over a register in memory, all on one worker. */
EntStore *toy_store_new_in_memory (void);
/* A store over a file in clear in a new folder, with its three workers. */
EntStore *toy_store_new (char **folder);

char *toy_folder_new (void);
/* Removes the folder with all in it; takes the string. */
void toy_folder_remove (char *folder);

ToyOwner *toy_owner_draft (const char *name, const char *first_name);
/* Inserted in an act of its own; the record as it stands after. */
ToyOwner *toy_owner_insert (EntDb *db, const char *name, const char *first_name);
ToyChild *toy_child_insert (EntDb *db, gint64 owner_id, const char *phone);
/* Of that owner, naming that file of the vault; both may be empty. */
ToyPaper *toy_paper_insert (EntDb *db, gint64 owner_id, const char *file);
gpointer toy_load (EntDb *db, const EntSchema *schema, gint64 id);
gint64 toy_count (EntDb *db, const char *sql);

/* One act from a set, on this thread; the number of the act, or 0. */
gint64 toy_apply (EntDb *db, EntChangeSet *set, GError **error);
gint64 toy_undo (EntDb *db, gint64 set_id, GError **error);

/* Waiting in the main loop. */
typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} ToyWait;

void toy_wait_cb (GObject *source, GAsyncResult *result, gpointer user_data);
/* Until toy_wait_cb() has been called with @wait; borrowed until the next time. */
GAsyncResult *toy_wait (ToyWait *wait);
void toy_wait_clear (ToyWait *wait);
/* Until the flag is set. */
void toy_wait_for (const gboolean *flag);
/* Everything queued on the store's workers is done and delivered. */
void toy_settle (EntStore *store);

gboolean toy_store_apply (EntStore *store, EntChangeSet *set, GError **error);
char *toy_store_undo (EntStore *store, GError **error);
char *toy_store_redo (EntStore *store, GError **error);
/* An owner inserted through the store; its id. */
gint64 toy_store_insert (EntStore *store, const char *name);
gpointer toy_store_load (EntStore *store, GType type, gint64 id, GError **error);

/* Owners kept, the one of the seed included. */
int toy_store_n_owners (EntStore *store);

/* A test with a store of its own, over a file; with any data, over a register in memory. */
typedef struct
{
  EntStore *store;
  char *folder;
} ToyFixture;

void toy_set_up (ToyFixture *self, gconstpointer in_memory);
void toy_tear_down (ToyFixture *self, gconstpointer in_memory);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ToyWait, toy_wait_clear)

G_END_DECLS
