/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the images that the trail keeps. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

/* Sets the columns named in the text; returns their mask. */
guint64 ent_audit_text_to_record (const char *text, gpointer record);

G_END_DECLS
