/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on what may come and go by itself, menus, dialogs and toasts: looks whether they had their
 * effect, and begins anew when they had not. Main thread. */

#include "ent-driver-hand.h"
#include "ent-driver-private.h"

#define CLOSE "Ignorer"

/* The item, once the menu is open; NULL when it did not open, or closed again. */
static EntNode *
open_menu (EntDriver *self, const char *button, const char *item)
{
  EntNode *found = ent_driver_look (self, ATSPI_ROLE_MENU_ITEM, item, 0);

  if (found != NULL)
    return found;
  found = ent_driver_look (self, ATSPI_ROLE_BUTTON, button, ENT_DRIVER_AGAIN_S);
  if (found == NULL || !ent_driver_try_click (self, found, ENT_DRIVER_AGAIN_S))
    return NULL;
  return ent_driver_look (self, ATSPI_ROLE_MENU_ITEM, item, ENT_DRIVER_AGAIN_S);
}

EntNode *
ent_driver_choose (EntDriver *self,
                   const char *button,
                   const char *item,
                   AtspiRole role,
                   const char *effect)
{
  gint64 end = g_get_monotonic_time () + ENT_DRIVER_WAIT_S * G_USEC_PER_SEC;
  g_autofree char *told = ent_driver_tell (role, effect);

  while (g_get_monotonic_time () < end)
    {
      EntNode *found = open_menu (self, button, item);

      if (found != NULL && ent_driver_try_click (self, found, ENT_DRIVER_AGAIN_S))
        found = ent_driver_look (self, role, effect, ENT_DRIVER_AGAIN_S);
      else
        found = ent_driver_look (self, role, effect, 0);
      if (found != NULL)
        return found;
      g_test_message ("Again: \"%s\" of the menu \"%s\".", item, button);
    }
  ent_driver_fail (self, "\"%s\" of the menu \"%s\" does not lead to %s in %d seconds.", item,
                   button, told, ENT_DRIVER_WAIT_S);
}

static gboolean
is_selected (EntWish *wish)
{
  wish->node = ent_driver_look (wish->driver, wish->role, wish->name, 0);
  return wish->node != NULL && ent_node_has_state (wish->node, ATSPI_STATE_SELECTED);
}

static gboolean
is_gone_to (EntWish *wish)
{
  if (is_selected (wish))
    return TRUE;
  if (wish->node != NULL)
    ent_driver_try_click (wish->driver, wish->node, ENT_DRIVER_AGAIN_S);
  return ent_driver_wait_for (wish->driver, ENT_DRIVER_AGAIN_S, is_selected, wish);
}

void
ent_driver_go (EntDriver *self, const char *place)
{
  EntWish wish = { .role = ATSPI_ROLE_LIST_ITEM, .name = place };

  if (!ent_driver_wait (self, is_gone_to, &wish))
    ent_driver_fail (self, "The place \"%s\" does not open in %d seconds.", place,
                     ENT_DRIVER_WAIT_S);
}

/* What had the cursor may just have gone from the dialog, as the button that restores does: for
 * that moment no key reaches it. */
static gboolean
is_closed (EntWish *wish)
{
  EntDriver *self = wish->driver;

  if (ent_driver_is_gone (wish))
    return TRUE;
  wish->node = ent_driver_look (self, wish->role, wish->name, 0);
  if (wish->node == NULL)
    return FALSE;
  ent_driver_wait_for (self, ENT_DRIVER_AGAIN_S, ent_driver_holds_cursor, wish);
  ent_driver_press (self, "Escape");
  return ent_driver_wait_for (self, ENT_DRIVER_AGAIN_S, ent_driver_is_gone, wish);
}

void
ent_driver_escape (EntDriver *self, const char *dialog)
{
  EntWish wish = { .role = ATSPI_ROLE_DIALOG, .name = dialog };

  if (!ent_driver_wait (self, is_closed, &wish))
    ent_driver_fail (self, "The dialog \"%s\" does not close in %d seconds.", dialog,
                     ENT_DRIVER_WAIT_S);
}

static gboolean
is_dismissed (EntWish *wish)
{
  EntNode *button = ent_driver_look (wish->driver, wish->role, wish->name, 0);

  if (button != NULL)
    ent_driver_try_click (wish->driver, button, 0);
  return ent_driver_wait_for (wish->driver, ENT_DRIVER_AGAIN_S, ent_driver_is_gone, wish);
}

void
ent_driver_dismiss (EntDriver *self)
{
  EntWish wish = { .role = ATSPI_ROLE_BUTTON, .name = CLOSE };

  if (!ent_driver_wait (self, is_dismissed, &wish))
    ent_driver_fail (self, "The toast does not go in %d seconds.", ENT_DRIVER_WAIT_S);
}
