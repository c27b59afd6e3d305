/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The call list as it will be printed. Main thread; it is laid out on a thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_COVER_SHEET_PAGE (ent_cover_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (EntCoverSheetPage,
                      ent_cover_sheet_page,
                      ENT,
                      COVER_SHEET_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *ent_cover_sheet_page_new (EntStore *store, gint64 cover_id);

G_END_DECLS
