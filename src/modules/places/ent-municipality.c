/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Belgian municipality. Record: see ent-record.h for threads. */

#include "ent-municipality.h"

#include "ent-date.h"
#include "ent-places-names.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* clang-format off */
static const EntChoice regions[] = {
  { ENT_REGION_WALLONIA, "wallonia", N_("Wallonia") },
  { ENT_REGION_FLANDERS, "flanders", N_("Flanders") },
  { ENT_REGION_BRUSSELS, "brussels", N_("Brussels-Capital") },
};
/* clang-format on */

const EntEnum ent_region_enum = { "region", regions, G_N_ELEMENTS (regions) };

static char *
summary (EntRecord *record)
{
  EntMunicipality *self = ENT_MUNICIPALITY (record);

  return g_strdup (ent_places_name (self->name_fr, self->name_nl, self->name_de, NULL));
}

static void
prepare (EntRecord *record)
{
  EntMunicipality *self = ENT_MUNICIPALITY (record);

  g_free (self->sort_key);
  self->sort_key = ent_text_sort_key (
      ent_places_first_name (self->name_fr, self->name_nl, self->name_de));
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntMunicipality *self = ENT_MUNICIPALITY (record);

  ent_places_check_name (self->name_fr, self->name_nl, self->name_de, issues);
  if (self->ins_code != NULL &&
      (strlen (self->ins_code) != 5 || strspn (self->ins_code, "0123456789") != 5))
    ent_issues_add (issues, "ins_code", _ ("An INS code has five digits."));
  if (self->valid_from != ENT_DAY_NONE && self->valid_to != ENT_DAY_NONE &&
      self->valid_to < self->valid_from)
    ent_issues_add (issues, "valid_to", _ ("The last day lies before the first day."));
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntMunicipality, ins_code, N_("INS code"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST |
            ENT_COLUMN_SORT),
  ENT_TEXT (EntMunicipality, name_fr, N_("French name"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_TEXT (EntMunicipality, name_nl, N_("Dutch name"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_TEXT (EntMunicipality, name_de, N_("German name"), ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST),
  ENT_ENUM (EntMunicipality, region, N_("Region"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, &ent_region_enum),
  ENT_DATE (EntMunicipality, valid_from, N_("Exists from"), 0),
  ENT_DATE (EntMunicipality, valid_to, N_("Existed until"), ENT_COLUMN_FILTER),
  ENT_TEXT (EntMunicipality, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};

const EntSchema ent_municipality_schema = {
  .table = "municipality",
  .number = 4,
  .title = N_("Municipality"),
  .plural = N_("Municipalities"),
  .icon_name = "ent-places-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_municipality_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntMunicipality, ent_municipality, ENT_TYPE_RECORD)

static void
ent_municipality_class_init (EntMunicipalityClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_municipality_schema);
}

static void
ent_municipality_init (EntMunicipality *self)
{
}
