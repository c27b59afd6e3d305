/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON heads of requests and answers. The helper's only thread. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A text of a request, or NULL when there is none. Borrowed. */
const char *ent_sign_json_text (JsonObject *object, const char *member);
JsonObject *ent_sign_json_parse (GBytes *text);
GBytes *ent_sign_json_print (JsonObject *object);

G_END_DECLS
