/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All kinds of documents with the languages in which they have a text. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_TEMPLATES_PAGE (ent_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (EntTemplatesPage, ent_templates_page, ENT, TEMPLATES_PAGE, AdwNavigationPage)

/* Opens templates in the navigation view that it stands in. */
AdwNavigationPage *ent_templates_page_new (EntStore *store);

G_END_DECLS
