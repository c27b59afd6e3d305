/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts the contents of a PDF page into its words: names, numbers, operators. Any thread. */

#include "ent-pdf-tokens.h"

#include <string.h>

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static gboolean
is_regular (char c)
{
  return !is_space (c) && !is_delimiter (c);
}

static void
skip_space (EntPdfTokens *self)
{
  while (self->position < self->size)
    {
      char c = self->data[self->position];

      if (c == '%')
        while (self->position < self->size && self->data[self->position] != '\n' &&
               self->data[self->position] != '\r')
          self->position++;
      else if (is_space (c))
        self->position++;
      else
        return;
    }
}

static void
skip_regular (EntPdfTokens *self)
{
  while (self->position < self->size && is_regular (self->data[self->position]))
    self->position++;
}

/* Parentheses nest unless a backslash stands before. */
static void
skip_string (EntPdfTokens *self)
{
  int depth = 0;

  for (; self->position < self->size; self->position++)
    {
      char c = self->data[self->position];

      if (c == '\\')
        self->position++;
      else if (c == '(')
        depth++;
      else if (c == ')' && --depth == 0)
        {
          self->position++;
          return;
        }
    }
  self->position = self->size;
}

static void
skip_hex_or_bracket (EntPdfTokens *self)
{
  char c = self->data[self->position++];
  const char *end;

  if (c == '>' && self->position < self->size && self->data[self->position] == '>')
    self->position++;
  if (c != '<' || self->position >= self->size)
    return;

  if (self->data[self->position] == '<')
    {
      self->position++;
      return;
    }
  end = memchr (self->data + self->position, '>', self->size - self->position);
  self->position = end != NULL ? end - self->data + 1 : self->size;
}

/* The bytes of an image may look like anything: EI counts only between spaces. */
static void
skip_inline_image (EntPdfTokens *self)
{
  gsize start = self->position;

  for (gsize at = start + 1; at + 1 < self->size; at++)
    if (self->data[at] == 'E' && self->data[at + 1] == 'I' && is_space (self->data[at - 1]) &&
        (at + 2 == self->size || is_space (self->data[at + 2])))
      {
        self->position = at + 2;
        return;
      }
  self->position = self->size;
}

static EntPdfTokenKind
kind_of_word (const char *word, gsize length)
{
  if (g_ascii_isdigit (*word) || strchr ("+-.", *word) != NULL)
    return ENT_PDF_TOKEN_NUMBER;
  if ((length == 4 && (strncmp (word, "true", 4) == 0 || strncmp (word, "null", 4) == 0)) ||
      (length == 5 && strncmp (word, "false", 5) == 0))
    return ENT_PDF_TOKEN_OTHER;
  return ENT_PDF_TOKEN_OPERATOR;
}

static EntPdfTokenKind
take_word (EntPdfTokens *self)
{
  gsize start = self->position;
  const char *word = self->data + start;

  skip_regular (self);
  if (self->position - start == 2 && strncmp (word, "BI", 2) == 0)
    {
      skip_inline_image (self);
      return ENT_PDF_TOKEN_OPERATOR;
    }
  return kind_of_word (word, self->position - start);
}

gboolean
ent_pdf_tokens_next (EntPdfTokens *self, EntPdfToken *token)
{
  skip_space (self);
  token->start = self->position;
  token->kind = ENT_PDF_TOKEN_OTHER;
  token->length = 0;
  if (self->position >= self->size)
    {
      token->kind = ENT_PDF_TOKEN_END;
      return FALSE;
    }

  switch (self->data[self->position])
    {
    case '(':
      skip_string (self);
      break;
    case '/':
      self->position++;
      skip_regular (self);
      token->kind = ENT_PDF_TOKEN_NAME;
      break;
    case '<':
    case '>':
      skip_hex_or_bracket (self);
      break;
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
      self->position++;
      break;
    default:
      token->kind = take_word (self);
    }
  token->length = self->position - token->start;
  return TRUE;
}

gboolean
ent_pdf_tokens_is (const EntPdfTokens *self, const EntPdfToken *token, const char *word)
{
  return token->length == strlen (word) &&
         memcmp (self->data + token->start, word, token->length) == 0;
}

char *
ent_pdf_tokens_dup (const EntPdfTokens *self, const EntPdfToken *token)
{
  return g_strndup (self->data + token->start, token->length);
}
