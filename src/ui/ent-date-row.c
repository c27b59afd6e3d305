/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing, calendar and arrow keys for one day. Main thread. */

#include "ent-date-row.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-resources.h"

struct _EntDateRow
{
  AdwEntryRow parent_instance;

  GtkLabel *hint;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  gint32 day;
  gboolean filling; /* the calendar is being set by us */
  gboolean writing; /* so is the text, in two steps of which one is empty */
};

enum
{
  PROP_DAY = 1,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntDateRow, ent_date_row, ADW_TYPE_ENTRY_ROW)

/* The whole date in words helps while it is being typed; afterwards it would only crowd the row. */
static void
update_hint (EntDateRow *self)
{
  gboolean focused = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN);
  g_autofree char *date = ent_day_format (self->day, ENT_DAY_MEDIUM);
  g_autofree char *text = g_strdup_printf ("%s\n%s", ent_weekday_name (ent_day_weekday (self->day)),
                                           date);

  gtk_label_set_text (self->hint, text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), focused && self->day != ENT_DAY_NONE);
}

static void
text_changed_cb (EntDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  gint32 day = ent_day_parse (text, ent_day_today ());
  gboolean changed = day != self->day;

  if (self->writing)
    return;

  self->day = day;
  update_hint (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
focus_left_cb (EntDateRow *self)
{
  ent_date_row_normalize (self);
}

static void
state_flags_changed_cb (EntDateRow *self)
{
  update_hint (self);
}

static void
set_text (EntDateRow *self, gint32 day)
{
  g_autofree char *text = ent_day_format (day, ENT_DAY_NUMERIC);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    return;
  self->writing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->writing = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  text_changed_cb (self);
}

static void
announce_day (EntDateRow *self)
{
  g_autofree char *text = ent_day_format (self->day, ENT_DAY_LONG);

  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
step_of (guint keyval, int *days, int *months)
{
  *days = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up       ? 1
          : keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? -1
                                                                : 0;
  *months = keyval == GDK_KEY_Page_Up ? 1 : keyval == GDK_KEY_Page_Down ? -1 : 0;
  return *days != 0 || *months != 0;
}

/* Up and Down step a day, Page Up and Page Down a month; from nothing they start at today. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                EntDateRow *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));
  int days, months;
  gint32 day;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK) || !gtk_widget_has_focus (text) ||
      !gtk_editable_get_editable (GTK_EDITABLE (self)) || !step_of (keyval, &days, &months))
    return GDK_EVENT_PROPAGATE;
  if (!ent_date_row_is_valid (self))
    return GDK_EVENT_STOP;

  day = self->day == ENT_DAY_NONE ? ent_day_today ()
                                  : ent_day_add_months (self->day + days, months);
  set_text (self, day);
  announce_day (self);
  return GDK_EVENT_STOP;
}

static void
opened_cb (EntDateRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (!gtk_menu_button_get_active (self->button))
    return;
  ent_day_to_ymd (self->day == ENT_DAY_NONE ? ent_day_today () : self->day, &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (date == NULL)
    return;
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
}

static void
day_selected_cb (EntDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->filling)
    set_text (self, ent_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                      g_date_time_get_day_of_month (date)));
}

/* A click on a day is a choice; one on the arrows of month and year only looks further. */
static void
calendar_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, EntDateRow *self)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (under != NULL && gtk_widget_has_css_class (under, "day-number"))
    {
      day_selected_cb (self);
      gtk_menu_button_popdown (self->button);
    }
}

static void
today_cb (EntDateRow *self)
{
  set_text (self, ent_day_today ());
  gtk_menu_button_popdown (self->button);
}

static void
ent_date_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_int (value, ENT_DATE_ROW (object)->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
ent_date_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DAY:
      ent_date_row_set_day (ENT_DATE_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
ent_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_DATE_ROW);
  G_OBJECT_CLASS (ent_date_row_parent_class)->dispose (object);
}

static void
ent_date_row_class_init (EntDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_date_row_dispose;
  object_class->get_property = ent_date_row_get_property;
  object_class->set_property = ent_date_row_set_property;

  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT, G_MAXINT, ENT_DAY_NONE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                               G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", ENT_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntDateRow, hint);
  gtk_widget_class_bind_template_child (widget_class, EntDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, EntDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, EntDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
ent_date_row_init (EntDateRow *self)
{
  self->day = ENT_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (ent_date_row_normalize), NULL);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (state_flags_changed_cb), NULL);
}

GtkWidget *
ent_date_row_new (void)
{
  return g_object_new (ENT_TYPE_DATE_ROW, NULL);
}

gint32
ent_date_row_get_day (EntDateRow *self)
{
  return self->day;
}

void
ent_date_row_set_day (EntDateRow *self, gint32 day)
{
  if (day != self->day)
    set_text (self, day);
}

gboolean
ent_date_row_is_valid (EntDateRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  return self->day != ENT_DAY_NONE || *text == '\0';
}

void
ent_date_row_normalize (EntDateRow *self)
{
  if (self->day != ENT_DAY_NONE)
    set_text (self, self->day);
}
