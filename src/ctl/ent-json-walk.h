/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through a JSON document that a person may have written, and says where what is wrong: the
 * first fault is kept with its path, as “visits[3].duration”, and all that is read after it is
 * empty. One thread.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _EntJsonWalk EntJsonWalk;

/* Stands at the root, which is borrowed. */
EntJsonWalk *ent_json_walk_new (JsonNode *root);
void ent_json_walk_free (EntJsonWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntJsonWalk, ent_json_walk_free)

/* FALSE with the first fault in error, if there was one. */
gboolean ent_json_walk_check (EntJsonWalk *self, GError **error);
gboolean ent_json_walk_is_good (EntJsonWalk *self);

/* Keeps a fault of the member (NULL: of where it stands), unless there is one already. The
 * sentence begins in lower case, after the path. */
void ent_json_walk_fail (EntJsonWalk *self, const char *member, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Refuses members of the present object that are not named; NULL ends the names. */
void ent_json_walk_only (EntJsonWalk *self, const char *const *names);

gboolean ent_json_walk_has (EntJsonWalk *self, const char *member);

/* Steps into an object's member, or an item of a list; FALSE, staying, when it is not there. Each
 * step in needs ent_json_walk_out (). */
gboolean ent_json_walk_into (EntJsonWalk *self, const char *member);
gboolean ent_json_walk_item (EntJsonWalk *self, guint i);
void ent_json_walk_out (EntJsonWalk *self);

/* Items of the list where it stands; a fault and 0 when it is none. */
guint ent_json_walk_count (EntJsonWalk *self);
/* A fault when it does not stand at an object. */
void ent_json_walk_expect_object (EntJsonWalk *self);

/* Text of a member, NULL when it is missing; a fault when it must be there. Borrowed. */
const char *ent_json_walk_text (EntJsonWalk *self, const char *member, gboolean required);
gboolean ent_json_walk_flag (EntJsonWalk *self, const char *member);
/* fallback when it is missing; a fault when it is not from least to most. */
double ent_json_walk_number (EntJsonWalk *self,
                             const char *member,
                             double fallback,
                             const double range[2]);

/* Items of the list where it stands. */
const char *ent_json_walk_text_at (EntJsonWalk *self, guint i);
double ent_json_walk_number_at (EntJsonWalk *self, guint i);

/* Which of the texts a member is, NULL ends them; fallback when it is missing, a fault otherwise.
 */
int ent_json_walk_choice (EntJsonWalk *self,
                          const char *member,
                          const char *const *texts,
                          int fallback);

/* Names of the present object's members; borrowed texts, the list is the caller's. */
GList *ent_json_walk_names (EntJsonWalk *self);

G_END_DECLS
