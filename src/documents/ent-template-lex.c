/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a template into text and chips. Any thread. */

#include "ent-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A chip is shorter; beyond that it is a brace that somebody forgot. */
#define MAX_CHIP 200
#define MAX_NAME 80
#define MAX_SPACE 250.0
#define NAME_START "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define NAME_CHARACTERS NAME_START "0123456789_.-"

static const char *const instructions[] = { "if",         "for",   "else",  "end", "signatures",
                                            "page-break", "space", "annex", NULL };

typedef struct
{
  const char *source;
  GArray *pieces;
  EntFaults *faults;
} Lexer;

static void
clear_piece (gpointer data)
{
  EntPiece *piece = data;

  g_free (piece->name);
  g_free (piece->path);
  g_free (piece->label);
}

static EntPiece *
add_piece (Lexer *self, EntPieceKind kind, gsize offset, gsize length)
{
  EntPiece piece = { .kind = kind, .offset = offset, .length = length };

  piece.next = piece.end = piece.parent = ENT_PIECE_NONE;
  g_array_append_val (self->pieces, piece);
  return &g_array_index (self->pieces, EntPiece, self->pieces->len - 1);
}

static gboolean
is_name (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_NAME && strspn (text, NAME_START) > 0 &&
         strspn (text, NAME_CHARACTERS) == length && text[length - 1] != '.' &&
         strstr (text, "..") == NULL;
}

/* Text, cut at the ends of lines. */
static void
add_text (Lexer *self, gsize offset, gsize length)
{
  while (length > 0)
    {
      const char *start = self->source + offset;
      const char *end = memchr (start, '\n', length);
      gsize taken = end != NULL ? (gsize) (end + 1 - start) : length;

      add_piece (self, ENT_PIECE_TEXT, offset, taken);
      offset += taken;
      length -= taken;
    }
}

static void
read_condition (Lexer *self, EntPiece *piece, const char *text)
{
  if (g_str_has_prefix (text, "not "))
    {
      piece->negated = TRUE;
      text += strspn (text + 4, " ") + 4;
    }
  if (is_name (text))
    {
      piece->name = g_strdup (text);
      return;
    }
  piece->faulty = TRUE;
  ent_faults_add (self->faults, piece->offset, piece->length,
                  _ ("A condition looks at one field: write {if person.woman} or "
                     "{if not person.woman}."));
}

static void
read_else (Lexer *self, EntPiece *piece, const char *rest)
{
  if (g_str_has_prefix (rest, "if ") || strcmp (rest, "if") == 0)
    {
      piece->kind = ENT_PIECE_ELSE_IF;
      read_condition (self, piece, rest + 2 + strspn (rest + 2, " "));
    }
  else if (rest[0] != '\0')
    {
      piece->faulty = TRUE;
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("Write {else} alone, or {else if …} with the name of a field."));
    }
}

static void
read_space (Lexer *self, EntPiece *piece, const char *text)
{
  g_autofree char *number = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;
  double space = g_ascii_strtod (number, &end);

  if (g_str_has_suffix (number, "mm"))
    number[strlen (number) - 2] = '\0';
  g_strchomp (number);
  if (g_ascii_isdigit (number[0]) && *end == '\0' && space > 0 && space <= MAX_SPACE)
    {
      piece->space = space;
      return;
    }
  piece->faulty = TRUE;
  ent_faults_add (self->faults, piece->offset, piece->length,
                  _ ("Say how many millimetres, from 1 to 250: {space 10}."));
}

static void
read_directive (Lexer *self, EntPiece *piece, const char *word, const char *rest)
{
  if (strcmp (word, "space") == 0)
    {
      piece->block = ENT_BLOCK_SPACE;
      read_space (self, piece, rest);
      return;
    }
  if (strcmp (word, "annex") == 0)
    {
      piece->block = ENT_BLOCK_ANNEX;
      piece->name = g_strdup (rest);
      if (rest[0] != '\0')
        return;
      piece->faulty = TRUE;
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("An annex has a title: {annex Title of the annex}."));
      return;
    }
  piece->block = strcmp (word, "signatures") == 0 ? ENT_BLOCK_SIGNATURES : ENT_BLOCK_PAGE_BREAK;
  if (rest[0] == '\0')
    return;
  piece->faulty = TRUE;
  ent_faults_add (self->faults, piece->offset, piece->length,
                  _ ("Write {%s} with nothing behind the word."), word);
}

/* Neither an instruction nor a name. */
static void
say_unknown (Lexer *self, const EntPiece *piece, const char *word, const char *content)
{
  const char *nearest = ent_faults_is_full (self->faults)
                            ? NULL
                            : ent_template_nearest (word, instructions);

  if (content[0] == '\0')
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("The braces are empty: write the name of a field between them."));
  else if (nearest != NULL)
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("“%s” is no instruction. Did you mean “%s”?"), word, nearest);
  else
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("Between braces stands the name of a field, such as {person.name}. For a "
                       "brace in the text, write \\{."));
}

static void
read_field (Lexer *self, EntPiece *piece, const char *word, const char *content)
{
  g_autofree char *name = g_strdup (content);
  gsize length = strlen (name);

  piece->optional = length > 0 && name[length - 1] == '?';
  if (piece->optional)
    name[length - 1] = '\0';
  g_strchomp (name);
  if (is_name (name))
    {
      piece->name = g_steal_pointer (&name);
      return;
    }
  piece->faulty = TRUE;
  say_unknown (self, piece, word, content);
}

static void
read_for (Lexer *self, EntPiece *piece, const char *rest)
{
  if (is_name (rest))
    {
      piece->name = g_strdup (rest);
      return;
    }
  piece->faulty = TRUE;
  ent_faults_add (self->faults, piece->offset, piece->length,
                  _ ("Say which list is gone through: {for household.members}."));
}

static void
read_chip (Lexer *self, gsize offset, gsize length, char *content)
{
  g_autofree char *word = NULL;
  const char *rest;
  gsize in_word;
  EntPiece *piece;

  g_strdelimit (content, "\t\r", ' ');
  g_strstrip (content);
  in_word = strcspn (content, " ");
  word = g_strndup (content, in_word);
  rest = content + in_word + strspn (content + in_word, " ");
  piece = add_piece (self, ENT_PIECE_FIELD, offset, length);

  if (strcmp (word, "if") == 0)
    {
      piece->kind = ENT_PIECE_IF;
      read_condition (self, piece, rest);
    }
  else if (strcmp (word, "for") == 0)
    {
      piece->kind = ENT_PIECE_FOR;
      read_for (self, piece, rest);
    }
  else if (strcmp (word, "else") == 0)
    {
      piece->kind = ENT_PIECE_ELSE;
      read_else (self, piece, rest);
    }
  else if (strcmp (word, "end") == 0)
    {
      piece->kind = ENT_PIECE_END;
      piece->faulty = rest[0] != '\0';
      if (piece->faulty)
        ent_faults_add (self->faults, offset, length,
                        _ ("Write {%s} with nothing behind the word."), word);
    }
  else if (g_strv_contains (instructions, word))
    {
      piece->kind = ENT_PIECE_DIRECTIVE;
      read_directive (self, piece, word, rest);
    }
  else
    read_field (self, piece, word, content);
}

/* Reads what begins with braces; returns where to go on. */
static gsize
read_braces (Lexer *self, gsize offset)
{
  const char *start = self->source + offset;
  gsize n_braces = strspn (start, "{");
  const char *content = start + n_braces;
  gsize length = strcspn (content, "{}\n");
  g_autofree char *copy = NULL;
  gsize n_closing;

  if (content[length] != '}' || length > MAX_CHIP)
    {
      length = MIN (length, MAX_CHIP);
      while (length > 0 && ((guchar) content[length] & 0xc0) == 0x80)
        length--;
      add_text (self, offset, n_braces + length);
      g_array_index (self->pieces, EntPiece, self->pieces->len - 1).faulty = TRUE;
      ent_faults_add (self->faults, offset, n_braces + length,
                      _ ("This brace is not closed: write } behind the name. For a brace in the "
                         "text, write \\{."));
      return offset + n_braces + length;
    }

  copy = g_strndup (content, length);
  n_closing = n_braces > 1 ? strspn (content + length, "}") : 1;
  read_chip (self, offset, n_braces + length + n_closing, copy);
  if (n_braces > 1)
    {
      g_array_index (self->pieces, EntPiece, self->pieces->len - 1).faulty = TRUE;
      ent_faults_add (self->faults, offset, n_braces + length + n_closing,
                      _ ("One brace on each side is enough: {%s}."), copy);
    }
  return offset + n_braces + length + n_closing;
}

static gsize
read_stray_braces (Lexer *self, gsize offset)
{
  gsize length = strspn (self->source + offset, "}");

  add_piece (self, ENT_PIECE_TEXT, offset, length)->faulty = TRUE;
  ent_faults_add (self->faults, offset, length,
                  _ ("No brace is open here: write { before the name. For a brace in the text, "
                     "write \\}."));
  return offset + length;
}

static void
lex (Lexer *self)
{
  gsize offset = 0, text_start = 0;

  for (;;)
    {
      const char *here;

      offset += strcspn (self->source + offset, "\\{}");
      here = self->source + offset;
      if (here[0] == '\\' && here[1] != '{' && here[1] != '}')
        {
          /* A backslash keeps what is behind it, be it another one. */
          offset += here[1] == '\\' ? 2 : 1;
          continue;
        }
      add_text (self, text_start, offset - text_start);
      if (here[0] == '\0')
        return;
      if (here[0] == '\\')
        {
          add_text (self, offset + 1, 1);
          offset += 2;
        }
      else
        offset = here[0] == '{' ? read_braces (self, offset) : read_stray_braces (self, offset);
      text_start = offset;
    }
}

static gboolean
is_blank (const char *source, const EntPiece *piece)
{
  for (gsize i = 0; i < piece->length; i++)
    if (strchr (" \t\r\n", source[piece->offset + i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Marks the chips of one line as alone when they are. */
static void
mark_line (Lexer *self, guint from, guint to)
{
  guint n_control = 0, n_directives = 0, n_others = 0;

  for (guint i = from; i < to; i++)
    {
      const EntPiece *piece = &g_array_index (self->pieces, EntPiece, i);

      if (piece->kind == ENT_PIECE_DIRECTIVE)
        n_directives++;
      else if (piece->kind >= ENT_PIECE_IF)
        n_control++;
      else if (piece->kind == ENT_PIECE_FIELD || !is_blank (self->source, piece))
        n_others++;
    }
  if (n_others > 0 || n_directives > 1 || (n_directives > 0) == (n_control > 0))
    return;

  for (guint i = from; i < to; i++)
    {
      EntPiece *piece = &g_array_index (self->pieces, EntPiece, i);

      piece->alone = piece->kind != ENT_PIECE_TEXT;
      piece->silent = !piece->alone;
    }
}

static void
mark_lines (Lexer *self)
{
  guint from = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const EntPiece *piece = &g_array_index (self->pieces, EntPiece, i);

      if (piece->kind == ENT_PIECE_TEXT && self->source[piece->offset + piece->length - 1] == '\n')
        {
          mark_line (self, from, i + 1);
          from = i + 1;
        }
    }
  mark_line (self, from, self->pieces->len);
}

static void
check_directives (Lexer *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      EntPiece *piece = &g_array_index (self->pieces, EntPiece, i);

      if (piece->kind != ENT_PIECE_DIRECTIVE || piece->alone)
        continue;
      piece->faulty = TRUE;
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("This instruction stands alone on its line."));
    }
}

GArray *
ent_template_lex (const char *source, EntFaults *faults)
{
  Lexer self = { .source = source, .faults = faults };

  self.pieces = g_array_new (FALSE, TRUE, sizeof (EntPiece));
  g_array_set_clear_func (self.pieces, clear_piece);
  lex (&self);
  mark_lines (&self);
  check_directives (&self);
  return self.pieces;
}

char *
ent_template_clean (const char *text, GArray *bad)
{
  gsize length = strlen (text);
  GString *out = g_string_sized_new (length);

  for (gsize i = g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0; i < length;)
    {
      gunichar ch = g_utf8_get_char_validated (text + i, (gssize) (length - i));
      gboolean wrong = ch == (gunichar) -1 || ch == (gunichar) -2;
      gsize taken = wrong ? 1 : (gsize) g_utf8_skip[(guchar) text[i]];

      if (ch == '\r')
        {
          taken += text[i + 1] == '\n';
          ch = '\n';
        }
      wrong = wrong || (g_unichar_iscntrl (ch) && ch != '\n' && ch != '\t') ||
              (ch >= 0xe000 && ch <= ENT_MARK_LAST);
      if (wrong)
        g_array_append_val (bad, out->len);
      g_string_append_unichar (out, wrong ? 0xfffd : ch);
      i += taken;
    }
  return g_string_free_and_steal (out);
}
