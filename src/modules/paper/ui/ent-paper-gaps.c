/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for gaps. They are made anew only when what is missing changes, so that the focus stays
 * where it is while somebody types. Main thread. */

#include "ent-paper-gaps.h"

#include "ent-paper-kinds.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntGapPlace place;
  char *label;
  gboolean is_sentence; /* not the name of a thing, but what is wrong */
} Gap;

struct _EntPaperGaps
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *gaps; /* Gap */
  GPtrArray *rows; /* borrowed */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPaperGaps, ent_paper_gaps, ADW_TYPE_PREFERENCES_GROUP)

static void
gap_free (gpointer data)
{
  Gap *gap = data;

  g_free (gap->label);
  g_free (gap);
}

static void
add (GPtrArray *gaps, EntGapPlace place, const char *label, gboolean is_sentence)
{
  Gap *gap = g_new0 (Gap, 1);

  gap->place = place;
  gap->label = g_strdup (label);
  gap->is_sentence = is_sentence;
  g_ptr_array_add (gaps, gap);
}

static const char *
path_of (const EntDocumentKind *kind, const char *label)
{
  g_autofree const EntChip **arrays = ent_paper_kind_chips (kind);

  for (guint i = 0; arrays[i] != NULL; i++)
    for (const EntChip *chip = arrays[i]; chip->path != NULL; chip++)
      if (chip->label != NULL && g_str_equal (_ (chip->label), label))
        return chip->path;
  return NULL;
}

static gboolean
is_question (const EntDocumentKind *kind, const char *label)
{
  const EntQuestion *question = kind->questions;

  for (; question != NULL && question->path != NULL; question++)
    if (g_str_equal (_ (question->label), label))
      return TRUE;
  return FALSE;
}

static gboolean
is_signatory (const char *label)
{
  for (guint i = 0; i < ent_signatory_role_enum.n_choices; i++)
    if (strstr (label, _ (ent_signatory_role_enum.choices[i].label)) != NULL)
      return TRUE;
  return FALSE;
}

static EntGapPlace
place_of (const EntDocumentKind *kind, const char *label)
{
  static const struct
  {
    const char *prefix;
    EntGapPlace place;
  } places[] = {
    { "document.purpose", ENT_GAP_PURPOSE },
    { "recipient.", ENT_GAP_RECIPIENT },
    { "person.address", ENT_GAP_ADDRESS },
    { "person.street_line", ENT_GAP_ADDRESS },
    { "person.postcode", ENT_GAP_ADDRESS },
    { "person.locality", ENT_GAP_ADDRESS },
    { "document.place", ENT_GAP_CENTRE },
    { "centre.", ENT_GAP_CENTRE },
    { "agent.", ENT_GAP_AGENT },
    { "file.", ENT_GAP_FILE },
  };
  const char *path = path_of (kind, label);

  if (is_question (kind, label))
    return ENT_GAP_QUESTION;
  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (path, places[i].prefix))
      return places[i].place;
  if (path != NULL)
    return ENT_GAP_PERSON;
  return is_signatory (label) ? ENT_GAP_SIGNATORY : ENT_GAP_RECIPIENT;
}

/* An electronic signature is asked of an agent, whom the signature book can find. */
static const char *
signing_trouble (EntPaperMade *made, const EntPaperRequest *request)
{
  if (request->signing != ENT_SIGNING_ELECTRONIC)
    return NULL;
  if (made->signers == NULL || made->signers->len == 0)
    return _ ("Nobody is noted as signing this document.");
  for (guint i = 0; i < made->signers->len; i++)
    if (((EntPaperSigner *) g_ptr_array_index (made->signers, i))->agent_id == 0)
      return _ ("Who signs is not among the agents: choose another way of signing.");
  return NULL;
}

static GPtrArray *
collect (EntPaperMade *made, const EntPaperRequest *request, const char *unclear)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (gap_free);
  const char *trouble = signing_trouble (made, request);

  if (made->problem != NULL)
    add (gaps, ENT_GAP_RECORDS, made->problem, TRUE);
  for (guint i = 0; made->faults != NULL && i < made->faults->len; i++)
    {
      const EntTemplateFault *fault = g_ptr_array_index (made->faults, i);
      /* Translators: a line of the text of a template, and what is wrong there */
      g_autofree char *sentence = g_strdup_printf (_ ("Template, line %u: %s"), fault->line,
                                                   fault->message);

      add (gaps, ENT_GAP_TEMPLATE, sentence, TRUE);
    }
  if (unclear != NULL)
    add (gaps, ENT_GAP_QUESTION, unclear, FALSE);
  for (guint i = 0; i < made->gaps->len; i++)
    {
      const char *label = g_ptr_array_index (made->gaps, i);

      if (g_strcmp0 (label, unclear) != 0)
        add (gaps, place_of (request->kind, label), label, FALSE);
    }
  if (trouble != NULL && made->problem == NULL && made->doc != NULL)
    add (gaps, ENT_GAP_SIGNING, trouble, TRUE);
  return gaps;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Gap *one = g_ptr_array_index (a, i);
      const Gap *other = g_ptr_array_index (b, i);

      if (one->place != other->place || !g_str_equal (one->label, other->label))
        return FALSE;
    }
  return TRUE;
}

static void
row_activated_cb (EntPaperGaps *self, AdwActionRow *row)
{
  const Gap *gap = g_object_get_data (G_OBJECT (row), "gap");

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, gap->place, gap->label);
}

static const char *
hint_of (EntGapPlace place)
{
  static const char *const hints[] = {
    [ENT_GAP_QUESTION] = N_ ("Answer it below"),
    [ENT_GAP_PURPOSE] = N_ ("Fill it in below"),
    [ENT_GAP_RECIPIENT] = N_ ("Fill it in below"),
    [ENT_GAP_PERSON] = N_ ("In the person’s record"),
    [ENT_GAP_RECORDS] = N_ ("Look at what is noted"),
    [ENT_GAP_ADDRESS] = N_ ("Add an address"),
    [ENT_GAP_FILE] = N_ ("Open a file"),
    [ENT_GAP_AGENT] = N_ ("In the agent’s record"),
    [ENT_GAP_CENTRE] = N_ ("In the details of the centre"),
    [ENT_GAP_SIGNATORY] = N_ ("Note who signs"),
    [ENT_GAP_TEMPLATE] = N_ ("Open the template"),
    [ENT_GAP_SIGNING] = N_ ("Change it below"),
  };

  return _ (hints[place]);
}

static GtkWidget *
row_new (EntPaperGaps *self, Gap *gap)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gap->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint_of (gap->place));
  if (gap->is_sentence)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_add_css_class (row, "warning");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "gap", gap);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

static void
fill (EntPaperGaps *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->gaps->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (self->gaps, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->gaps->len > 0);
}

static void
ent_paper_gaps_finalize (GObject *object)
{
  EntPaperGaps *self = ENT_PAPER_GAPS (object);

  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_paper_gaps_parent_class)->finalize (object);
}

static void
ent_paper_gaps_class_init (EntPaperGapsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_paper_gaps_finalize;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", ENT_TYPE_PAPER_GAPS, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                            G_TYPE_STRING);
}

static void
ent_paper_gaps_init (EntPaperGaps *self)
{
  self->gaps = g_ptr_array_new_with_free_func (gap_free);
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Before it can be issued"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ent_paper_gaps_new (void)
{
  return g_object_new (ENT_TYPE_PAPER_GAPS, NULL);
}

guint
ent_paper_gaps_show (EntPaperGaps *self,
                     EntPaperMade *made,
                     const EntPaperRequest *request,
                     const char *unclear)
{
  GPtrArray *gaps = collect (made, request, unclear);
  GPtrArray *old = self->gaps;

  if (is_same (gaps, old))
    {
      g_ptr_array_unref (gaps);
      return old->len;
    }
  self->gaps = gaps;
  fill (self);
  g_ptr_array_unref (old);
  return gaps->len;
}

const char *
ent_paper_gaps_get_first (EntPaperGaps *self, EntGapPlace *place)
{
  const Gap *gap = self->gaps->len > 0 ? g_ptr_array_index (self->gaps, 0) : NULL;

  if (gap == NULL)
    return NULL;
  *place = gap->place;
  return gap->label;
}

char *
ent_paper_gaps_sentence (EntPaperGaps *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (self->gaps->len == 0)
    return NULL;
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const Gap *gap = g_ptr_array_index (self->gaps, i);

      if (gap->is_sentence)
        return g_strdup (gap->label);
      g_ptr_array_add (labels, gap->label);
    }
  g_ptr_array_add (labels, NULL);
  list = g_strjoinv (", ", (char **) labels->pdata);
  /* Translators: a list of what is missing, “date of birth, address” */
  return g_strdup_printf (_ ("Missing: %s"), list);
}
