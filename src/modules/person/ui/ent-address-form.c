/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything is read on the reading thread while somebody types; an answer that comes after the
 * next keystroke is dropped. Main thread. */

#include "ent-address-form.h"

#include "ent-address-ask.h"
#include "ent-address-lines.h"
#include "ent-address-lookup.h"
#include "ent-address-preview.h"
#include "ent-address.h"
#include "ent-date.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-places-query.h"
#include "ent-suggestions.h"

#include <glib/gi18n-lib.h>

#define FORM "ent-address-form"

/* What stands beside the dialog, freed with it. */
typedef struct
{
  EntFormDialog *dialog; /* borrowed */
  EntForm *form; /* borrowed */
  EntStore *store;
  EntAddressPreview *preview; /* borrowed */
  EntSuggestions *postcodes, *localities, *streets; /* borrowed */
  EntSuggestions *asking; /* where the next answer is shown */
  GPtrArray *proposals; /* EntLocality or EntStreet */
  GPtrArray *others; /* EntAddress of the same person */
  EntStreet *new_street; /* to be learnt, or NULL */
  GCancellable *cancellable; /* ends with the dialog */
  GCancellable *completing; /* ends with the next keystroke */
  GCancellable *checking;
  GCancellable *placing;
  EntAddress *placed; /* the draft as it was looked up, where the region is sure; or NULL */
} AddressForm;

static void
address_form_free (AddressForm *self)
{
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->completing);
  g_cancellable_cancel (self->checking);
  g_cancellable_cancel (self->placing);
  g_clear_object (&self->placed);
  g_object_unref (self->placing);
  g_object_unref (self->cancellable);
  g_object_unref (self->completing);
  g_object_unref (self->checking);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_object (&self->new_street);
  g_object_unref (self->store);
  g_free (self);
}

static EntAddress *
draft_of (AddressForm *self)
{
  return ENT_ADDRESS (ent_form_get_draft (self->form));
}

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_object_unref (*cancellable);
  *cancellable = g_cancellable_new ();
}

typedef struct
{
  char *text;
  char *postcode; /* streets of this postcode; NULL: localities */
} Completion;

static void
completion_free (Completion *self)
{
  g_free (self->text);
  g_free (self->postcode);
  g_free (self);
}

static gpointer
complete (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Completion *completion = data;

  if (completion->postcode != NULL)
    return ent_places_complete_street (db, completion->postcode, completion->text, error);
  return ent_places_complete_locality (db, completion->text, error);
}

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  AddressForm *self = g_object_get_data (G_OBJECT (dialog), FORM);

  if (found == NULL || self == NULL)
    return;
  for (guint i = 0; i < found->len; i++)
    {
      gpointer place = g_ptr_array_index (found, i);

      if (ENT_IS_LOCALITY (place))
        g_strv_builder_take (lines, g_strdup_printf ("%s %s", ENT_LOCALITY (place)->postcode,
                                                     ent_locality_get_name (ENT_LOCALITY (place))));
      else
        g_strv_builder_add (lines, ENT_STREET (place)->name);
    }
  texts = g_strv_builder_end (lines);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = g_steal_pointer (&found);
  ent_suggestions_show (self->asking, (const char *const *) texts);
}

static void
ask (AddressForm *self, EntSuggestions *where, const char *text, const char *postcode)
{
  Completion *completion;

  renew (&self->completing);
  self->asking = where;
  if (text == NULL || *text == '\0')
    {
      ent_suggestions_show (where, NULL);
      return;
    }
  completion = g_new0 (Completion, 1);
  completion->text = g_strdup (text);
  completion->postcode = g_strdup (postcode);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, complete, completion,
                       (GDestroyNotify) completion_free, (GDestroyNotify) g_ptr_array_unref,
                       self->completing, completed_cb, g_object_ref (self->dialog));
}

/* What the register says to the address as it stands. */
typedef struct
{
  EntIssues *issues;
  EntStreet *street;
} Opinion;

static void
opinion_free (Opinion *self)
{
  ent_issues_free (self->issues);
  g_clear_object (&self->street);
  g_free (self);
}

static gpointer
check_place (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  EntAddress *address = data;
  Opinion *opinion = g_new0 (Opinion, 1);

  opinion->issues = ent_issues_new ();
  ent_address_check_place (db, address, opinion->issues);
  if (address->street != NULL && address->postcode != NULL && address->country_id == 0)
    opinion->street = ent_places_unknown_street (db, address->postcode, address->locality,
                                                 address->street, NULL);
  return opinion;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  Opinion *opinion = ent_store_run_finish (ENT_STORE (source), result, &error);
  AddressForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  g_autofree char *warning = NULL;

  if (opinion == NULL)
    return;
  if (self != NULL)
    {
      warning = ent_issues_to_text (opinion->issues);
      ent_address_preview_set_warning (self->preview, warning);
      g_set_object (&self->new_street, opinion->street);
    }
  opinion_free (opinion);
}

/* Another domicile that goes on: it ends on the day before this one begins. */
static EntAddress *
former_domicile (AddressForm *self)
{
  EntAddress *draft = draft_of (self);

  if (draft->kind != ENT_ADDRESS_DOMICILE || draft->from_day == ENT_DAY_NONE ||
      draft->to_day != ENT_DAY_NONE || self->others == NULL)
    return NULL;
  for (guint i = 0; i < self->others->len; i++)
    {
      EntAddress *other = g_ptr_array_index (self->others, i);

      if (other->kind == ENT_ADDRESS_DOMICILE && other->to_day == ENT_DAY_NONE &&
          (other->from_day == ENT_DAY_NONE || other->from_day < draft->from_day) &&
          ent_record_get_id (other) != ent_record_get_id (draft))
        return other;
    }
  return NULL;
}

static void
show_consequence (AddressForm *self)
{
  EntAddress *former = former_domicile (self);
  g_autofree char *line = former != NULL ? ent_address_one_line (former) : NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (former != NULL)
    {
      last = ent_day_format (draft_of (self)->from_day - 1, ENT_DAY_NUMERIC);
      /* Translators: an address, then a date */
      text = g_strdup_printf (_ ("The domicile “%s” will end on %s."), line, last);
    }
  ent_address_preview_set_consequence (self->preview, text);
}

typedef struct
{
  EntFormDialog *dialog;
  EntAddress *address; /* as it was asked for */
} Placing;

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Placing *placing = user_data;
  g_autoptr (EntFormDialog) dialog = placing->dialog;
  g_autoptr (EntAddress) address = placing->address;
  EntAddressAnswer *answer = ent_address_ask_finish (result, NULL);
  const EntAddressMatch *best = answer != NULL ? ent_address_answer_get_best (answer) : NULL;
  AddressForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  EntAddressPosition position;

  if (self != NULL && best != NULL && answer->doubt == ENT_ADDRESS_DOUBT_NONE &&
      ent_address_lookup_position (best, &position) &&
      ent_address_set_position (address, &position))
    g_set_object (&self->placed, address);
  ent_address_ask_answer_free (answer);
}

/* Where the address lies, for when it is saved; without a region nothing is found. */
static void
look_up (AddressForm *self)
{
  const EntAddressQuery query = ent_address_lookup_query (draft_of (self));
  Placing *placing;

  renew (&self->placing);
  g_clear_object (&self->placed);
  if (!ent_address_can_be_placed (draft_of (self)))
    return;
  placing = g_new0 (Placing, 1);
  placing->dialog = g_object_ref (self->dialog);
  placing->address = ent_record_dup (draft_of (self));
  ent_address_ask_async (&query, self->placing, place_found_cb, placing);
}

static void
show_and_check (AddressForm *self)
{
  EntAddress *address = draft_of (self);

  ent_address_preview_show (self->preview, self->store, address);
  show_consequence (self);
  renew (&self->checking);
  g_clear_object (&self->new_street);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, check_place,
                       ent_record_dup (address), g_object_unref, (GDestroyNotify) opinion_free,
                       self->checking, checked_cb, g_object_ref (self->dialog));
  look_up (self);
}

static void
form_changed_cb (EntForm *form, const char *column, AddressForm *self)
{
  EntAddress *address = draft_of (self);

  if (address->country_id == 0 && g_str_equal (column, "postcode"))
    ask (self, self->postcodes, address->postcode, NULL);
  else if (address->country_id == 0 && g_str_equal (column, "locality"))
    ask (self, self->localities, address->locality, NULL);
  else if (address->country_id == 0 && g_str_equal (column, "street") && address->postcode != NULL)
    ask (self, self->streets, address->street, address->postcode);
  show_and_check (self);
}

static void
focus_row (AddressForm *self, const char *column)
{
  GtkWidget *row = ent_form_get_row (self->form, column);

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
locality_picked_cb (EntSuggestions *suggestions, guint position, AddressForm *self)
{
  EntLocality *locality;

  if (self->proposals == NULL || position >= self->proposals->len)
    return;
  locality = g_ptr_array_index (self->proposals, position);
  ent_draft_set (draft_of (self), "postcode", ent_text (locality->postcode));
  ent_draft_set (draft_of (self), "locality", ent_text (ent_locality_get_name (locality)));
  ent_form_refresh (self->form);
  show_and_check (self);
  focus_row (self, draft_of (self)->street == NULL ? "street" : "number");
}

static void
street_picked_cb (EntSuggestions *suggestions, guint position, AddressForm *self)
{
  EntStreet *street;

  if (self->proposals == NULL || position >= self->proposals->len)
    return;
  street = g_ptr_array_index (self->proposals, position);
  ent_draft_set (draft_of (self), "street", ent_text (street->name));
  ent_form_refresh (self->form);
  show_and_check (self);
  focus_row (self, "number");
}

static gpointer
read_others (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_person_query_owned (db, &ent_address_schema, *(gint64 *) data, error);
}

static void
others_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) others = ent_store_run_finish (ENT_STORE (source), result, &error);
  AddressForm *self = g_object_get_data (G_OBJECT (dialog), FORM);

  if (others == NULL || self == NULL)
    return;
  self->others = g_steal_pointer (&others);
  show_consequence (self);
}

static EntSuggestions *
add_suggestions (AddressForm *self, const char *column, GCallback picked)
{
  EntSuggestions *suggestions = ent_suggestions_new (ent_form_get_row (self->form, column));

  g_signal_connect (suggestions, "picked", picked, self);
  return suggestions;
}

void
ent_address_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  AddressForm *self = g_new0 (AddressForm, 1);
  EntAddress *address;

  self->dialog = dialog;
  self->form = ent_form_dialog_get_form (dialog);
  self->store = g_object_ref (store);
  self->cancellable = g_cancellable_new ();
  self->completing = g_cancellable_new ();
  self->checking = g_cancellable_new ();
  self->placing = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (dialog), FORM, self, (GDestroyNotify) address_form_free);
  address = draft_of (self);

  self->preview = ENT_ADDRESS_PREVIEW (ent_address_preview_new ());
  ent_form_dialog_set_extra (dialog, GTK_WIDGET (self->preview));
  self->postcodes = add_suggestions (self, "postcode", G_CALLBACK (locality_picked_cb));
  self->localities = add_suggestions (self, "locality", G_CALLBACK (locality_picked_cb));
  self->streets = add_suggestions (self, "street", G_CALLBACK (street_picked_cb));
  g_signal_connect (self->form, "changed", G_CALLBACK (form_changed_cb), self);

  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_others,
                       g_memdup2 (&address->person_id, sizeof address->person_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, others_read_cb,
                       g_object_ref (dialog));
  show_and_check (self);
}

/* A pin set by hand stays, and what is placed where it reads is not placed again. */
static void
place_draft (AddressForm *self, EntAddress *original, EntAddress *draft)
{
  if (self->placed == NULL || !ent_address_reads_as (draft, self->placed) ||
      (ent_address_has_position (draft) &&
       (draft->placed_at == ENT_PLACED_BY_HAND ||
        (original != NULL && ent_address_reads_as (draft, original)))))
    return;
  ent_address_copy_position (draft, self->placed);
}

EntChangeSet *
ent_address_form_build (EntFormDialog *dialog,
                        gpointer original,
                        gpointer draft,
                        gpointer user_data)
{
  AddressForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  g_autoptr (EntChangeSet) set = ent_change_set_new (original != NULL ? _ ("Address changed")
                                                                     : _ ("Address added"));
  EntAddress *former = former_domicile (self);

  place_draft (self, original, draft);
  if (original == NULL)
    ent_change_set_insert (set, draft);
  else if (!ent_change_set_edit (set, original, draft))
    return NULL;

  if (former != NULL)
    {
      g_autoptr (EntAddress) closed = ent_record_dup (former);

      ent_draft_set (closed, "to_day", ent_day (ENT_ADDRESS (draft)->from_day - 1));
      ent_change_set_edit (set, former, closed);
    }
  if (self->new_street != NULL &&
      g_strcmp0 (self->new_street->name, ENT_ADDRESS (draft)->street) == 0)
    {
      g_autoptr (EntStreet) street = ent_record_dup (self->new_street);

      ent_change_set_insert (set, street);
    }
  return g_steal_pointer (&set);
}
