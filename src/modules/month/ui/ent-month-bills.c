/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each beneficiary pays for a month; a line opens on how its amount came about. Main thread.
 */

#include "ent-month-bills.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-money.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntMonthBills
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *told;
  GtkListView *list;
  GListStore *items; /* EntMonthItem */
  EntMonthPicture *picture;
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (EntMonthBills, ent_month_bills, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("ent-alert-symbolic");
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = new_label ("row-title", 0);
  GtkWidget *detail = new_label ("row-detail", 0);
  GtkWidget *amount = new_label ("numeric", 1);

  gtk_widget_add_css_class (title, "private");
  gtk_widget_add_css_class (icon, "warning");
  gtk_label_set_ellipsize (GTK_LABEL (amount), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (lines), title);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_list_item_set_child (row, box);
}

static char *
days_of (const EntBillLine *line)
{
  g_autofree char *first = ent_day_format (line->first, ENT_DAY_NUMERIC);
  g_autofree char *last = ent_day_format (line->last, ENT_DAY_NUMERIC);

  return line->first == line->last ? g_steal_pointer (&first)
                                   : g_strdup_printf ("%s–%s", first, last);
}

/* "Daily-life help · 02/11/2026–29/11/2026 · 12 h 30 × 4,31 €" */
static char *
describe (const EntMonthLedger *ledger, const EntBillLine *line)
{
  EntCareActivity *activity = ent_month_ledger_activity (ledger, line->activity_id);
  const char *name = activity != NULL ? activity->name : "";
  g_autofree char *days = days_of (line);
  g_autofree char *hours = ent_duration_format (line->minutes);
  g_autofree char *price = ent_money_format (line->price);

  if (line->kind == ENT_BILL_CORRECTION)
    /* Translators: a day, a reason */
    return g_strdup_printf (_ ("Correction of %s · %s"), days, line->reason);
  if (line->kind == ENT_BILL_HOURS)
    return g_strdup_printf ("%s · %s · %s × %s", name, days, hours, price);
  return g_strdup_printf ("%s · %s · %s", name, days, hours);
}

static char *
amount_text (const EntBillLine *line)
{
  if (line->kind == ENT_BILL_NO_RATE)
    return g_strdup (_ ("No rate decided"));
  if (line->kind == ENT_BILL_SET_ASIDE)
    return g_strdup (_ ("Not billed"));
  return ent_money_format (line->amount);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row, EntMonthBills *self)
{
  EntMonthItem *item = gtk_list_item_get_item (row);
  const EntMonthLedger *ledger = self->picture->ledger;
  const EntBillLine *line = g_ptr_array_index (self->picture->bills, item->index);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *lines = gtk_widget_get_next_sibling (icon);
  const char *name = ent_month_ledger_person (ledger, line->person_id);
  g_autofree char *detail = describe (ledger, line);
  g_autofree char *amount = amount_text (line);
  g_autofree char *heard = g_strdup_printf ("%s, %s, %s", name, detail, amount);

  gtk_widget_set_visible (icon, line->kind == ENT_BILL_NO_RATE);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), detail);
  gtk_widget_set_tooltip_text (lines, detail);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (row))),
                       amount);
  gtk_list_item_set_accessible_label (row, heard);
}

static void
activated_cb (EntMonthBills *self, guint position)
{
  g_autoptr (EntMonthItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, opened_signal, 0, item->index);
}

static void
ent_month_bills_dispose (GObject *object)
{
  EntMonthBills *self = ENT_MONTH_BILLS (object);

  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  G_OBJECT_CLASS (ent_month_bills_parent_class)->dispose (object);
}

static void
ent_month_bills_class_init (EntMonthBillsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_month_bills_dispose;
  opened_signal = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "month/ent-month-bills.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMonthBills, stack);
  gtk_widget_class_bind_template_child (widget_class, EntMonthBills, told);
  gtk_widget_class_bind_template_child (widget_class, EntMonthBills, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_month_bills_init (EntMonthBills *self)
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

static char *
sum_up (const EntMonthPicture *picture)
{
  guint missing = picture->hindrance.n_without_rate;
  g_autofree char *amount = ent_money_format (picture->amount);
  /* Translators: an amount of money */
  g_autofree char *all = g_strdup_printf (_ ("In all: %s."), amount);
  g_autofree char *without = NULL;

  if (missing == 0)
    return g_steal_pointer (&all);
  without = g_strdup_printf (ngettext ("For %u beneficiary no rate is decided.",
                                       "For %u beneficiaries no rate is decided.", missing),
                             missing);
  return g_strdup_printf ("%s %s", all, without);
}

void
ent_month_bills_set_picture (EntMonthBills *self, EntMonthPicture *picture)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *told = sum_up (picture);

  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  self->picture = ent_month_picture_ref (picture);
  for (guint i = 0; i < picture->bills->len; i++)
    g_ptr_array_add (items, ent_month_item_new (i));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  gtk_label_set_label (self->told, told);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "none");
}
