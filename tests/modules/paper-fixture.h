/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A centre that can issue: letterhead, two signatories, a person with an address. Included once by
 * a test program, after module-fixture.h. */

#pragma once

#include "ent-address.h"
#include "ent-agent.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-person.h"
#include "ent-signatory.h"

G_BEGIN_DECLS

#define LETTER "letter-free"

typedef struct
{
  Fixture base;
  gint64 person;
  gint64 director;
  gint64 president;
} Desk;

static inline gint64
add_agent (Fixture *fixture, const char *last, const char *login)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text (last));
  put (agent, "first_name", ent_text ("Iris"));
  put (agent, "function", ent_text ("secretary"));
  put (agent, "login", ent_text (login));
  return insert (fixture, agent);
}

static inline void
add_signatory (Fixture *fixture, const char *role, gint64 agent, const char *title)
{
  g_autoptr (EntSignatory) signatory = ent_record_new (ENT_TYPE_SIGNATORY);

  put (signatory, "role", ent_text (role));
  put (signatory, "agent_id", ent_int (agent));
  put (signatory, "title_fr", ent_text (title));
  put (signatory, "from_day", iso ("2020-01-01"));
  insert (fixture, signatory);
}

static inline void
write_centre (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Test", "tester", &error);
  g_autoptr (EntCentre) centre = ent_paper_query_centre (fixture->db, &error);
  g_autoptr (EntCentre) draft = NULL;

  g_assert_no_error (error);
  draft = ent_record_dup (centre);
  g_object_set (draft, "name", "CPAS de Sart-lez-Brumes", "street", "Place des Brumes", "number",
                "1", "postcode", "4999", "locality", "Sart", NULL);
  ent_apply_update (apply, centre, draft, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
}

static inline void
desk_set_up (Desk *self, gconstpointer unused)
{
  g_autoptr (EntPerson) person = NULL;
  g_autoptr (EntAddress) address = NULL;

  fixture_set_up (&self->base, NULL);
  person = ent_record_new (ENT_TYPE_PERSON);
  put (person, "last_name", ent_text ("Essai-Dubrouillard"));
  put (person, "first_names", ent_text ("Léa"));
  put (person, "sex", ent_text ("female"));
  put (person, "birth_date", iso ("1980-03-01"));
  self->person = insert (&self->base, person);

  address = ent_record_new (ENT_TYPE_ADDRESS);
  put (address, "person_id", ent_int (self->person));
  put (address, "kind", ent_text ("domicile"));
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart"));
  insert (&self->base, address);

  self->director = add_agent (&self->base, "Brumaire", "directrice");
  self->president = add_agent (&self->base, "Nivôse", "president");
  add_signatory (&self->base, "director-general", self->director, "La Directrice générale");
  add_signatory (&self->base, "president", self->president, "Le Président");
  write_centre (&self->base);
}

static inline void
desk_tear_down (Desk *self, gconstpointer unused)
{
  fixture_tear_down (&self->base, NULL);
}

static inline EntPaperRequest *
letter (Desk *self)
{
  EntPaperRequest *request = ent_paper_request_new (ent_paper_kind (LETTER), self->person,
                                                    day ("2026-11-21"));
  const EntQuestion *question = request->kind->questions;

  for (; question->path != NULL; question++)
    if (question->kind == ENT_QUESTION_TEXT || question->kind == ENT_QUESTION_LONG)
      ent_paper_request_set_answer (request, question->path, "Votre visite de mardi");
  request->author = g_strdup ("Iris Brumaire");
  request->agent_id = self->director;
  return request;
}

static inline EntDocument *
issue (Desk *self, const EntPaperRequest *request, GError **error)
{
  EntApply *apply = ent_apply_begin (self->base.db, "Document issued", "tester", error);
  gint64 id = ent_paper_issue (apply, request, error);

  if (id == 0)
    {
      ent_apply_abort (apply);
      return NULL;
    }
  ent_apply_commit (apply, error);
  return load (&self->base, &ent_document_schema, id);
}

static inline EntDocument *
issue_letter (Desk *self)
{
  g_autoptr (EntPaperRequest) request = letter (self);
  g_autoptr (GError) error = NULL;
  EntDocument *document = issue (self, request, &error);

  g_assert_no_error (error);
  return document;
}

#define ADD_DESK(path, function) \
  g_test_add (path, Desk, NULL, desk_set_up, function, desk_tear_down)

G_END_DECLS
