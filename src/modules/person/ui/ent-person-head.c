/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a person's page. The register number is covered again half a minute after it was
 * uncovered, and whenever the page goes out of sight. Main thread. */

#include "ent-person-head.h"

#include "ent-date.h"
#include "ent-national-number.h"
#include "ent-person-enums.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

#define REVEAL_SECONDS 30

struct _EntPersonHead
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *facts;
  GtkWidget *deceased;
  GtkLabel *deceased_label;
  GtkWidget *number_box;
  GtkLabel *number;
  GtkToggleButton *reveal_button;

  char *national_number;
  guint cover_source;
};

G_DEFINE_FINAL_TYPE (EntPersonHead, ent_person_head, ADW_TYPE_BIN)

static void
show_number (EntPersonHead *self)
{
  gboolean revealed = gtk_toggle_button_get_active (self->reveal_button);
  g_autofree char *text = NULL;

  if (self->national_number == NULL)
    return;
  text = revealed ? ent_national_number_format (self->national_number)
                  : ent_national_number_mask (self->national_number);
  gtk_label_set_label (self->number, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reveal_button),
                               revealed ? _ ("Hide the register number")
                                        : _ ("Show the register number"));
}

static gboolean
cover_cb (gpointer user_data)
{
  EntPersonHead *self = user_data;

  self->cover_source = 0;
  gtk_toggle_button_set_active (self->reveal_button, FALSE);
  return G_SOURCE_REMOVE;
}

static void
reveal_toggled_cb (EntPersonHead *self)
{
  g_clear_handle_id (&self->cover_source, g_source_remove);
  if (gtk_toggle_button_get_active (self->reveal_button))
    self->cover_source = g_timeout_add_seconds (REVEAL_SECONDS, cover_cb, self);
  show_number (self);
}

static const char *
born_format (int sex)
{
  if (sex == ENT_SEX_FEMALE)
    return C_ ("woman", "born %s");
  if (sex == ENT_SEX_MALE)
    return C_ ("man", "born %s");

  /* Translators: date of birth of a person of any sex */
  return _ ("born %s");
}

static char *
facts_text (EntPerson *person, gint32 today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *birth = ent_day_format (person->birth_date, ENT_DAY_NUMERIC);
  int age = ent_person_get_age (person, today);

  if (age == 0)
    g_ptr_array_add (parts, g_strdup (_ ("under one year")));
  else if (age > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d year", "%d years", age), age));
  if (*birth != '\0')
    g_ptr_array_add (parts, g_strdup_printf (born_format (person->sex), birth));
  if (person->language != 0)
    g_ptr_array_add (parts, g_strdup (ent_enum_label (&ent_language_enum, person->language)));
  if (person->interpreter_needed)
    g_ptr_array_add (parts, g_strdup (_ ("needs an interpreter")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
ent_person_head_unmap (GtkWidget *widget)
{
  gtk_toggle_button_set_active (ENT_PERSON_HEAD (widget)->reveal_button, FALSE);
  GTK_WIDGET_CLASS (ent_person_head_parent_class)->unmap (widget);
}

static void
ent_person_head_dispose (GObject *object)
{
  EntPersonHead *self = ENT_PERSON_HEAD (object);

  g_clear_handle_id (&self->cover_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PERSON_HEAD);
  G_OBJECT_CLASS (ent_person_head_parent_class)->dispose (object);
}

static void
ent_person_head_finalize (GObject *object)
{
  g_free (ENT_PERSON_HEAD (object)->national_number);
  G_OBJECT_CLASS (ent_person_head_parent_class)->finalize (object);
}

static void
ent_person_head_class_init (EntPersonHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_person_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_person_head_finalize;
  widget_class->unmap = ent_person_head_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "person/ent-person-head.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, avatar);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, name);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, facts);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, deceased);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, deceased_label);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, number_box);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, number);
  gtk_widget_class_bind_template_child (widget_class, EntPersonHead, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, reveal_toggled_cb);
}

static void
ent_person_head_init (EntPersonHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ent_person_head_new (void)
{
  return g_object_new (ENT_TYPE_PERSON_HEAD, NULL);
}

void
ent_person_head_show (EntPersonHead *self, EntPerson *person)
{
  g_autofree char *name = ent_person_get_name (person);
  g_autofree char *facts = facts_text (person, ent_day_today ());
  g_autofree char *day = ent_day_format (person->deceased_on, ENT_DAY_NUMERIC);
  g_autofree char *deceased = g_strdup_printf (_ ("Deceased on %s"), day);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  gtk_label_set_label (self->deceased_label, deceased);
  gtk_widget_set_visible (self->deceased, person->deceased_on != ENT_DAY_NONE);
  g_set_str (&self->national_number, person->national_number);
  gtk_widget_set_visible (self->number_box, person->national_number != NULL);
  show_number (self);
}
