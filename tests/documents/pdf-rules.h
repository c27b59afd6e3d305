/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a PDF as a judge: which rules of PDF/A-2a and PDF/UA-1 that our documents can break does it
 * break? Fewer rules than the standards have; "xref", "empty" and "embedded" are our own. One
 * thread. */

#pragma once

#include <glib.h>

/* (element-type utf8): "rule: a sentence", in the order found; empty when all is well. */
GPtrArray *pdf_rules_check (GBytes *file);
/* Whether one of them is about @rule. */
gboolean pdf_rules_has (GPtrArray *breaches, const char *rule);
/* Fails the test and prints them, if there is any. */
void pdf_rules_assert_kept (GBytes *file, const char *name);
