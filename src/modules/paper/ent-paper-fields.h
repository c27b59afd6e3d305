/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that every document has: the centre, who makes it, the person it is about. Thread of
 * the connection. */

#pragma once

#include "ent-agent.h"
#include "ent-centre.h"
#include "ent-db.h"
#include "ent-fields.h"
#include "ent-person.h"

G_BEGIN_DECLS

/* @name: the centre's, when its own row has none. */
void ent_paper_fill_centre (EntFields *fields, EntCentre *centre, const char *name);
/* @agent may be NULL: then @author is all that is known. */
void ent_paper_fill_agent (EntFields *fields,
                           EntAgent *agent,
                           const char *author,
                           const char *language);
/* The person as she is on a day, in the language of the document. */
gboolean ent_paper_fill_person (EntFields *fields,
                                EntDb *db,
                                EntPerson *person,
                                gint32 day,
                                const char *language,
                                GError **error);

/* "Anne Dupont". Transfer full. */
char *ent_paper_agent_name (EntAgent *agent);
/* The lines of an envelope for a letter to the person on a day: the postal address when there is
 * one. NULL when no address is known. Transfer full. */
char **ent_paper_person_lines (EntDb *db, EntPerson *person, gint32 day, const char *language);
/* The lines of the centre's address under its name. Transfer full. */
char **ent_paper_centre_lines (EntCentre *centre);

G_END_DECLS
