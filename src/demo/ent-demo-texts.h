/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences as a social worker of the invented centre would note them. They are data in French, as
 * the names are, not words of the interface. Any thread. */

#pragma once

#include "ent-demo-part.h"
#include "ent-person-enums.h"

G_BEGIN_DECLS

/* All are borrowed, kept for ever. */
const char *ent_demo_texts_note (EntDemo *demo);
const char *ent_demo_texts_alert (EntDemo *demo, EntAlertKind kind);

G_END_DECLS
