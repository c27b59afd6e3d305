/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of documents, those made lately first; typing narrows, Enter takes the first. Main
 * thread. */

#include "ent-paper-chooser.h"

#include "ent-paper-draft-page.h"
#include "ent-paper-kinds.h"
#include "ent-resources.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

/* How many kinds are remembered as made lately. */
#define N_RECENT 5
#define RECENT "recent-documents"

struct _EntPaperChooser
{
  AdwDialog parent_instance;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *list;
  GSettings *settings;
  char **words; /* folded */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPaperChooser, ent_paper_chooser, ADW_TYPE_DIALOG)

static const EntDocumentKind *
kind_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "kind");
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  EntPaperChooser *self = user_data;
  const char *text = g_object_get_data (G_OBJECT (row), "text");

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* 0 when each word begins a word of the title, 1 when each is somewhere in the title, 2 when what
 * the document is for is needed. */
static int
rank (EntPaperChooser *self, GtkListBoxRow *row)
{
  const char *title = g_object_get_data (G_OBJECT (row), "title");
  int worst = 0;

  for (guint i = 0; self->words != NULL && self->words[i] != NULL && worst < 2; i++)
    {
      const char *found = strstr (title, self->words[i]);
      gboolean begins = found == title;

      for (; !begins && found != NULL; found = strstr (found + 1, self->words[i]))
        begins = found > title && !g_ascii_isalnum (found[-1]);
      if (strstr (title, self->words[i]) == NULL)
        worst = 2;
      else if (!begins)
        worst = MAX (worst, 1);
    }
  return worst;
}

/* Enter takes the first: while something is typed, that is the one whose title says it. */
static int
compare (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  int ranks = rank (user_data, a) - rank (user_data, b);
  int place_a = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), "place"));
  int place_b = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "place"));

  return ranks != 0 ? ranks : place_a - place_b;
}

static GtkListBoxRow *
next_visible (EntPaperChooser *self, int from, int step)
{
  for (int i = from;; i += step)
    {
      GtkListBoxRow *row = i < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL || matches (row, self))
        return row;
    }
}

static void
search_changed_cb (EntPaperChooser *self)
{
  GtkListBoxRow *first;
  char **words = ent_text_tokens (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean is_same = self->words != NULL &&
                     g_strv_equal ((const char *const *) words, (const char *const *) self->words);

  g_strfreev (self->words);
  self->words = words;
  if (is_same)
    return;
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  first = next_visible (self, 0, 1);
  if (first != NULL)
    gtk_list_box_select_row (self->list, first);
  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "list" : "nothing");
}

/* The latest first, each once. */
static void
remember (EntPaperChooser *self, const char *id)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, RECENT);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = 1;

  g_strv_builder_add (builder, id);
  for (guint i = 0; before[i] != NULL && n < N_RECENT; i++)
    if (!g_str_equal (before[i], id))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, RECENT, (const char *const *) after);
}

static void
row_activated_cb (EntPaperChooser *self, GtkListBoxRow *row)
{
  g_autoptr (EntPaperChooser) keep = g_object_ref (self);
  const char *id = kind_of (row)->id;

  remember (self, id);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static void
search_activated_cb (EntPaperChooser *self)
{
  GtkListBoxRow *row;

  /* Whoever types fast presses it before the list has followed. */
  search_changed_cb (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL || !matches (row, self))
    row = next_visible (self, 0, 1);
  if (row != NULL)
    row_activated_cb (self, row);
}

static void
search_stopped_cb (EntPaperChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The arrows walk through the list while the cursor stays in the entry. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                EntPaperChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int position = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  row = next_visible (self, position + step, step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->search), _ (kind_of (row)->title),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  return GDK_EVENT_STOP;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  EntPaperChooser *self = user_data;
  gboolean recent = g_object_get_data (G_OBJECT (row), "recent") != NULL;
  gboolean was_recent = before != NULL && g_object_get_data (G_OBJECT (before), "recent") != NULL;
  GtkWidget *label;

  gtk_list_box_row_set_header (row, NULL);
  if (self->words != NULL && self->words[0] != NULL)
    return;
  if (before != NULL && recent == was_recent)
    return;
  if (before == NULL && !recent)
    return;
  label = gtk_label_new (recent ? _ ("Made lately") : _ ("All others"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "palette-kind");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
row_new (const EntDocumentKind *kind, gboolean recent)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *hint = label_new (kind->hint != NULL ? _ (kind->hint) : "", "dimmed");
  g_autofree char *text = g_strdup_printf ("%s %s", _ (kind->title),
                                           kind->hint != NULL ? _ (kind->hint) : "");

  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_set_visible (hint, kind->hint != NULL);
  gtk_box_append (GTK_BOX (words), label_new (_ (kind->title), NULL));
  gtk_box_append (GTK_BOX (words), hint);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kind->icon_name));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->title), -1);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (row), "text", ent_text_fold (text), g_free);
  g_object_set_data_full (G_OBJECT (row), "title", ent_text_fold (_ (kind->title)), g_free);
  g_object_set_data (G_OBJECT (row), "recent", recent ? row : NULL);
  return row;
}

static void
ent_paper_chooser_dispose (GObject *object)
{
  EntPaperChooser *self = ENT_PAPER_CHOOSER (object);

  if (self->list != NULL)
    {
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
    }
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PAPER_CHOOSER);
  G_OBJECT_CLASS (ent_paper_chooser_parent_class)->dispose (object);
}

static void
ent_paper_chooser_finalize (GObject *object)
{
  g_strfreev (ENT_PAPER_CHOOSER (object)->words);
  G_OBJECT_CLASS (ent_paper_chooser_parent_class)->finalize (object);
}

static void
ent_paper_chooser_class_init (EntPaperChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_paper_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_paper_chooser_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", ENT_TYPE_PAPER_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-paper-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPaperChooser, search);
  gtk_widget_class_bind_template_child (widget_class, EntPaperChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPaperChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ent_paper_chooser_init (EntPaperChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("org.entraide.Entraide");
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare, self, NULL);
}

static void
append (EntPaperChooser *self, const EntDocumentKind *kind, gboolean recent, int place)
{
  GtkWidget *row = row_new (kind, recent);

  g_object_set_data (G_OBJECT (row), "place", GINT_TO_POINTER (place));
  gtk_list_box_append (self->list, row);
}

static void
fill (EntPaperChooser *self, const EntSchema *subject)
{
  g_autoptr (GPtrArray) kinds = ent_paper_kinds_for (subject);
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, RECENT);
  int place = 0;

  for (guint i = 0; recent[i] != NULL; i++)
    for (guint j = 0; j < kinds->len; j++)
      if (g_str_equal (((const EntDocumentKind *) g_ptr_array_index (kinds, j))->id, recent[i]))
        append (self, g_ptr_array_index (kinds, j), TRUE, place++);
  for (guint j = 0; j < kinds->len; j++)
    {
      const EntDocumentKind *kind = g_ptr_array_index (kinds, j);

      if (!g_strv_contains ((const char *const *) recent, kind->id))
        append (self, kind, FALSE, place++);
    }
}

EntPaperChooser *
ent_paper_chooser_new (const EntSchema *subject)
{
  EntPaperChooser *self = g_object_new (ENT_TYPE_PAPER_CHOOSER, NULL);

  fill (self, subject);
  search_changed_cb (self);
  return self;
}

typedef struct
{
  EntShell *shell; /* borrowed: it owns the dialog */
  gint64 id;
} Choosing;

static void
chosen_cb (EntPaperChooser *self, const char *id, gpointer user_data)
{
  Choosing *choosing = user_data;

  if (ent_shell_get_store (choosing->shell) != NULL)
    ent_paper_draft_page_start (choosing->shell, ent_paper_kind (id), choosing->id);
}

static void
choosing_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
ent_paper_chooser_present (EntShell *shell, const EntSchema *subject, gint64 id)
{
  EntPaperChooser *self = ent_paper_chooser_new (subject);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->shell = shell;
  choosing->id = id;
  g_signal_connect_data (self, "chosen", G_CALLBACK (chosen_cb), choosing, choosing_free,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (shell));
}
