/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The raw material of the demo: names, streets, organisations, read from the embedded lists.
 * One thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_DEMO_VILLAGES 6

/* Where a family comes from; the order of the table of origins. */
typedef enum
{
  ENT_DEMO_WALLOON,
  ENT_DEMO_FLEMISH,
  ENT_DEMO_ITALIAN,
  ENT_DEMO_TURKISH,
  ENT_DEMO_MOROCCAN,
  ENT_DEMO_CONGOLESE,
  ENT_DEMO_POLISH,
  ENT_DEMO_UKRAINIAN,
  ENT_DEMO_PORTUGUESE,
  ENT_DEMO_SPANISH,
  ENT_DEMO_SYRIAN,
  ENT_DEMO_AFGHAN,
  ENT_DEMO_ORIGINS
} EntDemoOrigin;

typedef struct
{
  char *code;
  char *masculine;
  char *feminine;
  guint share;
} EntDemoFunction;

typedef struct
{
  char *kind;
  char *pattern;
} EntDemoOrganisation;

typedef struct _EntDemoWords EntDemoWords;

/* Makes what is embedded known; any number of times, any thread. */
void ent_demo_words_register_lists (void);

EntDemoWords *ent_demo_words_new (GError **error);
void ent_demo_words_free (EntDemoWords *self);

/* All strings are owned by the words. */
const char *ent_demo_words_get (EntDemoWords *self, const char *key);
const char *ent_demo_words_village (EntDemoWords *self, guint village);
/* Shares of the villages, for ent_demo_draw(). */
const guint *ent_demo_words_village_shares (EntDemoWords *self);
guint ent_demo_words_n_streets (EntDemoWords *self);
const char *ent_demo_words_street (EntDemoWords *self, guint street, guint *village);
const char *ent_demo_words_last_name (EntDemoWords *self, GRand *rand, EntDemoOrigin origin);
const char *ent_demo_words_first_name (EntDemoWords *self,
                                       GRand *rand,
                                       EntDemoOrigin origin,
                                       gboolean male,
                                       int year);
/* (element-type EntDemoFunction) */
const GArray *ent_demo_words_functions (EntDemoWords *self);
/* "Pharmacie Tilcheroux": an organisation of a kind; transfer full, NULL when there is none. */
char *ent_demo_words_organisation (EntDemoWords *self, GRand *rand, const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDemoWords, ent_demo_words_free)

G_END_DECLS
