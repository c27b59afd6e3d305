/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a record that needs no layout by hand: its fields, then what it owns, from constant
 * data. Main thread. */

#pragma once

#include "ent-child-group.h"
#include "ent-record-page.h"

G_BEGIN_DECLS

/* A group of fields, read on the page and typed in the form. Constant data. */
typedef struct
{
  const char *title; /* N_() or NULL */
  const char *const *columns; /* NULL-terminated */
} EntFieldGroup;

typedef struct
{
  const EntSchema *schema;
  const EntFieldGroup *groups; /* ends with NULL columns */
  guint n_above; /* so many groups stand above what the record owns; 0: all */
  const EntChildSpec *const *children; /* NULL-terminated, or NULL */
  const char *create_title; /* N_() "New agent" */
  const char *created; /* N_() "Agent added": for history and toast */
  const char *edit_title; /* N_() "Edit the agent" */
  const char *changed; /* N_() */
  const char *deleted; /* N_() */
  /* Fills a new draft; may be NULL. */
  void (*fill) (gpointer draft, gint32 today);
  /* Watches the form; may be NULL. */
  void (*prepare_form) (EntFormDialog *dialog, EntStore *store);
} EntPlainSpec;

#define ENT_TYPE_PLAIN_PAGE (ent_plain_page_get_type ())
G_DECLARE_FINAL_TYPE (EntPlainPage, ent_plain_page, ENT, PLAIN_PAGE, EntRecordPage)

AdwNavigationPage *ent_plain_page_new (EntStore *store, const EntPlainSpec *spec, gint64 id);
/* Asks for a new record, then opens its page. */
void ent_plain_page_create (EntShell *shell, EntStore *store, const EntPlainSpec *spec);
/* The same, where @prefill says more of the draft than the spec does. */
void ent_plain_page_create_with (EntShell *shell,
                                 EntStore *store,
                                 const EntPlainSpec *spec,
                                 void (*prefill) (gpointer draft, gpointer user_data),
                                 gpointer user_data);

G_END_DECLS
