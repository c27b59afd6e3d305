/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the eyes and the hand of the driver share. Main thread. */

#pragma once

#include "ent-desk.h"
#include "ent-driver.h"
#include "ent-program.h"

G_BEGIN_DECLS

#define ENT_DRIVER_POLL_MS 25

struct _EntDriver
{
  EntProgram *program;
  EntDesk *desk;
  GDBusConnection *bus;
  char *owner;
  GPtrArray *trees; /* those that hold a node which was handed out */
};

/* What is waited for; a condition reads the members that it needs. */
typedef struct
{
  EntDriver *driver;
  EntNode *node;
  AtspiRole role;
  AtspiStateType state;
  gboolean is_set;
  const char *name;
  int width, height;
  EntNode *found;
} EntWish;

typedef gboolean (*EntCondition) (EntWish *wish);

/* Lets the program work, and hears what it writes meanwhile. */
void ent_driver_pause (int ms);
/* Whether it came true in so many seconds; it is looked at once at least. */
gboolean ent_driver_wait_for (EntDriver *self, int seconds, EntCondition condition, EntWish *wish);
/* The same in ENT_DRIVER_WAIT_S seconds. */
gboolean ent_driver_wait (EntDriver *self, EntCondition condition, EntWish *wish);
/* The node of this path in a tree, or NULL. */
EntNode *ent_driver_search_path (EntNode *tree, const char *path);
/* The first such thing that shows within so many seconds, or NULL. */
EntNode *ent_driver_look (EntDriver *self, AtspiRole role, const char *name, int seconds);
/* Presses it by the pointer, as soon as it lies open within so many seconds; else returns FALSE. */
gboolean ent_driver_try_click (EntDriver *self, EntNode *node, int seconds);
/* A condition: the node, or a part of it, has the cursor. */
gboolean ent_driver_holds_cursor (EntWish *wish);
/* A condition: nothing of this role and name shows. */
gboolean ent_driver_is_gone (EntWish *wish);
/* The role and the name, for who reads the log. */
char *ent_driver_tell (AtspiRole role, const char *name);
void ent_driver_save_picture (EntDriver *self, const char *name);
/* Tells the stop, the reason and what lies on the screen, and ends the test. */
G_NORETURN void ent_driver_fail (EntDriver *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
