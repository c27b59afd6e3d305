/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults of the helper: codes, never sentences. Any thread. */
#include "ent-sign-fault.h"

G_DEFINE_QUARK (ent-sign-fault-quark, ent_sign_fault)

gboolean
ent_sign_fail (GError **error, const char *code)
{
  g_set_error_literal (error, ENT_SIGN_FAULT, 0, code);
  return FALSE;
}
