/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The envelope below the form of an address. Main thread. */

#include "ent-address-preview.h"

#include "ent-address-lines.h"
#include "ent-country.h"
#include "ent-person.h"
#include "ent-resources.h"

struct _EntAddressPreview
{
  AdwBin parent_instance;

  GtkLabel *lines;
  GtkLabel *warning;
  GtkLabel *consequence;
  GtkWidget *warning_box;
  GtkWidget *consequence_box;
};

G_DEFINE_FINAL_TYPE (EntAddressPreview, ent_address_preview, ADW_TYPE_BIN)

static void
ent_address_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_ADDRESS_PREVIEW);
  G_OBJECT_CLASS (ent_address_preview_parent_class)->dispose (object);
}

static void
ent_address_preview_class_init (EntAddressPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_address_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "person/ent-address-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, EntAddressPreview, lines);
  gtk_widget_class_bind_template_child (widget_class, EntAddressPreview, warning);
  gtk_widget_class_bind_template_child (widget_class, EntAddressPreview, warning_box);
  gtk_widget_class_bind_template_child (widget_class, EntAddressPreview, consequence);
  gtk_widget_class_bind_template_child (widget_class, EntAddressPreview, consequence_box);
}

static void
ent_address_preview_init (EntAddressPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_address_preview_new (void)
{
  return g_object_new (ENT_TYPE_ADDRESS_PREVIEW, NULL);
}

void
ent_address_preview_show (EntAddressPreview *self, EntStore *store, EntAddress *address)
{
  g_autoptr (EntPerson) person = NULL;
  g_autoptr (EntCountry) country = NULL;
  g_autofree char *name = NULL;
  g_autofree char *country_name = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  if (address->person_id > 0)
    {
      person = ent_store_peek (store, ENT_TYPE_PERSON, address->person_id);
      name = ent_record_is_loaded (person) ? ent_person_get_name (person) : NULL;
    }
  if (address->country_id > 0)
    {
      country = ent_store_peek (store, ENT_TYPE_COUNTRY, address->country_id);
      country_name = ent_record_get_summary (country);
    }
  lines = ent_address_lines (address, name, country_name);
  text = g_strjoinv ("\n", lines);
  gtk_label_set_label (self->lines, text);
}

void
ent_address_preview_set_warning (EntAddressPreview *self, const char *text)
{
  gtk_label_set_label (self->warning, text != NULL ? text : "");
  gtk_widget_set_visible (self->warning_box, text != NULL && *text != '\0');
}

void
ent_address_preview_set_consequence (EntAddressPreview *self, const char *text)
{
  gtk_label_set_label (self->consequence, text != NULL ? text : "");
  gtk_widget_set_visible (self->consequence_box, text != NULL && *text != '\0');
}
