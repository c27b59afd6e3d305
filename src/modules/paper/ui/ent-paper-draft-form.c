/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form writes into the request as the user types. Main thread. */

#include "ent-paper-draft-form.h"

#include "ent-field-long-row.h"
#include "ent-group.h"
#include "ent-paper-questions.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntPaperDraftForm
{
  AdwBin parent_instance;

  EntPaperGaps *gaps;
  AdwBin *questions_slot;
  AdwEntryRow *purpose_row;
  AdwComboRow *recipient_row;
  EntFieldLongRow *recipient_lines;
  AdwComboRow *language_row;
  GtkStringList *language_labels;
  AdwComboRow *signing_row;
  AdwPreferencesGroup *signing_group;
  AdwPreferencesGroup *use_group;
  GtkStringList *signing_labels;
  AdwSwitchRow *own_signature_row;
  AdwSwitchRow *large_type_row;

  EntPaperQuestions *questions;
  EntPaperStart *start;
  gboolean touched;
  gboolean showing; /* the rows are being written by us */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_GAP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPaperDraftForm, ent_paper_draft_form, ADW_TYPE_BIN)

static EntPaperRequest *
request_of (EntPaperDraftForm *self)
{
  return self->start->request;
}

static gboolean
is_live (EntPaperDraftForm *self)
{
  return self->start != NULL && !self->showing;
}

static void
changed (EntPaperDraftForm *self)
{
  self->touched = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
answered_cb (EntPaperDraftForm *self, const char *path, const char *text)
{
  if (!is_live (self))
    return;
  ent_paper_request_set_answer (request_of (self), path, text);
  changed (self);
}

static void
set_text (char **field, const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));

  g_free (*field);
  *field = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static void
purpose_changed_cb (EntPaperDraftForm *self)
{
  if (!is_live (self))
    return;
  set_text (&request_of (self)->purpose, gtk_editable_get_text (GTK_EDITABLE (self->purpose_row)));
  changed (self);
}

static gboolean
is_for_another (EntPaperDraftForm *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->recipient_row)) &&
         adw_combo_row_get_selected (self->recipient_row) == 1;
}

static void
recipient_changed_cb (EntPaperDraftForm *self)
{
  g_autofree char *lines = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->recipient_lines), is_for_another (self));
  if (!is_live (self))
    return;
  lines = is_for_another (self) ? ent_field_long_row_get_text (self->recipient_lines)
                                : g_strdup ("");
  set_text (&request_of (self)->recipient, lines);
  changed (self);
}

static void
language_changed_cb (EntPaperDraftForm *self)
{
  guint position = adw_combo_row_get_selected (self->language_row);

  if (!is_live (self) || position >= self->start->languages->len)
    return;
  g_set_str (&request_of (self)->language, g_ptr_array_index (self->start->languages, position));
  changed (self);
}

static void
signing_changed_cb (EntPaperDraftForm *self)
{
  guint position = adw_combo_row_get_selected (self->signing_row);

  if (!is_live (self) || position >= ent_signing_enum.n_choices)
    return;
  request_of (self)->signing = ent_signing_enum.choices[position].value;
  changed (self);
}

static void
switched_cb (EntPaperDraftForm *self)
{
  if (!is_live (self))
    return;
  request_of (self)->own_signature = adw_switch_row_get_active (self->own_signature_row);
  request_of (self)->large_type = adw_switch_row_get_active (self->large_type_row);
  changed (self);
}

static void
gap_activated_cb (EntPaperDraftForm *self, int place, const char *label)
{
  switch ((EntGapPlace) place)
    {
    case ENT_GAP_QUESTION:
      if (!ent_paper_questions_focus (self->questions, label))
        gtk_widget_grab_focus (GTK_WIDGET (self->recipient_lines));
      return;
    case ENT_GAP_PURPOSE:
      gtk_widget_grab_focus (GTK_WIDGET (self->purpose_row));
      return;
    case ENT_GAP_SIGNING:
      gtk_widget_grab_focus (GTK_WIDGET (self->signing_row));
      return;
    case ENT_GAP_RECIPIENT:
      if (is_for_another (self))
        gtk_widget_grab_focus (GTK_WIDGET (self->recipient_lines));
      else
        g_signal_emit (self, signals[SIGNAL_GAP], 0, ENT_GAP_ADDRESS, label);
      return;
    case ENT_GAP_PERSON:
    case ENT_GAP_RECORDS:
    case ENT_GAP_ADDRESS:
    case ENT_GAP_FILE:
    case ENT_GAP_AGENT:
    case ENT_GAP_CENTRE:
    case ENT_GAP_SIGNATORY:
    case ENT_GAP_TEMPLATE:
    default:
      g_signal_emit (self, signals[SIGNAL_GAP], 0, place, label);
    }
}

static void
ent_paper_draft_form_dispose (GObject *object)
{
  EntPaperDraftForm *self = ENT_PAPER_DRAFT_FORM (object);

  g_clear_pointer (&self->start, ent_paper_start_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PAPER_DRAFT_FORM);
  G_OBJECT_CLASS (ent_paper_draft_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, gaps);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, questions_slot);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, recipient_lines);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, language_row);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, language_labels);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, signing_row);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, signing_labels);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, own_signature_row);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, large_type_row);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, use_group);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftForm, signing_group);
  gtk_widget_class_bind_template_callback (widget_class, purpose_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recipient_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, signing_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_activated_cb);
}

static void
ent_paper_draft_form_class_init (EntPaperDraftFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_paper_draft_form_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_PAPER_DRAFT_FORM, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GAP] = g_signal_new ("gap", ENT_TYPE_PAPER_DRAFT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  g_type_ensure (ENT_TYPE_PAPER_GAPS);
  g_type_ensure (ENT_TYPE_FIELD_LONG_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "paper/ent-paper-draft-form.ui");
  bind_children (widget_class);
}

static void
ent_paper_draft_form_init (EntPaperDraftForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_group_set_name (self->use_group, _ ("What it is for"));
  ent_group_set_name (self->signing_group, _ ("Signature"));
  g_signal_connect_object (ent_field_long_row_get_buffer (self->recipient_lines), "changed",
                           G_CALLBACK (recipient_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < ent_signing_enum.n_choices; i++)
    gtk_string_list_append (self->signing_labels, _ (ent_signing_enum.choices[i].label));
}

GtkWidget *
ent_paper_draft_form_new (void)
{
  return g_object_new (ENT_TYPE_PAPER_DRAFT_FORM, NULL);
}

static void
show_questions (EntPaperDraftForm *self)
{
  self->questions = ENT_PAPER_QUESTIONS (ent_paper_questions_new (request_of (self)->kind));
  ent_paper_questions_show (self->questions, request_of (self)->answers);
  g_signal_connect_object (self->questions, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->questions_slot, GTK_WIDGET (self->questions));
  gtk_widget_set_visible (GTK_WIDGET (self->questions_slot),
                          ent_paper_questions_has_any (self->questions));
}

static void
show_languages (EntPaperDraftForm *self)
{
  GPtrArray *languages = self->start->languages;
  guint selected = 0;

  for (guint i = 0; i < languages->len; i++)
    {
      const char *nick = g_ptr_array_index (languages, i);
      const EntChoice *choice = ent_enum_by_nick (&ent_paper_language_enum, nick);

      gtk_string_list_append (self->language_labels, _ (choice->label));
      if (g_strcmp0 (nick, request_of (self)->language) == 0)
        selected = i;
    }
  adw_combo_row_set_selected (self->language_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), languages->len > 1);
}

void
ent_paper_draft_form_take (EntPaperDraftForm *self, EntPaperStart *start)
{
  EntPaperRequest *request = start->request;

  g_return_if_fail (self->start == NULL);

  self->showing = TRUE;
  self->start = start;
  show_questions (self);
  show_languages (self);
  if (request->purpose != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->purpose_row), request->purpose);
  gtk_widget_set_visible (GTK_WIDGET (self->recipient_row),
                          request->kind->shape == ENT_SHAPE_LETTER);
  if (request->recipient != NULL)
    {
      gtk_text_buffer_set_text (ent_field_long_row_get_buffer (self->recipient_lines),
                                request->recipient, -1);
      adw_combo_row_set_selected (self->recipient_row, 1);
    }
  for (guint i = 0; i < ent_signing_enum.n_choices; i++)
    if (ent_signing_enum.choices[i].value == request->signing)
      adw_combo_row_set_selected (self->signing_row, i);
  adw_switch_row_set_active (self->large_type_row, request->large_type);
  self->showing = FALSE;
}

EntPaperRequest *
ent_paper_draft_form_get_request (EntPaperDraftForm *self)
{
  return self->start != NULL ? self->start->request : NULL;
}

gboolean
ent_paper_draft_form_is_touched (EntPaperDraftForm *self)
{
  return self->touched;
}

static gboolean
signs_herself (EntPaperDraftForm *self, EntPaperMade *made)
{
  for (guint i = 0; made->signers != NULL && i < made->signers->len; i++)
    {
      const EntPaperSigner *signer = g_ptr_array_index (made->signers, i);

      if (signer->agent_id != 0 && signer->agent_id == request_of (self)->agent_id)
        return TRUE;
    }
  return FALSE;
}

guint
ent_paper_draft_form_show_made (EntPaperDraftForm *self, EntPaperMade *made)
{
  const char *unclear = ent_paper_questions_find_unclear (self->questions);

  if (unclear == NULL && is_for_another (self) && request_of (self)->recipient == NULL)
    unclear = _ ("Addressee");
  if (made->doc != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->own_signature_row),
                            self->start->has_signature && signs_herself (self, made) &&
                                request_of (self)->signing != ENT_SIGNING_NONE);
  return ent_paper_gaps_show (self->gaps, made, request_of (self), unclear);
}

void
ent_paper_draft_form_focus_gap (EntPaperDraftForm *self)
{
  EntGapPlace place = ENT_GAP_QUESTION;
  const char *label = ent_paper_gaps_get_first (self->gaps, &place);

  if (label != NULL && (place == ENT_GAP_QUESTION || place == ENT_GAP_PURPOSE))
    gap_activated_cb (self, place, label);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

char *
ent_paper_draft_form_obstacle (EntPaperDraftForm *self)
{
  return ent_paper_gaps_sentence (self->gaps);
}
