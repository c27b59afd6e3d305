/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who signs what: written as it is chosen, in the settings of the register. Main thread. */

#include "ent-signers-dialog.h"

#include "ent-paper-enums.h"
#include "ent-paper-kinds.h"
#include "ent-paper-make.h"
#include "ent-resources.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define N_SIGNERS 3
/* What the setting holds when nobody signs: empty means “as usual”. */
#define NOBODY "none"

typedef struct
{
  EntStore *store;
  const EntDocumentKind *kind;
  AdwExpanderRow *row; /* borrowed, as are the others */
  AdwComboRow *choices[N_SIGNERS];
  gboolean showing;
} Signers;

static void
signers_free (Signers *self)
{
  g_object_unref (self->store);
  g_free (self);
}

static char **
get_roles (Signers *self)
{
  g_autofree char *setting = ent_paper_signers_setting (self->kind);
  const char *own = ent_store_get_setting (self->store, setting, "");

  return g_strsplit (*own != '\0' ? own : ent_paper_default_signers (self->kind), ",", -1);
}

static void
show_summary (Signers *self)
{
  g_auto (GStrv) roles = get_roles (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; roles[i] != NULL; i++)
    {
      const EntChoice *role = ent_enum_by_nick (&ent_signatory_role_enum, roles[i]);

      if (role != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (role->label));
    }
  adw_expander_row_set_subtitle (self->row, text->len > 0 ? text->str : _ ("Nobody signs it"));
}

/* Position 0 of each choice is nobody; the others follow the roles. */
static void
show_choices (Signers *self)
{
  g_auto (GStrv) roles = get_roles (self);
  guint n = g_strv_length (roles);

  self->showing = TRUE;
  for (guint i = 0; i < N_SIGNERS; i++)
    {
      const EntChoice *role = i < n ? ent_enum_by_nick (&ent_signatory_role_enum, roles[i]) : NULL;

      adw_combo_row_set_selected (self->choices[i],
                                  role != NULL
                                      ? (guint) (role - ent_signatory_role_enum.choices) + 1
                                      : 0);
    }
  self->showing = FALSE;
}

static void
chosen_cb (Signers *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) roles = NULL;
  g_autofree char *value = NULL;
  g_autofree char *setting = ent_paper_signers_setting (self->kind);

  if (self->showing)
    return;
  for (guint i = 0; i < N_SIGNERS; i++)
    {
      guint selected = adw_combo_row_get_selected (self->choices[i]);

      if (selected > 0 && selected <= ent_signatory_role_enum.n_choices)
        g_strv_builder_add (builder, ent_signatory_role_enum.choices[selected - 1].nick);
    }
  roles = g_strv_builder_end (builder);
  value = g_strjoinv (",", roles);
  if (g_str_equal (value, ent_paper_default_signers (self->kind)))
    ent_store_set_setting (self->store, setting, "");
  else
    ent_store_set_setting (self->store, setting, *value != '\0' ? value : NOBODY);
  show_summary (self);
}

static GtkStringList *
make_roles (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Nobody"));
  for (guint i = 0; i < ent_signatory_role_enum.n_choices; i++)
    gtk_string_list_append (list, _ (ent_signatory_role_enum.choices[i].label));
  return list;
}

static GtkWidget *
make_row (EntStore *store, const EntDocumentKind *kind)
{
  const char *titles[N_SIGNERS] = { _ ("Signs first"), _ ("Signs second"), _ ("Signs third") };
  Signers *self = g_new0 (Signers, 1);
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (GtkStringList) roles = make_roles ();

  self->store = g_object_ref (store);
  self->kind = kind;
  self->row = ADW_EXPANDER_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kind->title));
  for (guint i = 0; i < N_SIGNERS; i++)
    {
      GtkWidget *choice = adw_combo_row_new ();

      self->choices[i] = ADW_COMBO_ROW (choice);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice), titles[i]);
      adw_combo_row_set_model (self->choices[i], G_LIST_MODEL (roles));
      adw_expander_row_add_row (self->row, choice);
    }
  show_choices (self);
  show_summary (self);
  for (guint i = 0; i < N_SIGNERS; i++)
    g_signal_connect_swapped (self->choices[i], "notify::selected", G_CALLBACK (chosen_cb), self);
  g_object_set_data_full (G_OBJECT (row), "signers", self, (GDestroyNotify) signers_free);
  return row;
}

void
ent_signers_dialog_present (GtkWidget *parent, EntStore *store)
{
  g_autoptr (GtkBuilder)
                builder = gtk_builder_new_from_resource (ENT_UI "paper/ent-signers-dialog.ui");
  AdwPreferencesGroup *attestations = ADW_PREFERENCES_GROUP (
      gtk_builder_get_object (builder, "attestations"));
  AdwPreferencesGroup *letters = ADW_PREFERENCES_GROUP (
      gtk_builder_get_object (builder, "letters"));
  g_autoptr (GPtrArray) kinds = ent_paper_kinds ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const EntDocumentKind *kind = g_ptr_array_index (kinds, i);

      adw_preferences_group_add (kind->shape == ENT_SHAPE_LETTER ? letters : attestations,
                                 make_row (store, kind));
    }
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "dialog")), parent);
}
