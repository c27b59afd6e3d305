/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be printed and saved of the rounds: from the board, from the page of a carer. Main
 * thread. */

#include "ent-carer.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-place.h"
#include "ent-sheet-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WEEK 7

static gint32
next_monday (void)
{
  gint32 today = ent_day_today ();

  return today - ent_day_weekday (today) + 1 + WEEK;
}

static void
present (EntShell *shell, const EntSheetWish *wish)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_sheet_dialog_present (shell, store, wish);
}

/* "sheet-carers", "sheet-letters", "sheet-board", "sheet-file": about first day and days. */
static void
board_activated_cb (GSimpleAction *action, GVariant *about, EntShell *shell)
{
  const char *name = g_action_get_name (G_ACTION (action));
  EntSheetWish wish = { .kind = ENT_SHEET_CARERS };
  int first_day, n_days;

  g_variant_get (about, "(ii)", &first_day, &n_days);
  wish.first_day = first_day;
  /* Of a month the days that are next are wanted. */
  if (n_days > WEEK)
    wish.first_day = CLAMP (ent_day_today (), first_day, first_day + n_days - 1);
  wish.n_days = WEEK;
  if (g_str_equal (name, "sheet-letters"))
    wish.kind = ENT_SHEET_LETTERS;
  else if (g_str_equal (name, "sheet-board"))
    wish.kind = ENT_SHEET_BOARD;
  else if (g_str_equal (name, "sheet-file"))
    wish.kind = ENT_SHEET_CALENDAR;
  present (shell, &wish);
}

static void
carer_activated_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  gboolean is_file = g_str_equal (g_action_get_name (G_ACTION (action)), "sheet-carer-file");
  EntSheetWish wish = { .kind = is_file ? ENT_SHEET_CALENDAR : ENT_SHEET_CARERS,
                        .first_day = next_monday (),
                        .n_days = WEEK,
                        .carer_id = g_variant_get_int64 (id) };

  present (shell, &wish);
}

static void
person_activated_cb (GSimpleAction *action, GVariant *id, EntShell *shell)
{
  EntSheetWish wish = { .kind = ENT_SHEET_LETTERS,
                        .first_day = next_monday (),
                        .n_days = WEEK,
                        .person_id = g_variant_get_int64 (id) };

  present (shell, &wish);
}

static void
install (EntShell *shell)
{
  static const struct
  {
    const char *name, *type;
    void (*activate) (GSimpleAction *action, GVariant *parameter, EntShell *shell);
  } actions[] = {
    { "sheet-carers", "(ii)", board_activated_cb }, { "sheet-letters", "(ii)", board_activated_cb },
    { "sheet-board", "(ii)", board_activated_cb },  { "sheet-file", "(ii)", board_activated_cb },
    { "sheet-carer", "x", carer_activated_cb },     { "sheet-carer-file", "x", carer_activated_cb },
    { "sheet-person", "x", person_activated_cb },
  };

  if (!G_IS_ACTION_MAP (shell))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name,
                                                             G_VARIANT_TYPE (actions[i].type));

      g_signal_connect_object (action, "activate", G_CALLBACK (actions[i].activate), shell, 0);
      g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
    }
}

static void
append (GMenu *menu, const char *label, const char *action, GVariant *about)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, about);
  g_menu_append_item (menu, item);
}

static void
extend_place_menu (const char *place, GVariant *about, GMenu *menu)
{
  g_autoptr (GMenu) section = NULL;

  if (!g_str_equal (place, "board") || !g_variant_is_of_type (about, G_VARIANT_TYPE ("(ii)")))
    return;
  section = g_menu_new ();
  append (section, _ ("_Sheets of the carers…"), "win.sheet-carers", about);
  append (section, _ ("_Letters of the week…"), "win.sheet-letters", about);
  append (section, _ ("_Print the board…"), "win.sheet-board", about);
  append (section, _ ("Save as _calendar or GPX…"), "win.sheet-file", about);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_item (EntRecordPage *page, const char *label, const char *action)
{
  g_autofree char *detailed = g_strdup_printf ("win.%s(int64 %" G_GINT64_FORMAT ")", action,
                                               ent_record_page_get_id (page));

  ent_record_page_add_menu_item (page, label, detailed);
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  if (schema == &ent_carer_schema)
    {
      add_item (page, _ ("_Sheet of the carer…"), "sheet-carer");
      add_item (page, _ ("Save as _calendar or GPX…"), "sheet-carer-file");
    }
  else if (schema == &ent_person_schema)
    add_item (page, _ ("_Letter of the week’s visits…"), "sheet-person");
}

static const EntPlace places[] = { { NULL, NULL, NULL, NULL, NULL, 0, NULL } };
static const EntRecordUi records[] = { { NULL, NULL, NULL } };

extern const EntModuleUi ent_sheet_ui;
const EntModuleUi ent_sheet_ui = {
  .places = places,
  .records = records,
  .install = install,
  .extend_page = extend_page,
  .extend_place_menu = extend_place_menu,
};
