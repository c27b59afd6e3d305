/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be done with an issued document beyond reading it. Main thread; what writes is written
 * on the writing thread. */

#pragma once

#include "ent-document.h"
#include "ent-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For all: @parent is where it was asked, and where failures are told. */

/* Asks how and when it was sent. */
void ent_document_note_sending (GtkWidget *parent, EntStore *store, EntDocument *document);
/* Asks why, and enters the cancellation. */
void ent_document_cancel (GtkWidget *parent, EntStore *store, EntDocument *document);
/* A new draft with the same answers. */
void ent_document_issue_again (GtkWidget *parent, EntDocument *document);
/* Keeps a copy among the pieces of the person. */
void ent_document_attach (GtkWidget *parent, EntStore *store, EntDocument *document, GBytes *pdf);

G_END_DECLS
