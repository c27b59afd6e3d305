/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for questions: a line, several lines, a day, a time, a choice. Main thread. */

#include "ent-paper-questions.h"

#include "ent-clock.h"
#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-field-long-row.h"

#include <glib/gi18n-lib.h>

struct _EntPaperQuestions
{
  AdwPreferencesGroup parent_instance;

  const EntDocumentKind *kind;
  GPtrArray *rows; /* GtkWidget, borrowed, one for each question */
  gboolean showing; /* the rows are being written by us */
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPaperQuestions, ent_paper_questions, ADW_TYPE_PREFERENCES_GROUP)

static const EntQuestion *
question_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "question");
}

static char *
time_answer (const char *typed)
{
  int minutes = ent_clock_parse (typed);

  return minutes < 0 ? NULL : g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/* The first choice in the list stands for no answer. */
static char *
choice_answer (GtkWidget *row, const EntQuestion *question)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (position == 0 || position > question->choices->n_choices)
    return NULL;
  return g_strdup (question->choices->choices[position - 1].nick);
}

/* What stands in the row as an answer; NULL: nothing, or nothing that can be understood. */
static char *
read_row (GtkWidget *row)
{
  const EntQuestion *question = question_of (row);
  char *text = NULL;

  switch (question->kind)
    {
    case ENT_QUESTION_LONG:
    case ENT_QUESTION_LINES:
      text = ent_field_long_row_get_text (ENT_FIELD_LONG_ROW (row));
      break;
    case ENT_QUESTION_DAY:
      text = ent_day_to_iso (ent_date_row_get_day (ENT_DATE_ROW (row)));
      break;
    case ENT_QUESTION_TIME:
      return time_answer (gtk_editable_get_text (GTK_EDITABLE (row)));
    case ENT_QUESTION_CHOICE:
      return choice_answer (row, question);
    case ENT_QUESTION_TEXT:
    default:
      text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
    }
  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
is_unclear (GtkWidget *row)
{
  const EntQuestion *question = question_of (row);
  const char *text;

  if (question->kind == ENT_QUESTION_DAY)
    return !ent_date_row_is_valid (ENT_DATE_ROW (row));
  if (question->kind != ENT_QUESTION_TIME)
    return FALSE;
  text = gtk_editable_get_text (GTK_EDITABLE (row));
  return *text != '\0' && ent_clock_parse (text) < 0;
}

static void
edited_cb (GtkWidget *row)
{
  EntPaperQuestions *self = ENT_PAPER_QUESTIONS (
      gtk_widget_get_ancestor (row, ENT_TYPE_PAPER_QUESTIONS));
  const EntQuestion *question = question_of (row);
  g_autofree char *text = NULL;

  if (self == NULL || self->showing)
    return;
  if (!is_unclear (row))
    gtk_widget_remove_css_class (row, "error");
  text = read_row (row);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, question->path, text);
}

/* What is half typed is no mistake yet. */
static void
focus_left_cb (GtkWidget *row)
{
  if (is_unclear (row))
    gtk_widget_add_css_class (row, "error");
}

static void
watch_focus (GtkWidget *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), row);
  gtk_widget_add_controller (row, focus);
}

static GtkWidget *
long_row_new (void)
{
  GtkWidget *row = ent_field_long_row_new ();

  g_signal_connect_object (ent_field_long_row_get_buffer (ENT_FIELD_LONG_ROW (row)), "changed",
                           G_CALLBACK (edited_cb), row, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
choice_row_new (const EntQuestion *question)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  /* Translators: in a list of choices, none of them */
  gtk_string_list_append (labels, _ ("Not answered"));
  for (guint i = 0; i < question->choices->n_choices; i++)
    gtk_string_list_append (labels, _ (question->choices->choices[i].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect (row, "notify::selected", G_CALLBACK (edited_cb), NULL);
  return row;
}

static GtkWidget *
make_row (const EntQuestion *question)
{
  GtkWidget *row;

  switch (question->kind)
    {
    case ENT_QUESTION_LONG:
    case ENT_QUESTION_LINES:
      return long_row_new ();
    case ENT_QUESTION_DAY:
      row = ent_date_row_new ();
      g_signal_connect (row, "edited", G_CALLBACK (edited_cb), NULL);
      return row;
    case ENT_QUESTION_CHOICE:
      return choice_row_new (question);
    case ENT_QUESTION_TEXT:
    case ENT_QUESTION_TIME:
    default:
      row = adw_entry_row_new ();
      g_signal_connect (row, "changed", G_CALLBACK (edited_cb), NULL);
      return row;
    }
}

static void
add_row (EntPaperQuestions *self, const EntQuestion *question)
{
  GtkWidget *row = make_row (question);

  g_object_set_data (G_OBJECT (row), "question", (gpointer) question);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (question->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  question->required, -1);
  if (question->kind == ENT_QUESTION_DAY || question->kind == ENT_QUESTION_TIME)
    watch_focus (row);
  if (question->kind <= ENT_QUESTION_LINES)
    gtk_widget_add_css_class (row, "private");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
write_choice (GtkWidget *row, const EntQuestion *question, const char *answer)
{
  guint position = 0;

  for (guint i = 0; answer != NULL && i < question->choices->n_choices; i++)
    if (g_str_equal (question->choices->choices[i].nick, answer))
      position = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

static void
write_row (GtkWidget *row, const char *answer)
{
  const EntQuestion *question = question_of (row);
  const char *text = answer != NULL ? answer : "";
  g_autofree char *time = NULL;

  switch (question->kind)
    {
    case ENT_QUESTION_LONG:
    case ENT_QUESTION_LINES:
      gtk_text_buffer_set_text (ent_field_long_row_get_buffer (ENT_FIELD_LONG_ROW (row)), text, -1);
      break;
    case ENT_QUESTION_DAY:
      ent_date_row_set_day (ENT_DATE_ROW (row), ent_day_parse_iso (answer));
      break;
    case ENT_QUESTION_CHOICE:
      write_choice (row, question, answer);
      break;
    case ENT_QUESTION_TIME:
      time = *text != '\0' ? ent_clock_format (ent_clock_parse (text)) : g_strdup ("");
      gtk_editable_set_text (GTK_EDITABLE (row), time);
      break;
    case ENT_QUESTION_TEXT:
    default:
      gtk_editable_set_text (GTK_EDITABLE (row), text);
    }
}

static void
ent_paper_questions_finalize (GObject *object)
{
  g_ptr_array_unref (ENT_PAPER_QUESTIONS (object)->rows);
  G_OBJECT_CLASS (ent_paper_questions_parent_class)->finalize (object);
}

static void
ent_paper_questions_class_init (EntPaperQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_paper_questions_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", ENT_TYPE_PAPER_QUESTIONS, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                           G_TYPE_STRING);
}

static void
ent_paper_questions_init (EntPaperQuestions *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
ent_paper_questions_new (const EntDocumentKind *kind)
{
  EntPaperQuestions *self = g_object_new (ENT_TYPE_PAPER_QUESTIONS, NULL);
  const EntQuestion *question = kind->questions;

  self->kind = kind;
  for (; question != NULL && question->path != NULL; question++)
    add_row (self, question);
  return GTK_WIDGET (self);
}

void
ent_paper_questions_show (EntPaperQuestions *self, GHashTable *answers)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      write_row (row, g_hash_table_lookup (answers, question_of (row)->path));
    }
  self->showing = FALSE;
}

gboolean
ent_paper_questions_has_any (EntPaperQuestions *self)
{
  return self->rows->len > 0;
}

const char *
ent_paper_questions_find_unclear (EntPaperQuestions *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (is_unclear (row))
        return _ (question_of (row)->label);
    }
  return NULL;
}

gboolean
ent_paper_questions_focus (EntPaperQuestions *self, const char *label)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (_ (question_of (row)->label), label))
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}
