/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text inside a paragraph of a template: values back in their places, blanks that an empty
 * value leaves taken away. Any thread, one at a time. */

#include "ent-template-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_INLINE_DEPTH 16

static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:", NULL };

static EntSpan *
last_span (EntWalk *self)
{
  GPtrArray *spans = self->block->spans;

  return spans->len > 0 ? g_ptr_array_index (spans, spans->len - 1) : NULL;
}

static void
flush (EntWalk *self)
{
  if (self->run->len == 0)
    return;

  ent_block_add_text (self->block, self->run->str, self->flags, self->uri);
  g_string_truncate (self->run, 0);
}

static void
trim_run (EntWalk *self)
{
  while (self->run->len > 0 && self->run->str[self->run->len - 1] == ' ')
    g_string_truncate (self->run, self->run->len - 1);
}

static gboolean
ends_with_blank (EntWalk *self)
{
  const EntSpan *span = last_span (self);

  if (self->line_empty)
    return TRUE;
  if (self->run->len > 0)
    return self->run->str[self->run->len - 1] == ' ';
  return span != NULL && g_str_has_suffix (span->text, " ");
}

static void
put_text (EntWalk *self, const char *text, gsize length, EntSpanFlags flags, const char *uri)
{
  while (length > 0 && text[0] == ' ' && ends_with_blank (self))
    {
      text++;
      length--;
    }
  if (length == 0)
    return;

  if (flags != self->flags || g_strcmp0 (uri, self->uri) != 0)
    {
      flush (self);
      self->flags = flags;
      g_set_str (&self->uri, uri);
    }
  g_string_append_len (self->run, text, (gssize) length);
  self->line_empty = FALSE;
  self->ends_with_backslash = FALSE;
}

/* @wanted: also when there is nothing on the line, as in a value that has an empty line. */
static void
put_break (EntWalk *self, gboolean wanted)
{
  EntSpan *span;

  if (self->line_empty && !wanted)
    return;

  trim_run (self);
  flush (self);
  span = last_span (self);
  if (span == NULL || span->flags & ENT_SPAN_BREAK)
    ent_block_add_text (self->block, "", ENT_SPAN_BREAK, NULL);
  else
    span->flags |= ENT_SPAN_BREAK;
  self->line_empty = TRUE;
  self->ends_with_backslash = FALSE;
}

static void
put_gap (EntWalk *self, const EntPiece *piece, EntSpanFlags flags)
{
  gboolean has_label = piece->label != NULL && piece->label[0] != '\0';
  const char *text = has_label ? _ (piece->label) : piece->name;
  const char *path = piece->path != NULL ? piece->path : piece->name;

  put_text (self, text, strlen (text), flags | ENT_SPAN_GAP, NULL);
  if (self->gaps != NULL && !g_ptr_array_find_with_equal_func (self->gaps, path, g_str_equal, NULL))
    g_ptr_array_add (self->gaps, g_strdup (path));
}

static void
put_value (EntWalk *self, const EntPlaced *placed, EntSpanFlags flags, const char *uri)
{
  gsize length;

  if (placed->piece->kind != ENT_PIECE_FIELD)
    return;
  if (placed->text == NULL)
    {
      if (!placed->piece->optional)
        put_gap (self, placed->piece, flags);
      return;
    }
  length = strlen (placed->text);
  while (length > 0 && placed->text[length - 1] == '\n')
    length--;
  for (const char *start = placed->text; length > 0;)
    {
      const char *end = memchr (start, '\n', length);
      gsize taken = end != NULL ? (gsize) (end - start) : length;

      put_text (self, start, taken, flags, uri);
      if (end == NULL)
        break;
      put_break (self, TRUE);
      start = end + 1;
      length -= taken + 1;
    }
}

/* Reads a placeholder and moves past it; NULL when it is none, as when somebody wrote the private
 * characters as entities. */
static const EntPlaced *
take_placeholder (EntWalk *self, const char **text, const char *end)
{
  const char *p = *text + ENT_MARK_LENGTH;
  gsize number = 0, scale = 1;
  GArray *placed = self->expansion->placed;

  for (; end - p >= ENT_MARK_LENGTH && memcmp (p, "\xee\x80", 2) == 0 && (guchar) p[2] >= 0x90 &&
         (guchar) p[2] <= 0x9f && number < placed->len;
       p += ENT_MARK_LENGTH, scale *= 16)
    number += scale * ((guchar) p[2] - 0x90u);
  if (end - p < ENT_MARK_LENGTH || memcmp (p, ENT_MARK_END, ENT_MARK_LENGTH) != 0 ||
      number >= placed->len)
    {
      *text += ENT_MARK_LENGTH;
      return NULL;
    }
  *text = p + ENT_MARK_LENGTH;
  return &g_array_index (placed, EntPlaced, number);
}

static const char *
find_mark (const char *text, const char *end)
{
  while (end - text >= ENT_MARK_LENGTH)
    {
      const char *found = memchr (text, 0xee, (gsize) (end - text));

      if (found == NULL || end - found < ENT_MARK_LENGTH)
        break;
      if ((guchar) found[1] == 0x80)
        return found;
      text = found + 1;
    }
  return end;
}

/* Text of the template: as many blanks as there are count as one. */
static void
put_words (EntWalk *self, const char *text, gsize length, EntSpanFlags flags, const char *uri)
{
  while (length > 0)
    {
      const char *blank = memchr (text, ' ', length);
      gsize taken = blank != NULL ? (gsize) (blank + 1 - text) : length;

      put_text (self, text, taken, flags, uri);
      text += taken;
      length -= taken;
    }
}

static void
put_literal (EntWalk *self, const char *text, gsize length, EntSpanFlags flags, const char *uri)
{
  const char *end = text + length;
  gboolean backslash = length > 0 && end[-1] == '\\';

  while (text < end)
    {
      const char *mark = find_mark (text, end);
      const EntPlaced *placed;

      put_words (self, text, (gsize) (mark - text), flags, uri);
      if (mark == end)
        break;
      text = mark;
      placed = take_placeholder (self, &text, end);
      if (placed != NULL)
        put_value (self, placed, flags, uri);
    }
  self->ends_with_backslash = backslash;
}

/* Where a link leads, with values; NULL when that is nowhere that a paper may name. */
static char *
make_uri (EntWalk *self, cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  const char *end = url + strlen (url);
  gboolean has_values = find_mark (url, end) != end;
  g_autoptr(GString) out = g_string_new (NULL);

  for (const char *p = url; p < end;)
    {
      const char *mark = find_mark (p, end);
      const EntPlaced *placed;

      g_string_append_len (out, p, mark - p);
      if (mark == end)
        break;
      p = mark;
      placed = take_placeholder (self, &p, end);
      if (placed != NULL && placed->text != NULL)
        g_string_append (out, placed->text);
    }
  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_str_has_prefix (out->str, schemes[i]) && strpbrk (out->str, " \n\"<>") == NULL)
      return g_strdup (out->str);
  if (!has_values)
    ent_walk_fault (self, node,
                    _ ("A link leads to an address that begins with https://, mailto: or tel:."));
  return NULL;
}

static void walk_inlines (EntWalk *self,
                          cmark_node *parent,
                          EntSpanFlags flags,
                          const char *uri,
                          guint depth);

static void
walk_inline (EntWalk *self, cmark_node *node, EntSpanFlags flags, const char *uri, guint depth)
{
  const char *literal = cmark_node_get_literal (node);
  g_autofree char *own_uri = NULL;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      put_literal (self, literal, strlen (literal), flags, uri);
      break;
    case CMARK_NODE_SOFTBREAK:
      put_text (self, " ", 1, flags, uri);
      break;
    case CMARK_NODE_LINEBREAK:
      put_break (self, FALSE);
      break;
    case CMARK_NODE_EMPH:
      walk_inlines (self, node, flags | ENT_SPAN_ITALIC, uri, depth + 1);
      break;
    case CMARK_NODE_STRONG:
      walk_inlines (self, node, flags | ENT_SPAN_BOLD, uri, depth + 1);
      break;
    case CMARK_NODE_LINK:
      own_uri = make_uri (self, node);
      walk_inlines (self, node, flags, own_uri, depth + 1);
      break;
    case CMARK_NODE_IMAGE:
      ent_walk_fault (self, node,
                      _ ("A template holds no image: the letterhead brings the logo. For an "
                         "exclamation mark before a link, write \\!."));
      walk_inlines (self, node, flags, uri, depth + 1);
      break;
    case CMARK_NODE_CODE:
      ent_walk_fault (self, node, _ ("Backquotes mean nothing on paper: take them away."));
      put_literal (self, literal, strlen (literal), flags, uri);
      break;
    default:
      ent_walk_fault (self, node, _ ("A template holds no HTML. For the sign itself, write \\<."));
      if (literal != NULL)
        put_literal (self, literal, strlen (literal), flags, uri);
      break;
    }
}

static void
walk_inlines (EntWalk *self, cmark_node *parent, EntSpanFlags flags, const char *uri, guint depth)
{
  cmark_node *node = cmark_node_first_child (parent);

  if (depth > MAX_INLINE_DEPTH && node != NULL)
    {
      ent_walk_fault (self, parent, _ ("There are too many marks inside each other here."));
      return;
    }
  for (; node != NULL; node = cmark_node_next (node))
    walk_inline (self, node, flags, uri, depth);
}

static void
begin (EntWalk *self, EntBlock *block)
{
  self->block = block;
  self->flags = 0;
  g_clear_pointer (&self->uri, g_free);
  self->line_empty = TRUE;
  self->ends_with_backslash = FALSE;
}

/* A hard break before the end of a paragraph breaks nothing. */
static void
end (EntWalk *self)
{
  GPtrArray *spans = self->block->spans;

  if (self->ends_with_backslash && self->run->len > 0)
    g_string_truncate (self->run, self->run->len - 1);
  trim_run (self);
  flush (self);
  while (spans->len > 0 && last_span (self)->text[0] == '\0')
    g_ptr_array_set_size (spans, (int) spans->len - 1);
  if (spans->len > 0)
    last_span (self)->flags &= ~ENT_SPAN_BREAK;
  self->block = NULL;
}

void
ent_walk_inlines (EntWalk *self, cmark_node *parent, EntBlock *block)
{
  begin (self, block);
  walk_inlines (self, parent, 0, NULL, 0);
  end (self);
}

void
ent_walk_plain (EntWalk *self, const char *text, gsize length, EntBlock *block)
{
  begin (self, block);
  put_literal (self, text, length, 0, NULL);
  end (self);
}

const EntPiece *
ent_walk_get_directive (EntWalk *self, const char *text, gsize length)
{
  const char *p = text;
  const EntPlaced *placed;

  if (length < ENT_MARK_LENGTH || memcmp (text, ENT_MARK_DIRECTIVE, ENT_MARK_LENGTH) != 0)
    return NULL;
  placed = take_placeholder (self, &p, text + length);
  return placed != NULL && placed->piece->kind == ENT_PIECE_DIRECTIVE ? placed->piece : NULL;
}
