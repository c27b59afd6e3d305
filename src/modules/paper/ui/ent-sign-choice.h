/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A certificate that one can sign with at this computer, and signing with it. The work is done on
 * threads of its own; callbacks on the main thread. */

#pragma once

#include "ent-signer.h"

G_BEGIN_DECLS

typedef struct
{
  EntCertificate *certificate; /* NULL: in a file that tells nothing without its password */
  char *module; /* path, or NULL */
  char *file; /* path, or NULL */
} EntSignChoice;

/* What is remembered of a choice: the address of its key, or "file". Borrowed. */
const char *ent_sign_choice_get_name (const EntSignChoice *self);
/* Whether it asks for its PIN without us. */
gboolean ent_sign_choice_asks_itself (const EntSignChoice *self);
/* Why it cannot be used now, or what to beware of; translated, or NULL. @usable tells which.
 * Transfer full. */
char *ent_sign_choice_warn (const EntSignChoice *self, gboolean *usable);

typedef struct
{
  GPtrArray *list; /* (element-type EntSignChoice) */
  char *problem; /* a sentence about the card, when it gave none; or NULL */
} EntSignChoices;

void ent_sign_choices_free (EntSignChoices *self);
/* Looks into the card and the file that the settings name. */
void ent_sign_choices_load_async (GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EntSignChoices *ent_sign_choices_load_finish (GAsyncResult *result, GError **error);

typedef struct
{
  char *name; /* whom the certificate names */
  GPtrArray *files; /* (element-type EntSigned), one for each file given */
} EntSignOutcome;

void ent_sign_outcome_free (EntSignOutcome *self);
/* @files: (element-type EntBookFile), those that can be signed. The copy of @secret is overwritten
 * as soon as the last of them is signed. */
void ent_sign_choice_sign_async (const EntSignChoice *self,
                                 GPtrArray *files,
                                 const char *secret,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
EntSignOutcome *ent_sign_choice_sign_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSignChoices, ent_sign_choices_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSignOutcome, ent_sign_outcome_free)

G_END_DECLS
