/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What templates may name, questions included, and its samples. Any thread, one at a time. */

#include "ent-paper-chips.h"

#include "ent-common-chips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SAMPLE_ITEMS 2

struct _EntPaperChips
{
  grefcount refs;
  GArray *asked; /* EntChip of the questions, ends with a NULL path */
  GPtrArray *paths; /* those that are written nowhere */
  const EntDocumentKind *kind;
  const EntChip *arrays[4];
};

G_DEFINE_BOXED_TYPE (EntPaperChips, ent_paper_chips, ent_paper_chips_ref, ent_paper_chips_unref)

static void
add (EntPaperChips *self, const char *path, EntChipKind kind, const char *label)
{
  EntChip chip = { path, kind, label, NULL };

  g_array_append_val (self->asked, chip);
}

/* "path.name", as long as we live. */
static const char *
keep (EntPaperChips *self, const char *path, const char *name)
{
  char *whole = g_strdup_printf ("%s.%s", path, name);

  g_ptr_array_add (self->paths, whole);
  return whole;
}

static void
add_question (EntPaperChips *self, const EntQuestion *question)
{
  gboolean lines = question->kind == ENT_QUESTION_LINES;

  add (self, question->path, lines ? ENT_CHIP_LIST : ENT_CHIP_TEXT, question->label);
  if (lines)
    add (self, keep (self, question->path, "text"), ENT_CHIP_TEXT, question->label);
  if (question->kind != ENT_QUESTION_CHOICE || question->choices == NULL)
    return;
  for (guint i = 0; i < question->choices->n_choices; i++)
    add (self, keep (self, question->path, question->choices->choices[i].nick), ENT_CHIP_FLAG,
         question->choices->choices[i].label);
}

EntPaperChips *
ent_paper_chips_new (const EntDocumentKind *kind)
{
  EntPaperChips *self = g_new0 (EntPaperChips, 1);
  const EntQuestion *question = kind != NULL ? kind->questions : NULL;
  guint n = 0;

  g_ref_count_init (&self->refs);
  self->kind = kind;
  self->asked = g_array_new (TRUE, TRUE, sizeof (EntChip));
  self->paths = g_ptr_array_new_with_free_func (g_free);
  for (; question != NULL && question->path != NULL; question++)
    add_question (self, question);

  if (kind != NULL && kind->chips != NULL)
    self->arrays[n++] = kind->chips;
  if (self->asked->len > 0)
    self->arrays[n++] = (const EntChip *) self->asked->data;
  self->arrays[n] = ent_common_chips;
  return self;
}

EntPaperChips *
ent_paper_chips_ref (EntPaperChips *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
ent_paper_chips_unref (EntPaperChips *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->asked);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

const EntChip *const *
ent_paper_chips_get (EntPaperChips *self)
{
  return (const EntChip *const *) self->arrays;
}

static char *
sample_of (const EntChip *chip, guint number)
{
  const char *sample = chip->sample != NULL ? _ (chip->sample) : _ (chip->label);

  return number == 0 ? g_strdup (sample) : g_strdup_printf ("%s (%u)", sample, number + 1);
}

/* The chips of the items of @list: those named "list.path". */
static void
fill_item (const EntChip *chips, const EntChip *list, EntFields *item, guint number)
{
  g_autofree char *prefix = g_strconcat (list->path, ".", NULL);

  for (const EntChip *chip = chips; chip->path != NULL; chip++)
    {
      g_autofree char *text = NULL;

      if (chip == list || !g_str_has_prefix (chip->path, prefix))
        continue;
      text = sample_of (chip, number);
      if (chip->kind == ENT_CHIP_FLAG)
        ent_fields_set_flag (item, chip->path + strlen (prefix), FALSE);
      else
        ent_fields_set (item, chip->path + strlen (prefix), text);
    }
}

static gboolean
is_of_a_list (const EntChip *chips, const EntChip *chip)
{
  for (const EntChip *list = chips; list->path != NULL; list++)
    {
      g_autofree char *prefix = g_strconcat (list->path, ".", NULL);

      if (list->kind == ENT_CHIP_LIST && g_str_has_prefix (chip->path, prefix))
        return TRUE;
    }
  return FALSE;
}

static void
fill_chip (EntFields *fields, const EntChip *chips, const EntChip *chip)
{
  g_autofree char *text = NULL;

  switch (chip->kind)
    {
    case ENT_CHIP_LIST:
      for (guint i = 0; i < N_SAMPLE_ITEMS; i++)
        fill_item (chips, chip, ent_fields_append (fields, chip->path), i);
      break;
    case ENT_CHIP_FLAG:
      /* The person of the samples has a woman's name. */
      ent_fields_set_flag (fields, chip->path, g_str_equal (chip->path, "person.woman"));
      break;
    case ENT_CHIP_TEXT:
    default:
      text = sample_of (chip, 0);
      ent_fields_set (fields, chip->path, text);
    }
}

EntFields *
ent_paper_chips_fill_samples (EntPaperChips *self)
{
  EntFields *fields = ent_fields_new ();

  for (guint i = 0; self->arrays[i] != NULL; i++)
    for (const EntChip *chip = self->arrays[i]; chip->path != NULL; chip++)
      if (!is_of_a_list (self->arrays[i], chip))
        fill_chip (fields, self->arrays[i], chip);
  return fields;
}
