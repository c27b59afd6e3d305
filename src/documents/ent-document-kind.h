/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that the office can make: an attestation, a letter. Modules bring them as constant
 * data in their EntModule; the paper module finds, fills, numbers and keeps them. */

#pragma once

#include <gio/gio.h>

#include "ent-db.h"
#include "ent-fields.h"
#include "ent-schema.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_SHAPE_ATTESTATION, /* title in the middle, no address in a window */
  ENT_SHAPE_LETTER /* address in the window, references, object */
} EntDocumentShape;

typedef enum
{
  ENT_QUESTION_TEXT,
  ENT_QUESTION_LONG, /* several lines; in the template a text with line breaks */
  ENT_QUESTION_LINES, /* one thing a line; in the template a list with {text} */
  ENT_QUESTION_DAY, /* ISO in the answer; in the template a day in words */
  ENT_QUESTION_TIME, /* "HH:MM" in the answer */
  ENT_QUESTION_CHOICE /* nick of @choices in the answer; in the template a flag "path.nick" and a
                         text, the label */
} EntQuestionKind;

/* What a document asks beyond the records; the answer is a field of the template under the same
 * path. Constant data. */
typedef struct
{
  const char *path; /* "answer.until" */
  EntQuestionKind kind;
  const char *label; /* N_() */
  gboolean required;
  const EntEnum *choices;
  /* What to propose; transfer full, NULL: nothing. Reading thread. */
  char *(*propose) (EntDb *db, gint64 subject_id, gint32 day, const char *language);
} EntQuestion;

typedef struct
{
  gint64 subject_id;
  gint32 day; /* on which it is made */
  const char *language;
  GHashTable *answers; /* (path → text as given: ISO days, nicks), or NULL: nothing answered */
} EntDocumentRequest;

typedef struct _EntDocumentKind EntDocumentKind;

struct _EntDocumentKind
{
  const char *id; /* "attestation-ris"; names its templates; never changes */
  const char *title; /* N_() */
  const char *hint; /* N_(), one line: what it is for */
  const char *icon_name;
  EntDocumentShape shape;
  const EntSchema *subject; /* the record that it is about */
  const EntChip
      *chips; /* beyond those of every document about such a record; ends with NULL path */
  const EntQuestion *questions; /* ends with NULL path; may be NULL */
  /* Adds the fields of @chips. FALSE with a sentence that says what is missing in the records, or
   * what they say against it. Reading or writing thread; may be NULL. */
  gboolean (*fill) (EntDb *db,
                    const EntDocumentRequest *request,
                    EntFields *fields,
                    GError **error);
};

/* What was answered, or NULL; borrowed. */
const char *ent_document_request_answer (const EntDocumentRequest *request, const char *path);
/* The same as a day; @fallback when there is none. */
gint32 ent_document_request_day (const EntDocumentRequest *request,
                                 const char *path,
                                 gint32 fallback);
/* Whether the nick of a choice was answered. */
gboolean ent_document_request_chose (const EntDocumentRequest *request,
                                     const char *path,
                                     const char *nick);

/* "yes", "no": the choices of the questions that ask whether. */
extern const EntEnum ent_document_yes_no_enum;
/* What they propose. */
char *ent_document_propose_yes (EntDb *db, gint64 subject_id, gint32 day, const char *language);
char *ent_document_propose_no (EntDb *db, gint64 subject_id, gint32 day, const char *language);

#define ENT_DOCUMENT_ERROR (ent_document_error_quark ())

typedef enum
{
  ENT_DOCUMENT_ERROR_NOT_POSSIBLE, /* the records speak against it */
  ENT_DOCUMENT_ERROR_INCOMPLETE, /* something must be filled in first */
  ENT_DOCUMENT_ERROR_TEMPLATE, /* the template has faults */
  ENT_DOCUMENT_ERROR_PDF, /* a file is damaged, protected or too large */
  ENT_DOCUMENT_ERROR_FAILED
} EntDocumentError;

GQuark ent_document_error_quark (void);

G_END_DECLS
