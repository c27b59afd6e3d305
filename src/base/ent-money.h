/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of money in whole cents. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_MONEY_NONE G_MININT64

/* Reads a sum as typed in Belgium: 1 234,56 · 1.234,56 · 1234.5 · 1234,5 € · € 12 · 12 EUR.
 * When both marks occur the last one is the decimal mark. A dot alone followed by exactly three
 * digits groups thousands (1.234 is 1234 euros), since no sum has three decimals; a comma alone
 * is always the decimal mark, so 1,234 is refused instead of guessed. Groups must have three
 * digits. More than two decimals, or beyond fifteen digits of cents, is refused.
 * FALSE sets *cents to ENT_MONEY_NONE; so does empty text. */
gboolean ent_money_parse (const char *text, gint64 *cents);

/* "1 234,56 €", owned by the caller; "" for ENT_MONEY_NONE. Thousands are parted by U+202F and the
 * euro sign by U+00A0, neither of which breaks a line. The form is the same in every language of
 * the interface: one sum must not read differently on the screens of two colleagues. */
char *ent_money_format (gint64 cents);

/* "1234,56", for a field being edited or CSV; "" for ENT_MONEY_NONE. */
char *ent_money_format_plain (gint64 cents);

G_END_DECLS
