/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a template becomes blocks: its text is cut into pieces (lex), the pieces are tied to each
 * other and to the known fields (link), written out as CommonMark in which every value is a
 * placeholder (expand), and that is read back as blocks (walk). Any thread, one at a time. */

#pragma once

#include "ent-template.h"

G_BEGIN_DECLS

/* Placeholders are a mark, a number in sixteen private digits and an end. What stands in a value
 * never goes through CommonMark, so it cannot become markup. */
#define ENT_MARK_VALUE "\xee\x80\x80" /* U+E000 */
#define ENT_MARK_END "\xee\x80\x81"
#define ENT_MARK_GUARD "\xee\x80\x82" /* no value: keeps signs from being markup, or apart */
#define ENT_MARK_DIRECTIVE "\xee\x80\x83"
#define ENT_MARK_LENGTH 3
#define ENT_MARK_LAST 0xe01f

#define ENT_PIECE_NONE G_MAXUINT
/* Of {if} and {for} inside each other. */
#define ENT_TEMPLATE_MAX_DEPTH 16

typedef enum
{
  ENT_PIECE_TEXT, /* at most a line with its end */
  ENT_PIECE_FIELD,
  ENT_PIECE_IF,
  ENT_PIECE_ELSE_IF,
  ENT_PIECE_ELSE,
  ENT_PIECE_FOR,
  ENT_PIECE_END,
  ENT_PIECE_DIRECTIVE
} EntPieceKind;

typedef struct
{
  EntPieceKind kind;
  gsize offset; /* in the source, bytes */
  gsize length;
  char *name; /* path as written, or title of an annex; NULL after a fault */
  char *path; /* as in the list of chips */
  char *label; /* of the chip, or NULL */
  gboolean optional; /* {name?} */
  gboolean negated; /* {if not name} */
  gboolean alone; /* nothing but such chips on its line */
  gboolean apart; /* so are all chips of its {if} or {for}: it parts paragraphs */
  gboolean silent; /* text beside a chip that is alone */
  gboolean faulty;
  EntBlockKind block; /* of a directive */
  double space; /* mm */
  guint next; /* {if}, {else if}: the next case or the end. {for}: its end */
  guint end; /* of the {if} that this belongs to; of an end: where it began */
  guint parent; /* case in which an {if} stands */
  gboolean seen; /* by the checks: this case was taken */
  gboolean pending; /* this case, or one inside, was not yet */
} EntPiece;

typedef struct _EntFaults EntFaults;

/* The faults of @source, which must outlive this. For all: NULL stands for nobody who listens. */
EntFaults *ent_faults_new (const char *source);
void ent_faults_free (EntFaults *self);
/* @offset and @length in bytes of the source. Faults said twice are kept once. */
void ent_faults_add (EntFaults *self, gsize offset, gsize length, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* Whether more would help nobody. */
gboolean ent_faults_is_full (EntFaults *self);
/* By line; transfer full. */
GPtrArray *ent_faults_take (EntFaults *self);

/* Valid text with one newline at the end of each line; what cannot be printed becomes U+FFFD and
 * is said in @bad as byte offsets of the result. Transfer full. */
char *ent_template_clean (const char *text, GArray *bad);

/* (element-type EntPiece); transfer full. */
GArray *ent_template_lex (const char *source, EntFaults *faults);
/* Finds the ends and cases of {if} and {for}, and the chips that the names mean. */
void ent_template_link (GArray *pieces, const EntChip *const *chips, EntFaults *faults);
/* A word of @words (ends with NULL) that is written nearly like @word, or NULL. */
const char *ent_template_nearest (const char *word, const char *const *words);

/* A value in its place. */
typedef struct
{
  const EntPiece *piece;
  const char *text; /* NULL: empty. Borrowed from the fields */
} EntPlaced;

/* Where bytes of an expanded text come from. */
typedef struct
{
  gsize out;
  gsize source;
} EntOrigin;

typedef struct
{
  const char *source;
  GString *text; /* CommonMark with placeholders */
  GArray *placed; /* (element-type EntPlaced) */
  GArray *origins; /* (element-type EntOrigin) by place; NULL when filling */
} EntExpansion;

/* @fields NULL: the next case of each {if} that was not yet taken, each {for} once. */
EntExpansion *ent_template_expand (const char *source, GArray *pieces, const EntFields *fields);
void ent_expansion_free (EntExpansion *self);
/* Marks the cases that are still to be taken; FALSE when there are none. */
gboolean ent_template_has_pending (GArray *pieces);

/* (element-type EntBlock), transfer full. @faults NULL: nobody listens, nothing is lost. */
GPtrArray *ent_template_walk (EntExpansion *expansion, EntFaults *faults, GPtrArray *gaps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFaults, ent_faults_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntExpansion, ent_expansion_free)

G_END_DECLS
