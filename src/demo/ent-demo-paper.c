/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letterhead of the invented centre, who signs for it, and what it issued lately. Thread of the
 * connection. */

#include "ent-agent.h"
#include "ent-centre.h"
#include "ent-date.h"
#include "ent-demo-numbers.h"
#include "ent-demo-part.h"
#include "ent-document-template.h"
#include "ent-paper-book.h"
#include "ent-paper-enums.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-signatory.h"
#include "ent-staff-query.h"

#include <glib/gi18n-lib.h>

/* Enough to look at; a real centre's register has hundreds a month. */
#define N_DOCUMENTS 36
#define N_WAITING 4
#define SCANNED_EACH 4
#define DAYS_BACK 40
#define OWN_TEMPLATE "letter-free"

static const char *const subjects[] = {
  "Votre demande du mois dernier",
  "Suite à votre visite au guichet",
  "Votre rendez-vous au service logement",
  "Reprise de contact",
};

static const char *const texts[] = {
  "Nous avons bien reçu les documents que vous avez déposés au guichet. Votre dossier est complet "
  "et sera présenté à une prochaine séance du comité.\n\nNous vous tiendrons au courant par écrit.",
  "Comme convenu lors de votre visite, vous pouvez passer au service social chaque mardi et chaque "
  "jeudi de 9 à 11 heures, sans rendez-vous.\n\nN’hésitez pas à nous appeler si ces heures ne vous "
  "conviennent pas.",
};

static const char *const kinds[] = {
  "letter-free",     "attestation-ris",    "attestation-household",
  "attestation-aid", "attestation-no-aid", "letter-documents",
};

static void
take_error (EntDemo *demo, GError *error)
{
  if (demo->error == NULL)
    demo->error = error;
  else
    g_error_free (error);
}

static void
write_centre (EntDemo *demo)
{
  GError *error = NULL;
  g_autoptr (EntCentre) centre = ent_paper_query_centre (ent_apply_get_db (demo->apply), &error);
  g_autoptr (EntCentre) draft = NULL;
  g_autofree char *phone = ent_demo_numbers_landline (demo);
  g_autofree char *iban = ent_demo_numbers_iban (demo);

  if (centre == NULL)
    {
      take_error (demo, error);
      return;
    }
  draft = ent_record_dup (centre);
  g_object_set (draft, "name", "CPAS de Sart-lez-Brumes (inventé)", "municipality",
                "Sart-lez-Brumes", "street", "Place des Brumes", "number", "1", "postcode", "4999",
                "locality", "Sart-lez-Brumes", "phone", phone, "e-mail", "accueil@cpas.example",
                "website", "cpas.example", "iban", iban, "opening-hours",
                "du lundi au vendredi de 9 h à 11 h 30, le mercredi aussi de 13 h 30 à 16 h",
                "window-side", ENT_SIDE_RIGHT, "language", ENT_PAPER_FR, NULL);
  if (!ent_apply_update (demo->apply, centre, draft, &error))
    take_error (demo, error);
}

/* The centre has put two words of its own into the free letter. */
static void
write_template (EntDemo *demo)
{
  EntDocumentTemplate *template = ent_record_new (ENT_TYPE_DOCUMENT_TEMPLATE);
  g_autofree char *shipped = ent_paper_shipped_template (OWN_TEMPLATE, "fr");
  g_autoptr (GString) text = g_string_new (shipped);

  g_string_replace (text, "{signatures}",
                    "Notre accueil est ouvert {centre.opening_hours}.\n\n{signatures}", 1);
  template->kind = g_strdup (OWN_TEMPLATE);
  template->title = g_strdup (_ (ent_paper_kind (OWN_TEMPLATE)->title));
  template->language = ENT_PAPER_FR;
  template->edition = 2;
  template->valid_from = demo->today - DAYS_BACK / 2;
  template->written_at = ent_demo_stamp (demo, template->valid_from);
  template->author = g_strdup ("Secrétariat");
  template->note = g_strdup ("Heures d’ouverture au bas de la lettre");
  template->text = g_string_free (g_steal_pointer (&text), FALSE);
  ent_demo_write (demo, template);
}

static EntAgent *
agent_of_function (EntDemo *demo, EntFunction function)
{
  const EntChoice *choice = ent_enum_by_value (&ent_function_enum, function);

  return ent_staff_query_first_of_function (ent_apply_get_db (demo->apply), choice->nick, NULL);
}

static void
write_signatory (EntDemo *demo, EntAgent *agent, EntSignatoryRole role, const char *const titles[3])
{
  EntSignatory *signatory = ent_record_new (ENT_TYPE_SIGNATORY);

  signatory->role = role;
  signatory->agent_id = ent_record_get_id (agent);
  signatory->title_fr = g_strdup (titles[0]);
  signatory->title_nl = g_strdup (titles[1]);
  signatory->title_de = g_strdup (titles[2]);
  signatory->from_day = demo->today - 900;
  ent_demo_write (demo, signatory);
}

/* Whoever looks at the demo is its director general, so that the signature book has something to
 * sign. */
static void
sit_down_as (EntDemo *demo, EntAgent *agent)
{
  g_autoptr (EntAgent) draft = ent_record_dup (agent);
  GError *error = NULL;

  g_object_set (draft, "login", g_get_user_name (), NULL);
  if (!ent_apply_update (demo->apply, agent, draft, &error))
    take_error (demo, error);
}

static EntPaperRequest *
new_request (EntDemo *demo, EntAgent *author, guint number, gint32 day)
{
  const EntDemoFile *file;
  const EntDocumentKind *kind = ent_paper_kind (kinds[number % G_N_ELEMENTS (kinds)]);
  EntPaperRequest *request;
  guint position = (guint) ent_demo_between (demo, 0, (int) demo->files->len - 1);

  if (kind == NULL)
    return NULL;
  file = &g_array_index (demo->files, EntDemoFile, position);
  request = ent_paper_request_new (kind, file->person_id, day);
  request->language = g_strdup ("fr");
  request->author = ent_record_get_summary (author);
  request->agent_id = ent_record_get_id (author);
  request->at = ent_demo_stamp (demo, day);
  ent_paper_propose (ent_apply_get_db (demo->apply), request);
  ent_paper_request_set_answer (request, "answer.subject",
                                subjects[number % G_N_ELEMENTS (subjects)]);
  ent_paper_request_set_answer (request, "answer.text", texts[number % G_N_ELEMENTS (texts)]);
  return request;
}

/* The paper that came back signed, kept with the person. */
static void
keep_scan (EntDemo *demo, const EntPaperRequest *request, gint64 document_id)
{
  EntDb *db = ent_apply_get_db (demo->apply);
  g_autoptr (EntDocument)
                document = ent_paper_query_record (db, &ent_document_schema, document_id, NULL);
  g_autoptr (GBytes) file = document != NULL ? ent_paper_get_file (db, document, NULL) : NULL;
  EntPaperPiece piece = { request->subject_id, document_id, ENT_ORIGIN_SCAN };
  GError *error = NULL;

  if (file == NULL)
    return;
  piece.title = document->title;
  piece.media_type = "application/pdf";
  piece.received_on = request->day;
  piece.at = request->at;
  piece.who = request->author;
  if (ent_paper_attach (demo->apply, &piece, file, NULL, &error) == 0)
    take_error (demo, error);
}

/* People of whom the records do not tell enough get nothing. */
static gboolean
issue (EntDemo *demo, EntAgent *author, guint number, gint32 day, gboolean electronic)
{
  g_autoptr (EntPaperRequest) request = new_request (demo, author, number, day);
  GError *error = NULL;
  gint64 id;

  if (request == NULL)
    return FALSE;
  request->signing = electronic ? ENT_SIGNING_ELECTRONIC : ENT_SIGNING_BY_HAND;
  id = ent_paper_issue (demo->apply, request, &error);
  if (id != 0 && !electronic && number % SCANNED_EACH == 0)
    keep_scan (demo, request, id);
  if (id != 0)
    return TRUE;
  if (error->domain == ENT_DOCUMENT_ERROR)
    g_error_free (error);
  else
    take_error (demo, error);
  return FALSE;
}

static void
issue_documents (EntDemo *demo, EntAgent *author)
{
  guint done = 0;

  for (guint i = 0; i < N_DOCUMENTS * 6 && done < N_DOCUMENTS && demo->error == NULL; i++)
    {
      gint32 day = demo->today - DAYS_BACK + (gint32) (done * DAYS_BACK / N_DOCUMENTS);

      if (issue (demo, author, i, day, done >= N_DOCUMENTS - N_WAITING))
        done++;
    }
}

/* The demo is the same for the same seed, its codes too. */
static void
write_secret (EntDemo *demo)
{
  GString *secret = g_string_new (NULL);
  GError *error = NULL;

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (secret, "%08x", g_rand_int (demo->rand));
  if (!ent_apply_set_setting (demo->apply, "paper.secret", secret->str, &error))
    take_error (demo, error);
  g_string_free (secret, TRUE);
}

void
ent_demo_fill_paper (EntDemo *demo)
{
  static const char *const director_titles[] = { "La Direction générale", "De algemeen directeur",
                                                 "Die Generaldirektion" };
  static const char *const president_titles[] = { "La Présidence", "De voorzitter",
                                                  "Die Präsidentschaft" };
  g_autoptr (EntAgent) director = agent_of_function (demo, ENT_FUNCTION_DIRECTOR_GENERAL);
  g_autoptr (EntAgent) president = agent_of_function (demo, ENT_FUNCTION_PRESIDENT);

  if (demo->error != NULL || director == NULL || president == NULL)
    return;
  write_secret (demo);
  write_centre (demo);
  write_signatory (demo, director, ENT_ROLE_DIRECTOR_GENERAL, director_titles);
  write_signatory (demo, president, ENT_ROLE_PRESIDENT, president_titles);
  sit_down_as (demo, director);
  write_template (demo);
  if (demo->files->len > 0)
    issue_documents (demo, director);
}
