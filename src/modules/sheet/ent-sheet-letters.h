/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters of a week for all who are visited, ready for paper. They announce and decide nothing:
 * they are not numbered and not kept; a letter that should be is issued from the page of the
 * person. Thread of the connection. */

#pragma once

#include "ent-sheet-wish.h"

G_BEGIN_DECLS

/* (element-type EntDoc), by name, transfer full. Who cannot get one stands with the reason on a
 * last page of its own. NULL with ENT_DOCUMENT_ERROR_NOT_POSSIBLE and a sentence when there is
 * none. */
GPtrArray *ent_sheet_letters_make (EntDb *db,
                                   const EntSheetWish *wish,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
