/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phone numbers and e-mail addresses. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_PHONE_OK,
  ENT_PHONE_EMPTY,
  ENT_PHONE_CHARACTERS,
  ENT_PHONE_LENGTH,
  ENT_PHONE_PREFIX
} EntPhoneStatus;

/* The E.164 form "+3210436000", owned by the caller, or NULL; status may be NULL. A number without
 * + or 00 belongs to the country of default_prefix ("32"; NULL means "32"). Belgian numbers must
 * have 8 significant digits, or 9 for a mobile (45–49). */
char *ent_phone_normalize (const char *text, const char *default_prefix, EntPhoneStatus *status);

/* As read in Belgium: "010 43 60 00", "02 123 45 67", "0470 12 34 56"; foreign numbers grouped
 * after their prefix, "+33 1 23 45 67 89". Owned by the caller; text that is not E.164 as it is. */
char *ent_phone_format (const char *phone);

/* "+32 10 43 60 00", for letters that go abroad. */
char *ent_phone_format_international (const char *phone);

/* Whether a Belgian mobile number, in E.164. */
gboolean ent_phone_is_mobile (const char *phone);

/* Translated sentence: what is wrong and what to do; "" for ENT_PHONE_OK. */
const char *ent_phone_status_message (EntPhoneStatus status);

/* Whether the text has the form name@domain.tld that mail servers accept; not whether it exists.
 * Accented letters are allowed on both sides (RFC 6531). */
gboolean ent_email_is_valid (const char *text);

/* Trimmed, domain in lower case, owned by the caller; NULL when not valid. */
char *ent_email_normalize (const char *text);

G_END_DECLS
