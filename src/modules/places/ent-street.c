/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A street known from the addresses entered. Record: see ent-record.h for threads. */

#include "ent-street.h"

#include "ent-places-query.h"

#include "ent-locality.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  EntStreet *self = ENT_STREET (record);

  return g_strdup (self->name != NULL ? self->name : "");
}

static void
prepare (EntRecord *record)
{
  EntStreet *self = ENT_STREET (record);
  char *clean = ent_text_clean (self->name);

  g_free (self->name);
  self->name = clean;
  g_free (self->sort_key);
  self->sort_key = ent_text_sort_key (self->name);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntStreet, locality_id, N_("Locality"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_locality_get_type),
  ENT_TEXT (EntStreet, name, N_("Name"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT |
            ENT_COLUMN_WIDE),
  ENT_COMPUTED (EntStreet, locality_name, N_("Locality"), ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE,
                ent_places_sql_locality_name),
  ENT_TEXT (EntStreet, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};

const EntSchema ent_street_schema = {
  .table = "street",
  .number = 6,
  .title = N_("Street"),
  .plural = N_("Streets"),
  .icon_name = "ent-places-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "sort_key, id",
  .type = ent_street_get_type,
  .summary = summary,
  .prepare = prepare,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntStreet, ent_street, ENT_TYPE_RECORD)

static void
ent_street_class_init (EntStreetClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_street_schema);
}

static void
ent_street_init (EntStreet *self)
{
}
