/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carers offered for a visit. The answers are counted when the dialog opens; whoever chooses is
 * answered anew. Main thread. */

#include "ent-rounds-offers.h"

#include "ent-board-scale.h"
#include "ent-clock.h"
#include "ent-map-palette.h"
#include "ent-rounds-blocks.h"

#include <glib/gi18n-lib.h>

#define MOST 5
#define MARK 20

typedef struct
{
  AdwDialog *dialog;
  EntRoundsChoice choice;
  EntRoundsChosen chosen;
  gpointer data;
} Button;

static void
chosen_cb (Button *button)
{
  adw_dialog_close (button->dialog);
  button->chosen (&button->choice, button->data);
}

static char *
subtitle_of (EntRoundsJudge *judge, const EntRoundsOffer *offer)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (offer->answer.is_wished)
    g_ptr_array_add (parts, g_strdup (_ ("Wished by the person")));
  else if (offer->answer.known > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("Has been there %d time", "Has been there %d times",
                                                offer->answer.known),
                                      offer->answer.known));
  if (offer->answer.is_outside_wish)
    g_ptr_array_add (parts, g_strdup (_ ("Outside the wished hours")));
  g_ptr_array_add (parts, ent_rounds_judge_describe (judge, offer->carer, &offer->answer));
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
row_new (EntRoundsJudge *judge, const EntRoundsOffer *offer, const Button *button)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (judge);
  const EntRoundsCarer *carer = &g_array_index (week->carers, EntRoundsCarer, offer->carer);
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GdkPaintable)
                mark = ent_map_palette_paintable ((guint) MAX (carer->colour - 1, 0), MARK);
  g_autofree char *time = ent_clock_format (offer->start % ENT_BOARD_DAY);
  g_autofree char *title = g_strdup_printf ("%s · %s", carer->name, time);
  g_autofree char *subtitle = subtitle_of (judge, offer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_paintable (mark));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (chosen_cb),
                         g_memdup2 (button, sizeof *button), (GClosureNotify) (GCallback) g_free,
                         G_CONNECT_SWAPPED);
  return row;
}

static EntRoundsChoice
choice_of (const EntRoundsWeek *week, int visit, const EntRoundsOffer *offer)
{
  return (EntRoundsChoice) { g_array_index (week->visits, EntRoundsVisit, visit).id,
                             g_array_index (week->carers, EntRoundsCarer, offer->carer).id,
                             offer->start };
}

static GtkWidget *
none_new (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "ent-unplaced-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nobody is free"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("No carer who may come here has time within the hours that were agreed. Drag the visit on "
         "the board to see what stands in the way of each."));
  return page;
}

void
ent_rounds_offers_show (GtkWidget *parent,
                        EntRoundsJudge *judge,
                        int visit,
                        EntRoundsChosen chosen,
                        gpointer data)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (judge);
  const EntRoundsVisit *what = &g_array_index (week->visits, EntRoundsVisit, visit);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  EntRoundsOffer offers[MOST];
  int n = ent_rounds_judge_offers (judge, visit, offers, MOST);
  g_autofree char *wanted = ent_rounds_describe_wanted (week, visit);
  GtkWidget *content;

  if (n > 0)
    {
      GtkWidget *page = adw_preferences_page_new ();
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (
          ADW_PREFERENCES_GROUP (group),
          g_array_index (week->clients, EntRoundsClient, what->client).name);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), wanted);
      gtk_widget_add_css_class (group, "private");
      for (int i = 0; i < n; i++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   row_new (judge, &offers[i],
                                            &(Button) { dialog, choice_of (week, visit, &offers[i]),
                                                        chosen, data }));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
      content = page;
    }
  else
    content = none_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_dialog_set_title (dialog, _ ("Who could come"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 460);
  adw_dialog_set_child (dialog, view);
  g_object_set_data_full (G_OBJECT (dialog), "ent-parent", g_object_ref (parent), g_object_unref);
  adw_dialog_present (dialog, parent);
}
