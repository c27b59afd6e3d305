/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of a place in the language of the interface. Any thread. */

#pragma once

#include "ent-issues.h"

G_BEGIN_DECLS

/* The name for the language of the interface, else the French one; never NULL, borrowed. */
const char *ent_places_name (const char *fr, const char *nl, const char *de, const char *en);
/* The French name, else the Dutch, else the German: what lists of places are ordered by. Borrowed,
 * may be NULL. */
const char *ent_places_first_name (const char *fr, const char *nl, const char *de);
/* A place has a name in one language at least. */
void ent_places_check_name (const char *fr, const char *nl, const char *de, EntIssues *issues);
/* All different names, folded, each word after a blank: " liege luik luttich". Transfer full. */
char *ent_places_search_form (const char *fr, const char *nl, const char *de);

G_END_DECLS
