/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the judge share. One thread. */

#pragma once

#include "ent-qpdf.h"

typedef struct
{
  qpdf_data pdf;
  GBytes *file;
  GPtrArray *breaches; /* (element-type utf8) */
  GHashTable *owners; /* "page object/mark" → object number of its structure element */
  GHashTable *marks; /* the same names, as a set: those found on pages */
} PdfRules;

void pdf_rules_add (PdfRules *self, const char *rule, const char *format, ...) G_GNUC_PRINTF (3, 4);
#define pdf_rules_need(self, condition, rule, ...) \
  G_STMT_START \
  { \
    if (!(condition)) \
      pdf_rules_add (self, rule, __VA_ARGS__); \
  } \
  G_STMT_END

/* The object numbered @number in the parent tree, null when there is none. */
qpdf_oh pdf_rules_find_parent (PdfRules *self, long long number);

void pdf_rules_check_file (PdfRules *self);
void pdf_rules_check_metadata (PdfRules *self);
void pdf_rules_check_objects (PdfRules *self);
void pdf_rules_check_structure (PdfRules *self);
/* After the structure. */
void pdf_rules_check_contents (PdfRules *self);
