/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties the pieces of a template: ends to beginnings, names to known fields. Any thread. */

#include "ent-template-private.h"

#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Directives that a person may take for a field, with the other words of the language. */
static const char *const instructions[] = { "end", "else", "signatures", "page-break", NULL };

typedef struct
{
  guint opener;
  guint last; /* case */
  gboolean has_else;
  gboolean apart;
  gboolean scoped; /* has pushed a scope */
  gboolean unknown; /* a list that does not exist */
} Open;

typedef struct
{
  GArray *pieces;
  EntFaults *faults;
  GHashTable *chips; /* path → EntChip; NULL: names are not checked */
  GArray *open; /* (element-type Open) */
  GPtrArray *scopes; /* paths of the lists that are gone through */
  guint n_unknown;
} Linker;

static EntPiece *
get (Linker *self, guint i)
{
  return &g_array_index (self->pieces, EntPiece, i);
}

static const EntChip *
look_up (Linker *self, const char *path)
{
  return path != NULL ? g_hash_table_lookup (self->chips, path) : NULL;
}

/* The list whose items have this field, or "". */
static char *
find_owner (Linker *self, const char *path)
{
  for (gsize length = strlen (path); length > 0; length--)
    if (path[length] == '.')
      {
        g_autofree char *prefix = g_strndup (path, length);
        const EntChip *chip = look_up (self, prefix);

        if (chip != NULL && chip->kind == ENT_CHIP_LIST)
          return g_steal_pointer (&prefix);
      }
  return g_strdup ("");
}

static gboolean
is_owned_by (Linker *self, const char *path, const char *scope)
{
  g_autofree char *owner = find_owner (self, path);

  return strcmp (owner, scope) == 0;
}

/* The chip that a name means here: of the innermost item that has it, else of the document. */
static const EntChip *
resolve (Linker *self, const char *name)
{
  const EntChip *chip;

  for (guint i = self->scopes->len; i > 0; i--)
    {
      const char *scope = g_ptr_array_index (self->scopes, i - 1);
      g_autofree char *path = g_strdup_printf ("%s.%s", scope, name);

      chip = look_up (self, path);
      if (chip != NULL && is_owned_by (self, path, scope))
        return chip;
    }
  chip = look_up (self, name);
  return chip != NULL && is_owned_by (self, name, "") ? chip : NULL;
}

/* How a chip is written where we are, or NULL when it has no meaning here. */
static const char *
written_here (Linker *self, const char *path)
{
  g_autofree char *owner = find_owner (self, path);

  if (owner[0] == '\0')
    return path;
  for (guint i = 0; i < self->scopes->len; i++)
    if (strcmp (g_ptr_array_index (self->scopes, i), owner) == 0)
      return path + strlen (owner) + 1;
  return NULL;
}

/* A list whose items have such a field; transfer full, or NULL. */
static char *
find_list_with (Linker *self, const char *name)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->chips);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      g_autofree char *owner = find_owner (self, path);

      if (owner[0] != '\0' && (strcmp (path, name) == 0 ||
                               strcmp ((const char *) path + strlen (owner) + 1, name) == 0))
        return g_steal_pointer (&owner);
    }
  return NULL;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const char *
find_nearest (Linker *self, const char *name)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->chips);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      const char *word = written_here (self, path);

      if (word != NULL)
        g_ptr_array_add (words, (gpointer) word);
    }
  /* Of two that are as near, always the same. */
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; instructions[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) instructions[i]);
  g_ptr_array_add (words, NULL);
  return ent_template_nearest (name, (const char *const *) words->pdata);
}

static void
say_unknown (Linker *self, const EntPiece *piece)
{
  g_autofree char *list = NULL;
  const char *nearest;

  if (ent_faults_is_full (self->faults))
    return;

  list = find_list_with (self, piece->name);
  if (list != NULL)
    {
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("“%s” belongs to each item of a list: write it by its short name between "
                         "{for %s} and {end}."),
                      piece->name, list);
      return;
    }
  nearest = find_nearest (self, piece->name);
  if (nearest != NULL)
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("There is no field “%s”. Did you mean “%s”?"), piece->name, nearest);
  else
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("There is no field “%s”: choose one of the list of fields."), piece->name);
}

static void
check_kind (Linker *self, EntPiece *piece, EntChipKind kind)
{
  if (piece->kind == ENT_PIECE_FOR && kind != ENT_CHIP_LIST)
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("“%s” is not a list: only a list can be gone through with {for}."),
                    piece->name);
  else if (piece->kind == ENT_PIECE_FIELD && kind == ENT_CHIP_FLAG)
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("“%s” is yes or no and cannot be printed: write {if %s} … {end}."),
                    piece->name, piece->name);
  else if (piece->kind == ENT_PIECE_FIELD && kind == ENT_CHIP_LIST)
    ent_faults_add (self->faults, piece->offset, piece->length,
                    _ ("“%s” is a list and cannot be printed as a text: write {for %s} … {end}."),
                    piece->name, piece->name);
  else
    return;
  piece->faulty = TRUE;
}

static void
check_name (Linker *self, EntPiece *piece)
{
  const EntChip *chip;

  if (piece->name == NULL)
    return;

  piece->path = g_strdup (piece->name);
  if (self->chips == NULL)
    return;

  chip = resolve (self, piece->name);
  /* What the items of a list have that does not exist, nobody knows: one fault is enough. */
  if (chip == NULL && self->n_unknown > 0 && strchr (piece->name, '.') == NULL)
    return;
  if (chip == NULL)
    {
      piece->faulty = TRUE;
      say_unknown (self, piece);
      return;
    }
  g_set_str (&piece->path, chip->path);
  piece->label = g_strdup (chip->label);
  check_kind (self, piece, chip->kind);
}

static void
open_block (Linker *self, guint i)
{
  EntPiece *piece = get (self, i);
  Open open = { .opener = i, .last = i, .apart = piece->alone };

  open.unknown = piece->kind == ENT_PIECE_FOR && piece->faulty;
  self->n_unknown += open.unknown;

  /* The case around it, past lists: those are always gone through. */
  for (guint n = self->open->len; n > 0 && piece->parent == ENT_PIECE_NONE; n--)
    {
      const Open *outer = &g_array_index (self->open, Open, n - 1);

      if (get (self, outer->opener)->kind == ENT_PIECE_IF)
        piece->parent = outer->last;
    }
  if (self->open->len == ENT_TEMPLATE_MAX_DEPTH)
    {
      piece->faulty = TRUE;
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("There are too many {if} and {for} inside each other: end some before."));
    }
  else if (self->open->len < ENT_TEMPLATE_MAX_DEPTH && piece->kind == ENT_PIECE_FOR &&
           piece->path != NULL)
    {
      open.scoped = TRUE;
      g_ptr_array_add (self->scopes, g_strdup (piece->path));
    }
  g_array_append_val (self->open, open);
}

/* A piece that has no place: it stays without effect. */
static void
drop (EntPiece *piece)
{
  piece->kind = ENT_PIECE_TEXT;
  piece->silent = TRUE;
  piece->faulty = TRUE;
}

static void
add_case (Linker *self, guint i)
{
  EntPiece *piece = get (self, i);
  Open *open = self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;

  if (open == NULL || get (self, open->opener)->kind != ENT_PIECE_IF)
    {
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("There is no {if} before this {else}: begin with {if …}."));
      drop (piece);
      return;
    }
  if (open->has_else)
    {
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("This {if} has its {else} already: nothing but {end} comes after it."));
      drop (piece);
      return;
    }
  piece->parent = get (self, open->opener)->parent;
  get (self, open->last)->next = i;
  open->last = i;
  open->has_else = piece->kind == ENT_PIECE_ELSE;
  open->apart &= piece->alone;
}

/* Tells all of an {if} or {for} where it ends. */
static void
finish (Linker *self, Open *open, guint end)
{
  guint next;

  get (self, open->last)->next = end;
  for (guint i = open->opener; i != end; i = next)
    {
      EntPiece *piece = get (self, i);

      next = piece->next;
      piece->end = end;
      piece->apart = open->apart;
    }
  self->n_unknown -= open->unknown;
  if (open->scoped)
    g_ptr_array_set_size (self->scopes, self->scopes->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
close_block (Linker *self, guint i)
{
  EntPiece *piece = get (self, i);
  Open *open;

  if (self->open->len == 0)
    {
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("Nothing ends here: there is no {if} or {for} before this {end}."));
      drop (piece);
      return;
    }
  open = &g_array_index (self->open, Open, self->open->len - 1);
  open->apart &= piece->alone;
  piece->end = open->opener;
  piece->apart = open->apart;
  piece->parent = get (self, open->opener)->parent;
  /* With an {else}, one of the cases always holds. */
  piece->seen = open->has_else;
  finish (self, open, i);
}

static void
close_rest (Linker *self)
{
  while (self->open->len > 0)
    {
      Open *open = &g_array_index (self->open, Open, self->open->len - 1);
      EntPiece *piece = get (self, open->opener);

      piece->faulty = TRUE;
      if (piece->kind == ENT_PIECE_IF)
        ent_faults_add (self->faults, piece->offset, piece->length,
                        _ ("This {if} has no end: write {end} behind what depends on it."));
      else
        ent_faults_add (self->faults, piece->offset, piece->length,
                        _ ("This {for} has no end: write {end} behind what is repeated."));
      finish (self, open, self->pieces->len);
    }
}

static GHashTable *
index_chips (const EntChip *const *chips)
{
  GHashTable *index;

  if (chips == NULL)
    return NULL;

  index = g_hash_table_new (g_str_hash, g_str_equal);
  for (; *chips != NULL; chips++)
    for (const EntChip *chip = *chips; chip->path != NULL; chip++)
      g_hash_table_insert (index, (gpointer) chip->path, (gpointer) chip);
  return index;
}

const char *
ent_template_nearest (const char *word, const char *const *words)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  guint best = CLAMP ((guint) strlen (word) / 3, 1, 4) + 1;
  const char *found = NULL;

  if (strlen (word) > 80)
    return NULL;
  for (; *words != NULL; words++)
    {
      guint distance = ent_text_distance (lower, *words, best - 1);

      if (distance < best)
        {
          best = distance;
          found = *words;
        }
      if (best == 0)
        break;
    }
  return found;
}

void
ent_template_link (GArray *pieces, const EntChip *const *chips, EntFaults *faults)
{
  g_autoptr(GHashTable) index = index_chips (chips);
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autoptr(GPtrArray) scopes = g_ptr_array_new_with_free_func (g_free);
  Linker self = { pieces, faults, index, open, scopes, 0 };

  for (guint i = 0; i < pieces->len; i++)
    {
      EntPiece *piece = get (&self, i);

      if (piece->kind != ENT_PIECE_DIRECTIVE)
        check_name (&self, piece);
      if (piece->kind == ENT_PIECE_IF || piece->kind == ENT_PIECE_FOR)
        open_block (&self, i);
      else if (piece->kind == ENT_PIECE_ELSE || piece->kind == ENT_PIECE_ELSE_IF)
        add_case (&self, i);
      else if (piece->kind == ENT_PIECE_END)
        close_block (&self, i);
    }
  close_rest (&self);
}
