/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of the documents with the engine that fills them: every text of every kind is right,
 * and a whole record leaves no gap in it, whatever is true of the person. */

#include "ent-aid-documents.h"
#include "ent-agenda-documents.h"
#include "ent-common-chips.h"
#include "ent-cover-documents.h"
#include "ent-person-documents.h"
#include "ent-sheet-letter.h"
#include "ent-template.h"
#include "module-fixture.h"

#include <string.h>

static const EntDocumentKind *const kinds[] = {
  &ent_aid_ris_attestation,
  &ent_aid_attestation,
  &ent_aid_no_aid_attestation,
  &ent_aid_bim_attestation,
  &ent_aid_reference_address_attestation,
  &ent_aid_accommodation_attestation,
  &ent_aid_food_card_attestation,
  &ent_aid_article_60_attestation,
  &ent_agenda_presence_attestation,
  &ent_agenda_convocation_letter,
  &ent_cover_letter,
  &ent_person_household_attestation,
  &ent_person_documents_letter,
  &ent_person_free_letter,
  &ent_sheet_week_letter,
};

static const char *const languages[] = { "fr", "nl", "de" };

/* The text of a kind, or NULL when it has none in that language. */
static char *
read_text (const char *id, const char *language)
{
  g_autofree char *name = g_strdup_printf ("%s.md", id);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", language,
                                                 name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
add_chip (GArray *chips, char *path, EntChipKind kind)
{
  EntChip chip = { path, kind, "Label", NULL };

  g_array_append_val (chips, chip);
}

/* What the questions of a kind add to its fields. */
static GArray *
question_chips (const EntDocumentKind *kind, GPtrArray *paths)
{
  GArray *chips = g_array_new (TRUE, TRUE, sizeof (EntChip));

  for (const EntQuestion *q = kind->questions; q != NULL && q->path != NULL; q++)
    {
      gboolean lines = q->kind == ENT_QUESTION_LINES;

      add_chip (chips, (char *) q->path, lines ? ENT_CHIP_LIST : ENT_CHIP_TEXT);
      if (lines)
        {
          g_ptr_array_add (paths, g_strconcat (q->path, ".text", NULL));
          add_chip (chips, paths->pdata[paths->len - 1], ENT_CHIP_TEXT);
        }
      for (guint i = 0; q->choices != NULL && i < q->choices->n_choices; i++)
        {
          g_ptr_array_add (paths, g_strconcat (q->path, ".", q->choices->choices[i].nick, NULL));
          add_chip (chips, paths->pdata[paths->len - 1], ENT_CHIP_FLAG);
        }
    }
  return chips;
}

/* Sets every field of the chips; flags all to @flag. Lists have two items. */
static void
set_all (EntFields *fields, const EntChip *chips, gboolean flag)
{
  for (const EntChip *chip = chips; chip->path != NULL; chip++)
    if (chip->kind == ENT_CHIP_LIST)
      for (guint i = 0; i < 2; i++)
        {
          EntFields *item = ent_fields_append (fields, chip->path);
          gsize length = strlen (chip->path);

          for (const EntChip *each = chips; each->path != NULL; each++)
            if (g_str_has_prefix (each->path, chip->path) && each->path[length] == '.')
              {
                if (each->kind == ENT_CHIP_FLAG)
                  ent_fields_set_flag (item, each->path + length + 1, flag);
                else
                  ent_fields_set (item, each->path + length + 1, "Zoé");
              }
        }
    else if (chip->kind == ENT_CHIP_FLAG)
      ent_fields_set_flag (fields, chip->path, flag);
    else if (ent_fields_get (fields, chip->path) == NULL)
      ent_fields_set (fields, chip->path, "Anne");
}

static void
assert_no_faults (EntTemplate *template, const char *id, const char *language)
{
  GPtrArray *faults = ent_template_get_faults (template);

  if (faults->len > 0)
    {
      EntTemplateFault *fault = g_ptr_array_index (faults, 0);

      g_error ("%s/%s.md:%u: %s", language, id, fault->line, fault->message);
    }
}

static void
assert_filled (EntTemplate *template, EntFields *fields, const char *id)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) blocks = ent_template_fill (template, fields, gaps);
  g_autofree char *title = NULL;
  guint n_signatures = 0;

  g_assert_nonnull (blocks);
  if (gaps->len > 0)
    g_error ("%s leaves a gap at %s", id, (char *) gaps->pdata[0]);
  title = ent_template_title (blocks);
  g_assert_cmpuint (strlen (title), >, 3);
  for (guint i = 0; i < blocks->len; i++)
    {
      EntBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *text = ent_block_get_text (block);

      n_signatures += block->kind == ENT_BLOCK_SIGNATURES;
      g_assert_null (strchr (text, '{'));
      g_assert_null (strstr (text, "  "));
      g_assert_null (strstr (text, " ,"));
      g_assert_null (strstr (text, ".."));
    }
  g_assert_cmpuint (n_signatures, ==, 1);
}

static void
test_texts (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) questions = question_chips (kinds[i], paths);
      const EntChip *asked = (const EntChip *) (gpointer) questions->data;
      const EntChip *const chips[] = { ent_common_chips, kinds[i]->chips, asked, NULL };
      guint n_texts = 0;

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autofree char *text = read_text (kinds[i]->id, languages[j]);
          g_autoptr (EntTemplate) template = NULL;

          if (text == NULL)
            continue;
          template = ent_template_parse (text, chips);
          assert_no_faults (template, kinds[i]->id, languages[j]);
          for (int flag = FALSE; flag <= TRUE; flag++)
            {
              g_autoptr (EntFields) fields = ent_fields_new ();

              for (guint k = 0; chips[k] != NULL; k++)
                set_all (fields, chips[k], flag);
              assert_filled (template, fields, kinds[i]->id);
            }
          n_texts++;
        }
      g_assert_cmpuint (n_texts, >=, 1);
    }
}

/* A document about nobody is not a document. */
static void
test_name_is_needed (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = read_text (kinds[i]->id, "fr");
      g_autoptr (EntTemplate) template = ent_template_parse (text, NULL);
      g_autoptr (EntFields) fields = ent_fields_new ();
      g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) blocks = ent_template_fill (template, fields, gaps);

      g_assert_nonnull (blocks);
      g_assert_true (g_ptr_array_find_with_equal_func (gaps, "person.name", g_str_equal, NULL) ||
                     g_ptr_array_find_with_equal_func (gaps, "person.civility", g_str_equal, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/templates/texts", test_texts);
  ADD ("/templates/name-is-needed", test_name_is_needed);

  return g_test_run ();
}
