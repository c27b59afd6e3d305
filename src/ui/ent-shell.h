/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page may ask of the window around it. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_SHELL (ent_shell_get_type ())
G_DECLARE_INTERFACE (EntShell, ent_shell, ENT, SHELL, GtkWidget)

/* Something in a place waits for whoever looks: a number beside its name, and a line in it. */
typedef struct
{
  const char *place; /* its id */
  guint n; /* 0: nothing waits any more */
  const char *title; /* a translated sentence */
  const char *button_label; /* translated */
  const char *action_name; /* of the button */
} EntPlaceNotice;

struct _EntShellInterface
{
  GTypeInterface parent_iface;
  EntStore *(*get_store) (EntShell *self);
  void (*open) (EntShell *self, const EntSchema *schema, gint64 id);
  void (*add_toast) (EntShell *self, AdwToast *toast);
  void (*show) (EntShell *self, AdwNavigationPage *page);
  void (*show_list) (EntShell *self, const EntSchema *schema, const EntQuery *query);
  void (*set_notice) (EntShell *self, const EntPlaceNotice *notice);
  const EntQuery *(*get_listed) (EntShell *self, const EntSchema *schema);
  void (*extend_menu) (EntShell *self, const char *place, GVariant *about, GMenu *menu);
};

/* The window that the widget stands in; dialogs know theirs too. Borrowed. */
EntShell *ent_shell_for (GtkWidget *widget);
/* The register, or NULL while none is open. Borrowed. */
EntStore *ent_shell_get_store (EntShell *self);
/* Shows the page of a record, in the place where such records live. */
void ent_shell_open (EntShell *self, const EntSchema *schema, gint64 id);
/* Shows a page, of a record or not, in the place that is in sight: on top of what is open there, to
 * go back to. */
void ent_shell_show (EntShell *self, AdwNavigationPage *page);
/* Shows the list of such records with these conditions; @query NULL: as it was left. */
void ent_shell_show_list (EntShell *self, const EntSchema *schema, const EntQuery *query);
/* Copied; takes the place of what was said of this place before. */
void ent_shell_set_notice (EntShell *self, const EntPlaceNotice *notice);
/* What the list in sight shows, filter and search included; NULL when it is not one of such
 * records. Borrowed. */
const EntQuery *ent_shell_get_listed (EntShell *self, const EntSchema *schema);
/* Lets other modules add to a menu of the place with this id, for what it is opened on: see
 * extend_place_menu in ent-place.h. @about is consumed if it floats. */
void ent_shell_extend_menu (EntShell *self, const char *place, GVariant *about, GMenu *menu);
/* Says something in passing, above an open dialog that has room for it; with @offer_undo the toast
 * undoes the latest act. */
void ent_shell_toast (EntShell *self, const char *text, gboolean offer_undo);
/* Tells of a failure: a toast, or a dialog when something may be lost. Ignores cancellation. */
void ent_shell_report (EntShell *self, const GError *error);

/* Applies an act, toasts its label with undo, or reports. @done is called afterwards with whether
 * it was written; it may be NULL. The set is borrowed. */
typedef void (*EntShellDone) (EntChangeSet *set, gboolean written, gpointer user_data);
void ent_shell_apply (EntShell *self, EntChangeSet *set, EntShellDone done, gpointer user_data);

G_END_DECLS
