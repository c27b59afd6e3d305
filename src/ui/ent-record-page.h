/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pages of persons, households and files share: header, menu, history, deletion, reading
 * again after a change, what to say when the record is gone. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_RECORD_PAGE (ent_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntRecordPage, ent_record_page, ENT, RECORD_PAGE, AdwNavigationPage)

struct _EntRecordPageClass
{
  AdwNavigationPageClass parent_class;

  /* The record was read, for the first time or again. */
  void (*refresh) (EntRecordPage *self);
  void (*edit) (EntRecordPage *self);
  const char *deleted; /* N_() "Person deleted": name of the act */
};

/* To be called once, right after the object was made; starts reading. What is final once written
 * offers neither editing nor deletion. */
void ent_record_page_set_up (EntRecordPage *self,
                             EntStore *store,
                             const EntSchema *schema,
                             gint64 id);

/* Borrowed; the record may be hollow until it is refreshed. */
EntStore *ent_record_page_get_store (EntRecordPage *self);
gpointer ent_record_page_get_record (EntRecordPage *self);
gint64 ent_record_page_get_id (EntRecordPage *self);
/* Cancelled when the page goes. Borrowed. */
GCancellable *ent_record_page_get_cancellable (EntRecordPage *self);

/* Such records are ended, not deleted: the page does not offer it. Once, after it was set up. */
void ent_record_page_set_stays (EntRecordPage *self);
/* How the history names a deletion, in place of what the class says; translated, lives for ever. */
void ent_record_page_set_deleted_label (EntRecordPage *self, const char *label);
/* Adds to the column of groups. */
void ent_record_page_add (EntRecordPage *self, GtkWidget *widget);
/* One widget in place of the column of groups, for a page with a layout of its own. */
void ent_record_page_set_content (EntRecordPage *self, GtkWidget *content);
/* Groups that stand below the first screen are made once it is shown, with @make; until then the
 * page is there already. The page itself says where they go, or they go to the end. */
typedef GtkWidget *(*EntRecordPageMake) (EntRecordPage *self);
void ent_record_page_add_later (EntRecordPage *self, EntRecordPageMake make);
void ent_record_page_place_later (EntRecordPage *self);
/* What @make made, now if not yet; NULL when it was never added. Borrowed. */
GtkWidget *ent_record_page_get_later (EntRecordPage *self, EntRecordPageMake make);
/* A button in the row of main acts, which stands where ent_record_page_place_acts() was called, or
 * below the name; from the fourth on an entry of the menu at its end. @label translated. An act of
 * one's own comes with gtk_widget_insert_action_group() on the page. */
void ent_record_page_add_act (EntRecordPage *self,
                              const char *icon_name,
                              const char *label,
                              const char *action);
/* The act for which the page is opened most: the first button, and the one that stands out. The
 * button is borrowed; its child is an AdwButtonContent. */
GtkWidget *ent_record_page_add_main_act (EntRecordPage *self,
                                         const char *icon_name,
                                         const char *label,
                                         const char *action);
void ent_record_page_place_acts (EntRecordPage *self);
/* Adds to the menu, above deletion; @label translated. */
void ent_record_page_add_menu_item (EntRecordPage *self, const char *label, const char *action);

G_END_DECLS
