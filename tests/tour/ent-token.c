/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A token with one key, as the tests of the signer make it. Main thread. */

#include "ent-token.h"

#include "signer-fixture.h"

void
ent_token_make (void)
{
  static const char *const names[] = { "iris", NULL };

  fixture_begin ();
  fixture_add_person ("iris", "Iris Essai", "EC -pkeyopt ec_paramgen_curve:P-256", "ca",
                      "-days 30");
  fixture_make_token (names);
}

void
ent_token_remove (void)
{
  fixture_end ();
}

const char *
ent_token_software (void)
{
  return fixture_module ();
}

const char *
ent_token_pin (void)
{
  return PIN;
}
