/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first thing seen: demo, new register, existing register. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_WELCOME_PAGE (ent_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (EntWelcomePage, ent_welcome_page, ENT, WELCOME_PAGE, AdwBin)

/* Offers the register opened last; NULL or a file that is gone: none. */
void ent_welcome_page_set_recent (EntWelcomePage *self, const char *path);

G_END_DECLS
