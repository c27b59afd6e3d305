/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The acts are those of whoever shows the map: "win.map-show-address" with the id of an address.
 * Main thread. */

#include "ent-address-position-words.h"

#include "ent-address-position.h"
#include "ent-regions.h"

#include <glib/gi18n-lib.h>

/* Nobody is told what is missing where it cannot be mended. */
static gboolean
is_worth_telling (EntAddress *self)
{
  return ent_address_has_position (self) ||
         (ent_address_can_be_placed (self) &&
          ent_regions_get_current (ent_regions_get_default ()) != NULL);
}

const char *
ent_address_position_words (EntAddress *self)
{
  if (!is_worth_telling (self))
    return NULL;
  if (!ent_address_has_position (self))
    return _ ("not on the map yet");
  if (ent_address_pin_is_doubtful (self))
    return _ ("on the map where it was before");

  switch (self->placed_at)
    {
    case ENT_PLACED_AT_NUMBER:
      return _ ("on the map at the house number");
    case ENT_PLACED_BETWEEN_NUMBERS:
      return _ ("on the map between two house numbers");
    case ENT_PLACED_IN_STREET:
      return _ ("on the map in the street");
    case ENT_PLACED_IN_LOCALITY:
      return _ ("on the map in the locality");
    default:
      return _ ("on the map by hand");
    }
}

void
ent_address_position_extend_row (AdwActionRow *row, gpointer record)
{
  gboolean placed = ent_address_has_position (record);
  const char *label = placed ? _ ("Show on the map") : _ ("Place on the map");
  GtkWidget *button;

  if (!is_worth_telling (record))
    return;
  button = gtk_button_new_from_icon_name (placed ? "ent-places-symbolic" : "ent-unplaced-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.map-show-address");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", ent_record_get_id (record));
  adw_action_row_add_suffix (row, button);
}
