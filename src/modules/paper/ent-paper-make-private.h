/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second half of making: letterhead, address, references, signatures. Thread of the
 * connection. */

#pragma once

#include "ent-paper-make.h"
#include "ent-person.h"

G_BEGIN_DECLS

/* Completes self->doc; @person may be NULL. */
gboolean ent_paper_make_page (EntPaperMade *self,
                              EntDb *db,
                              const EntPaperRequest *request,
                              EntCentre *centre,
                              EntPerson *person,
                              GError **error);

G_END_DECLS
