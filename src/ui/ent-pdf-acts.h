/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a finished PDF: printed, saved, dragged out. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for printer and paper, as they were chosen last for this @kind, and prints. @title names the
 * job. */
void ent_pdf_print (GtkWidget *parent, GBytes *pdf, const char *title, const char *kind);

/* Asks where, and writes whole or not at all. @file_name need not be safe, nor end in .pdf. */
void ent_pdf_save (GtkWidget *parent, GBytes *pdf, const char *file_name);
/* A name that every file system accepts, with its ending. Transfer full. */
char *ent_pdf_file_name (const char *name);

/* Lets the PDF be dragged from the widget, as application/pdf and, inside this program, as GBytes.
 * NULL: no longer. May be called again. */
void ent_pdf_make_draggable (GtkWidget *widget, GBytes *pdf);

/* Printer, paper, tray and sides that were chosen last for this kind of document. Either may come
 * back NULL. Transfer full. */
void ent_pdf_recall_print (const char *kind,
                           GtkPrintSettings **settings,
                           GtkPageSetup **page_setup);
/* Keeps them, without what belongs to one job: copies, pages, file. */
void ent_pdf_remember_print (const char *kind,
                             GtkPrintSettings *settings,
                             GtkPageSetup *page_setup);

G_END_DECLS
