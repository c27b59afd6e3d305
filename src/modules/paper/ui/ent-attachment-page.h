/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a piece: what it holds, and where it comes from. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_ATTACHMENT_PAGE (ent_attachment_page_get_type ())
G_DECLARE_FINAL_TYPE (EntAttachmentPage, ent_attachment_page, ENT, ATTACHMENT_PAGE, EntRecordPage)

AdwNavigationPage *ent_attachment_page_new (EntStore *store, gint64 id);

G_END_DECLS
