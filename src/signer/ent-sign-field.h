/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signatures of a PDF file as they are written in it, before anything is believed. The helper's
 * only thread. */

#pragma once

#include <glib.h>

#include "ent-sign-qpdf.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* of the field, in full */
  char *sub_filter; /* "/ETSI.CAdES.detached" */
  char *reason; /* or NULL, as the next three */
  char *location;
  char *signer;
  char *day; /* "D:2026…" */
  GBytes *message; /* /Contents, or NULL */
  gint64 range[4]; /* /ByteRange; 0 when it is none */
  char *text; /* the whole, to compare */
  int id; /* of the object that holds it */
  int generation;
} EntSignField;

/* (element-type EntSignField), transfer full. */
GPtrArray *ent_sign_field_list (qpdf_data qpdf);
/* The range leaves out exactly the /Contents of this signature. */
gboolean ent_sign_field_has_proper_hole (const EntSignField *self, GBytes *pdf);
/* After the last byte that is signed. */
gsize ent_sign_field_get_end (const EntSignField *self);
/* What is signed, or NULL when the file is too short. */
GBytes *ent_sign_field_get_signed_bytes (const EntSignField *self, GBytes *pdf);
/* The signature stands, the same, in the part of the file that it signs. */
gboolean ent_sign_field_is_in_own_revision (const EntSignField *self, GBytes *pdf);
/* Seconds since 1970 of the day that the signer claims, or 0. */
gint64 ent_sign_field_get_claimed_time (const EntSignField *self);

G_END_DECLS
