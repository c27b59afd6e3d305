/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of forms share: a store in memory, a window, a form over a new guest. Main thread.
 */

#pragma once

#include <adwaita.h>

#include "ent-form.h"
#include "form-toys.h"

G_BEGIN_DECLS

typedef struct
{
  EntStore *store;
  GtkWidget *window;
  GuestGuest *draft;
  EntForm *form;
  guint n_changed;
  char *last_changed;
} FormFixture;

#define FORM_TODAY (ent_day_from_ymd (2026, 3, 9))

/* NULL-terminated: what the form of the fixture shows. */
extern const char *const form_columns[];

void form_init (int *argc, char ***argv);
void form_set_up (FormFixture *fixture, gconstpointer unused);
void form_tear_down (FormFixture *fixture, gconstpointer unused);

/* Lets the window work until @condition holds; a test that waits in vain fails. */
typedef gboolean (*FormCondition) (gpointer data);
void form_wait_for (FormCondition condition, gpointer data);

void form_apply (EntStore *store, EntChangeSet *set);
gint64 form_insert_team (EntStore *store, const char *name);
GuestGuest *form_insert_guest (EntStore *store, const char *last_name, const char *first_names);
/* Somebody else changes a record. */
void form_change_text (EntStore *store, gpointer record, const char *property, const char *text);
gpointer form_load (EntStore *store, GType type, gint64 id);

void form_type (EntForm *form, const char *column, const char *text);
const char *form_text (EntForm *form, const char *column);
/* The sentence below a row, or NULL. */
const char *form_message (EntForm *form, const char *column);
GtkWidget *form_find (GtkWidget *widget, GType type);

G_END_DECLS
