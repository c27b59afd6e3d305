/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers of the planner: the same seed gives the same numbers on every machine, because
 * nothing here is floating point. Not for secrets. Any thread; a state belongs to one thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} EntRandom;

/* Starts @random from @seed and @stream; streams of one seed are independent of each other. */
void ent_random_init (EntRandom *random, guint64 seed, guint64 stream);

/* An exponentially distributed number with mean 1, in 1/65536; from 0 to 1,453,635. */
guint32 ent_random_exponential (EntRandom *random);

/* 2 to the power of -@exponent, both in 1/65536; @exponent from 0 up. */
guint32 ent_random_halve (guint32 exponent);

static inline guint32
ent_random_next (EntRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return (guint32) (z >> 32);
}

/* A number from 0 to @n - 1; @n from 1 up. */
static inline int
ent_random_below (EntRandom *random, int n)
{
  return (int) (((guint64) ent_random_next (random) * (guint64) n) >> 32);
}

/* TRUE once in @n times, @n a constant power of two or any number from 1 up. */
static inline gboolean
ent_random_once_in (EntRandom *random, int n)
{
  return ent_random_below (random, n) == 0;
}

G_END_DECLS
