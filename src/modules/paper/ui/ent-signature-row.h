/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An electronic signature found in a file, in words: who, when, by which certificate, whether it
 * can be trusted, what happened afterwards. Main thread. */

#pragma once

#include "ent-signature.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ent_signature_row_new (const EntSignature *signature);

G_END_DECLS
