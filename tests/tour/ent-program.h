/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a process: it is started, heard, and does not outlive the test. Main thread; what
 * it writes arrives while the main context runs. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntProgram EntProgram;

EntProgram *ent_program_start (const char *const *argv, GError **error);
int ent_program_pid (EntProgram *self);
/* Ended, and all that it wrote has been read. */
gboolean ent_program_has_ended (EntProgram *self);
/* After the end: what was wrong (its status, its warnings), or NULL. */
char *ent_program_complaint (EntProgram *self);
void ent_program_kill (EntProgram *self);
void ent_program_free (EntProgram *self);

G_END_DECLS
