/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes bands of headings, paragraphs, lists, boxes, images and annexes. One thread. */

#include "ent-flow.h"

#include "ent-wording.h"

#define PARAGRAPH_GAP 0.6 /* all in sizes of the text */
#define ITEM_GAP 0.3
#define CELL_GAP 0.25
#define BULLET_WIDTH 1.3
#define QUOTE_INDENT (8 * ENT_MM_TO_PT)
#define BOX_PAD (3.2 * ENT_MM_TO_PT)

typedef struct
{
  double size;
  double before;
  double after;
} HeadingStyle;

static const HeadingStyle heading_styles[] = {
  { 1.45, 1.4, 0.8 },
  { 1.15, 1.3, 0.45 },
  { 1.0, 1.0, 0.3 },
};

static gboolean add_block (EntFlow *self, const EntBlock *block, GError **error);

EntFlow *
ent_flow_new (PangoContext *context, const char *language, double size)
{
  EntFlow *self = g_new0 (EntFlow, 1);

  self->context = context;
  self->language = language;
  self->size = size;
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_band_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_row_free);
  self->tables = g_ptr_array_new_with_free_func (g_free);
  self->frames = g_ptr_array_new_with_free_func (g_free);
  self->pending = g_array_new (FALSE, FALSE, sizeof (EntTag));
  return self;
}

void
ent_flow_free (EntFlow *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_unref (((EntTable *) g_ptr_array_index (self->tables, i))->heads);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->frames);
  g_array_unref (self->pending);
  g_free (self);
}

EntBand *
ent_flow_add (EntFlow *self, EntBandKind kind, double before)
{
  EntBand *band = ent_band_new (kind);

  band->x = self->x;
  band->width = self->width;
  band->gap = (self->tight ? 0 : MAX (before, self->after)) + self->space;
  band->new_page = self->new_page && self->bands->len > 0 && !self->in_cell;
  band->table = self->table;
  band->frame = self->frame;
  if (self->pending->len > 0)
    {
      band->opens = self->pending;
      self->pending = g_array_new (FALSE, FALSE, sizeof (EntTag));
    }
  self->tight = FALSE;
  self->after = 0;
  self->space = 0;
  self->new_page = FALSE;
  g_ptr_array_add (self->bands, band);
  return band;
}

void
ent_flow_open (EntFlow *self, EntTag tag)
{
  g_array_append_val (self->pending, tag);
}

void
ent_flow_close (EntFlow *self, EntTag tag)
{
  EntBand *last;

  /* Opened and left empty: it never was. */
  if (self->pending->len > 0)
    {
      g_array_set_size (self->pending, self->pending->len - 1);
      return;
    }
  last = g_ptr_array_index (self->bands, self->bands->len - 1);
  if (last->closes == NULL)
    last->closes = g_array_new (FALSE, FALSE, sizeof (EntTag));
  g_array_append_val (last->closes, tag);
}

/* The first two lines stay together, and the last two. */
static EntKeep
keep_of_line (guint line, guint n)
{
  return n > 1 && (line == 0 || line + 2 == n) ? ENT_KEEP : ENT_KEEP_NONE;
}

static gboolean
is_empty (GPtrArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    if (*((EntSpan *) g_ptr_array_index (spans, i))->text != '\0')
      return FALSE;
  return TRUE;
}

EntBand *
ent_flow_add_text (EntFlow *self, GPtrArray *spans, const EntTypeStyle *style, double before)
{
  g_autoptr (EntTypeset) text = NULL;
  EntBand *band = NULL;
  guint n;

  if (is_empty (spans))
    return NULL;
  text = ent_typeset_new (self->context, spans, style);
  n = ent_typeset_n_lines (text);
  for (guint i = 0; i < n; i++)
    {
      band = ent_flow_add (self, ENT_BAND_LINE, before);
      before = 0;
      band->text = ent_typeset_ref (text);
      band->line = i;
      band->height = ent_typeset_line (text, i)->height;
      band->keep = keep_of_line (i, n);
    }
  return band;
}

static double
gap_of (const EntFlow *self)
{
  return self->size * (self->in_cell ? CELL_GAP : self->depth > 0 ? ITEM_GAP : PARAGRAPH_GAP);
}

void
ent_flow_add_paragraph (EntFlow *self, const EntBlock *block)
{
  EntAlign align = block->align != ENT_ALIGN_AUTO ? block->align : self->align;
  EntTypeStyle style = { .size = self->size, .bold = self->bold, .align = align };
  /* Of a narrow column, half at least is left to the text. */
  double indent = MIN (block->kind == ENT_BLOCK_PARAGRAPH ? block->level * QUOTE_INDENT : 0,
                       self->width / 2);

  self->x += indent;
  self->width -= indent;
  style.width = self->width;
  style.hyphenate = align == ENT_ALIGN_AUTO;
  style.justify = align == ENT_ALIGN_AUTO && !self->in_cell;
  ent_flow_open (self, ENT_TAG_P);
  if (ent_flow_add_text (self, block->spans, &style, gap_of (self)) != NULL)
    self->after = gap_of (self);
  ent_flow_close (self, ENT_TAG_P);
  self->x -= indent;
  self->width += indent;
}

static void
keep_from (EntFlow *self, guint first, EntKeep keep)
{
  for (guint i = first; i < self->bands->len; i++)
    {
      EntBand *band = g_ptr_array_index (self->bands, i);

      band->keep = MAX (band->keep, keep);
    }
}

/* Levels never skip one: the outline and the screen reader would promise what is not there. */
static void
add_heading (EntFlow *self, guint asked, EntAlign align, GPtrArray *spans)
{
  guint level = CLAMP (asked, 1, MIN (3, self->heading + 1));
  const HeadingStyle *heading = &heading_styles[CLAMP (asked, 1, 3) - 1];
  EntTypeStyle style = { .size = self->size * heading->size, .width = self->width, .bold = TRUE };
  guint first = self->bands->len;

  style.align = align;
  ent_flow_open (self, ENT_TAG_H1 + level - 1);
  if (ent_flow_add_text (self, spans, &style, heading->before * self->size) != NULL)
    {
      self->heading = level;
      self->after = heading->after * self->size;
      ((EntBand *) g_ptr_array_index (self->bands, first))->outline = self->in_cell ? 0 : level;
      keep_from (self, first, ENT_KEEP);
    }
  ent_flow_close (self, ENT_TAG_H1 + level - 1);
}

static gboolean
has_content (const EntBlock *block)
{
  if (block->image != NULL || !is_empty (block->spans) || block->kind == ENT_BLOCK_RULE)
    return TRUE;
  for (guint i = 0; i < block->children->len; i++)
    if (has_content (g_ptr_array_index (block->children, i)))
      return TRUE;
  return FALSE;
}

/* The label is a band without height that stays with the first line of its item. */
static void
add_label (EntFlow *self, const char *label, double width)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  EntSpan span = { (char *) label, 0, NULL };
  EntTypeStyle style = { .size = self->size, .width = -1, .bold = self->bold };
  EntBand *band;

  g_ptr_array_add (spans, &span);
  ent_flow_open (self, ENT_TAG_LI);
  ent_flow_open (self, ENT_TAG_LBL);
  band = ent_flow_add_text (self, spans, &style, self->size * ITEM_GAP);
  band->height = 0;
  band->width = width;
  band->keep = ENT_KEEP;
  ent_flow_close (self, ENT_TAG_LBL);
  self->tight = TRUE;
}

static gboolean
add_item (EntFlow *self, const EntBlock *item, const char *label, double width, GError **error)
{
  gboolean done;

  if (!has_content (item))
    return TRUE;
  add_label (self, label, width);
  self->x += width;
  self->width -= width;
  ent_flow_open (self, ENT_TAG_LBODY);
  if (item->spans->len > 0)
    ent_flow_add_paragraph (self, item);
  done = ent_flow_add_blocks (self, item->children, error);
  ent_flow_close (self, ENT_TAG_LBODY);
  ent_flow_close (self, ENT_TAG_LI);
  self->after = self->size * ITEM_GAP;
  self->x -= width;
  self->width += width;
  return done;
}

static char *
label_of (const EntFlow *self, const EntBlock *list, guint item)
{
  if (list->level > 0)
    return g_strdup_printf ("%u.", list->level + item);
  return g_strdup (self->depth > 1 ? "–" : "•");
}

static double
label_width (EntFlow *self, const EntBlock *list)
{
  g_autofree char *longest = label_of (self, list, MAX (1, list->children->len) - 1);
  EntTypeStyle style = { .size = self->size, .width = -1, .bold = self->bold };
  g_autoptr (EntTypeset) text = ent_typeset_new_plain (self->context, longest, &style);

  return MIN (MAX (self->size * BULLET_WIDTH, text->width + self->size * 0.5), self->width / 3);
}

static gboolean
add_list (EntFlow *self, const EntBlock *list, GError **error)
{
  EntTag tag = list->level > 0 ? ENT_TAG_L_NUMBERED : ENT_TAG_L;
  gboolean done = TRUE;
  double width;

  self->depth++;
  width = label_width (self, list);
  ent_flow_open (self, tag);
  for (guint i = 0; done && i < list->children->len; i++)
    {
      g_autofree char *label = label_of (self, list, i);

      done = add_item (self, g_ptr_array_index (list->children, i), label, width, error);
    }
  ent_flow_close (self, tag);
  self->depth--;
  self->after = gap_of (self);
  return done;
}

/* The frame is drawn page by page around the bands that name it. */
static gboolean
add_box (EntFlow *self, const EntBlock *block, GError **error)
{
  EntFrame *frame = g_new0 (EntFrame, 1);
  guint first = self->bands->len;
  EntBand *pad;
  gboolean done;

  frame->outer = self->frame;
  frame->x = self->x;
  frame->width = self->width;
  g_ptr_array_add (self->frames, frame);
  self->frame = frame;
  self->x += BOX_PAD;
  self->width -= 2 * BOX_PAD;
  ent_flow_open (self, ENT_TAG_DIV);
  pad = ent_flow_add (self, ENT_BAND_PAD, self->size * PARAGRAPH_GAP * 1.5);
  pad->height = BOX_PAD;
  self->tight = TRUE;
  if (block->spans->len > 0)
    ent_flow_add_paragraph (self, block);
  done = ent_flow_add_blocks (self, block->children, error);
  keep_from (self, first, ENT_KEEP_IF_ROOM);
  pad->keep = ENT_KEEP;
  ((EntBand *) g_ptr_array_index (self->bands, self->bands->len - 1))->keep = ENT_KEEP;
  self->tight = TRUE;
  pad = ent_flow_add (self, ENT_BAND_PAD, 0);
  pad->height = BOX_PAD;
  ent_flow_close (self, ENT_TAG_DIV);
  self->after = self->size * PARAGRAPH_GAP * 1.5;
  self->x -= BOX_PAD;
  self->width += 2 * BOX_PAD;
  self->frame = frame->outer;
  return done;
}

static gboolean
add_image (EntFlow *self, const EntBlock *block, GError **error)
{
  g_autoptr (EntPicture) picture = NULL;
  EntBand *band;

  if (block->image == NULL)
    return TRUE;
  picture = ent_picture_new (block->image, error);
  if (picture == NULL)
    return FALSE;
  if (block->width > 0)
    ent_picture_set_width (picture, block->width * ENT_MM_TO_PT);
  ent_picture_fit (picture, self->width, self->body_height * 0.9);
  band = ent_flow_add (self, ENT_BAND_PICTURE, self->size * PARAGRAPH_GAP);
  band->height = picture->height;
  if (block->align == ENT_ALIGN_CENTER)
    band->x += (self->width - picture->width) / 2;
  else if (block->align == ENT_ALIGN_END)
    band->x += self->width - picture->width;
  band->alt = g_strdup (block->alt);
  band->picture = g_steal_pointer (&picture);
  self->after = self->size * PARAGRAPH_GAP;
  return TRUE;
}

static void
add_drawing (EntFlow *self, const EntBlock *block)
{
  EntBand *band = ent_flow_add (self, ENT_BAND_DRAWING, self->size * PARAGRAPH_GAP);

  band->width = self->width;
  band->height = MIN (block->width * ENT_MM_TO_PT, self->body_height);
  band->alt = g_strdup (block->alt);
  band->drawing = &block->drawing;
  self->after = self->size * PARAGRAPH_GAP;
}

static gboolean
add_annex (EntFlow *self, const EntBlock *block, GError **error)
{
  g_autoptr (EntBlock) title = ent_block_new (ENT_BLOCK_HEADING);
  const char *word = ent_wording_word (self->language, ENT_WORD_ANNEX);
  g_autofree char *number = g_strdup_printf ("%s %u%s", word, ++self->annex,
                                             is_empty (block->spans) ? "" : " — ");
  gboolean done;

  ent_block_add_text (title, number, 0, NULL);
  for (guint i = 0; i < block->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (block->spans, i);

      ent_block_add_text (title, span->text, span->flags, span->uri);
    }
  self->new_page = TRUE;
  self->heading = 0;
  ent_flow_open (self, ENT_TAG_SECT);
  add_heading (self, 1, block->align, title->spans);
  done = ent_flow_add_blocks (self, block->children, error);
  ent_flow_close (self, ENT_TAG_SECT);
  return done;
}

static void
add_rule (EntFlow *self)
{
  EntBand *band = ent_flow_add (self, ENT_BAND_RULE, self->size * PARAGRAPH_GAP * 1.5);

  band->height = 0.5;
  self->after = self->size * PARAGRAPH_GAP * 1.5;
}

static gboolean
add_block (EntFlow *self, const EntBlock *block, GError **error)
{
  switch (block->kind)
    {
    case ENT_BLOCK_HEADING:
      add_heading (self, block->level, block->align, block->spans);
      return TRUE;
    case ENT_BLOCK_PARAGRAPH:
      ent_flow_add_paragraph (self, block);
      return TRUE;
    case ENT_BLOCK_LIST:
      return add_list (self, block, error);
    case ENT_BLOCK_TABLE:
      return ent_flow_add_table (self, block, error);
    case ENT_BLOCK_BOX:
      return add_box (self, block, error);
    case ENT_BLOCK_IMAGE:
      return add_image (self, block, error);
    case ENT_BLOCK_DRAWING:
      add_drawing (self, block);
      return TRUE;
    case ENT_BLOCK_SIGNATURES:
      return ent_flow_add_signatures (self, block, error);
    case ENT_BLOCK_RULE:
      add_rule (self);
      return TRUE;
    case ENT_BLOCK_SPACE:
      self->space += MAX (0, block->width) * ENT_MM_TO_PT;
      return TRUE;
    case ENT_BLOCK_PAGE_BREAK:
      self->new_page = TRUE;
      return TRUE;
    case ENT_BLOCK_ANNEX:
      return add_annex (self, block, error);
    case ENT_BLOCK_ITEM:
    case ENT_BLOCK_ROW:
    case ENT_BLOCK_CELL:
    case ENT_BLOCK_SIGNATURE:
    default:
      /* Out of its parent: nothing is lost, its text stands in the flow. */
      ent_flow_add_paragraph (self, block);
      return ent_flow_add_blocks (self, block->children, error);
    }
}

gboolean
ent_flow_add_blocks (EntFlow *self, GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!add_block (self, g_ptr_array_index (blocks, i), error))
        return FALSE;
    }
  return TRUE;
}
