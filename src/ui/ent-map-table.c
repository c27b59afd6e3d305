/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds and stops of a map as a list. Main thread. */
#include "ent-map-table.h"

#include <glib/gi18n-lib.h>

#include "ent-map-palette.h"

struct _EntMapTable
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  EntMapContent *content;
  gboolean is_following; /* the selection of the content */
};

static guint stop_activated_signal;

G_DEFINE_FINAL_TYPE (EntMapTable, ent_map_table, ADW_TYPE_BIN)

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* A row: the mark of the round with the number, then who, and when. */
static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *mark = gtk_image_new ();
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (mark), 18);
  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "row-title");
  gtk_widget_add_css_class (title, "private");
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (detail, "row-detail");
  gtk_widget_add_css_class (detail, "private");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

/* What is heard: also whose round it is, which sighted people see at the heading, and that a stop
 * is not on the map. */
static char *
describe (EntMapStop *stop, const char *detail)
{
  const char *parts[5] = { 0 };
  guint n = 0;

  if (stop->label != NULL)
    parts[n++] = stop->label;
  if (stop->title != NULL)
    parts[n++] = stop->title;
  if (detail != NULL)
    parts[n++] = detail;
  if (stop->route != NULL && stop->route->title != NULL)
    parts[n++] = stop->route->title;
  return g_strjoinv (", ", (char **) parts);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  EntMapStop *stop = gtk_list_item_get_item (item);
  GtkWidget *mark = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *number = gtk_widget_get_next_sibling (mark);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (number));
  g_autoptr(GdkPaintable)
                look = ent_map_palette_paintable (stop->route != NULL ? stop->route->look : 0, 18);
  g_autofree char *detail = NULL;
  g_autofree char *heard = NULL;

  if (ent_point_is_valid (stop->place))
    detail = g_strdup (stop->detail);
  else if (stop->detail != NULL)
    /* Translators: a stop's time or address, and that it has no place on the map. */
    detail = g_strdup_printf (_ ("%s · not on the map yet"), stop->detail);
  else
    detail = g_strdup (_ ("Not on the map yet"));
  gtk_image_set_from_paintable (GTK_IMAGE (mark), stop->is_hollow ? NULL : look);
  gtk_label_set_text (GTK_LABEL (number), stop->label != NULL ? stop->label : "");
  set_text (title, stop->title);
  set_text (gtk_widget_get_next_sibling (title), detail);
  heard = describe (stop, detail);
  gtk_list_item_set_accessible_label (item, heard);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_header_set_child (header, box);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  EntMapStop *stop = gtk_list_header_get_item (header);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  EntMapRoute *route = stop->route;

  set_text (title, route != NULL ? route->title : _ ("Without a round"));
  set_text (gtk_widget_get_next_sibling (title), route != NULL ? route->detail : NULL);
}

/* Sections only: the stops stand in the order of their rounds already. */
static int
compare_routes (gconstpointer a, gconstpointer b, gpointer unused)
{
  const EntMapStop *x = a, *y = b;
  guint first = x->route != NULL ? x->route->look : G_MAXUINT;
  guint second = y->route != NULL ? y->route->look : G_MAXUINT;

  return (first > second) - (first < second);
}

static void
row_selected_cb (EntMapTable *self)
{
  if (self->content != NULL && !self->is_following)
    ent_map_content_select (self->content,
                            gtk_single_selection_get_selected_item (self->selection));
}

static void
selected_cb (EntMapTable *self)
{
  EntMapStop *stop = ent_map_content_get_selected (self->content);
  GListModel *model = G_LIST_MODEL (self->selection);
  guint at = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; stop != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(EntMapStop) row = g_list_model_get_item (model, i);

      if (row == stop)
        at = i;
    }
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, at);
  self->is_following = FALSE;
  if (at != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, at, GTK_LIST_SCROLL_NONE, NULL);
}

static void
update_stack (EntMapTable *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "stops" : "none");
}

static void
activated_cb (EntMapTable *self, guint position)
{
  g_autoptr(EntMapStop) stop = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  ent_map_content_select (self->content, stop);
  g_signal_emit (self, stop_activated_signal, 0, stop);
}

static void
ent_map_table_dispose (GObject *object)
{
  EntMapTable *self = ENT_MAP_TABLE (object);

  ent_map_table_set_content (self, NULL);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (ent_map_table_parent_class)->dispose (object);
}

static void
ent_map_table_class_init (EntMapTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_map_table_dispose;
  stop_activated_signal = g_signal_new ("stop-activated", ENT_TYPE_MAP_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, ENT_TYPE_MAP_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entraide/Entraide/ui/map/ent-map-table.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMapTable, stack);
  gtk_widget_class_bind_template_child (widget_class, EntMapTable, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
ent_map_table_init (EntMapTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  update_stack (self);
}

/* A list that is filled begins below the heading of its first section otherwise. */
static gboolean
to_top_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  EntMapTable *self = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (gtk_adjustment_get_upper (adjustment) <= 1.0)
    return G_SOURCE_CONTINUE;
  if (self->content == NULL || ent_map_content_get_selected (self->content) == NULL)
    gtk_adjustment_set_value (adjustment, 0.0);
  return G_SOURCE_REMOVE;
}

GtkWidget *
ent_map_table_new (void)
{
  return g_object_new (ENT_TYPE_MAP_TABLE, NULL);
}

void
ent_map_table_set_content (EntMapTable *self, EntMapContent *content)
{
  g_autoptr(GtkSortListModel) sorted = NULL;
  g_autoptr(GtkCustomSorter) sorter = NULL;

  if (content == self->content)
    return;
  if (self->content != NULL)
    g_signal_handlers_disconnect_by_data (self->content, self);
  self->is_following = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  self->is_following = FALSE;
  g_set_object (&self->content, content);
  if (content == NULL)
    return;

  sorted = gtk_sort_list_model_new (g_object_ref (ent_map_content_get_stops (content)), NULL);
  sorter = gtk_custom_sorter_new (compare_routes, NULL, NULL);
  gtk_sort_list_model_set_section_sorter (sorted, GTK_SORTER (sorter));
  self->is_following = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  self->is_following = FALSE;
  g_signal_connect_object (content, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), to_top_cb, self, NULL);
}
