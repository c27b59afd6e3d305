/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a register. Every message is a translated sentence for the user; the codes
 * let callers choose what to offer next. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_STORE_ERROR (ent_store_error_quark ())

/**
 * EntStoreError:
 * @ENT_STORE_ERROR_FAILED: the engine refused for a reason of its own
 * @ENT_STORE_ERROR_INVALID: a record does not pass validation; see ent_change_set_get_issues()
 * @ENT_STORE_ERROR_CONFLICT: somebody changed the same columns meanwhile
 * @ENT_STORE_ERROR_CONSTRAINT: a rule of the database (unique, reference) forbids it
 * @ENT_STORE_ERROR_NOT_FOUND: the record is not there any more
 * @ENT_STORE_ERROR_BAD_KEY: wrong passphrase
 * @ENT_STORE_ERROR_NEEDS_KEY: the register is encrypted and no passphrase was given
 * @ENT_STORE_ERROR_CORRUPT: the file is damaged
 * @ENT_STORE_ERROR_NOT_A_REGISTER: the file is not Entraide's
 * @ENT_STORE_ERROR_NEWER: the file was written by a newer version
 * @ENT_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @ENT_STORE_ERROR_FULL: no space left
 * @ENT_STORE_ERROR_IN_USE: another program has it open
 * @ENT_STORE_ERROR_NETWORK_SHARE: the file lies on a network share
 * @ENT_STORE_ERROR_EXISTS: a file of that name is already there
 * @ENT_STORE_ERROR_MISSING: there is no such file
 * @ENT_STORE_ERROR_REFUSED: a module's rule forbids it, whichever act asks; see EntModule.guard
 */
typedef enum
{
  ENT_STORE_ERROR_FAILED,
  ENT_STORE_ERROR_INVALID,
  ENT_STORE_ERROR_CONFLICT,
  ENT_STORE_ERROR_CONSTRAINT,
  ENT_STORE_ERROR_NOT_FOUND,
  ENT_STORE_ERROR_BAD_KEY,
  ENT_STORE_ERROR_NEEDS_KEY,
  ENT_STORE_ERROR_CORRUPT,
  ENT_STORE_ERROR_NOT_A_REGISTER,
  ENT_STORE_ERROR_NEWER,
  ENT_STORE_ERROR_READ_ONLY,
  ENT_STORE_ERROR_FULL,
  ENT_STORE_ERROR_IN_USE,
  ENT_STORE_ERROR_NETWORK_SHARE,
  ENT_STORE_ERROR_EXISTS,
  ENT_STORE_ERROR_MISSING,
  ENT_STORE_ERROR_REFUSED
} EntStoreError;

GQuark ent_store_error_quark (void);

G_END_DECLS
