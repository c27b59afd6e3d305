/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of what is to be placed. Main thread. */

#include "ent-rounds-unplaced.h"

#include "ent-resources.h"
#include "ent-rounds-blocks.h"
#include "ent-rounds-item.h"

#include <glib/gi18n-lib.h>

struct _EntRoundsUnplaced
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GListStore *items; /* EntRoundsItem */
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (EntRoundsUnplaced, ent_rounds_unplaced, ADW_TYPE_BIN)

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, GtkListItem *row)
{
  EntRoundsItem *item = gtk_list_item_get_item (row);

  return gdk_content_provider_new_typed (G_TYPE_INT64, ent_rounds_item_get_id (item));
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *name = label_new ("row-title");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_add_css_class (name, "private");
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), label_new ("row-detail"));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_list_item_set_child (row, box);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), row);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  EntRoundsItem *item = gtk_list_item_get_item (row);
  EntCarePriority priority = ent_rounds_item_get_visit (item)->priority;
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *lines = gtk_widget_get_first_child (box);
  GtkWidget *icon = gtk_widget_get_last_child (box);
  gboolean is_lost = ent_rounds_item_has_no_place (item);
  g_autofree char *detail = g_strdup_printf ("%s · %s", ent_rounds_item_get_detail (item),
                                             ent_rounds_priority_word (priority));
  g_autofree char *spoken = NULL;

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)),
                       ent_rounds_item_get_name (item));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), detail);
  gtk_widget_set_tooltip_text (box, detail);
  spoken = g_strdup_printf ("%s, %s", ent_rounds_item_get_name (item), detail);
  gtk_list_item_set_accessible_label (row, spoken);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                is_lost ? "ent-unplaced-symbolic" : "ent-alert-symbolic");
  gtk_widget_set_visible (icon, is_lost || priority == ENT_CARE_VITAL);
  gtk_widget_set_tooltip_text (icon, is_lost ? _ ("The address has no place on the map yet")
                                             : _ ("Vital"));
}

static void
activated_cb (EntRoundsUnplaced *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (EntRoundsItem) item = g_list_model_get_item (model, position);

  if (item != NULL)
    g_signal_emit (self, activated_signal, 0, ent_rounds_item_get_id (item));
}

static void
ent_rounds_unplaced_dispose (GObject *object)
{
  g_clear_object (&ENT_ROUNDS_UNPLACED (object)->items);
  G_OBJECT_CLASS (ent_rounds_unplaced_parent_class)->dispose (object);
}

static void
ent_rounds_unplaced_class_init (EntRoundsUnplacedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_rounds_unplaced_dispose;
  activated_signal = g_signal_new ("visit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "rounds/ent-rounds-unplaced.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoundsUnplaced, stack);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsUnplaced, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ent_rounds_unplaced_init (EntRoundsUnplaced *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (ENT_TYPE_ROUNDS_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect (rows, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

guint
ent_rounds_unplaced_set_week (EntRoundsUnplaced *self, EntRoundsWeek *week)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; week != NULL && i < week->visits->len; i++)
    {
      const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, i);

      if (ent_rounds_visit_is_open (visit) &&
          (visit->carer == ENT_ROUNDS_NONE || visit->start == ENT_ROUNDS_NONE))
        g_ptr_array_add (items, ent_rounds_item_new (week, (int) i));
    }
  g_ptr_array_sort_values_with_data (items, ent_rounds_item_compare, NULL);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "none");
  return items->len;
}
