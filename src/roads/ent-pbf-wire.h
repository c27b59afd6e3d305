/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The protocol buffer encoding, as far as extracts use it. Nothing is read beyond the end: whatever
 * does not fit marks the cursor as bad, and reads nothing from then on. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean bad;
} EntWire;

/* A field's number and kind as they stand in the file. */
#define ENT_WIRE_VARINT(number) ((number) << 3)
#define ENT_WIRE_BYTES(number) ((number) << 3 | 2)

static inline EntWire
ent_wire_over (const guint8 *data, gsize size)
{
  return (EntWire) { data, data + size, FALSE };
}

static inline gboolean
ent_wire_more (const EntWire *self)
{
  return self->at < self->end;
}

static inline guint64
ent_wire_fail (EntWire *self)
{
  self->bad = TRUE;
  self->at = self->end;
  return 0;
}

static inline guint64
ent_wire_varint (EntWire *self)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64 && self->at < self->end; shift += 7)
    {
      guint8 byte = *self->at++;

      value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
  return ent_wire_fail (self);
}

/* One that has to fit 32 bits: larger ones come out as the largest, which points to nothing. */
static inline guint32
ent_wire_number (EntWire *self)
{
  guint64 value = ent_wire_varint (self);

  return value > G_MAXUINT32 ? G_MAXUINT32 : (guint32) value;
}

/* Zigzag: 0, -1, 1, -2… */
static inline gint64
ent_wire_signed (EntWire *self)
{
  guint64 value = ent_wire_varint (self);

  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

/* The next field's number and kind, or 0 at the end and at damage. */
static inline guint64
ent_wire_next (EntWire *self)
{
  return ent_wire_more (self) ? ent_wire_varint (self) : 0;
}

static inline EntWire
ent_wire_bytes (EntWire *self)
{
  guint64 size = ent_wire_varint (self);
  const guint8 *data = self->at;

  if (self->bad || size > (guint64) (self->end - self->at))
    {
      ent_wire_fail (self);
      return (EntWire) { self->end, self->end, TRUE };
    }
  self->at += size;
  return ent_wire_over (data, size);
}

/* Passes over the value of a field that nobody asked for. */
static inline void
ent_wire_skip (EntWire *self, guint64 field)
{
  gsize size = (field & 7) == 1 ? 8 : 4;

  if ((field & 7) == 0)
    ent_wire_varint (self);
  else if ((field & 7) == 2)
    ent_wire_bytes (self);
  else if (((field & 7) == 1 || (field & 7) == 5) && size <= (gsize) (self->end - self->at))
    self->at += size;
  else
    ent_wire_fail (self);
}

G_END_DECLS
