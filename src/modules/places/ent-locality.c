/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Belgian locality with its postcode. Record: see ent-record.h for threads. */

#include "ent-locality.h"

#include "ent-municipality.h"
#include "ent-places-names.h"
#include "ent-places-query.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntLocality *self = ENT_LOCALITY (record);

  return g_strdup_printf ("%s %s", self->postcode != NULL ? self->postcode : "",
                          ent_locality_get_name (self));
}

static void
prepare (EntRecord *record)
{
  EntLocality *self = ENT_LOCALITY (record);
  g_autofree char *key = NULL;

  key = ent_text_sort_key (ent_places_first_name (self->name_fr, self->name_nl, self->name_de));
  g_free (self->sort_key);
  self->sort_key = g_strdup_printf ("%s %s", self->postcode != NULL ? self->postcode : "", key);
  g_free (self->search_form);
  self->search_form = ent_places_search_form (self->name_fr, self->name_nl, self->name_de);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  EntLocality *self = ENT_LOCALITY (record);

  ent_places_check_name (self->name_fr, self->name_nl, self->name_de, issues);
  if (self->postcode != NULL && !ent_places_is_postcode (self->postcode))
    ent_issues_add (issues, "postcode", _ ("A Belgian postcode has four digits, 1000 to 9992."));
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_TEXT (EntLocality, postcode, N_("Postcode"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT |
            ENT_COLUMN_FILTER | ENT_COLUMN_SHORT),
  ENT_TEXT (EntLocality, name_fr, N_("French name"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_TEXT (EntLocality, name_nl, N_("Dutch name"),
            ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_TEXT (EntLocality, name_de, N_("German name"), ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST),
  ENT_REF (EntLocality, municipality_id, N_("Municipality"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_municipality_get_type),
  ENT_COMPUTED (EntLocality, municipality_name, N_("Municipality"), ENT_COLUMN_IN_LIST,
                ent_places_sql_municipality_name),
  ENT_TEXT (EntLocality, search_form, N_("Search form"), ENT_COLUMN_HIDDEN),
  ENT_TEXT (EntLocality, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};

const EntSchema ent_locality_schema = {
  .table = "locality",
  .number = 5,
  .title = N_("Locality"),
  .plural = N_("Localities"),
  .icon_name = "ent-places-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_locality_get_type,
  .summary = summary,
  .prepare = prepare,
  .validate = validate,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntLocality, ent_locality, ENT_TYPE_RECORD)

static void
ent_locality_class_init (EntLocalityClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_locality_schema);
}

static void
ent_locality_init (EntLocality *self)
{
}

const char *
ent_locality_get_name (EntLocality *self)
{
  return ent_places_name (self->name_fr, self->name_nl, self->name_de, NULL);
}
