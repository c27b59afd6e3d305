/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be put into a template, in groups. Main thread. */

#include "ent-chip-item.h"

#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EntChipItem
{
  GObject parent_instance;

  char *label;
  char *path;
  char *snippet;
  char *optional;
  char *found_by; /* folded */
  const char *group;
  guint rank; /* of the group */
};

G_DEFINE_FINAL_TYPE (EntChipItem, ent_chip_item, G_TYPE_OBJECT)

/* Groups by the first word of the path; what is not here belongs to the kind. */
static const struct
{
  const char *prefix;
  const char *label;
} groups[] = {
  { "answer.", N_ ("What is asked for this document") },
  { "person.", N_ ("The person") },
  { "file.", N_ ("The file") },
  { "worker.", N_ ("The reference worker") },
  { "centre.", N_ ("The centre") },
  { "agent.", N_ ("Who makes the document") },
  { "document.", N_ ("The document") },
  { "recipient.", N_ ("The addressee") },
};

/* What a template may hold beside fields. */
static const struct
{
  const char *label;
  const char *path;
  const char *snippet;
} marks[] = {
  { N_ ("Signatures"), "signatures", "\n{signatures}\n" },
  { N_ ("New page"), "page-break", "\n{page-break}\n" },
  { N_ ("Empty space"), "space", "\n{space 10}\n" },
  { N_ ("Annex"), "annex", "\n{annex |}\n" },
  { N_ ("Frame"), "box", "\n``` box\n|\n```\n" },
  { N_ ("Paragraphs at the right"), "right", "\n``` right\n|\n```\n" },
  { N_ ("Paragraphs in the middle"), "center", "\n``` center\n|\n```\n" },
};

static void
ent_chip_item_finalize (GObject *object)
{
  EntChipItem *self = ENT_CHIP_ITEM (object);

  g_free (self->label);
  g_free (self->path);
  g_free (self->snippet);
  g_free (self->optional);
  g_free (self->found_by);
  G_OBJECT_CLASS (ent_chip_item_parent_class)->finalize (object);
}

static void
ent_chip_item_class_init (EntChipItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_chip_item_finalize;
}

static void
ent_chip_item_init (EntChipItem *self)
{
}

static EntChipItem *
add (GListStore *items, const char *label, const char *path, char *snippet)
{
  g_autoptr (EntChipItem) self = g_object_new (ENT_TYPE_CHIP_ITEM, NULL);
  g_autofree char *words = g_strdup_printf ("%s %s", label, path);

  self->label = g_strdup (label);
  self->path = g_strdup (path);
  self->snippet = snippet;
  self->found_by = ent_text_fold (words);
  g_list_store_append (items, self);
  return self;
}

static void
set_group (EntChipItem *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (self->path, groups[i].prefix))
      {
        self->group = _ (groups[i].label);
        self->rank = i + 2;
        return;
      }
  self->group = _ ("Of this document");
  self->rank = 1;
}

/* The list that a chip is a part of, or NULL. */
static const EntChip *
list_of (const EntChip *chips, const EntChip *chip)
{
  for (const EntChip *list = chips; list->path != NULL; list++)
    {
      g_autofree char *prefix = g_strconcat (list->path, ".", NULL);

      if (list->kind == ENT_CHIP_LIST && g_str_has_prefix (chip->path, prefix))
        return list;
    }
  return NULL;
}

/* One line an item, with the first of its fields. */
static char *
list_snippet (const EntChip *chips, const EntChip *list)
{
  for (const EntChip *chip = chips; chip->path != NULL; chip++)
    if (chip->kind == ENT_CHIP_TEXT && list_of (chips, chip) == list)
      return g_strdup_printf ("\n{for %s}\n- {%s}|\n{end}\n", list->path,
                              chip->path + strlen (list->path) + 1);
  return g_strdup_printf ("\n{for %s}\n- |\n{end}\n", list->path);
}

static void
add_chip (GListStore *items, const EntChip *chips, const EntChip *chip)
{
  const EntChip *list = list_of (chips, chip);
  const char *path = list != NULL ? chip->path + strlen (list->path) + 1 : chip->path;
  EntChipItem *self;

  if (chip->kind == ENT_CHIP_LIST)
    self = add (items, _ (chip->label), path, list_snippet (chips, chip));
  else if (chip->kind == ENT_CHIP_FLAG)
    self = add (items, _ (chip->label), path, g_strdup_printf ("{if %s}|{end}", path));
  else
    {
      self = add (items, _ (chip->label), path, g_strdup_printf ("{%s}", path));
      self->optional = g_strdup_printf ("{%s?}", path);
    }
  set_group (self);
  if (list != NULL)
    {
      self->group = _ (list->label);
      self->rank = 0;
    }
}

GListModel *
ent_chip_items_new (EntPaperChips *chips)
{
  GListStore *items = g_list_store_new (ENT_TYPE_CHIP_ITEM);
  const EntChip *const *arrays = ent_paper_chips_get (chips);

  for (guint i = 0; arrays[i] != NULL; i++)
    for (const EntChip *chip = arrays[i]; chip->path != NULL; chip++)
      add_chip (items, arrays[i], chip);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      EntChipItem *self = add (items, _ (marks[i].label), marks[i].path,
                               g_strdup (marks[i].snippet));

      self->group = _ ("The page");
      self->rank = G_N_ELEMENTS (groups) + 2;
    }
  return G_LIST_MODEL (items);
}

const char *
ent_chip_item_get_label (EntChipItem *self)
{
  return self->label;
}

const char *
ent_chip_item_get_group (EntChipItem *self)
{
  return self->group;
}

const char *
ent_chip_item_get_snippet (EntChipItem *self)
{
  return self->snippet;
}

const char *
ent_chip_item_get_optional (EntChipItem *self)
{
  return self->optional;
}

const char *
ent_chip_item_get_path (EntChipItem *self)
{
  return self->path;
}

guint
ent_chip_item_get_rank (EntChipItem *self)
{
  return self->rank;
}

static gboolean
begins_a_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || at[-1] == ' ')
      return TRUE;
  return FALSE;
}

gboolean
ent_chip_item_matches (EntChipItem *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !begins_a_word (self->found_by, words[i]))
      return FALSE;
  return TRUE;
}
