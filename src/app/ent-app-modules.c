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
