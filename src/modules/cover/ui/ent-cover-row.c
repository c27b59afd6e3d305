/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One visit without its carer. What is offered is shown when the row is unfolded; the best can be
 * taken without. Main thread. */

#include "ent-cover-row.h"

#include "ent-cover-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define POSITION "ent-position"
#define ICON_SIZE 16

struct _EntCoverRow
{
  AdwExpanderRow parent_instance;

  EntCoverPlan *plan; /* borrowed */
  guint orphan;
  EntCoverFate fate; /* that is shown */
  EntRoundsOffer offers[ENT_COVER_MOST]; /* that are shown: the plan may be finding others */
  GtkWidget *act; /* takes the best, or opens the choice again */
  GtkWidget *icon;
  GPtrArray *rows; /* what is unfolded, borrowed */
};

enum
{
  SIGNAL_GIVEN,
  SIGNAL_LEFT,
  SIGNAL_CANCELLED,
  SIGNAL_REOPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntCoverRow, ent_cover_row, ADW_TYPE_EXPANDER_ROW)

static EntCoverOrphan *
orphan_of (EntCoverRow *self)
{
  return ent_cover_plan_get (self->plan, self->orphan);
}

static char *
describe_fate (EntCoverRow *self)
{
  const EntCoverOrphan *orphan = orphan_of (self);
  const EntRoundsOffer *offer = orphan->fate == ENT_COVER_GIVEN ? &orphan->chosen
                                                                : &orphan->offers[0];
  g_autofree char *who = NULL;
  g_autofree char *why = NULL;

  if (orphan->fate == ENT_COVER_LEFT)
    return g_strdup (_ ("→ to place"));
  if (orphan->fate == ENT_COVER_CANCELLED)
    /* Translators: why a visit is cancelled */
    return g_strdup_printf (_ ("→ cancelled: %s"), orphan->reason);
  if (orphan->fate == ENT_COVER_OPEN && orphan->n_offers == 0)
    return g_strdup (orphan->is_stale ? _ ("Looking…") : _ ("Nobody can make it: to place"));
  who = ent_cover_describe_who (self->plan, offer);
  why = ent_cover_describe_why (self->plan, self->orphan, offer);
  if (orphan->fate == ENT_COVER_GIVEN)
    return g_strdup_printf ("→ %s · %s", who, why);
  /* Translators: who fits best, and why */
  return g_strdup_printf (_ ("Best: %1$s · %2$s"), who, why);
}

static void
show_subtitle (EntCoverRow *self)
{
  g_autofree char *need = ent_cover_describe_need (self->plan, self->orphan);
  g_autofree char *fate = describe_fate (self);
  g_autofree char *text = g_strdup_printf ("%s\n%s", need, fate);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
show_act (EntCoverRow *self)
{
  const EntCoverOrphan *orphan = orphan_of (self);
  gboolean is_open = orphan->fate == ENT_COVER_OPEN;
  g_autofree char *who = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->act, !is_open || orphan->n_offers > 0);
  if (is_open && orphan->n_offers > 0)
    {
      who = ent_cover_describe_who (self->plan, &orphan->offers[0]);
      /* Translators: a carer and a time */
      label = g_strdup_printf (_ ("Give to %s"), who);
    }
  else
    label = g_strdup (_ ("Choose again"));
  gtk_button_set_icon_name (GTK_BUTTON (self->act),
                            is_open ? "object-select-symbolic" : "edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->act, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->act), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* A visit that nobody can make yet stands out, then one that is vital. */
static void
show_icon (EntCoverRow *self)
{
  const EntCoverOrphan *orphan = orphan_of (self);
  gboolean is_lost = orphan->fate == ENT_COVER_OPEN && orphan->n_offers == 0 && !orphan->is_stale;
  gboolean is_vital = ent_cover_plan_visit (self->plan, self->orphan)->priority == ENT_CARE_VITAL;
  GtkImage *icon = GTK_IMAGE (self->icon);

  gtk_widget_remove_css_class (self->icon, "error");
  gtk_widget_remove_css_class (self->icon, "warning");
  if (is_lost)
    gtk_image_set_from_icon_name (icon, "ent-unplaced-symbolic");
  else if (is_vital)
    gtk_image_set_from_icon_name (icon, "ent-alert-symbolic");
  else
    gtk_image_clear (icon);
  if (is_lost || is_vital)
    gtk_widget_add_css_class (self->icon, is_lost ? "error" : "warning");
  gtk_widget_set_tooltip_text (self->icon, is_lost    ? _ ("Nobody can make it")
                                           : is_vital ? _ ("Vital")
                                                      : NULL);
}

static void
show_head (EntCoverRow *self)
{
  memcpy (self->offers, orphan_of (self)->offers, sizeof self->offers);
  show_subtitle (self);
  show_act (self);
  show_icon (self);
}

static void
offer_cb (EntCoverRow *self, GtkWidget *row)
{
  g_signal_emit (self, signals[SIGNAL_GIVEN], 0,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), POSITION)));
}

static void
leave_cb (EntCoverRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
cancel_cb (EntCoverRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

static void
act_cb (EntCoverRow *self)
{
  if (orphan_of (self)->fate == ENT_COVER_OPEN)
    g_signal_emit (self, signals[SIGNAL_GIVEN], 0, 0);
  else
    g_signal_emit (self, signals[SIGNAL_REOPENED], 0);
}

static GtkWidget *
add_row (EntCoverRow *self, const char *title, const char *icon_name, GCallback activated)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_offer (EntCoverRow *self, int position)
{
  const EntRoundsOffer *offer = &orphan_of (self)->offers[position];
  g_autofree char *who = ent_cover_describe_who (self->plan, offer);
  g_autofree char *why = ent_cover_describe_why (self->plan, self->orphan, offer);
  GtkWidget *row = add_row (self, who, "ent-carer-symbolic", G_CALLBACK (offer_cb));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  g_object_set_data (G_OBJECT (row), POSITION, GINT_TO_POINTER (position));
}

static void
fold_away (EntCoverRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
unfold (EntCoverRow *self)
{
  const EntCoverOrphan *orphan = orphan_of (self);

  fold_away (self);
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (int i = 0; i < orphan->n_offers && orphan->fate == ENT_COVER_OPEN; i++)
    add_offer (self, i);
  if (orphan->fate != ENT_COVER_LEFT)
    add_row (self, _ ("Leave to place"), "ent-unplaced-symbolic", G_CALLBACK (leave_cb));
  if (orphan->fate != ENT_COVER_CANCELLED &&
      ent_cover_plan_visit (self->plan, self->orphan)->priority == ENT_CARE_POSTPONABLE)
    add_row (self, _ ("Cancel the visit…"), "window-close-symbolic", G_CALLBACK (cancel_cb));
}

static void
ent_cover_row_dispose (GObject *object)
{
  EntCoverRow *self = ENT_COVER_ROW (object);

  self->plan = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_cover_row_parent_class)->dispose (object);
}

static void
ent_cover_row_class_init (EntCoverRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_cover_row_dispose;
  signals[SIGNAL_GIVEN] = g_signal_new ("given", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REOPENED] = g_signal_new ("reopened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
expanded_cb (EntCoverRow *self)
{
  if (self->plan == NULL)
    return;
  show_head (self);
  unfold (self);
}

static void
ent_cover_row_init (EntCoverRow *self)
{
  self->rows = g_ptr_array_new ();
  self->icon = gtk_image_new ();
  gtk_widget_set_size_request (self->icon, ICON_SIZE, ICON_SIZE);
  self->act = gtk_button_new ();
  gtk_widget_set_valign (self->act, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->act, "flat");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "private");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->icon);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->act);
  g_signal_connect_swapped (self->act, "clicked", G_CALLBACK (act_cb), self);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
ent_cover_row_new (EntCoverPlan *plan, guint orphan)
{
  EntCoverRow *self = g_object_new (ENT_TYPE_COVER_ROW, NULL);
  g_autofree char *title = ent_cover_describe_visit (plan, orphan);

  self->plan = plan;
  self->orphan = orphan;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  ent_cover_row_update (self);
  return GTK_WIDGET (self);
}

guint
ent_cover_row_get_orphan (EntCoverRow *self)
{
  return self->orphan;
}

const EntRoundsOffer *
ent_cover_row_get_offer (EntCoverRow *self, int position)
{
  g_return_val_if_fail (position >= 0 && position < ENT_COVER_MOST, NULL);
  return &self->offers[position];
}

/* What was chosen folds away; the focus stays on the row. */
void
ent_cover_row_update (EntCoverRow *self)
{
  EntCoverFate fate = orphan_of (self)->fate;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  show_head (self);
  if (fate != self->fate && fate != ENT_COVER_OPEN)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  self->fate = fate;
  unfold (self);
  if (has_focus)
    gtk_widget_grab_focus (gtk_widget_get_visible (self->act) ? self->act : GTK_WIDGET (self));
}
