/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages about nobody: what a template may name, its samples, the letterhead as it is typed. */

#include "module-fixture.h"

#include "ent-paper-chips.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-paper-sample.h"

#include <string.h>

static const char *const languages[] = { "fr", "nl", "de" };

static EntPaperDraft *
draft (Fixture *fixture, const EntPaperSample *sample)
{
  g_autoptr (GError) error = NULL;
  EntPaperDraft *self = ent_paper_sample_draft (fixture->db, sample, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (self);
  return self;
}

static void
test_every_text_has_a_page (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) kinds = ent_paper_kinds ();
  guint n = 0;

  for (guint i = 0; i < kinds->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        const EntDocumentKind *kind = g_ptr_array_index (kinds, i);
        g_autofree char *text = ent_paper_shipped_template (kind->id, languages[j]);
        const EntPaperSample sample = {
          .kind = kind, .language = languages[j], .text = text, .day = day ("2026-11-21")
        };
        EntPaperDraft *page;

        if (text == NULL)
          continue;
        page = draft (fixture, &sample);
        g_test_message ("%s %s", kind->id, languages[j]);
        g_assert_nonnull (page->pdf);
        g_assert_cmpuint (page->n_pages, >=, 1);
        g_assert_null (page->made->faults);
        ent_paper_draft_free (page);
        n++;
      }
  g_assert_cmpuint (n, >=, kinds->len);
}

static void
test_faults_tell_their_line (Fixture *fixture, gconstpointer unused)
{
  const EntPaperSample sample = { .kind = ent_paper_kind ("letter-free"),
                                  .language = "fr",
                                  .text = "# Title\n\nDear {person.nickname}",
                                  .day = day ("2026-11-21") };
  EntPaperDraft *page = draft (fixture, &sample);

  g_assert_null (page->pdf);
  g_assert_cmpuint (page->made->faults->len, ==, 1);
  g_assert_cmpuint (((EntTemplateFault *) page->made->faults->pdata[0])->line, ==, 3);
  ent_paper_draft_free (page);
}

static gboolean
has_chip (EntPaperChips *chips, const char *path, EntChipKind kind)
{
  const EntChip *const *arrays = ent_paper_chips_get (chips);

  for (guint i = 0; arrays[i] != NULL; i++)
    for (const EntChip *chip = arrays[i]; chip->path != NULL; chip++)
      if (g_str_equal (chip->path, path) && chip->kind == kind)
        return TRUE;
  return FALSE;
}

static void
test_questions_are_chips (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPaperChips) income = ent_paper_chips_new (ent_paper_kind ("attestation-ris"));
  g_autoptr (EntPaperChips) wanted = ent_paper_chips_new (ent_paper_kind ("letter-documents"));

  g_assert_true (has_chip (income, "answer.amount", ENT_CHIP_TEXT));
  g_assert_true (has_chip (income, "answer.amount.no", ENT_CHIP_FLAG));
  g_assert_true (has_chip (income, "aid.amount", ENT_CHIP_TEXT));
  g_assert_true (has_chip (income, "person.name", ENT_CHIP_TEXT));
  g_assert_true (has_chip (wanted, "answer.documents", ENT_CHIP_LIST));
  g_assert_true (has_chip (wanted, "answer.documents.text", ENT_CHIP_TEXT));
  g_assert_false (has_chip (wanted, "aid.amount", ENT_CHIP_TEXT));
}

static void
test_samples_of_lists (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntPaperChips) chips = ent_paper_chips_new (ent_paper_kind ("letter-documents"));
  g_autoptr (EntFields) fields = ent_paper_chips_fill_samples (chips);
  const char *first, *second;

  g_assert_cmpuint (ent_fields_n_items (fields, "answer.documents"), ==, 2);
  first = ent_fields_get (ent_fields_item (fields, "answer.documents", 0), "text");
  second = ent_fields_get (ent_fields_item (fields, "answer.documents", 1), "text");
  g_assert_nonnull (first);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (ent_fields_has (fields, "answer.documents.text"));
  g_assert_nonnull (ent_fields_get (fields, "person.name"));
  g_assert_true (ent_fields_is_true (fields, "person.woman"));
  g_assert_false (ent_fields_is_true (fields, "person.man"));
}

static void
test_letterhead_as_typed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCentre) typed = ent_paper_query_centre (fixture->db, NULL);
  g_autoptr (EntCentre) kept = NULL;
  EntPaperSample sample = { .language = "fr", .day = day ("2026-11-21") };
  EntPaperDraft *page;

  g_assert_nonnull (typed);
  g_set_str (&typed->name, "Centre of nowhere");
  g_set_str (&typed->street, "Long Street");
  sample.centre = typed;
  page = draft (fixture, &sample);
  g_assert_nonnull (page->pdf);
  g_assert_cmpstr (page->made->doc->sender_name, ==, "Centre of nowhere");
  g_assert_true (g_str_has_prefix (page->made->doc->sender_lines[0], "Long Street"));
  g_assert_false (page->made->doc->draft);
  ent_paper_draft_free (page);

  kept = ent_paper_query_centre (fixture->db, NULL);
  g_assert_null (kept->street);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/paper-sample/every-text-has-a-page", test_every_text_has_a_page);
  ADD ("/paper-sample/faults-tell-their-line", test_faults_tell_their_line);
  ADD ("/paper-sample/questions-are-chips", test_questions_are_chips);
  ADD ("/paper-sample/samples-of-lists", test_samples_of_lists);
  ADD ("/paper-sample/letterhead-as-typed", test_letterhead_as_typed);

  return g_test_run ();
}
