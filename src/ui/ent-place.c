/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window opens and makes a record of which a module says what it looks like. Main thread.
 */

#include "ent-place.h"

AdwNavigationPage *
ent_record_ui_open (const EntRecordUi *self, EntShell *shell, EntStore *store, gint64 id)
{
  if (self == NULL)
    return NULL;
  if (self->open != NULL)
    return self->open (shell, store, id);
  return self->plain != NULL ? ent_plain_page_new (store, self->plain, id) : NULL;
}

gboolean
ent_record_ui_can_create (const EntRecordUi *self)
{
  return self != NULL && (self->create != NULL || self->plain != NULL);
}

void
ent_record_ui_create (const EntRecordUi *self, EntShell *shell, EntStore *store)
{
  g_return_if_fail (ent_record_ui_can_create (self));

  if (self->create != NULL)
    self->create (shell, store);
  else
    ent_plain_page_create (shell, store, self->plain);
}
