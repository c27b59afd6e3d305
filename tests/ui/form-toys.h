/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record with a column of each kind, for looking at forms. Threads as for records. */

#pragma once

#include "ent-module.h"
#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  GUEST_CARD_IDENTITY = 1,
  GUEST_CARD_RESIDENCE,
  GUEST_CARD_PASSPORT
} GuestCard;

#define GUEST_TYPE_TEAM (guest_team_get_type ())
G_DECLARE_FINAL_TYPE (GuestTeam, guest_team, GUEST, TEAM, EntRecord)

struct _GuestTeam
{
  EntRecord parent_instance;

  char *name;
};

#define GUEST_TYPE_GUEST (guest_guest_get_type ())
G_DECLARE_FINAL_TYPE (GuestGuest, guest_guest, GUEST, GUEST, EntRecord)

struct _GuestGuest
{
  EntRecord parent_instance;

  char *number;
  char *last_name;
  char *first_names;
  gint32 birth_date;
  int card;
  gint32 card_until;
  gint64 team_id;
  gint64 income;
  int rooms;
  int arrives_at;
  gboolean interpreter;
  char *phone;
  char *remark;
  char *silences;
};

#define GUEST_TYPE_STAY (guest_stay_get_type ())
G_DECLARE_FINAL_TYPE (GuestStay, guest_stay, GUEST, STAY, EntRecord)

struct _GuestStay
{
  EntRecord parent_instance;

  gint64 guest_id;
  char *place;
};

extern const EntSchema guest_team_schema;
extern const EntSchema guest_guest_schema;
extern const EntSchema guest_stay_schema;
extern const EntModule guest_module;

G_END_DECLS
