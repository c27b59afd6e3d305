/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pin says where the address will lie: on the possible place that is chosen, or wherever a hand
 * put it. Main thread. */

#include "ent-locate-detail.h"

#include "ent-address-ask.h"
#include "ent-address-lookup.h"
#include "ent-date.h"
#include "ent-locate-item.h"
#include "ent-map-view.h"
#include "ent-regions.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CLOSE_ZOOM 17
#define STREET_ZOOM 15
#define BY_HAND G_MAXUINT

struct _EntLocateDetail
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *name, *address, *doubt, *near;
  GtkListBox *candidates;
  GtkBox *map_box;
  GtkButton *place_button;
  EntMapView *map;

  EntStore *store;
  EntRegions *regions; /* borrowed: the program's */
  GPtrArray *places; /* EntLocated, of the same house; NULL: none */
  EntAddressAnswer *answer; /* NULL while it is looked up */
  GtkCheckButton *no_choice; /* leads the group of radio buttons, never shown */
  guint chosen; /* match, or BY_HAND */
  EntPoint point; /* not valid: nothing is chosen */
  gboolean showing; /* the radio buttons are ours */
  GCancellable *asking, *nearing;
};

G_DEFINE_FINAL_TYPE (EntLocateDetail, ent_locate_detail, ADW_TYPE_BIN)

static const EntPoint nowhere = { NAN, NAN };

/* They all read the same. */
static EntAddress *
address_of (EntLocateDetail *self)
{
  return ((EntLocated *) g_ptr_array_index (self->places, 0))->address;
}

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

static void
near_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLocateDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAddressNear) near = ent_address_ask_near_finish (result, &error);
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;

  if (near == NULL)
    return;
  line = ent_address_match_format (near->match);
  /* Translators: the known address that is nearest to a pin, and how far it is in metres */
  text = g_strdup_printf (_ ("Nearest known address: %s, %.0f m"), line, near->metres);
  gtk_label_set_label (self->near, text);
}

static void
show_choice (EntLocateDetail *self)
{
  gboolean valid = ent_point_is_valid (self->point);

  gtk_widget_set_sensitive (GTK_WIDGET (self->place_button), valid);
  gtk_button_set_label (self->place_button, self->chosen == BY_HAND && valid
                                                ? _ ("_Place by Hand Here")
                                                : _ ("_Place Here"));
  gtk_label_set_label (self->near, valid ? "" : _ ("Click on the map to set the pin."));
  if (!valid || self->chosen != BY_HAND)
    return;
  renew (&self->nearing);
  ent_address_ask_near_async (self->point, self->nearing, near_found_cb, g_object_ref (self));
}

static void
choose (EntLocateDetail *self, guint chosen, EntPoint point)
{
  self->chosen = chosen;
  self->point = point;
  ent_map_view_set_pin (self->map, point, TRUE);
  show_choice (self);
}

static void
choose_by_hand (EntLocateDetail *self, EntPoint point)
{
  self->showing = TRUE;
  gtk_check_button_set_active (self->no_choice, TRUE);
  self->showing = FALSE;
  choose (self, BY_HAND, point);
}

static guint
zoom_for (const EntAddressMatch *match)
{
  return match->precision >= ENT_ADDRESS_PRECISION_INTERPOLATED ? CLOSE_ZOOM : STREET_ZOOM;
}

static void
candidate_toggled_cb (EntLocateDetail *self, GtkCheckButton *radio)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (radio), "match"));
  const EntAddressMatch *match;

  if (self->showing || !gtk_check_button_get_active (radio) || self->answer == NULL)
    return;
  match = g_ptr_array_index (self->answer->matches, position);
  choose (self, position, match->point);
  ent_map_view_show_place (self->map, match->point, zoom_for (match));
}

static GtkWidget *
candidate_row_new (EntLocateDetail *self, guint position)
{
  const EntAddressMatch *match = g_ptr_array_index (self->answer->matches, position);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *radio = gtk_check_button_new ();
  g_autofree char *title = ent_address_match_format (match);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s",
                                               ent_address_precision_text (match->precision),
                                               match->origin == ENT_ADDRESS_ORIGIN_BEST
                                                   ? "BeSt Address"
                                                   : "OpenStreetMap");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (radio, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), self->no_choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (radio), "match", GUINT_TO_POINTER (position));
  g_signal_connect_object (radio, "toggled", G_CALLBACK (candidate_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), radio);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), radio);
  g_object_set_data (G_OBJECT (row), "radio", radio);
  return row;
}

static void
show_doubt (EntLocateDetail *self)
{
  const char *text = "";

  if (ent_address_pin_is_doubtful (address_of (self)))
    text = _ ("The address has changed since its pin was set. Keep the pin, or choose again.");
  else if (self->answer != NULL)
    text = ent_address_doubt_text (self->answer->doubt);
  gtk_label_set_label (self->doubt, text);
  gtk_widget_set_visible (GTK_WIDGET (self->doubt), *text != '\0');
}

/* The first candidate is proposed when it is in the right street; what is placed already stays
 * where it is until somebody chooses. */
static void
show_candidates (EntLocateDetail *self)
{
  GPtrArray *matches = self->answer != NULL ? self->answer->matches : NULL;
  const EntAddressMatch *best;
  GtkWidget *first = NULL;

  gtk_list_box_remove_all (self->candidates);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      GtkWidget *row = candidate_row_new (self, i);

      gtk_list_box_append (self->candidates, row);
      if (first == NULL)
        first = row;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), first != NULL);
  if (first == NULL || ent_point_is_valid (self->point))
    return;
  best = g_ptr_array_index (matches, 0);
  if (best->precision >= ENT_ADDRESS_PRECISION_STREET)
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (first), "radio"), TRUE);
  else
    ent_map_view_show_place (self->map, best->point, STREET_ZOOM);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLocateDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  EntAddressAnswer *answer = ent_address_ask_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->places == NULL)
    {
      g_clear_pointer (&answer, ent_address_ask_answer_free);
      return;
    }
  g_clear_pointer (&self->answer, ent_address_ask_answer_free);
  self->answer = answer;
  show_doubt (self);
  show_candidates (self);
}

static void
ask (EntLocateDetail *self)
{
  const EntAddressQuery query = ent_address_lookup_query (address_of (self));

  renew (&self->asking);
  ent_address_ask_async (&query, self->asking, asked_cb, g_object_ref (self));
}

static void
show_place (EntLocateDetail *self)
{
  EntAddress *address = address_of (self);
  g_autofree char *line = ent_record_get_summary (address);
  g_autofree char *names = ent_locate_item_names (self->places);

  gtk_label_set_label (self->name, names);
  gtk_label_set_label (self->address, line);
  gtk_list_box_remove_all (self->candidates);
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), FALSE);
  show_doubt (self);
  if (ent_address_has_position (address))
    {
      choose_by_hand (self, ent_address_get_position (address));
      ent_map_view_show_place (self->map, self->point, CLOSE_ZOOM);
    }
  else
    choose_by_hand (self, nowhere);
  ask (self);
}

static void
pin_moved_cb (EntLocateDetail *self, double latitude, double longitude, gboolean done)
{
  if (done)
    choose_by_hand (self, (EntPoint) { latitude, longitude });
}

static void
place_clicked_cb (EntLocateDetail *self, double latitude, double longitude)
{
  if (self->places != NULL)
    choose_by_hand (self, (EntPoint) { latitude, longitude });
}

static EntAddressPosition
position_of (EntLocateDetail *self)
{
  EntAddressPosition position = { .point = self->point, .placed_at = ENT_PLACED_BY_HAND };

  if (self->chosen != BY_HAND)
    ent_address_lookup_position (g_ptr_array_index (self->answer->matches, self->chosen),
                                 &position);
  position.checked_by = ent_register_get_user (ent_store_get_register (self->store));
  position.checked_at = ent_stamp_now ();
  return position;
}

static void
place_cb (EntLocateDetail *self)
{
  ent_locate_detail_place (self);
}

static void
region_changed_cb (EntLocateDetail *self)
{
  if (!ent_regions_is_ready (self->regions))
    return;
  ent_map_view_set_empty_reason (self->map, ent_regions_get_fault (self->regions));
  ent_map_view_set_region (self->map, ent_regions_get_current (self->regions));
  if (self->places != NULL)
    show_place (self);
}

static void
ent_locate_detail_dispose (GObject *object)
{
  EntLocateDetail *self = ENT_LOCATE_DETAIL (object);

  g_cancellable_cancel (self->asking);
  g_cancellable_cancel (self->nearing);
  g_clear_object (&self->asking);
  g_clear_object (&self->nearing);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_LOCATE_DETAIL);
  g_clear_object (&self->no_choice);
  g_clear_object (&self->store);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_locate_detail_parent_class)->dispose (object);
}

static void
ent_locate_detail_finalize (GObject *object)
{
  g_clear_pointer (&ENT_LOCATE_DETAIL (object)->answer, ent_address_ask_answer_free);
  G_OBJECT_CLASS (ent_locate_detail_parent_class)->finalize (object);
}

static void
ent_locate_detail_class_init (EntLocateDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_locate_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_locate_detail_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "region/ent-locate-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, name);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, address);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, doubt);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, near);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, candidates);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, map_box);
  gtk_widget_class_bind_template_child (widget_class, EntLocateDetail, place_button);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
}

static void
ent_locate_detail_init (EntLocateDetail *self)
{
  self->point = nowhere;
  self->chosen = BY_HAND;
  self->regions = ent_regions_get_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->no_choice = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  self->map = ENT_MAP_VIEW (ent_map_view_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->map), TRUE);
  gtk_box_append (self->map_box, GTK_WIDGET (self->map));
  ent_map_view_set_empty_act (self->map, _ ("Import a Region…"), "win.show-preferences::region");
  g_signal_connect_object (self->map, "pin-moved", G_CALLBACK (pin_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "place-clicked", G_CALLBACK (place_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->regions, "changed", G_CALLBACK (region_changed_cb), self,
                           G_CONNECT_SWAPPED);
  region_changed_cb (self);
  show_choice (self);
}

void
ent_locate_detail_set_store (EntLocateDetail *self, EntStore *store)
{
  g_set_object (&self->store, store);
}

static gboolean
are_the_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      EntAddress *left = ((EntLocated *) g_ptr_array_index (a, i))->address;
      EntAddress *right = ((EntLocated *) g_ptr_array_index (b, i))->address;

      if (ent_record_get_id (left) != ent_record_get_id (right) ||
          ent_record_get_version (left) != ent_record_get_version (right))
        return FALSE;
    }
  return TRUE;
}

void
ent_locate_detail_show (EntLocateDetail *self, GPtrArray *places)
{
  if (are_the_same (self->places, places))
    return;
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->answer, ent_address_ask_answer_free);
  gtk_stack_set_visible_child_name (self->stack, places != NULL ? "address" : "none");
  if (places == NULL)
    return;
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_located_free);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (self->places, ent_located_copy (g_ptr_array_index (places, i)));
  show_place (self);
}

void
ent_locate_detail_place (EntLocateDetail *self)
{
  const EntAddressPosition position = position_of (self);
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ ("Address placed on the map"));
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      EntAddress *address = ((EntLocated *) g_ptr_array_index (self->places, i))->address;
      g_autoptr (EntAddress) draft = ent_record_dup (address);

      if (ent_address_set_position (draft, &position))
        ent_change_set_edit (set, address, draft);
    }
  if (shell != NULL && ent_change_set_n_changes (set) > 0)
    ent_shell_apply (shell, set, NULL, NULL);
}
