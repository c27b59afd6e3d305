/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of the office with chips, parsed once and filled as often as needed. Any thread, one at a
 * time. */

#include "ent-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Some fifty pages. Beyond that it is no template, and CommonMark takes its time with nonsense. */
#define MAX_KILOBYTES 128
/* Ways through the conditions that are looked at; a text has hardly ever more than five. */
#define MAX_WAYS 48

struct _EntTemplate
{
  gatomicrefcount ref_count;
  char *source;
  GArray *pieces;
  GPtrArray *faults;
};

G_DEFINE_BOXED_TYPE (EntTemplate, ent_template, ent_template_ref, ent_template_unref)

static char *
read_source (const char *text, GArray *bad)
{
  if (strlen (text) > MAX_KILOBYTES * 1024)
    return g_strdup ("");
  return ent_template_clean (text, bad);
}

/* Characters that cannot be printed, each run of them once. */
static void
say_bad_characters (GArray *bad, EntFaults *faults)
{
  for (guint i = 0; i < bad->len;)
    {
      gsize start = g_array_index (bad, gsize, i);
      gsize end = start + strlen ("\xef\xbf\xbd");

      for (i++; i < bad->len && g_array_index (bad, gsize, i) == end; i++)
        end += strlen ("\xef\xbf\xbd");
      ent_faults_add (faults, start, end - start,
                      _ ("This character cannot be printed: delete it."));
    }
}

/* Reads the text in as many ways as it takes to see every case of its conditions. */
static void
check_ways (EntTemplate *self, EntFaults *faults)
{
  for (guint i = 0; i < MAX_WAYS; i++)
    {
      gboolean pending = ent_template_has_pending (self->pieces);
      g_autoptr(EntExpansion) expansion = NULL;
      g_autoptr(GPtrArray) blocks = NULL;

      if (i > 0 && !pending)
        return;
      expansion = ent_template_expand (self->source, self->pieces, NULL);
      blocks = ent_template_walk (expansion, faults, NULL);
    }
}

EntTemplate *
ent_template_parse (const char *text, const EntChip *const *chips)
{
  EntTemplate *self = g_new0 (EntTemplate, 1);
  g_autoptr(GArray) bad = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr(EntFaults) faults = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->source = read_source (text, bad);
  faults = ent_faults_new (self->source);
  say_bad_characters (bad, faults);
  if (self->source[0] == '\0' && text[0] != '\0')
    ent_faults_add (faults, 0, 0, _ ("This text is too long for a template: %u KB at most."),
                    MAX_KILOBYTES);
  self->pieces = ent_template_lex (self->source, faults);
  ent_template_link (self->pieces, chips, faults);
  check_ways (self, faults);
  self->faults = ent_faults_take (faults);
  return self;
}

EntTemplate *
ent_template_ref (EntTemplate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_template_unref (EntTemplate *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->pieces);
  g_ptr_array_unref (self->faults);
  g_free (self->source);
  g_free (self);
}

GPtrArray *
ent_template_get_faults (EntTemplate *self)
{
  return self->faults;
}

GPtrArray *
ent_template_fill (EntTemplate *self, const EntFields *fields, GPtrArray *gaps)
{
  g_autoptr(EntExpansion) expansion = NULL;

  if (self->faults->len > 0)
    return NULL;

  expansion = ent_template_expand (self->source, self->pieces, fields);
  return ent_template_walk (expansion, NULL, gaps);
}

char *
ent_template_title (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const EntBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == ENT_BLOCK_HEADING)
        return g_strdelimit (ent_block_get_text (block), "\n", ' ');
    }
  return g_strdup ("");
}
