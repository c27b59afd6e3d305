/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Record types of no module: every kind of column, owned children, plain references. The tests of
 * the store use them instead of the real modules. */

#pragma once

#include "ent-module.h"
#include "ent-record.h"

G_BEGIN_DECLS

enum
{
  TOY_LEVEL_LOW = 1,
  TOY_LEVEL_HIGH
};

#define TOY_TYPE_OWNER (toy_owner_get_type ())
G_DECLARE_FINAL_TYPE (ToyOwner, toy_owner, TOY, OWNER, EntRecord)

struct _ToyOwner
{
  EntRecord parent_instance;

  char *name;
  char *first_name;
  char *number;
  gint32 born;
  int level;
  gint64 amount;
  gboolean active;
  int start;
  gint64 seen;
  int rank;
  char *note;
  gint64 friend_id;
  char *n_children;
  char *sort_key;
};

#define TOY_TYPE_CHILD (toy_child_get_type ())
G_DECLARE_FINAL_TYPE (ToyChild, toy_child, TOY, CHILD, EntRecord)

struct _ToyChild
{
  EntRecord parent_instance;

  gint64 owner_id;
  char *phone;
};

#define TOY_TYPE_GRANDCHILD (toy_grandchild_get_type ())
G_DECLARE_FINAL_TYPE (ToyGrandchild, toy_grandchild, TOY, GRANDCHILD, EntRecord)

struct _ToyGrandchild
{
  EntRecord parent_instance;

  gint64 child_id;
  char *text;
};

/* Final once written. */
#define TOY_TYPE_PAPER (toy_paper_get_type ())
G_DECLARE_FINAL_TYPE (ToyPaper, toy_paper, TOY, PAPER, EntRecord)

struct _ToyPaper
{
  EntRecord parent_instance;

  gint64 owner_id;
  char *title;
  char *file;
  char *state;
  char *sort_key;
};

ENT_DECLARE_SCHEMA (toy_owner_schema)
ENT_DECLARE_SCHEMA (toy_child_schema)
ENT_DECLARE_SCHEMA (toy_grandchild_schema)
ENT_DECLARE_SCHEMA (toy_paper_schema)

/* The toys at their first and at their second version. */
extern const EntModule toy_module;
extern const EntModule toy_module_next;

G_END_DECLS
