/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command print: documents issued, or written again, without a window. One thread. */

#include "ent-ctl.h"
#include "ent-date.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-paper-series-make.h"
#include "ent-pdf-pages.h"
#include "ent-person.h"
#include "ent-staff-query.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *passphrase_file;
  char *output;
  char *again;
  char *language;
  char *day;
  char *purpose;
  char **persons;
  char **answers; /* "path=text" */
  gboolean draft;
  gboolean list;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->passphrase_file);
  g_free (self->output);
  g_free (self->again);
  g_free (self->language);
  g_free (self->day);
  g_free (self->purpose);
  g_strfreev (self->persons);
  g_strfreev (self->answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_question (const EntQuestion *question)
{
  g_print ("  %-24s %s", question->path, _ (question->label));
  if (question->required)
    g_print (" (%s)", _ ("required"));
  g_print ("\n");
  for (guint i = 0; question->choices != NULL && i < question->choices->n_choices; i++)
    g_print ("  %-24s   %s: %s\n", "", question->choices->choices[i].nick,
             _ (question->choices->choices[i].label));
}

static int
list_kinds (void)
{
  g_autoptr (GPtrArray) kinds = ent_paper_kinds_for (&ent_person_schema);

  for (guint i = 0; i < kinds->len; i++)
    {
      const EntDocumentKind *kind = g_ptr_array_index (kinds, i);
      const EntQuestion *question = kind->questions;

      g_print ("%s: %s\n", kind->id, _ (kind->title));
      for (; question != NULL && question->path != NULL; question++)
        print_question (question);
    }
  return ENT_CTL_OK;
}

static gboolean
save (GBytes *pdf, const Options *options, GError **error)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (pdf, &length);

  return ent_ctl_save (data, length, options->output, error);
}

static int
write_again (const Options *options, const char *path)
{
  g_autofree char *number = ent_paper_normalize_number (options->again);
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  reg = ent_ctl_open_current (path, options->passphrase_file, &db, &error);
  if (reg != NULL)
    document = ent_paper_query_by_number (db, number, &error);
  if (reg != NULL && document == NULL && error == NULL)
    g_set_error (&error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                 _ ("No document of this register has the number %s."), number);
  if (document != NULL)
    pdf = ent_paper_get_file (db, document, &error);
  if (pdf == NULL || !save (pdf, options, &error))
    return ent_ctl_fail (error);
  return ENT_CTL_OK;
}

/* FALSE after saying what is wrong. */
static gboolean
take_answers (EntPaperRequest *request, char *const *answers)
{
  for (guint i = 0; answers != NULL && answers[i] != NULL; i++)
    {
      const char *equals = strchr (answers[i], '=');
      g_autofree char *path = equals != NULL ? g_strndup (answers[i], equals - answers[i]) : NULL;
      const EntQuestion *question = request->kind->questions;

      while (path != NULL && question != NULL && question->path != NULL &&
             !g_str_equal (question->path, path))
        question++;
      if (path == NULL || question == NULL || question->path == NULL)
        {
          ent_ctl_misused (
              _ ("“%s” answers no question of this document. “entraidectl print --list” tells "
                 "what is asked."),
              answers[i]);
          return FALSE;
        }
      ent_paper_request_set_answer (request, path, equals + 1);
    }
  return TRUE;
}

/* What is asked on the command line; NULL after saying what is wrong. */
static EntPaperRequest *
read_request (const Options *options, const char *kind_id)
{
  const EntDocumentKind *kind = ent_paper_kind (kind_id);
  gint32 today = ent_day_today ();
  gint32 day = options->day != NULL ? ent_day_parse_iso (options->day) : today;
  g_autoptr (EntPaperRequest) request = NULL;

  if (kind == NULL || kind->subject != &ent_person_schema)
    ent_ctl_misused (_ ("There is no document “%s” about a person. “entraidectl print --list” "
                        "names them."),
                     kind_id);
  else if (day == ENT_DAY_NONE || day > today)
    ent_ctl_misused (_ ("“%s” is not a day up to now, written as 2026-12-31."), options->day);
  else if (options->language != NULL &&
           ent_enum_by_nick (&ent_paper_language_enum, options->language) == NULL)
    ent_ctl_misused (_ ("“%s” is not a language of the centre: say fr, nl or de."),
                     options->language);
  else
    request = ent_paper_request_new (kind, 0, day);
  if (request == NULL || !take_answers (request, options->answers))
    return NULL;
  request->language = g_strdup (options->language);
  request->purpose = g_strdup (options->purpose);
  request->author = g_strdup (g_get_user_name ());
  return g_steal_pointer (&request);
}

/* The persons named, in the order of their postcodes; NULL with @error set or after saying what is
 * wrong. */
static GPtrArray *
read_lines (EntDb *db, const Options *options, gint32 day, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; options->persons[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (options->persons[i], NULL, 10);

      g_array_append_val (ids, id);
    }
  lines = ent_paper_series_query (db, ids, ENT_SERIES_BY_POSTCODE, day, error);
  if (lines == NULL || lines->len == ids->len)
    return g_steal_pointer (&lines);
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                       _ ("One of these persons is not in the register: “entraidectl search” gives "
                          "the numbers. Nothing was issued."));
  return NULL;
}

static void
tell_problem (const EntSeriesLine *line, const char *problem)
{
  g_printerr ("entraidectl: person %" G_GINT64_FORMAT ": %s\n", line->subject_id, problem);
}

static gboolean
add_draft (GPtrArray *files, EntDb *db, const EntPaperRequest *model, const EntSeriesLine *line)
{
  g_autoptr (EntPaperRequest) request = ent_paper_series_request (db, model, line->subject_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaperDraft) draft = ent_paper_draft (db, request, NULL, &error);

  if (draft == NULL || draft->pdf == NULL)
    {
      if (error == NULL)
        ent_paper_made_check (draft->made, &error);
      tell_problem (line, error->message);
      return FALSE;
    }
  g_ptr_array_add (files, g_bytes_ref (draft->pdf));
  return TRUE;
}

static gboolean
add_issued (GPtrArray *files, EntDb *db, const EntPaperRequest *model, EntSeriesLine *line)
{
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *file;

  if (!ent_paper_series_issue (db, model, line))
    {
      tell_problem (line, line->problem);
      return FALSE;
    }
  g_printerr (_ ("Issued %s."), line->number);
  g_printerr ("\n");
  document = ent_paper_query_record (db, &ent_document_schema, line->document_id, &error);
  file = document != NULL ? ent_paper_get_file (db, document, &error) : NULL;
  if (file == NULL)
    {
      tell_problem (line, error->message);
      return FALSE;
    }
  g_ptr_array_add (files, file);
  return TRUE;
}

static int
make (const Options *options, EntDb *db, EntPaperRequest *model)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), NULL);
  g_autoptr (GPtrArray) lines = read_lines (db, options, model->day, &error);
  g_autoptr (GBytes) pdf = NULL;
  gboolean all = TRUE;

  if (lines == NULL)
    return ent_ctl_fail (error);
  model->agent_id = agent != NULL ? ent_record_get_id (agent) : 0;
  for (guint i = 0; i < lines->len; i++)
    {
      EntSeriesLine *line = g_ptr_array_index (lines, i);
      gboolean made = options->draft ? add_draft (files, db, model, line)
                                     : add_issued (files, db, model, line);

      all = all && made;
    }
  if (files->len == 0)
    return ENT_CTL_FAILED;
  /* One file is written as it was frozen. */
  pdf = files->len == 1 ? g_bytes_ref (g_ptr_array_index (files, 0))
                        : ent_pdf_join (files, FALSE, &error);
  if (pdf == NULL || !save (pdf, options, &error))
    return ent_ctl_fail (error);
  return all ? ENT_CTL_OK : ENT_CTL_FAILED;
}

static int
print (const Options *options, char **words)
{
  g_autoptr (EntPaperRequest) model = NULL;
  g_autoptr (EntRegister) reg = NULL;
  g_autoptr (EntDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (options->again != NULL)
    return words[0] != NULL && words[1] == NULL
               ? write_again (options, words[0])
               : ent_ctl_misused (_ ("With --again, give the register and nothing else."));
  if (words[0] == NULL || words[1] == NULL || options->persons == NULL)
    return ent_ctl_misused (_ ("Give a register, a document and --person."));
  model = read_request (options, words[1]);
  if (model == NULL)
    return ENT_CTL_USAGE;
  reg = options->draft ? ent_ctl_open_current (words[0], options->passphrase_file, &db, &error)
                       : ent_ctl_open (words[0], options->passphrase_file, 0, &db, &error);
  if (reg == NULL)
    return ent_ctl_fail (error);
  return make (options, db, model);
}

int
ent_ctl_print (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.persons,
      N_("About the person of this number; given more than once, all in one file"), N_("NUMBER") },
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.answers,
      N_("Answer a question of the document"), N_("PATH=TEXT") },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_("What it is for"), N_("TEXT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language,
      N_("Instead of the language of the person"), "fr|nl|de" },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day,
      N_("The day that it bears, instead of today"), N_("YYYY-MM-DD") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to this file instead of standard output"), N_("FILE") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &options.draft,
      N_("Write a draft: nothing is numbered, nothing enters the register"), NULL },
    { "again", 0, 0, G_OPTION_ARG_STRING, &options.again,
      N_("Write the document of this number as it was issued"), N_("NUMBER") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list,
      N_("Name the documents and what each asks"), NULL },
    ENT_CTL_PASSPHRASE (options.passphrase_file),
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  g_auto (GStrv) words = NULL;

  if (!ent_ctl_parse ("print", entries, argc, argv, 0, 2, &words))
    return ENT_CTL_USAGE;
  return options.list ? list_kinds () : print (&options, words);
}
