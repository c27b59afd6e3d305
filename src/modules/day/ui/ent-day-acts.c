/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be told of a visit. What takes no question is written at once; the rest is asked in a
 * form over the visit as it stands. Main thread, writing on the write lane. */

#include "ent-day-acts.h"

#include "ent-day-forms.h"
#include "ent-day-report.h"
#include "ent-worry-pages.h"

#include <glib/gi18n-lib.h>

/* A write under way. */
typedef struct
{
  EntShell *shell;
  char *label;
} Told;

static Told *
told_new (EntShell *shell, const char *label)
{
  Told *told = g_new0 (Told, 1);

  told->shell = g_object_ref (shell);
  told->label = g_strdup (label);
  return told;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Told *told = user_data;
  g_autoptr (GError) error = NULL;

  if (ent_store_write_finish (ENT_STORE (source), result, &error) != 0)
    ent_shell_toast (told->shell, told->label, TRUE);
  else
    ent_shell_report (told->shell, error);
  g_object_unref (told->shell);
  g_free (told->label);
  g_free (told);
}

static gboolean
write_report (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_day_apply_report (apply, data, error);
}

static gboolean
write_until_now (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  guint n;

  return ent_day_apply_until_now (apply, data, &n, error);
}

static void
report (EntShell *shell, EntDayReportKind kind, gint64 visit_id, const char *label)
{
  EntStore *store = ent_shell_get_store (shell);
  EntDayReport what = { kind, visit_id, ent_day_now (), NULL };

  if (store != NULL)
    ent_store_write_async (store, label, write_report, g_memdup2 (&what, sizeof what), g_free, NULL,
                           written_cb, told_new (shell, label));
}

static void
done_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  report (shell, ENT_DAY_REPORT_AS_PLANNED, g_variant_get_int64 (id), _ ("Visit noted as done"));
}

static void
take_back_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  report (shell, ENT_DAY_REPORT_TAKEN_BACK, g_variant_get_int64 (id), _ ("Report taken back"));
}

static void
done_otherwise_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  ent_day_forms_ask (shell, g_variant_get_int64 (id), ent_day_forms_done);
}

static void
nobody_home_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  ent_day_forms_ask (shell, g_variant_get_int64 (id), ent_day_forms_nobody_home);
}

static void
cancel_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  ent_day_forms_ask (shell, g_variant_get_int64 (id), ent_day_forms_cancel);
}

static void
worry_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  ent_day_forms_ask (shell, g_variant_get_int64 (id), ent_day_forms_worry);
}

static void
until_now_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);
  EntDayUntil until = { .now = ent_day_now () };
  const char *label = _ ("Visits until now noted as done");

  if (store == NULL)
    return;
  g_variant_get (parameter, "(xi)", &until.carer_id, &until.day);
  ent_store_write_async (store, label, write_until_now, g_memdup2 (&until, sizeof until), g_free,
                         NULL, written_cb, told_new (shell, label));
}

static void
worries_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  g_autoptr (EntQuery) query = ent_worry_query_open (NULL);

  ent_shell_show_list (shell, &ent_worry_schema, query);
}

static void
my_worries_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  g_autoptr (EntQuery) query = ent_worry_query_open (g_get_user_name ());

  ent_shell_show_list (shell, &ent_worry_schema, query);
}

void
ent_day_acts_install (EntShell *shell)
{
  static const struct
  {
    const char *name, *type;
    void (*activated) (GSimpleAction *action, GVariant *parameter, EntShell *shell);
  } acts[] = {
    { "day-done", "x", done_cb },
    { "day-done-otherwise", "x", done_otherwise_cb },
    { "day-nobody-home", "x", nobody_home_cb },
    { "day-cancel", "x", cancel_cb },
    { "day-take-back", "x", take_back_cb },
    { "day-worry", "x", worry_cb },
    { "day-until-now", "(xi)", until_now_cb },
    { "day-worries", NULL, worries_cb },
    { "day-my-worries", NULL, my_worries_cb },
  };

  if (!G_IS_ACTION_MAP (shell))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      const GVariantType *type = acts[i].type != NULL ? G_VARIANT_TYPE (acts[i].type) : NULL;
      g_autoptr (GSimpleAction) action = g_simple_action_new (acts[i].name, type);

      g_signal_connect_object (action, "activate", G_CALLBACK (acts[i].activated), shell, 0);
      g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
    }
}

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static gboolean
is_open (int state)
{
  return state == ENT_VISIT_PLANNED || state == ENT_VISIT_CONFIRMED;
}

void
ent_day_acts_fill_menu (GMenu *menu, gint64 visit_id, int state)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (is_open (state))
    {
      add_item (section, _ ("_Done as Planned"), "win.day-done", g_variant_new_int64 (visit_id));
      add_item (section, _ ("Done, _Other Times…"), "win.day-done-otherwise",
                g_variant_new_int64 (visit_id));
      add_item (section, _ ("_Nobody at Home…"), "win.day-nobody-home",
                g_variant_new_int64 (visit_id));
      add_item (section, _ ("_Cancelled with Notice…"), "win.day-cancel",
                g_variant_new_int64 (visit_id));
    }
  if (state != ENT_VISIT_REPLACED && !is_open (state))
    add_item (section, _ ("Take the _Report Back"), "win.day-take-back",
              g_variant_new_int64 (visit_id));
  add_item (section, _ ("Note a _Worry…"), "win.day-worry", g_variant_new_int64 (visit_id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
ent_day_acts_fill_until_now (GMenu *menu, gint64 carer_id, gint32 day)
{
  g_autoptr (GMenu) section = g_menu_new ();

  add_item (section, _ ("_All Visits of This Carer until Now as Planned"), "win.day-until-now",
            g_variant_new ("(xi)", carer_id, (int) day));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
