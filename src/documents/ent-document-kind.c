/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Errors of documents. */

#include "ent-document-kind.h"

G_DEFINE_QUARK (ent-document-error-quark, ent_document_error)
