/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses as they stand on an envelope or in a list. Any thread. */

#pragma once

#include "ent-address.h"

G_BEGIN_DECLS

/* The lines of an envelope: name, care of, street with number and box, postcode and locality, and
 * @country in capitals unless it is NULL. Transfer full. */
char **ent_address_lines (EntAddress *self, const char *name, const char *country);
/* "Rue des Saules 12/3, 4999 Sart"; transfer full, never NULL. */
char *ent_address_one_line (EntAddress *self);

G_END_DECLS
