/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A second opinion on signatures, by Poppler. The helper's only thread. */

#pragma once

#include "ent-sign-verdict.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Verdicts by the full name of the field: of values GUINT_TO_POINTER; NULL when Poppler cannot read
 * the file. Only valid, altered and broken: trust is not asked. */
GHashTable *ent_sign_poppler_judge (GBytes *pdf);

G_END_DECLS
