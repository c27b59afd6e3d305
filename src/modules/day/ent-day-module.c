/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the day module brings: worries, how long before a visit is cancelled in time. Constant data,
 * any thread; the seed on the thread of the connection. */

#include "ent-date.h"
#include "ent-module.h"
#include "ent-cancel-notice.h"
#include "ent-worry.h"

#include <glib/gi18n-lib.h>

#define FIRST_DAY "2012-01-01"
#define HOURS 24

extern const EntMigration ent_day_migrations[];
extern const EntModule ent_day_module;

static const EntSchema *const schemas[] = { &ent_worry_schema, &ent_cancel_notice_schema, NULL };

/* No text of law gives these hours: a custom of services, for each centre to check. */
static gboolean
seed (EntApply *apply, GError **error)
{
  g_autoptr (EntCancelNotice) notice = ent_record_new (ENT_TYPE_CANCEL_NOTICE);

  notice->from_day = ent_day_parse_iso (FIRST_DAY);
  notice->hours = HOURS;
  notice->source = g_strdup (_ ("Custom of home-care services (to be checked)"));
  return ent_apply_insert (apply, notice, error);
}

const EntModule ent_day_module = {
  .id = "day",
  .schemas = schemas,
  .migrations = ent_day_migrations,
  .seed = seed,
};
