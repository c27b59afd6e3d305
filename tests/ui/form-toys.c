/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Guests of a house, their teams and stays. Threads as for records. */

#include "form-toys.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-money.h"

/* clang-format off */
static const EntChoice cards[] = {
  { GUEST_CARD_IDENTITY, "identity", N_("Identity card") },
  { GUEST_CARD_RESIDENCE, "residence", N_("Residence permit of a family member") },
  { GUEST_CARD_PASSPORT, "passport", N_("Passport") },
};
static const EntEnum card_enum = { "guest_card", cards, G_N_ELEMENTS (cards) };

static const EntColumn team_columns[] = {
  ENT_TEXT (GuestTeam, name, N_("Name"), ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_SORT),
};

static const EntColumn guest_columns[] = {
  ENT_TEXT (GuestGuest, number, N_("Number"), ENT_COLUMN_READ_ONLY),
  ENT_TEXT (GuestGuest, last_name, N_("Last name"), ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH),
  ENT_TEXT (GuestGuest, first_names, N_("First names"), ENT_COLUMN_SEARCH),
  ENT_DATE (GuestGuest, birth_date, N_("Date of birth"), ENT_COLUMN_SILENCE | ENT_COLUMN_PRIVATE),
  ENT_ENUM (GuestGuest, card, N_("Card"), ENT_COLUMN_SILENCE, &card_enum),
  ENT_DATE (GuestGuest, card_until, N_("Card valid until"), 0),
  ENT_REF (GuestGuest, team_id, N_("Team"), 0, guest_team_get_type),
  ENT_MONEY (GuestGuest, income, N_("Monthly income"), ENT_COLUMN_PRIVATE),
  ENT_INT (GuestGuest, rooms, N_("Rooms"), 0),
  ENT_TIME (GuestGuest, arrives_at, N_("Arrives at"), 0),
  ENT_BOOL (GuestGuest, interpreter, N_("Needs an interpreter"), 0),
  ENT_TEXT (GuestGuest, phone, N_("Phone"), ENT_COLUMN_UNIQUE),
  ENT_TEXT (GuestGuest, remark, N_("Remark"), ENT_COLUMN_LONG),
  ENT_TEXT (GuestGuest, silences, N_("Silences"), ENT_COLUMN_HIDDEN),
};

static const EntColumn stay_columns[] = {
  ENT_REF (GuestStay, guest_id, N_("Guest"), ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER,
           guest_guest_get_type),
  ENT_TEXT (GuestStay, place, N_("Place"), ENT_COLUMN_REQUIRED),
};
/* clang-format on */

static char *
guest_summary (EntRecord *record)
{
  GuestGuest *self = GUEST_GUEST (record);

  return g_strjoin (" ", self->last_name != NULL ? self->last_name : "?", self->first_names, NULL);
}

static void
guest_validate (EntRecord *record, EntIssues *issues)
{
  GuestGuest *self = GUEST_GUEST (record);

  if (self->rooms != ENT_INT_NONE && self->rooms > 9)
    ent_issues_add (issues, "rooms", "%s", _ ("No house here has so many rooms."));
  if (self->income != ENT_MONEY_NONE && self->income > 1000000)
    ent_issues_warn (issues, "income", "%s", _ ("This is a large income."));
  if (self->first_names == NULL && self->birth_date == ENT_DAY_NONE)
    ent_issues_add (issues, NULL, "%s", _ ("Give a first name or a date of birth."));
}

const EntSchema guest_team_schema = {
  .table = "guest_team",
  .number = 201,
  .title = N_ ("Team"),
  .plural = N_ ("Teams"),
  .icon_name = "ent-staff-symbolic",
  .columns = team_columns,
  .n_columns = G_N_ELEMENTS (team_columns),
  .order = "name, id",
  .type = guest_team_get_type,
};

const EntSchema guest_guest_schema = {
  .table = "guest",
  .number = 202,
  .title = N_ ("Guest"),
  .plural = N_ ("Guests"),
  .icon_name = "ent-people-symbolic",
  .columns = guest_columns,
  .n_columns = G_N_ELEMENTS (guest_columns),
  .order = "last_name, id",
  .type = guest_guest_get_type,
  .summary = guest_summary,
  .validate = guest_validate,
};

const EntSchema guest_stay_schema = {
  .table = "guest_stay",
  .number = 203,
  .title = N_ ("Stay"),
  .plural = N_ ("Stays"),
  .icon_name = "ent-home-symbolic",
  .columns = stay_columns,
  .n_columns = G_N_ELEMENTS (stay_columns),
  .order = "id",
  .type = guest_stay_get_type,
};

static const EntSchema *const schemas[] = { &guest_team_schema, &guest_guest_schema,
                                            &guest_stay_schema, NULL };

static const EntMigration migrations[] = {
  { 901, "0901-guest",
    "CREATE TABLE guest_team (id @ID@, version INTEGER NOT NULL DEFAULT 1, name TEXT);"
    "CREATE TABLE guest (id @ID@, version INTEGER NOT NULL DEFAULT 1, number TEXT, last_name TEXT,"
    " first_names TEXT, birth_date DATE, card TEXT, card_until DATE,"
    " team_id BIGINT REFERENCES guest_team (id), income BIGINT, rooms INTEGER, arrives_at INTEGER,"
    " interpreter INTEGER, phone TEXT UNIQUE, remark TEXT, silences TEXT);"
    "CREATE TABLE guest_stay (id @ID@, version INTEGER NOT NULL DEFAULT 1,"
    " guest_id BIGINT NOT NULL REFERENCES guest (id), place TEXT);" },
  { 0, NULL, NULL },
};

const EntModule guest_module = { .id = "guest", .schemas = schemas, .migrations = migrations };

G_DEFINE_FINAL_TYPE (GuestTeam, guest_team, ENT_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (GuestGuest, guest_guest, ENT_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (GuestStay, guest_stay, ENT_TYPE_RECORD)

static void
guest_team_class_init (GuestTeamClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &guest_team_schema);
}

static void
guest_team_init (GuestTeam *self)
{
}

static void
guest_guest_class_init (GuestGuestClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &guest_guest_schema);
}

static void
guest_guest_init (GuestGuest *self)
{
}

static void
guest_stay_class_init (GuestStayClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &guest_stay_schema);
}

static void
guest_stay_init (GuestStay *self)
{
}
