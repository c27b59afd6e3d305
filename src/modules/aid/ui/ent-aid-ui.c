/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aids on the page of a person, their list among the beneficiaries, their own page. Main thread. */

#include "ent-aid-form.h"
#include "ent-aid.h"
#include "ent-case-file.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-person-rules.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static char *
row_title (gpointer record)
{
  return g_strdup (ent_enum_label (&ent_aid_kind_enum, ((EntAid *) record)->kind));
}

static char *
subtitle (gpointer record)
{
  EntAid *self = record;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (self->category != 0)
    g_ptr_array_add (parts, g_strdup (ent_enum_label (&ent_aid_category_enum, self->category)));
  if (self->monthly_amount != ENT_MONEY_NONE)
    {
      g_autofree char *amount = ent_money_format (self->monthly_amount);

      /* Translators: an amount of money each month */
      g_ptr_array_add (parts, g_strdup_printf (_ ("%s a month"), amount));
    }
  if (self->one_off_amount != ENT_MONEY_NONE)
    g_ptr_array_add (parts, ent_money_format (self->one_off_amount));
  if (self->place != NULL)
    g_ptr_array_add (parts, g_strdup (self->place));
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
icon_name (gpointer record)
{
  switch (((EntAid *) record)->kind)
    {
    case ENT_AID_ACCOMMODATION:
    case ENT_AID_REFERENCE_ADDRESS:
    case ENT_AID_RENT_GUARANTEE:
      return "ent-home-symbolic";
    case ENT_AID_MEALS:
    case ENT_AID_FOOD:
      return "ent-meals-symbolic";
    default:
      return "ent-aid-symbolic";
    }
}

static void
fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static const char *const columns[] = {
  "kind",         "category",    "monthly_amount", "one_off_amount",
  "from_day",     "to_day",      "place",          "card_number",
  "weekly_hours", "days_worked", "decided_on",     "organ",
  "decision",     "end_reason",  "note",           NULL,
};

static const EntChildSpec aids = {
  .schema = &ent_aid_schema,
  .title = N_ ("Aid granted"),
  .add_label = N_ ("Note an aid"),
  .added = N_ ("Aid noted"),
  .changed = N_ ("Aid changed"),
  .removed = N_ ("Aid deleted"),
  .columns = columns,
  .order = "from_day DESC, id DESC",
  .from_column = "from_day",
  .to_column = "to_day",
  .row_title = row_title,
  .subtitle = subtitle,
  .icon_name = icon_name,
  .fill = fill,
  .prepare_form = ent_aid_form_prepare,
  .hide_empty = TRUE,
};

static const char *const what[] = { "person_id",      "kind",           "category",
                                    "monthly_amount", "one_off_amount", NULL };
static const char *const when[] = { "from_day", "to_day", "end_reason", NULL };
static const char *const decided[] = { "decided_on", "organ", "decision", "case_file_id", NULL };
static const char *const details[] = { "place",       "card_number", "weekly_hours",
                                       "days_worked", "note",        NULL };
static const EntFieldGroup groups[] = {
  { NULL, what },
  { N_ ("Period"), when },
  { N_ ("Decision"), decided },
  { N_ ("Details"), details },
  { NULL, NULL },
};

static const EntPlainSpec page_spec = {
  .schema = &ent_aid_schema,
  .groups = groups,
  .create_title = N_ ("New aid"),
  .created = N_ ("Aid noted"),
  .edit_title = N_ ("Edit the aid"),
  .changed = N_ ("Aid changed"),
  .deleted = N_ ("Aid deleted"),
  .fill = fill,
  .prepare_form = ent_aid_form_prepare,
};

static GtkWidget *
make_group (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &aids,
                              ent_record_page_get_id (page));
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  if (schema == &ent_person_schema)
    ent_child_group_extend_page (page, make_group, "aid", "ent-aid-symbolic", _ ("Note an aid"));
}

static void
fill_running (EntQuery *query, EntAidKind kind)
{
  EntValue nick = ent_text (ent_enum_by_value (&ent_aid_kind_enum, (int) kind)->nick);

  ent_query_add_condition (query, "kind", ENT_OP_EQUAL, &nick);
  ent_query_add_condition (query, "runs", ENT_OP_NOT_EQUAL, NULL);
}

static void
fill_ris (EntQuery *query, gint32 today)
{
  fill_running (query, ENT_AID_RIS);
}

static void
fill_eris (EntQuery *query, gint32 today)
{
  fill_running (query, ENT_AID_ERIS);
}

static void
fill_all_running (EntQuery *query, gint32 today)
{
  ent_query_add_condition (query, "runs", ENT_OP_NOT_EQUAL, NULL);
}

static const EntReadyList lists[] = {
  { &ent_aid_schema, N_ ("Integration income that runs today"), fill_ris },
  { &ent_aid_schema, N_ ("Equivalent aid that runs today"), fill_eris },
  { &ent_aid_schema, N_ ("All aid that runs today"), fill_all_running },
  { NULL, NULL, NULL },
};

static const char *const tables[] = { "aid", NULL };

static const EntPlaceTables place_tables[] = { { "beneficiaries", tables }, { NULL, NULL } };

static const EntPlace places[] = { { NULL, NULL, NULL, NULL, NULL, 0 } };

static const EntRecordUi records[] = {
  { &ent_aid_schema, .plain = &page_spec },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_aid_ui;
const EntModuleUi ent_aid_ui = {
  .places = places,
  .records = records,
  .extend_page = extend_page,
  .tables = place_tables,
  .lists = lists,
};
