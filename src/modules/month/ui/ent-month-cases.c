/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visits of a month that somebody must look at: each is settled in its row, or in a dialog that
 * Enter opens. Main thread. */

#include "ent-month-cases.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

#define N_KINDS (ENT_MONTH_N_EXCEPTIONS + 1) /* all, and one for each exception */

struct _EntMonthCases
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *status;
  GtkDropDown *kind;
  GtkListView *list;
  GtkButton *planned_button;
  GtkButton *reported_button;
  GListStore *items; /* EntMonthItem */
  EntMonthPicture *picture;
  gboolean compact;
  gboolean is_filling;
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint settle_signal;
static guint opened_signal;

G_DEFINE_FINAL_TYPE (EntMonthCases, ent_month_cases, ADW_TYPE_BIN)

static EntMonthCase *
case_of (EntMonthCases *self, EntMonthItem *item)
{
  return g_ptr_array_index (self->picture->ledger->cases, item->index);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* What tells must be read whole, also in a narrow window. */
static void
wrap (GtkWidget *label)
{
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
}

static void
quick_clicked_cb (GtkButton *button, GtkListItem *row)
{
  EntMonthCases *self = ENT_MONTH_CASES (
      gtk_widget_get_ancestor (GTK_WIDGET (button), ENT_TYPE_MONTH_CASES));
  EntMonthCase *found = case_of (self, gtk_list_item_get_item (row));
  gboolean unreported = (found->exceptions & ENT_MONTH_NOT_REPORTED) != 0;

  g_signal_emit (self, settle_signal, 0, ent_record_get_id (found->visit),
                 unreported ? ENT_SETTLE_AS_PLANNED : ENT_SETTLE_AS_REPORTED);
}

static void
other_clicked_cb (GtkButton *button, GtkListItem *row)
{
  EntMonthCases *self = ENT_MONTH_CASES (
      gtk_widget_get_ancestor (GTK_WIDGET (button), ENT_TYPE_MONTH_CASES));
  EntMonthCase *found = case_of (self, gtk_list_item_get_item (row));

  g_signal_emit (self, opened_signal, 0, ent_record_get_id (found->visit));
}

static GtkWidget *
add_button (GtkWidget *box, GCallback clicked, GtkListItem *row)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", clicked, row);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = add_label (lines, "row-title");

  wrap (add_label (lines, "row-detail"));
  wrap (add_label (lines, "caption"));
  gtk_widget_add_css_class (title, "private");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), lines);
  add_button (box, G_CALLBACK (quick_clicked_cb), row);
  add_button (box, G_CALLBACK (other_clicked_cb), row);
  gtk_list_item_set_child (row, box);
}

static char *
times (int from, int to)
{
  g_autofree char *begins = ent_clock_format (from);
  g_autofree char *ends = ent_clock_format (to);

  return g_strdup_printf ("%s–%s", begins, ends);
}

/* "lundi 2 novembre 2026, 09:00, 1 h · Leroy Luce · Daily-life help" */
static char *
describe_plan (const EntMonthLedger *ledger, const EntVisit *visit)
{
  EntCareActivity *activity = ent_month_ledger_activity (ledger, visit->activity_id);
  g_autofree char *day = ent_day_format (visit->day, ENT_DAY_LONG);
  g_autofree char *time = ent_clock_format (visit->start_time);
  g_autofree char *length = ent_duration_format (visit->minutes);

  return g_strdup_printf ("%s%s%s, %s · %s · %s", day, *time != '\0' ? ", " : "", time, length,
                          ent_month_ledger_carer (ledger, visit->carer_id),
                          activity != NULL ? activity->name : "");
}

static char *
describe_case (const EntMonthCase *found)
{
  const EntVisit *visit = found->visit;
  g_autofree char *words = ent_month_exceptions_text (found->exceptions);
  g_autofree char *real = NULL;

  if (visit->began_at == ENT_INT_NONE || visit->ended_at == ENT_INT_NONE)
    return g_steal_pointer (&words);
  real = times (visit->began_at, visit->ended_at);
  /* Translators: what is to be settled about a visit, then its times */
  return g_strdup_printf (_ ("%s: %s"), words, real);
}

static void
show_button (GtkWidget *button, const char *icon_name, const char *text, gboolean compact)
{
  if (compact)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  else
    gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row, EntMonthCases *self)
{
  EntMonthCase *found = case_of (self, gtk_list_item_get_item (row));
  const EntMonthLedger *ledger = self->picture->ledger;
  GtkWidget *lines = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *title = gtk_widget_get_first_child (lines);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  GtkWidget *quick = gtk_widget_get_next_sibling (lines);
  gboolean unreported = (found->exceptions & ENT_MONTH_NOT_REPORTED) != 0;
  const char *name = ent_month_ledger_person (ledger, found->visit->person_id);
  g_autofree char *plan = describe_plan (ledger, found->visit);
  g_autofree char *words = describe_case (found);
  g_autofree char *heard = g_strdup_printf ("%s, %s, %s", name, plan, words);

  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (detail), plan);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), words);
  gtk_widget_set_tooltip_text (detail, plan);
  show_button (quick, "object-select-symbolic", unreported ? _ ("As planned") : _ ("As reported"),
               self->compact);
  show_button (gtk_widget_get_last_child (gtk_list_item_get_child (row)), "document-edit-symbolic",
               _ ("Otherwise…"), self->compact);
  gtk_list_item_set_accessible_label (row, heard);
}

static guint
count (EntMonthCases *self, EntSettling how)
{
  GPtrArray *cases = self->picture->ledger->cases;
  guint n = 0;

  for (guint i = 0; i < cases->len; i++)
    n += ent_month_may_settle_rest (g_ptr_array_index (cases, i), how);
  return n;
}

static void
fill (EntMonthCases *self)
{
  GPtrArray *cases = self->picture->ledger->cases;
  guint kind = gtk_drop_down_get_selected (self->kind);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < cases->len; i++)
    {
      EntMonthCase *found = g_ptr_array_index (cases, i);

      if (kind == 0 || kind >= N_KINDS || found->exceptions >> (kind - 1) & 1)
        g_ptr_array_add (items, ent_month_item_new (i));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
kind_selected_cb (EntMonthCases *self)
{
  if (self->picture != NULL && !self->is_filling)
    fill (self);
}

static void
show_kinds (EntMonthCases *self)
{
  GPtrArray *cases = self->picture->ledger->cases;
  guint selected = gtk_drop_down_get_selected (self->kind);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      g_autofree char *words = kind > 0 ? ent_month_exceptions_text (1u << (kind - 1))
                                        : g_strdup (_ ("All that is to settle"));
      guint n = 0;

      for (guint i = 0; i < cases->len; i++)
        n += kind == 0 ||
             ((EntMonthCase *) g_ptr_array_index (cases, i))->exceptions >> (kind - 1) & 1;
      /* Translators: a kind of exception, how many there are */
      gtk_string_list_take (names, g_strdup_printf (_ ("%s (%u)"), words, n));
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->kind, selected < N_KINDS ? selected : 0);
  self->is_filling = FALSE;
}

static void
activated_cb (EntMonthCases *self, guint position)
{
  g_autoptr (EntMonthItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, opened_signal, 0, ent_record_get_id (case_of (self, item)->visit));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  EntMonthCases *self = ENT_MONTH_CASES (object);

  if (self->compact == g_value_get_boolean (value))
    return;
  self->compact = g_value_get_boolean (value);
  if (self->picture != NULL)
    fill (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ENT_MONTH_CASES (object)->compact);
}

static void
ent_month_cases_dispose (GObject *object)
{
  EntMonthCases *self = ENT_MONTH_CASES (object);

  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  G_OBJECT_CLASS (ent_month_cases_parent_class)->dispose (object);
}

static void
ent_month_cases_class_init (EntMonthCasesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_month_cases_dispose;
  object_class->set_property = set_property;
  object_class->get_property = get_property;
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  settle_signal = g_signal_new ("settle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  opened_signal = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "month/ent-month-cases.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMonthCases, stack);
  gtk_widget_class_bind_template_child (widget_class, EntMonthCases, status);
  gtk_widget_class_bind_template_child (widget_class, EntMonthCases, kind);
  gtk_widget_class_bind_template_child (widget_class, EntMonthCases, list);
  gtk_widget_class_bind_template_child (widget_class, EntMonthCases, planned_button);
  gtk_widget_class_bind_template_child (widget_class, EntMonthCases, reported_button);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_month_cases_init (EntMonthCases *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (ENT_TYPE_MONTH_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, 0);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static const char *
why_nothing (const EntMonthPicture *picture)
{
  if (picture->hindrance.is_closed)
    return _ ("This month is closed.");
  if (picture->ledger->lines->len == 0)
    return _ ("There is no visit in this month.");
  return _ ("Every visit of this month went as planned, or somebody looked at it.");
}

void
ent_month_cases_set_picture (EntMonthCases *self, EntMonthPicture *picture)
{
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  self->picture = ent_month_picture_ref (picture);
  show_kinds (self);
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self->planned_button),
                          count (self, ENT_SETTLE_AS_PLANNED) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->reported_button),
                          count (self, ENT_SETTLE_AS_REPORTED) > 0);
  adw_status_page_set_description (self->status, why_nothing (picture));
  gtk_stack_set_visible_child_name (self->stack, picture->ledger->cases->len > 0 ? "list" : "none");
}
