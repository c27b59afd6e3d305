/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents asked for as the window asks for them. Included once by a test program, after
 * module-fixture.h. */

#pragma once

#include "ent-document-kind.h"
#include "ent-person-enums.h"
#include "ent-person.h"

G_BEGIN_DECLS

/* What a kind fills in French on a day; @answers: path, text, …, NULL, or NULL alone. NULL with the
 * error; transfer full. */
static inline EntFields *
fill_in (Fixture *fixture,
         const EntDocumentKind *kind,
         EntDocumentRequest *request,
         const char *const *answers,
         GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (EntFields) fields = ent_fields_new ();

  for (guint i = 0; answers != NULL && answers[i] != NULL; i += 2)
    g_hash_table_insert (table, (gpointer) answers[i], (gpointer) answers[i + 1]);
  request->answers = table;
  if (request->language == NULL)
    request->language = "fr";
  if (kind->fill != NULL && !kind->fill (fixture->db, request, fields, error))
    {
      request->answers = NULL;
      return NULL;
    }
  request->answers = NULL;

  return g_steal_pointer (&fields);
}

static inline EntFields *
filled (Fixture *fixture,
        const EntDocumentKind *kind,
        gint64 person,
        const char *on,
        const char *const *answers)
{
  EntDocumentRequest request = { .subject_id = person, .day = day (on) };
  g_autoptr (GError) error = NULL;
  EntFields *fields = fill_in (fixture, kind, &request, answers, &error);

  g_assert_no_error (error);
  return fields;
}

/* The records speak against it, and the kind says so in a sentence. */
static inline void
assert_refused (Fixture *fixture,
                const EntDocumentKind *kind,
                gint64 person,
                const char *on,
                const char *const *answers)
{
  EntDocumentRequest request = { .subject_id = person, .day = day (on) };
  g_autoptr (GError) error = NULL;
  EntFields *fields = fill_in (fixture, kind, &request, answers, &error);

  g_assert_null (fields);
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '%'));
}

#define ANSWERS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static inline gint64
add_person (Fixture *fixture, const char *last, const char *first, const char *sex)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", ent_text (first));
  put (person, "sex", ent_text (sex));
  put (person, "birth_date", iso ("1960-03-03"));
  return insert (fixture, person);
}

static inline void
note_death (Fixture *fixture, gint64 person, const char *on)
{
  g_autoptr (EntPerson) living = load (fixture, &ent_person_schema, person);
  g_autoptr (EntPerson) draft = ent_record_dup (living);
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);

  put (draft, "deceased_on", iso (on));
  ent_apply_update (apply, living, draft, &error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

G_END_DECLS
