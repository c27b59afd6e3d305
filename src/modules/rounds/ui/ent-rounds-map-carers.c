/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose rounds are to be seen. Main thread. */

#include "ent-rounds-map-carers.h"

#include "ent-map-palette.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

#define MARK 16
#define CARER "ent-carer"

struct _EntRoundsMapCarers
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkBox *list;
  GHashTable *hidden; /* ids (gint64 *) */
  gboolean is_changing;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (EntRoundsMapCarers, ent_rounds_map_carers, ADW_TYPE_BIN)

static gint64
id_of (GtkWidget *check)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (check), CARER);
}

static const char *
name_of (GtkWidget *check)
{
  GtkWidget *line = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (line)));
}

static void
show_label (EntRoundsMapCarers *self)
{
  g_autofree char *text = NULL;
  const char *only = "";
  guint n_all = 0, n = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->list)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      n_all++;
      if (!ent_rounds_map_carers_shows (self, id_of (check)))
        continue;
      n++;
      only = name_of (check);
    }
  if (n == n_all)
    text = g_strdup (_ ("All carers"));
  else if (n == 1)
    text = g_strdup (only);
  else
    text = g_strdup_printf (ngettext ("%u carer", "%u carers", n), n);
  gtk_menu_button_set_label (self->button, text);
}

static void
set_shown (EntRoundsMapCarers *self, gint64 id, gboolean is_shown)
{
  if (is_shown)
    g_hash_table_remove (self->hidden, &id);
  else
    g_hash_table_add (self->hidden, g_memdup2 (&id, sizeof id));
}

static void
toggled_cb (EntRoundsMapCarers *self, GtkCheckButton *check)
{
  if (self->is_changing)
    return;
  set_shown (self, id_of (GTK_WIDGET (check)), gtk_check_button_get_active (check));
  show_label (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
show_checks (EntRoundsMapCarers *self)
{
  self->is_changing = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->list)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 ent_rounds_map_carers_shows (self, id_of (check)));
  self->is_changing = FALSE;
  show_label (self);
}

static void
set_all (EntRoundsMapCarers *self, gboolean is_shown)
{
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->list)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    set_shown (self, id_of (check), is_shown);
  show_checks (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
all_cb (EntRoundsMapCarers *self)
{
  set_all (self, TRUE);
}

static void
none_cb (EntRoundsMapCarers *self)
{
  set_all (self, FALSE);
}

static void
ent_rounds_map_carers_finalize (GObject *object)
{
  g_hash_table_unref (ENT_ROUNDS_MAP_CARERS (object)->hidden);
  G_OBJECT_CLASS (ent_rounds_map_carers_parent_class)->finalize (object);
}

static void
ent_rounds_map_carers_class_init (EntRoundsMapCarersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_rounds_map_carers_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "rounds/ent-rounds-map-carers.ui");
  gtk_widget_class_bind_template_child (widget_class, EntRoundsMapCarers, button);
  gtk_widget_class_bind_template_child (widget_class, EntRoundsMapCarers, list);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
}

static void
ent_rounds_map_carers_init (EntRoundsMapCarers *self)
{
  self->hidden = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
check_new (EntRoundsMapCarers *self, const EntRoundsCarer *carer)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (carer->name);
  g_autoptr (GdkPaintable)
                mark = ent_map_palette_paintable ((guint) MAX (carer->colour - 1, 0), MARK);

  gtk_widget_add_css_class (name, "private");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_paintable (mark));
  gtk_box_append (GTK_BOX (line), name);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  carer->name, -1);
  g_object_set_data_full (G_OBJECT (check), CARER, g_memdup2 (&carer->id, sizeof carer->id),
                          g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

void
ent_rounds_map_carers_set (EntRoundsMapCarers *self, const EntRoundsWeek *week)
{
  GtkWidget *check;

  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, check);
  for (guint i = 0; i < week->carers->len; i++)
    gtk_box_append (self->list, check_new (self, &g_array_index (week->carers, EntRoundsCarer, i)));
  show_checks (self);
}

gboolean
ent_rounds_map_carers_shows (EntRoundsMapCarers *self, gint64 carer_id)
{
  return !g_hash_table_contains (self->hidden, &carer_id);
}

void
ent_rounds_map_carers_show (EntRoundsMapCarers *self, gint64 carer_id)
{
  if (ent_rounds_map_carers_shows (self, carer_id))
    return;
  set_shown (self, carer_id, TRUE);
  show_checks (self);
}
