/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of what can be put into a template. Main thread. */

#include "ent-chip-chooser.h"

#include "ent-resources.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

struct _EntChipChooser
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  char *words; /* folded */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntChipChooser, ent_chip_chooser, ADW_TYPE_BIN)

static gboolean
matches (gpointer item, gpointer user_data)
{
  EntChipChooser *self = user_data;

  return self->words == NULL || ent_chip_item_matches (item, self->words);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer unused)
{
  guint first = ent_chip_item_get_rank ((EntChipItem *) a);
  guint second = ent_chip_item_get_rank ((EntChipItem *) b);

  if (first != second)
    return first < second ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
  return g_utf8_collate (ent_chip_item_get_group ((EntChipItem *) a),
                         ent_chip_item_get_group ((EntChipItem *) b));
}

static void
choose (EntChipChooser *self, guint position)
{
  g_autoptr (EntChipItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
activated_cb (EntChipChooser *self, guint position)
{
  choose (self, position);
}

static void
set_up_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  EntChipItem *item = gtk_list_header_get_item (header);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)),
                      ent_chip_item_get_group (item));
}

static void
set_up_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *path = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (path), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (path), 22);
  gtk_widget_add_css_class (path, "dimmed");
  gtk_widget_add_css_class (path, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), path);
  gtk_list_item_set_child (row, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  EntChipItem *item = gtk_list_item_get_item (row);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (row));

  gtk_label_set_text (GTK_LABEL (label), ent_chip_item_get_label (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)),
                      ent_chip_item_get_path (item));
  gtk_list_item_set_accessible_label (row, ent_chip_item_get_label (item));
  gtk_list_item_set_accessible_description (row, ent_chip_item_get_path (item));
}

static void
ent_chip_chooser_dispose (GObject *object)
{
  EntChipChooser *self = ENT_CHIP_CHOOSER (object);

  /* The filter asks us, and may outlive us. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_pointer (&self->words, g_free);
  /* The bin would let go of the stack a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_CHIP_CHOOSER);
  G_OBJECT_CLASS (ent_chip_chooser_parent_class)->dispose (object);
}

static void
ent_chip_chooser_class_init (EntChipChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_chip_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_CHIP_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, ENT_TYPE_CHIP_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-chip-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, EntChipChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, EntChipChooser, list);
  gtk_widget_class_bind_template_child (widget_class, EntChipChooser, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
ent_chip_chooser_init (EntChipChooser *self)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, sorter);
  g_object_unref (sorter);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
}

GtkWidget *
ent_chip_chooser_new (void)
{
  return g_object_new (ENT_TYPE_CHIP_CHOOSER, NULL);
}

void
ent_chip_chooser_set_items (EntChipChooser *self, GListModel *items)
{
  gtk_filter_list_model_set_model (self->filtered, items);
}

guint
ent_chip_chooser_narrow (EntChipChooser *self, const char *words)
{
  g_autofree char *before = g_steal_pointer (&self->words);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  self->words = ent_text_fold (words);
  if (g_strcmp0 (before, self->words) == 0)
    return n;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
  if (n > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  return n;
}

void
ent_chip_chooser_step (EntChipChooser *self, int direction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (direction < 0 && position == 0))
    return;
  position = MIN (position + (guint) direction, n - 1);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_SELECT, NULL);
}

gboolean
ent_chip_chooser_take (EntChipChooser *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  choose (self, position);
  return TRUE;
}
