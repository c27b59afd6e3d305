/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a proposal changes something, in words. Main thread. */

#include "ent-rounds-judge-private.h"
#include "ent-rounds-proposal.h"

#include "ent-clock.h"

#include <glib/gi18n-lib.h>

static const char *
client_name (EntRoundsProposal *self, int visit)
{
  int client = g_array_index (self->week->visits, EntRoundsVisit, visit).client;

  return g_array_index (self->week->clients, EntRoundsClient, client).name;
}

static const EntRoundsTie *
tie_with (EntRoundsProposal *self, int visit, int carer)
{
  int client = g_array_index (self->week->visits, EntRoundsVisit, visit).client;

  return ent_rounds_judge_tie (self->standing, client, carer);
}

/* What was wrong with where it stood. */
static void
say_trouble (EntRoundsProposal *self, const EntRoundsDifference *d, GStrvBuilder *parts)
{
  EntRoundsAnswer answer;

  if (!ent_rounds_judge_is_made (self->standing, d->visit))
    {
      g_strv_builder_add (parts, _ ("Was to be placed"));
      return;
    }
  ent_rounds_judge_ask (self->standing, d->visit, d->from_carer, d->from_start, &answer);
  if (answer.reason != ENT_ROUNDS_FITS)
    g_strv_builder_take (parts, ent_rounds_judge_describe (self->standing, d->from_carer, &answer));
}

static void
say_who (EntRoundsProposal *self, const EntRoundsDifference *d, GStrvBuilder *parts)
{
  const EntRoundsTie *to = tie_with (self, d->visit, d->to_carer);
  const EntRoundsTie *from = d->from_carer != ENT_ROUNDS_NONE
                                 ? tie_with (self, d->visit, d->from_carer)
                                 : NULL;
  const char *name = client_name (self, d->visit);

  if (to->is_wished && (from == NULL || !from->is_wished))
    /* Translators: the name of a beneficiary */
    g_strv_builder_take (parts, g_strdup_printf (_ ("Wished by %s"), name));
  else if (to->times > 0 && (from == NULL || from->times < to->times))
    /* Translators: the name of a beneficiary whom the carer has visited before */
    g_strv_builder_take (parts, g_strdup_printf (_ ("Knows %s"), name));
  else if (to->times == 0 && from != NULL && from->times > 0)
    /* Translators: the name of a beneficiary whom the carer has never visited */
    g_strv_builder_take (parts, g_strdup_printf (_ ("Does not know %s yet"), name));
}

static void
say_when (const EntRoundsDifference *d, GStrvBuilder *parts)
{
  int minutes = d->to_start - d->from_start;
  g_autofree char *length = ent_duration_format (ABS (minutes));

  if (d->from_start == ENT_ROUNDS_NONE || minutes == 0)
    return;
  /* Translators: a duration: “15 min later” */
  g_strv_builder_take (parts,
                       g_strdup_printf (minutes > 0 ? _ ("%s later") : _ ("%s earlier"), length));
}

/* What the visit adds to the way there, against what it added where it stood. */
static void
say_way (EntRoundsProposal *self, const EntRoundsDifference *d, GStrvBuilder *parts)
{
  EntRoundsAnswer before, after;
  g_autofree char *length = NULL;

  if (!ent_rounds_judge_is_made (self->standing, d->visit))
    return;
  ent_rounds_judge_ask (self->standing, d->visit, d->from_carer, d->from_start, &before);
  ent_rounds_judge_ask (self->result, d->visit, d->to_carer, d->to_start, &after);
  if (before.reason != ENT_ROUNDS_FITS || after.reason != ENT_ROUNDS_FITS ||
      after.travel == before.travel)
    return;
  length = ent_duration_format (ABS (after.travel - before.travel));
  /* Translators: a duration: “6 min less on the way” */
  g_strv_builder_take (parts,
                       g_strdup_printf (after.travel < before.travel ? _ ("%s less on the way")
                                                                     : _ ("%s more on the way"),
                                        length));
}

char *
ent_rounds_proposal_explain (EntRoundsProposal *self, const EntRoundsDifference *difference)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  say_trouble (self, difference, parts);
  if (difference->to_carer == ENT_ROUNDS_NONE)
    g_strv_builder_add (parts, _ ("Nobody can make it in this plan"));
  else
    {
      if (difference->to_carer != difference->from_carer)
        say_who (self, difference, parts);
      say_when (difference, parts);
      say_way (self, difference, parts);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}
