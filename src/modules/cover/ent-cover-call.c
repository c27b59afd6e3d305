/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to call, in words. Any thread. */

#include "ent-cover-call.h"

#include "ent-clock.h"
#include "ent-cover-rules.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

void
ent_cover_call_free (EntCoverCall *self)
{
  g_free (self->name);
  g_strfreev (self->phones);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

gboolean
ent_cover_call_is_done (const EntCoverCall *self)
{
  for (guint i = 0; i < self->messages->len; i++)
    if (((EntCoverMessage *) g_ptr_array_index (self->messages, i))->told_at == 0)
      return FALSE;
  return TRUE;
}

static char *
stand (const char *carer, int time)
{
  g_autofree char *clock = time != ENT_INT_NONE ? ent_clock_format (time) : NULL;

  if (carer == NULL)
    return clock != NULL ? g_steal_pointer (&clock) : g_strdup (_ ("nobody"));
  return clock != NULL ? g_strdup_printf ("%s %s", carer, clock) : g_strdup (carer);
}

static char *
describe_gap (const EntCoverMessage *self, const char *day)
{
  g_autofree char *who = stand (self->old_carer, ENT_INT_NONE);
  g_autofree char *at = NULL;

  if (self->old_time == ENT_INT_NONE)
    /* Translators: a day, who would have come */
    return g_strdup_printf (_ ("%1$s: %2$s will not come; another carer or time follows"), day,
                            who);
  at = ent_clock_format (self->old_time);
  /* Translators: a day, who would have come, a time */
  return g_strdup_printf (_ ("%1$s: %2$s will not come at %3$s; another carer or time follows"),
                          day, who, at);
}

char *
ent_cover_message_describe (const EntCoverMessage *self)
{
  g_autofree char *date = ent_day_format (self->day, ENT_DAY_NUMERIC);
  g_autofree char *day = g_strdup_printf ("%s %s", ent_weekday_name (ent_day_weekday (self->day)),
                                          date);
  g_autofree char *before = stand (self->old_carer, self->old_time);
  g_autofree char *after = stand (self->new_carer, self->new_time);

  if (self->kind == ENT_NOTICE_CANCELLED)
    /* Translators: a day, who would have come and when */
    return g_strdup_printf (_ ("%1$s: %2$s → cancelled"), day, before);
  if (self->kind == ENT_NOTICE_NO_CARER)
    return describe_gap (self, day);
  if (self->recipient == ENT_NOTICE_CARER)
    {
      g_autofree char *at = self->new_time != ENT_INT_NONE ? ent_clock_format (self->new_time)
                                                           : g_strdup ("");

      /* Translators: a day, a time, a beneficiary, who would have gone there */
      return g_strdup_printf (_ ("%1$s: %2$s at %3$s’s, instead of %4$s"), day, at, self->person,
                              before);
    }
  /* Translators: a day, who would have come and when, who comes now and when */
  return g_strdup_printf (_ ("%1$s: %2$s → %3$s"), day, before, after);
}

char *
ent_cover_call_describe_answer (const EntCoverCall *self)
{
  const EntCoverMessage *said = NULL;
  g_autofree char *when = NULL;

  for (guint i = 0; i < self->messages->len; i++)
    {
      const EntCoverMessage *message = g_ptr_array_index (self->messages, i);

      if (message->outcome == 0)
        return NULL;
      if (said == NULL || !ent_notice_outcome_is_final (message->outcome))
        said = message;
    }
  if (said == NULL)
    return NULL;
  if (said->told_at == 0)
    return g_strdup (ent_enum_label (&ent_notice_outcome_enum, (int) said->outcome));
  when = ent_stamp_format (said->told_at);
  /* Translators: the outcome of a call, how it was made, when */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"),
                          ent_enum_label (&ent_notice_outcome_enum, (int) said->outcome),
                          ent_enum_label (&ent_notice_how_enum, (int) said->how), when);
}
