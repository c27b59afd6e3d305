/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for keys and their loans. Pure functions on records, any thread.
 *
 * Who finds a key together with an address can walk in. So no list, export or paper of keys may
 * carry the address, and the records have no column that leads to it: only the number, who holds
 * it, and, on the page of the key itself, whose home it opens. */

#pragma once

#include "ent-home-key.h"
#include "ent-issues.h"
#include "ent-key-loan.h"

G_BEGIN_DECLS

gboolean ent_key_loan_is_open (const EntKeyLoan *self);
/* The loan that says who has the key now, or NULL. Borrowed. @loans: (element-type EntKeyLoan), of
 * one key. */
EntKeyLoan *ent_key_loan_find_open (GPtrArray *loans);

/* What is wrong with one record by itself. */
void ent_home_key_check (EntHomeKey *self, EntIssues *issues);
void ent_key_loan_check (const EntKeyLoan *self, EntIssues *issues);
/* A key is in one place at a time: one loan ends before the next begins, or on the same day. */
void ent_key_loan_check_others (GPtrArray *loans, const EntKeyLoan *self, EntIssues *issues);
/* What was given back to the person is lent no more. */
void ent_key_loan_check_key (const EntHomeKey *key, const EntKeyLoan *self, EntIssues *issues);
void ent_home_key_check_return (const EntHomeKey *self, GPtrArray *loans, EntIssues *issues);

G_END_DECLS
