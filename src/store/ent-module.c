/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The registry of modules. Set once at start, before any thread; read from any thread after. */

#include "ent-module.h"

extern const EntMigration ent_store_migrations[];

static const EntSchema *const no_schemas[] = { NULL };
static const EntModule store_module = { "store", no_schemas, ent_store_migrations, NULL };

static GPtrArray *registered; /* EntModule, ours first */
static GPtrArray *schemas; /* EntSchema, NULL-terminated */

void
ent_registry_set_modules (const EntModule *const *modules, guint n_modules)
{
  g_clear_pointer (&registered, g_ptr_array_unref);
  g_clear_pointer (&schemas, g_ptr_array_unref);
  registered = g_ptr_array_new ();
  schemas = g_ptr_array_new ();

  g_ptr_array_add (registered, (gpointer) &store_module);
  for (guint i = 0; i < n_modules; i++)
    g_ptr_array_add (registered, (gpointer) modules[i]);

  for (guint i = 0; i < registered->len; i++)
    {
      const EntModule *module = g_ptr_array_index (registered, i);

      for (guint j = 0; module->schemas[j] != NULL; j++)
        g_ptr_array_add (schemas, (gpointer) module->schemas[j]);
    }
  g_ptr_array_add (schemas, NULL);
}

guint
ent_registry_n_modules (void)
{
  if (registered == NULL)
    ent_registry_set_modules (NULL, 0);
  return registered->len;
}

const EntModule *
ent_registry_module (guint position)
{
  g_return_val_if_fail (position < ent_registry_n_modules (), NULL);

  return g_ptr_array_index (registered, position);
}

const EntSchema *const *
ent_registry_schemas (void)
{
  ent_registry_n_modules ();
  return (const EntSchema *const *) schemas->pdata;
}

const EntSchema *
ent_registry_schema (const char *table)
{
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i]->table, table))
      return all[i];

  return NULL;
}

const EntSchema *
ent_registry_schema_by_number (guint number)
{
  const EntSchema *const *all = ent_registry_schemas ();

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i]->number == number)
      return all[i];

  return NULL;
}

int
ent_registry_version (void)
{
  int version = 0;

  for (guint i = 0; i < ent_registry_n_modules (); i++)
    for (const EntMigration *m = ent_registry_module (i)->migrations; m->number != 0; m++)
      version = MAX (version, m->number);

  return version;
}
