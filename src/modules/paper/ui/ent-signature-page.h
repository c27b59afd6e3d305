/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a line of the register of signatures: who was asked, what became of it. Main thread.
 */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_SIGNATURE_PAGE (ent_signature_page_get_type ())
G_DECLARE_FINAL_TYPE (EntSignaturePage, ent_signature_page, ENT, SIGNATURE_PAGE, EntRecordPage)

AdwNavigationPage *ent_signature_page_new (EntStore *store, gint64 id);

G_END_DECLS
