/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands in for a carer who is away: every visit with who could make it. Nothing is written
 * before it is saved; then the absence and all that was chosen are one act. Main thread. */

#pragma once

#include "ent-cover-rules.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_COVER_PAGE (ent_cover_page_get_type ())
G_DECLARE_FINAL_TYPE (EntCoverPage, ent_cover_page, ENT, COVER_PAGE, AdwNavigationPage)

AdwNavigationPage *ent_cover_page_new (EntStore *store, const EntCoverAway *away);

G_END_DECLS
