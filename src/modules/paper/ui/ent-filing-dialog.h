/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stack of paper that was scanned: what will be kept with whom, what cannot be recognised. Main
 * thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_FILING_DIALOG (ent_filing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntFilingDialog, ent_filing_dialog, ENT, FILING_DIALOG, AdwDialog)

/* @stack: a PDF, PNG or JPEG. */
void ent_filing_dialog_present (GtkWidget *parent, EntStore *store, GBytes *stack);
/* Reads @file first; what cannot be read is told in the window. */
void ent_filing_dialog_present_file (GtkWidget *parent, GFile *file);
/* Asks for the file first. */
void ent_filing_dialog_choose (GtkWidget *parent, EntStore *store);

G_END_DECLS
