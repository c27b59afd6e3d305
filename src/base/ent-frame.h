/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several pieces of bytes as one, for a pipe between two of our programs. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_FRAME_PARTS 4096 /* at most */

/* @parts: (element-type GBytes). Transfer full. */
GBytes *ent_frame_pack (GPtrArray *parts);
/* (element-type GBytes), transfer full, sharing the memory of @frame; NULL when it is none, or one
 * that was cut or goes on. */
GPtrArray *ent_frame_unpack (GBytes *frame);

G_END_DECLS
