/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The groups on the page of a carer. Absences and keys are those of the agent, who is known once
 * the carer is read. Main thread. */

#include "ent-carer-groups.h"

#include "ent-absence-hours.h"
#include "ent-carer-form.h"
#include "ent-carer-query.h"
#include "ent-carer-words.h"
#include "ent-child-group.h"
#include "ent-date.h"
#include "ent-held-keys-group.h"

#include <glib/gi18n-lib.h>

#define STORE "ent-store"

static const char *
shift_icon (gpointer record)
{
  return "ent-calendar-symbolic";
}

static const char *const shift_columns[] = { "weekday",  "week",   "from_time", "to_time",
                                             "from_day", "to_day", NULL };

static const EntChildSpec shifts = {
  .schema = &ent_carer_shift_schema,
  .title = N_ ("Weekly pattern"),
  .add_label = N_ ("Add working hours"),
  .added = N_ ("Working hours added"),
  .changed = N_ ("Working hours changed"),
  .removed = N_ ("Working hours deleted"),
  .columns = shift_columns,
  .order = ent_carer_shift_order,
  .from_column = "from_day",
  .to_column = "to_day",
  .icon_name = shift_icon,
  .prepare_form = ent_carer_shift_form_prepare,
};

static char *
qualification_subtitle (gpointer record)
{
  return g_strdup (((EntCarerQualification *) record)->number);
}

static const char *
qualification_icon (gpointer record)
{
  return "ent-qualification-symbolic";
}

static const char *const qualification_columns[] = { "kind",        "label",    "number",
                                                     "obtained_on", "valid_to", NULL };

static const EntChildSpec qualifications = {
  .schema = &ent_carer_qualification_schema,
  .title = N_ ("Qualifications"),
  .add_label = N_ ("Add a qualification"),
  .added = N_ ("Qualification added"),
  .changed = N_ ("Qualification changed"),
  .removed = N_ ("Qualification deleted"),
  .columns = qualification_columns,
  .order = "valid_to IS NULL, valid_to, id",
  .from_column = "obtained_on",
  .to_column = "valid_to",
  .subtitle = qualification_subtitle,
  .icon_name = qualification_icon,
};

/* When stands below. */
static char *
absence_title (gpointer record)
{
  return g_strdup (ent_enum_label (&ent_absence_kind_enum, ((EntAgentAbsence *) record)->kind));
}

static const char *
absence_icon (gpointer record)
{
  return "ent-absence-symbolic";
}

static void
absence_fill (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static const char *const absence_columns[] = { "kind",    "from_day",    "from_time", "to_day",
                                               "to_time", "stand_in_id", "note",      NULL };

static const EntChildSpec absences = {
  .schema = &ent_agent_absence_schema,
  .title = N_ ("Absences"),
  .add_label = N_ ("Add an absence"),
  .added = N_ ("Absence added"),
  .changed = N_ ("Absence changed"),
  .removed = N_ ("Absence deleted"),
  .columns = absence_columns,
  .order = "from_day DESC, id DESC",
  .past_column = "to_day",
  .row_title = absence_title,
  .subtitle = ent_agent_absence_describe,
  .icon_name = absence_icon,
  .fill = absence_fill,
};

static gpointer
read_hours (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntCarerWork) work = ent_carer_query_work (db, *(gint64 *) data, error);

  return work != NULL ? ent_carer_hours_to_text (work->carer, work->shifts, ent_day_today ())
                      : NULL;
}

static void
hours_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwPreferencesGroup) group = user_data;
  g_autofree char *text = ent_store_run_finish (ENT_STORE (source), result, NULL);

  adw_preferences_group_set_description (group, text);
}

static void
show_hours (EntRecordPage *page, GtkWidget *group)
{
  gint64 id = ent_record_page_get_id (page);

  ent_store_run_async (ent_record_page_get_store (page), ENT_LANE_READ, G_PRIORITY_DEFAULT,
                       read_hours, g_memdup2 (&id, sizeof id), g_free, g_free,
                       ent_record_page_get_cancellable (page), hours_read_cb, g_object_ref (group));
}

/* Told on the page: the store may outlive it. */
static void
store_changed_cb (EntRecordPage *page, const EntNews *news, EntStore *store)
{
  GtkWidget *group = g_object_get_data (G_OBJECT (page), shifts.title);

  if (ent_news_touches (news, &ent_carer_shift_schema) ||
      ent_news_touches (news, &ent_carer_schema))
    show_hours (page, group);
}

static GtkWidget *
make_shifts (EntRecordPage *page)
{
  EntStore *store = ent_record_page_get_store (page);
  GtkWidget *group = ent_child_group_new (store, &shifts, ent_record_page_get_id (page));

  g_object_set_data (G_OBJECT (page), shifts.title, group);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), page,
                           G_CONNECT_SWAPPED);
  show_hours (page, group);
  return group;
}

static GtkWidget *
make_qualifications (EntRecordPage *page)
{
  return ent_child_group_new (ent_record_page_get_store (page), &qualifications,
                              ent_record_page_get_id (page));
}

static void
show_of_agent (GtkWidget *box, GParamSpec *pspec, EntCarer *carer)
{
  EntStore *store = g_object_get_data (G_OBJECT (box), STORE);

  if (carer->agent_id <= 0 || gtk_widget_get_first_child (box) != NULL)
    return;
  gtk_box_append (GTK_BOX (box), ent_child_group_new (store, &absences, carer->agent_id));
  gtk_box_append (GTK_BOX (box), ent_held_keys_group_new (store, carer->agent_id));
}

static GtkWidget *
make_of_agent (EntRecordPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  EntCarer *carer = ent_record_page_get_record (page);

  g_object_set_data_full (G_OBJECT (box), STORE, g_object_ref (ent_record_page_get_store (page)),
                          g_object_unref);
  g_signal_connect_object (carer, "notify::loaded", G_CALLBACK (show_of_agent), box,
                           G_CONNECT_SWAPPED);
  show_of_agent (box, NULL, carer);
  return box;
}

void
ent_carer_groups_add (EntRecordPage *page)
{
  ent_record_page_add_later (page, make_shifts);
  ent_record_page_add_later (page, make_qualifications);
  ent_record_page_add_later (page, make_of_agent);
}
