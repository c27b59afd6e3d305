/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The logarithm and the power that annealing needs, in whole numbers. Any thread. */
#include "ent-random.h"

#define ONE 65536u
#define LN_2 45426u /* ln 2 in 1/65536 */

void
ent_random_init (EntRandom *random, guint64 seed, guint64 stream)
{
  random->state = seed * G_GUINT64_CONSTANT (0xD1342543DE82EF95) + stream;
  random->state ^= (guint64) ent_random_next (random) << 32;
  ent_random_next (random);
}

/* The binary logarithm of @value (1 to 2^32 - 1), in 1/65536, one bit of the fraction at a time. */
static guint32
binary_logarithm (guint32 value)
{
  guint32 whole = 31 - (guint32) __builtin_clz (value);
  guint64 mantissa = (guint64) value << (31 - whole);
  guint32 fraction = 0;

  for (int bit = 15; bit >= 4; bit--)
    {
      mantissa = (mantissa * mantissa) >> 31;
      if (mantissa >> 32 != 0)
        {
          mantissa >>= 1;
          fraction |= 1u << bit;
        }
    }
  return whole * ONE + fraction;
}

guint32
ent_random_exponential (EntRandom *random)
{
  guint32 drawn = ent_random_next (random) | 1;

  return (guint32) (((guint64) (32 * ONE - binary_logarithm (drawn)) * LN_2) >> 16);
}

guint32
ent_random_halve (guint32 exponent)
{
  /* 2^(-1/2), 2^(-1/4), … 2^(-1/65536) in 1/2^32. */
  static const guint32 roots[16] = { 3037000500u, 3611622603u, 3938502376u, 4112874773u,
                                     4202935003u, 4248701965u, 4271771996u, 4283353945u,
                                     4289156690u, 4292061010u, 4293513907u, 4294240540u,
                                     4294603903u, 4294785595u, 4294876445u, 4294921870u };
  guint64 power = (guint64) 1 << 32;

  if (exponent >> 16 > 31)
    return 0;
  for (int bit = 0; bit < 16; bit++)
    if (exponent & (1u << (15 - bit)))
      power = (power * roots[bit]) >> 32;
  return (guint32) (power >> (16 + (exponent >> 16)));
}
