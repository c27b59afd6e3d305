/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What worried the carers of the invented commune in the last weeks, and what came of it. Thread of
 * the connection. */

#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-demo-part.h"
#include "ent-visit.h"
#include "ent-worry.h"

#define DAYS_PAST 21
/* One visit in so many worries somebody. */
#define VISITS_A_WORRY 60
#define LEAST 4

static const char *const texts[] = {
  "N’avait pas mangé depuis la veille.",
  "Frigo presque vide, factures non ouvertes sur la table.",
  "Ne se souvenait pas de ma venue, inhabituel.",
  "Chauffage coupé, il faisait froid dans toute la maison.",
  "Marche d’escalier cassée, risque de chute.",
  "Semblait triste, n’a presque pas parlé.",
  "Le voisin dit ne plus l’avoir vue depuis deux jours.",
  "Médicaments de la semaine non entamés.",
};

static const char *const done[] = {
  "Passage à domicile le jour même, situation rassurante.",
  "La fille de la personne a été appelée.",
  "Repas à domicile proposés et acceptés.",
  "Le propriétaire a été prévenu.",
};

static void
follow (EntDemo *demo, EntWorry *worry, gint32 noted_on)
{
  worry->state = ENT_WORRY_FOLLOWED;
  worry->outcome = ent_demo_between (demo, ENT_WORRY_CONTACTED, ENT_WORRY_OTHER);
  worry->outcome_on = MIN (demo->today, noted_on + ent_demo_between (demo, 0, 3));
  worry->outcome_text = g_strdup (done[ent_demo_between (demo, 0, G_N_ELEMENTS (done) - 1)]);
}

/* The last ones are still open. */
static void
write_worry (EntDemo *demo, EntVisit *visit, gboolean is_open)
{
  EntWorry *worry = ent_record_new (ENT_TYPE_WORRY);

  worry->person_id = visit->person_id;
  worry->visit_id = ent_record_get_id (visit);
  worry->carer_id = visit->carer_id;
  worry->what = g_strdup (texts[ent_demo_between (demo, 0, G_N_ELEMENTS (texts) - 1)]);
  worry->urgency = ent_demo_between (demo, ENT_WORRY_NOW, ENT_WORRY_WEEK);
  worry->noted_at = ent_demo_stamp (demo, visit->day);
  if (!is_open)
    follow (demo, worry, visit->day);
  else if (ent_demo_chance (demo, 50))
    worry->state = ENT_WORRY_SEEN;
  ent_demo_write (demo, worry);
}

void
ent_demo_fill_day (EntDemo *demo)
{
  g_autoptr (GPtrArray) visits = NULL;
  guint n;

  if (demo->error != NULL)
    return;
  visits = ent_day_query_reported (ent_apply_get_db (demo->apply), demo->today - DAYS_PAST,
                                   demo->today - 1, &demo->error);
  if (visits == NULL || visits->len == 0)
    return;
  n = MIN (MAX (visits->len / VISITS_A_WORRY, LEAST), visits->len);
  for (guint i = 0; i < n; i++)
    write_worry (demo, g_ptr_array_index (visits, (i + 1) * visits->len / n - 1), i + 3 >= n);
}
