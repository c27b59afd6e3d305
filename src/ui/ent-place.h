/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a module shows: its places in the sidebar and the pages of its records. Constant data, made
 * use of by the window. */

#pragma once

#include "ent-plain-page.h"
#include "ent-query.h"
#include "ent-record-page.h"
#include "ent-shell.h"

G_BEGIN_DECLS

typedef struct
{
  const EntSchema *schema;
  /* The page of one record; NULL: the store's record has none of its own. Transfer floating. */
  AdwNavigationPage *(*open) (EntShell *shell, EntStore *store, gint64 id);
  /* Asks for a new record, usually in a dialog; NULL: none can be made by hand. */
  void (*create) (EntShell *shell, EntStore *store);
  /* Page and form from constant data, where @open and @create are NULL; or NULL. */
  const EntPlainSpec *plain;
} EntRecordUi;

typedef struct
{
  const char *id; /* "beneficiaries" */
  const char *title; /* N_() */
  const char *section; /* N_(), heading in the sidebar */
  const char *icon_name;
  const char *const *tables; /* lists of the place, NULL-terminated; NULL with @make */
  int rank; /* places are shown by rank, then as the modules come */
  /* A page of its own in the stead of lists, made when it is first looked at; NULL: lists. It
   * answers "place.search" if there is something to search, "place.new" (Ctrl+N) if there is
   * something to make. Transfer floating. */
  AdwNavigationPage *(*make) (EntShell *shell);
  /* Tables whose records open beside the page while it is in sight, wherever their lists stand;
   * NULL-terminated, or NULL. */
  const char *const *opens;
} EntPlace;

/* Lists that a module adds to the place of another. */
typedef struct
{
  const char *place; /* its id */
  const char *const *tables; /* NULL-terminated; behind those that are there */
} EntPlaceTables;

/* A list that stands in the menu of its table from the start, before those that users keep. */
typedef struct
{
  const EntSchema *schema;
  const char *title; /* N_() "Today" */
  /* Adds conditions and order. */
  void (*fill) (EntQuery *query, gint32 today);
} EntReadyList;

typedef struct
{
  const EntPlace *places; /* ends with a NULL id */
  const EntRecordUi *records; /* ends with a NULL schema */
  /* Adds actions of the module to the window ("win.person-import"); may be NULL. */
  void (*install) (EntShell *shell);
  /* Adds entries to the menu of a list of this table; may be NULL. */
  void (*extend_menu) (const EntSchema *schema, GMenu *menu);
  /* Adds acts and groups to the page of a record of another module; may be NULL. */
  void (*extend_page) (const EntSchema *schema, EntRecordPage *page);
  /* Adds entries to a menu of the place of another module; @about is what it is opened on, as that
   * place says in its header, and usually their target. May be NULL. */
  void (*extend_place_menu) (const char *place, GVariant *about, GMenu *menu);
  const EntPlaceTables *tables; /* ends with a NULL place; may be NULL */
  const EntReadyList *lists; /* ends with a NULL schema; may be NULL */
  /* A register was opened in the window; may be NULL. */
  void (*opened) (EntShell *shell, EntStore *store);
  /* A page of the preferences; @store is NULL while no register is open. May be NULL. */
  AdwPreferencesPage *(*make_preferences) (EntStore *store);
} EntModuleUi;

/* The page of a record, or NULL when its kind has none. @self may be NULL. Transfer floating. */
AdwNavigationPage *ent_record_ui_open (const EntRecordUi *self,
                                       EntShell *shell,
                                       EntStore *store,
                                       gint64 id);
gboolean ent_record_ui_can_create (const EntRecordUi *self);
void ent_record_ui_create (const EntRecordUi *self, EntShell *shell, EntStore *store);

G_END_DECLS
