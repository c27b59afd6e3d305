/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of one record type: search, filters, table, what to do when it is empty, export. Main
 * thread. */

#pragma once

#include "ent-place.h"
#include "ent-query-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_LIST_PAGE (ent_list_page_get_type ())
G_DECLARE_FINAL_TYPE (EntListPage, ent_list_page, ENT, LIST_PAGE, AdwBin)

/* Signal "open-record" (gint64). @ui tells how a record is made. @extra_menu may be NULL. */
EntListPage *ent_list_page_new (EntStore *store,
                                const EntSchema *schema,
                                const EntRecordUi *ui,
                                const EntModuleUi *module);
const EntSchema *ent_list_page_get_schema (EntListPage *self);
EntQueryModel *ent_list_page_get_model (EntListPage *self);
/* That shows the record type; may be NULL. */
const EntModuleUi *ent_list_page_get_module (EntListPage *self);
void ent_list_page_focus_search (EntListPage *self);
void ent_list_page_create (EntListPage *self);
/* Marks the record whose page is open beside the list; 0 for none. */
void ent_list_page_mark (EntListPage *self, gint64 id);
/* What modules add to the menu. */
void ent_list_page_set_extend_menu (EntListPage *self,
                                    void (*extend) (const EntSchema *schema, GMenu *menu));
/* The lists of a place share a switcher above them. */
void ent_list_page_set_stack (EntListPage *self, AdwViewStack *stack);

/* For the dialogs of the list. */
void ent_list_page_set_query (EntListPage *self, const EntQuery *query);
const char **ent_list_page_get_columns (EntListPage *self);
void ent_list_page_set_columns (EntListPage *self, const char *const *columns);
/* The menu tells of saved lists, which may have changed. */
void ent_list_page_refresh_menu (EntListPage *self);
EntStore *ent_list_page_get_store (EntListPage *self);

G_END_DECLS
