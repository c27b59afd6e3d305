/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book of whoever sits at this computer: what waits, and what is done about it.
 * Callbacks on the main thread; the work is done on the threads of the store. */

#pragma once

#include "ent-signature-request.h"
#include "ent-store.h"

G_BEGIN_DECLS

/* A document that waits for us. */
typedef struct
{
  EntSignatureRequest *line;
  char *instead_of; /* who is absent, or NULL: it is our own turn */
  gboolean is_begun; /* somebody has signed it: it cannot be issued again in our name */
} EntBookTurn;

typedef struct
{
  gint64 agent_id; /* ours, 0 when we are not among the agents */
  GPtrArray *turns; /* (element-type EntBookTurn), oldest first */
} EntBook;

void ent_book_free (EntBook *self);
void ent_book_read_async (EntStore *store,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
EntBook *ent_book_read_finish (EntStore *store, GAsyncResult *result, GError **error);

/* The file that is to be signed, for looking at it. */
void ent_book_read_file_async (EntStore *store,
                               gint64 request_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GBytes *ent_book_read_file_finish (EntStore *store, GAsyncResult *result, GError **error);

/* A document to sign; with @error set it cannot be, and why. */
typedef struct
{
  gint64 request_id;
  char *number;
  char *title;
  const char *language; /* nick, constant */
  GBytes *pdf;
  GError *error;
} EntBookFile;

/* @request_ids: (element-type gint64). The finish gives (element-type EntBookFile), in order. */
void ent_book_read_files_async (EntStore *store,
                                GArray *request_ids,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *ent_book_read_files_finish (EntStore *store, GAsyncResult *result, GError **error);

/* The acts: ent_store_write_finish () ends each. */
void ent_book_refuse_async (EntStore *store,
                            gint64 request_id,
                            const char *comment,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void ent_book_sign_on_paper_async (EntStore *store,
                                   gint64 request_id,
                                   GBytes *scan,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Enters the signature that was made; @certificate: whom it names. */
void ent_book_sign_async (EntStore *store,
                          gint64 request_id,
                          GBytes *pdf,
                          const char *certificate,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* Issues documents again for us in place of the absent: each an act of its own. @lines:
 * (element-type EntSignatureRequest). The finish gives the new lines that wait for us,
 * (element-type gint64), those made before a failure included: then @error is set as well. */
void ent_book_stand_in_async (EntStore *store,
                              GPtrArray *lines,
                              gint64 agent_id,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GArray *ent_book_stand_in_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntBook, ent_book_free)

G_END_DECLS
