/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing names of streets. Any thread; allocates little, since a whole town is compared. */
#include "ent-address-name.h"

#include "ent-address-words.h"
#include "ent-text.h"

#include <string.h>

#define KIND_WEIGHT 0.3f
#define INITIAL_WEIGHT 0.2f
#define ARTICLE_WEIGHT 0.08f

/* Less alike than this and two words have nothing to do with each other. */
#define WORD_FLOOR 0.6

/* What a likeness found without regard to the blanks is worth. */
#define JOINED_WORTH 0.97

#define JOINED_BYTES (ENT_ADDRESS_NAME_WORDS * ENT_ADDRESS_WORD_BYTES)

static void
classify (EntAddressWord *word)
{
  if (ent_address_words_is_article (word->text))
    {
      word->kind = ENT_ADDRESS_WORD_ARTICLE;
      word->weight = ARTICLE_WEIGHT;
    }
  else if (ent_address_words_is_kind (word->text))
    {
      word->kind = ENT_ADDRESS_WORD_KIND;
      word->weight = KIND_WEIGHT;
    }
  else if (word->length == 1 && g_ascii_isalpha (word->text[0]))
    {
      word->kind = ENT_ADDRESS_WORD_INITIAL;
      word->weight = INITIAL_WEIGHT;
    }
  else
    {
      word->kind = ENT_ADDRESS_WORD_PLAIN;
      word->weight = 1.0f;
    }
}

static void
add_word (EntAddressName *self, const char *text, gsize length)
{
  EntAddressWord *word;

  if (length == 0 || self->n == ENT_ADDRESS_NAME_WORDS)
    return;

  word = &self->words[self->n++];
  word->length = (guint8) MIN (length, ENT_ADDRESS_WORD_BYTES - 1);
  while (word->length < length && ((guchar) text[word->length] & 0xc0) == 0x80)
    word->length--;
  memcpy (word->text, text, word->length);
  word->text[word->length] = '\0';
  classify (word);
}

static void
add_expanded (EntAddressName *self, const char *word, gboolean at_end)
{
  const char *full = at_end ? ent_address_words_expand_kind (word) : NULL;
  gsize stem;

  if (full == NULL)
    full = ent_address_words_expand (word);
  if (full != NULL)
    {
      add_word (self, full, strlen (full));
      return;
    }

  full = ent_address_words_is_kind (word) ? NULL : ent_address_words_cut (word, &stem);
  if (full == NULL)
    {
      add_word (self, word, strlen (word));
      return;
    }
  add_word (self, word, stem);
  add_word (self, full, strlen (full));
}

void
ent_address_name_init (EntAddressName *self, const char *text)
{
  g_auto(GStrv) words = ent_text_tokens (text);
  guint n = g_strv_length (words);

  self->n = 0;
  for (guint i = 0; i < n; i++)
    add_expanded (self, words[i], i == 0 || i + 1 == n);
}

const char *
ent_address_name_init_key (EntAddressName *self, const char *key)
{
  const char *start = key;

  self->n = 0;
  for (;; key++)
    {
      if (*key != ' ' && *key != '\n' && *key != '\0')
        continue;
      add_word (self, start, (gsize) (key - start));
      start = key + 1;
      if (*key != ' ')
        return *key == '\n' ? start : NULL;
    }
}

char *
ent_address_name_key (const EntAddressName *self)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append_len (key, self->words[i].text, self->words[i].length);
    }
  return g_string_free_and_steal (key);
}

/* Two kinds of street that share an abbreviation. */
static gboolean
is_short_for (const EntAddressWord *a, const EntAddressWord *b)
{
  if (g_str_equal (a->text, "ch"))
    return g_str_equal (b->text, "chaussee") || g_str_equal (b->text, "chemin");
  return g_str_equal (a->text, "str") &&
         (g_str_equal (b->text, "straat") || g_str_equal (b->text, "strasse"));
}

static gboolean
same_word (const EntAddressWord *a, const EntAddressWord *b)
{
  if (a->length == b->length && memcmp (a->text, b->text, a->length) == 0)
    return TRUE;
  return a->kind == ENT_ADDRESS_WORD_KIND && (is_short_for (a, b) || is_short_for (b, a));
}

gboolean
ent_address_name_equal (const EntAddressName *a, const EntAddressName *b)
{
  if (a->n != b->n || a->n == 0)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    {
      if (!same_word (&a->words[i], &b->words[i]))
        return FALSE;
    }
  return TRUE;
}

/* A name cut short, as "Const." for "Constant": at least three letters of it. */
static gboolean
is_beginning (const EntAddressWord *a, const EntAddressWord *b)
{
  return a->length >= 3 && a->length < b->length && memcmp (a->text, b->text, a->length) == 0;
}

static double
word_likeness (const EntAddressWord *a, const EntAddressWord *b)
{
  guint longest = MAX (a->length, b->length);
  guint shortest = MIN (a->length, b->length);
  double likeness = 0.0;
  guint limit, distance;

  if (same_word (a, b))
    return 1.0;
  if (shortest == 1)
    return a->text[0] == b->text[0] && !g_ascii_isdigit (a->text[0]) ? 1.0 : 0.0;
  if (g_ascii_isdigit (a->text[0]) || g_ascii_isdigit (b->text[0]))
    return 0.0;

  if (is_beginning (a, b) || is_beginning (b, a))
    likeness = WORD_FLOOR + 0.25 * shortest / longest;
  limit = MAX (1, longest * 2 / 5);
  if (longest - shortest > limit)
    return likeness;
  distance = ent_text_distance (a->text, b->text, limit);
  if (distance <= limit)
    likeness = MAX (likeness, 1.0 - (double) distance / longest);
  return likeness >= WORD_FLOOR ? likeness : 0.0;
}

typedef struct
{
  double whole; /* weight of all words */
  double found; /* weight of those that the other side has, by their likeness */
} Share;

static void
add_share (Share *share, const EntAddressWord *word, double likeness, float other_weight)
{
  /* A word that answers an initial or a misspelt article weighs no more than it. */
  double weight = likeness > 0.0 ? MIN (word->weight, other_weight) : word->weight;

  share->whole += weight;
  share->found += weight * likeness;
}

static double
share_of (const Share *share)
{
  return share->whole > 0.0 ? share->found / share->whole : 0.0;
}

/* Harmonic mean of what each side finds in the other. */
static double
score_words (const EntAddressName *a, const EntAddressName *b)
{
  double best_b[ENT_ADDRESS_NAME_WORDS] = { 0.0 };
  float weight_b[ENT_ADDRESS_NAME_WORDS] = { 0.0f };
  Share share_a = { 0.0, 0.0 }, share_b = { 0.0, 0.0 };
  double in_a, in_b;

  for (guint i = 0; i < a->n; i++)
    {
      double best = 0.0;
      float weight = 0.0f;

      for (guint j = 0; j < b->n; j++)
        {
          double likeness = word_likeness (&a->words[i], &b->words[j]);

          if (likeness > best || (likeness == best && b->words[j].weight > weight))
            {
              best = likeness;
              weight = b->words[j].weight;
            }
          if (likeness > best_b[j] || (likeness == best_b[j] && a->words[i].weight > weight_b[j]))
            {
              best_b[j] = likeness;
              weight_b[j] = a->words[i].weight;
            }
        }
      add_share (&share_a, &a->words[i], best, weight);
    }
  for (guint j = 0; j < b->n; j++)
    add_share (&share_b, &b->words[j], best_b[j], weight_b[j]);

  in_a = share_of (&share_a);
  in_b = share_of (&share_b);
  return in_a + in_b > 0.0 ? 2.0 * in_a * in_b / (in_a + in_b) : 0.0;
}

static guint
join (const EntAddressName *name, char *joined)
{
  guint n = 0;

  for (guint i = 0; i < name->n; i++)
    {
      memcpy (joined + n, name->words[i].text, name->words[i].length);
      n += name->words[i].length;
    }
  joined[n] = '\0';
  return n;
}

/* Whether each number of one name is in the other: the streets of the 4th and the 5th of August are
 * one letter apart, and not a misspelling. */
static gboolean
has_numbers_of (const EntAddressName *self, const EntAddressName *other)
{
  for (guint i = 0; i < other->n; i++)
    {
      gboolean found = !g_ascii_isdigit (other->words[i].text[0]);

      for (guint j = 0; j < self->n && !found; j++)
        found = same_word (&self->words[j], &other->words[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Without blanks: for those left out or put in by mistake, inside compounds above all. */
static double
score_joined (const EntAddressName *a, const EntAddressName *b)
{
  char joined_a[JOINED_BYTES], joined_b[JOINED_BYTES];
  guint n_a = join (a, joined_a);
  guint n_b = join (b, joined_b);
  guint longest = MAX (n_a, n_b);
  guint limit = longest * 3 / 10;

  if (longest - MIN (n_a, n_b) <= limit && has_numbers_of (a, b) && has_numbers_of (b, a))
    {
      guint distance = ent_text_distance (joined_a, joined_b, limit);

      if (distance <= limit)
        return JOINED_WORTH * (1.0 - 1.2 * distance / longest);
    }
  return 0.0;
}

double
ent_address_name_score (const EntAddressName *a, const EntAddressName *b)
{
  double score;

  if (a->n == 0 || b->n == 0)
    return 0.0;
  if (ent_address_name_equal (a, b))
    return 1.0;

  /* Only the same words in the same order are worth the full score. */
  score = MIN (score_words (a, b), 0.995);
  if (score < 0.97)
    score = MAX (score, score_joined (a, b));
  return score;
}

gboolean
ent_address_word_is_kind (const char *folded)
{
  gsize stem;

  return ent_address_words_is_kind (folded) || ent_address_words_expand_kind (folded) != NULL ||
         ent_address_words_cut (folded, &stem) != NULL;
}
