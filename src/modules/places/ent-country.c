/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A country or a status that stands for a nationality. Record: see ent-record.h for threads. */

#include "ent-country.h"

#include "ent-places-names.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntCountry *self = ENT_COUNTRY (record);

  return g_strdup (ent_places_name (self->name_fr, self->name_nl, self->name_de, self->name_en));
}

static void
prepare (EntRecord *record)
{
  EntCountry *self = ENT_COUNTRY (record);

  g_free (self->sort_key);
  self->sort_key = ent_text_sort_key (self->name_fr);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntCountry, code, N_("Code"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_UNIQUE | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_TEXT (EntCountry, name_fr, N_("French name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_TEXT (EntCountry, name_nl, N_("Dutch name"), ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntCountry, name_de, N_("German name"), ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST),
  ENT_TEXT (EntCountry, name_en, N_("English name"), ENT_COLUMN_SEARCH),
  ENT_TEXT (EntCountry, nationality_fr, N_("Nationality in French"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_BOOL (EntCountry, eu, N_("Member of the European Union"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntCountry, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};

const EntSchema ent_country_schema = {
  .table = "country",
  .number = 7,
  .title = N_("Country"),
  .plural = N_("Countries"),
  .icon_name = "ent-places-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_country_get_type,
  .summary = summary,
  .prepare = prepare,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntCountry, ent_country, ENT_TYPE_RECORD)

static void
ent_country_class_init (EntCountryClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_country_schema);
}

static void
ent_country_init (EntCountry *self)
{
}
