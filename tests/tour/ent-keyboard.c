/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the key and the shift that write a letter; a letter that has none gets a spare key, which
 * then keeps it: a program that reads the new layout late still reads the right one. Main thread.
 */

#include "ent-keyboard.h"

#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#define VENDOR_KEYSYMS 0x1008 /* mute, play, brightness and the like */

static const char french[] = "éèêëàâäçîïôöùûüÿœæÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆ’«»€°–…";

static KeySym
letter_keysym (gunichar letter)
{
  if (letter == '\n')
    return XK_Return;
  if (letter == '\t')
    return XK_Tab;
  if ((letter >= 0x20 && letter <= 0x7e) || (letter >= 0xa0 && letter <= 0xff))
    return letter;
  return letter | 0x01000000; /* the keysym range of Unicode */
}

static gboolean
find_key (Display *display, KeySym keysym, KeyCode *code, gboolean *shift)
{
  int first, last;

  XDisplayKeycodes (display, &first, &last);
  for (int level = 0; level < 2; level++)
    for (int i = first; i <= last; i++)
      if (XkbKeycodeToKeysym (display, i, 0, level) == keysym)
        {
          *code = i;
          *shift = level == 1;
          return TRUE;
        }
  return FALSE;
}

/* A key that writes nothing on any level, or that only special keyboards have. */
static KeyCode
find_spare_key (Display *display)
{
  int first, last, per_key;
  KeySym *keysyms;
  KeyCode spare = 0;

  XDisplayKeycodes (display, &first, &last);
  keysyms = XGetKeyboardMapping (display, first, last - first + 1, &per_key);
  for (int i = last; i >= first && spare == 0; i--)
    {
      gboolean is_empty = TRUE;

      for (int j = 0; j < per_key; j++)
        {
          KeySym keysym = keysyms[(i - first) * per_key + j];

          is_empty = is_empty && (keysym == NoSymbol || keysym >> 16 == VENDOR_KEYSYMS);
        }
      if (is_empty)
        spare = i;
    }
  XFree (keysyms);
  return spare;
}

static gboolean
give_key (Display *display, KeySym keysym)
{
  KeyCode code = find_spare_key (display);
  KeySym both[2] = { keysym, keysym };
  XEvent event;

  if (code == 0)
    return FALSE;
  XChangeKeyboardMapping (display, code, 2, both, 1);
  XSync (display, False);
  while (XCheckTypedEvent (display, MappingNotify, &event))
    XRefreshKeyboardMapping (&event.xmapping);
  return TRUE;
}

static gboolean
find_or_give_key (Display *display, KeySym keysym, KeyCode *code, gboolean *shift)
{
  if (find_key (display, keysym, code, shift))
    return TRUE;
  return give_key (display, keysym) && find_key (display, keysym, code, shift);
}

static void
press_key (Display *display, KeyCode code, gboolean is_down)
{
  XTestFakeKeyEvent (display, code, is_down, CurrentTime);
}

static gboolean
press_keysym (Display *display, KeySym keysym, const KeySym *modifiers, int n_modifiers)
{
  KeyCode codes[8];
  KeyCode code;
  gboolean shift;
  int n = 0;

  if (!find_or_give_key (display, keysym, &code, &shift))
    return FALSE;
  for (int i = 0; i < n_modifiers; i++)
    codes[n++] = XKeysymToKeycode (display, modifiers[i]);
  if (shift)
    codes[n++] = XKeysymToKeycode (display, XK_Shift_L);

  for (int i = 0; i < n; i++)
    press_key (display, codes[i], True);
  press_key (display, code, True);
  press_key (display, code, False);
  for (int i = n; i > 0; i--)
    press_key (display, codes[i - 1], False);
  XSync (display, False);
  return TRUE;
}

void
ent_keyboard_prepare (Display *display)
{
  for (const char *p = french; *p != '\0'; p = g_utf8_next_char (p))
    {
      KeyCode code;
      gboolean shift;

      find_or_give_key (display, letter_keysym (g_utf8_get_char (p)), &code, &shift);
    }
}

gboolean
ent_keyboard_press (Display *display, const char *accelerator)
{
  static const struct
  {
    const char *word;
    KeySym keysym;
  } words[] = { { "<Control>", XK_Control_L }, { "<Shift>", XK_Shift_L }, { "<Alt>", XK_Alt_L } };
  KeySym modifiers[4];
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (accelerator, words[i].word))
      {
        modifiers[n++] = words[i].keysym;
        accelerator += strlen (words[i].word);
        i = (gsize) -1;
        if (n == G_N_ELEMENTS (modifiers))
          return FALSE;
      }
  return press_keysym (display, XStringToKeysym (accelerator), modifiers, n);
}

gboolean
ent_keyboard_type (Display *display, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!press_keysym (display, letter_keysym (g_utf8_get_char (p)), NULL, 0))
      return FALSE;
  return TRUE;
}
