/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of modules and of their pages, filled from the generated lists. */

#include "ent-app-modules.h"

#include "ent-module.h"

#define ENT_MODULE(id) extern const EntModule ent_##id##_module;
#include "ent-modules.h"
#undef ENT_MODULE
#define ENT_PAGES(id) extern const EntModuleUi ent_##id##_ui;
#include "ent-pages.h"
#undef ENT_PAGES

static const EntModule *const modules[] = {
#define ENT_MODULE(id) &ent_##id##_module,
#include "ent-modules.h"
#undef ENT_MODULE
};

static const EntModuleUi *const module_uis[] = {
#define ENT_PAGES(id) &ent_##id##_ui,
#include "ent-pages.h"
#undef ENT_PAGES
  NULL,
};

void
ent_app_modules_register (void)
{
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
}

const EntModuleUi *const *
ent_app_modules_ui (void)
{
  return module_uis;
}

const EntRecordUi *
ent_app_modules_find (const EntSchema *schema, const EntModuleUi **module)
{
  for (guint i = 0; module_uis[i] != NULL; i++)
    for (const EntRecordUi *ui = module_uis[i]->records; ui->schema != NULL; ui++)
      if (ui->schema == schema)
        {
          if (module != NULL)
            *module = module_uis[i];
          return ui;
        }
  return NULL;
}

static void
add_tables (GPtrArray *all, const char *const *tables)
{
  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) tables[i]);
}

const char **
ent_app_modules_tables (const EntPlace *place)
{
  GPtrArray *all = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  add_tables (all, place->tables);
  for (guint i = 0; module_uis[i] != NULL; i++)
    for (const EntPlaceTables *more = module_uis[i]->tables; more != NULL && more->place != NULL;
         more++)
      if (g_str_equal (more->place, place->id))
        add_tables (all, more->tables);
  return (const char **) g_ptr_array_free (all, FALSE);
}

void
ent_app_modules_extend (const EntSchema *schema, EntRecordPage *page)
{
  for (guint i = 0; module_uis[i] != NULL; i++)
    if (module_uis[i]->extend_page != NULL)
      module_uis[i]->extend_page (schema, page);
}

void
ent_app_modules_extend_place_menu (const char *place, GVariant *about, GMenu *menu)
{
  for (guint i = 0; module_uis[i] != NULL; i++)
    if (module_uis[i]->extend_place_menu != NULL)
      module_uis[i]->extend_place_menu (place, about, menu);
}

void
ent_app_modules_opened (EntShell *shell, EntStore *store)
{
  for (guint i = 0; module_uis[i] != NULL; i++)
    if (module_uis[i]->opened != NULL)
      module_uis[i]->opened (shell, store);
}

void
ent_app_modules_add_preferences (AdwPreferencesDialog *dialog, EntStore *store)
{
  for (guint i = 0; module_uis[i] != NULL; i++)
    if (module_uis[i]->make_preferences != NULL)
      adw_preferences_dialog_add (dialog, module_uis[i]->make_preferences (store));
}

void
ent_app_modules_extend_menu (const EntSchema *schema, GMenu *menu)
{
  for (guint i = 0; module_uis[i] != NULL; i++)
    if (module_uis[i]->extend_menu != NULL)
      module_uis[i]->extend_menu (schema, menu);
}
