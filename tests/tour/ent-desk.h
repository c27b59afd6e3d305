/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The display as a person has it: windows to look at, a pointer, a keyboard. Main thread; an error
 * of the display ends the program.
 *
 * It stands in for a compositor: it says that there is one, so that windows have their shadow,
 * round corners and transparency, and puts them together itself when a picture is taken. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntDesk EntDesk;

typedef struct
{
  int x, y, width, height; /* of the window itself, on the screen */
  int left, right, top, bottom; /* of that, the shadow around it */
  gulong id;
} EntDeskWindow;

/* Before the program starts; waits until the window manager is there. NULL and a reason otherwise.
 */
EntDesk *ent_desk_open (const char **reason);
void ent_desk_close (EntDesk *self);

/* How many windows the program has, pop-up windows not counted. */
int ent_desk_count_windows (EntDesk *self);
/* Whether one of its windows takes what is typed. */
gboolean ent_desk_has_focus (EntDesk *self);
/* The window with this title, or else the one in front. */
gboolean ent_desk_find_window (EntDesk *self, const char *title, EntDeskWindow *window);
/* The frontmost pop-up window of this size. */
gboolean ent_desk_find_popup (EntDesk *self, int width, int height, EntDeskWindow *window);
/* Asks for a size of the front window, the shadow not counted. */
void ent_desk_resize (EntDesk *self, int width, int height);
/* Asks the front window to close, as its close button does. */
void ent_desk_close_window (EntDesk *self);

/* Pop-up windows, tooltips among them. */
int ent_desk_count_popups (EntDesk *self);

void ent_desk_point (EntDesk *self, int x, int y);
/* Whether the pointer is on this window, and a press would reach it: no other lies over it there.
 */
gboolean ent_desk_is_pointed (EntDesk *self, const EntDeskWindow *window);
/* Presses the button where the pointer is, or lets go of it. */
void ent_desk_hold (EntDesk *self, gboolean is_held);
void ent_desk_click (EntDesk *self, int x, int y);
/* One notch of the wheel, down or up. */
void ent_desk_scroll (EntDesk *self, int x, int y, gboolean down);
/* Into the corner of the screen, where nothing lies under the pointer. */
void ent_desk_point_away (EntDesk *self);
/* One key as GTK writes it, "<Control><Shift>k", "F9", "Escape"; FALSE when there is none such. */
gboolean ent_desk_press (EntDesk *self, const char *accelerator);
gboolean ent_desk_type (EntDesk *self, const char *text);

/* What one sees of the program, as a cairo_surface_t (ARGB32); NULL when it shows no window. */
gpointer ent_desk_picture (EntDesk *self);

G_END_DECLS
