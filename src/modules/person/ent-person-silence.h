/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three ways to say nothing about a person: not asked, unknown, refused. Kept for the columns that
 * carry ENT_COLUMN_SILENCE, while they are empty. Threads as for records. */

#pragma once

#include "ent-person.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_SILENCE_NOT_ASKED,
  ENT_SILENCE_UNKNOWN,
  ENT_SILENCE_REFUSED
} EntSilence;

EntSilence ent_person_get_silence (EntPerson *self, const char *column);
void ent_person_set_silence (EntPerson *self, const char *column, EntSilence silence);
/* Drops what was noted for columns that have a value now. */
void ent_person_tidy_silences (EntPerson *self);
/* Translated. */
const char *ent_silence_label (EntSilence silence);

G_END_DECLS
