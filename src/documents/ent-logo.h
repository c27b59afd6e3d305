/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The logo of a letterhead. Any thread. */

#pragma once

#include "ent-picture.h"

G_BEGIN_DECLS

/* As large as fits in @width and @height, in points. */
EntPicture *ent_logo_new (GBytes *bytes, double width, double height, GError **error);

G_END_DECLS
