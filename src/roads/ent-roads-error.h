/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with an extract or a region. Every message is a translated sentence for the
 * person; the codes let callers choose what to offer next. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_ROADS_ERROR (ent_roads_error_quark ())

typedef enum
{
  ENT_ROADS_ERROR_FAILED, /* the engine or the disk refused for a reason of its own */
  ENT_ROADS_ERROR_MISSING, /* there is no such file */
  ENT_ROADS_ERROR_FOREIGN, /* the file is something else */
  ENT_ROADS_ERROR_UNSUPPORTED, /* the right kind of file, in a form that is not read */
  ENT_ROADS_ERROR_NEWER, /* written by a newer version */
  ENT_ROADS_ERROR_DAMAGED, /* cut, or altered */
  ENT_ROADS_ERROR_UNWRITABLE, /* the target or its folder cannot be written */
  ENT_ROADS_ERROR_FULL, /* no space left */
  ENT_ROADS_ERROR_EMPTY /* the extract holds no road */
} EntRoadsError;

GQuark ent_roads_error_quark (void);

G_END_DECLS
