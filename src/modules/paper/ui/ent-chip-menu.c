/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover behind “Insert”. Main thread. */

#include "ent-chip-menu.h"

#include "ent-chip-chooser.h"
#include "ent-resources.h"

struct _EntChipMenu
{
  GtkPopover parent_instance;

  GtkEditable *search;
  EntChipChooser *chooser;
  GtkCheckButton *optional_check;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntChipMenu, ent_chip_menu, GTK_TYPE_POPOVER)

static void
search_changed_cb (EntChipMenu *self)
{
  ent_chip_chooser_narrow (self->chooser, gtk_editable_get_text (self->search));
}

static void
search_activated_cb (EntChipMenu *self)
{
  /* Whoever types fast presses it before the list has followed. */
  search_changed_cb (self);
  ent_chip_chooser_take (self->chooser);
}

static void
search_stopped_cb (EntChipMenu *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint code,
               GdkModifierType state,
               EntChipMenu *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  ent_chip_chooser_step (self->chooser, keyval == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
chosen_cb (EntChipMenu *self, EntChipItem *item)
{
  const char *optional = ent_chip_item_get_optional (item);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0,
                 optional != NULL && gtk_check_button_get_active (self->optional_check)
                     ? optional
                     : ent_chip_item_get_snippet (item));
}

static void
ent_chip_menu_show (GtkWidget *widget)
{
  EntChipMenu *self = ENT_CHIP_MENU (widget);

  gtk_editable_set_text (self->search, "");
  ent_chip_chooser_narrow (self->chooser, "");
  GTK_WIDGET_CLASS (ent_chip_menu_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ent_chip_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_CHIP_MENU);
  G_OBJECT_CLASS (ent_chip_menu_parent_class)->dispose (object);
}

static void
ent_chip_menu_class_init (EntChipMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_chip_menu_dispose;
  widget_class->show = ent_chip_menu_show;
  signals[CHOSEN] = g_signal_new ("chosen", ENT_TYPE_CHIP_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (ENT_TYPE_CHIP_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-chip-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, EntChipMenu, search);
  gtk_widget_class_bind_template_child (widget_class, EntChipMenu, chooser);
  gtk_widget_class_bind_template_child (widget_class, EntChipMenu, optional_check);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ent_chip_menu_init (EntChipMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_chip_menu_new (GListModel *items)
{
  EntChipMenu *self = g_object_new (ENT_TYPE_CHIP_MENU, NULL);

  ent_chip_chooser_set_items (self->chooser, items);
  return GTK_WIDGET (self);
}
