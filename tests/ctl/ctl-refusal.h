/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of commands that read a file of somebody share. */

#pragma once

#include "ctl-fixture.h"

/* The command fails, says these words, and writes nothing else. */
static inline void
assert_refused (Fixture *fixture, const char *line, const char *words)
{
  g_assert_cmpint (run (fixture, line), ==, 1);
  if (strstr (fixture->err, words) == NULL)
    g_test_message ("%s", fixture->err);
  SAYS (err, words);
  g_assert_cmpstr (fixture->out, ==, "");
}
