/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, creating, leaving a register, from the window. Main thread; the work is done in
 * threads. */

#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

/* At start: the register opened last, if it is there, else the welcome page. */
void ent_window_register_start (EntWindow *self);
/* The demo commune: opened if it was made before, made otherwise. */
void ent_window_register_discover (EntWindow *self);
void ent_window_register_create (EntWindow *self);
void ent_window_register_choose (EntWindow *self);
void ent_window_register_open_recent (EntWindow *self);
/* Asks for the passphrase when the file needs one. */
void ent_window_register_open (EntWindow *self, const char *path);
/* Opens, or creates with @create. @setting_name and @setting_value may be NULL. */
void ent_window_register_open_with (EntWindow *self,
                                    const char *path,
                                    const char *passphrase,
                                    const char *centre_name);
void ent_window_register_backup (EntWindow *self);
void ent_window_register_cancel (EntWindow *self);

G_END_DECLS
