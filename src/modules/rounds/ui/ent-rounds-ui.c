/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the rounds. Main thread. */

#include "ent-place.h"
#include "ent-rounds-page.h"

#include <glib/gi18n-lib.h>

static const EntPlace places[] = {
  { "board", N_ ("Rounds"), N_ ("Services"), "ent-rounds-symbolic", NULL, 54, ent_rounds_page_new },
  { NULL, NULL, NULL, NULL, NULL, 0 },
};

static const EntRecordUi records[] = { { NULL, NULL, NULL } };

extern const EntModuleUi ent_rounds_ui;
const EntModuleUi ent_rounds_ui = { places, records, NULL, NULL };
