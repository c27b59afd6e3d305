/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One signature as a row that unfolds. Main thread. */

#include "ent-signature-row.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

static void
add_fact (AdwExpanderRow *row, const char *label, const char *text)
{
  GtkWidget *fact;

  if (text == NULL || *text == '\0')
    return;
  fact = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (fact), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fact), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (fact), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (fact), TRUE);
  gtk_widget_add_css_class (fact, "property");
  adw_expander_row_add_row (row, fact);
}

static char *
stamp_text (gint64 seconds)
{
  return seconds != 0 ? ent_stamp_format (seconds * G_USEC_PER_SEC) : NULL;
}

static void
add_time (AdwExpanderRow *row, const EntSignature *signature)
{
  g_autofree char *claimed = stamp_text (signature->claimed);
  g_autofree char *stamped = stamp_text (signature->stamped);
  g_autofree char *by = NULL;

  if (stamped != NULL)
    /* Translators: a time, and the time-stamp authority that vouches for it */
    by = g_strdup_printf (signature->stamp_trusted ? _ ("%s, by %s")
                                                   : _ ("%s, by %s, whom this office does not "
                                                        "trust"),
                          stamped, signature->stamped_by != NULL ? signature->stamped_by : "?");
  add_fact (row, _ ("Signed at, by the signer’s own clock"), claimed);
  add_fact (row, _ ("Time-stamped at"), by);
}

static void
add_certificate (AdwExpanderRow *row, const EntCertificate *certificate)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *period = NULL;

  if (certificate == NULL)
    return;
  from = ent_day_format (ent_stamp_day (certificate->not_before * G_USEC_PER_SEC), ENT_DAY_NUMERIC);
  to = ent_day_format (ent_stamp_day (certificate->not_after * G_USEC_PER_SEC), ENT_DAY_NUMERIC);
  period = g_strdup_printf (_ ("%s to %s"), from, to);
  add_fact (row, _ ("Certificate of"), certificate->subject);
  add_fact (row, _ ("Issued by"), certificate->issuer);
  add_fact (row, _ ("Valid"), period);
  add_fact (row, _ ("Serial number"), certificate->serial);
}

static const char *
afterwards (const EntSignature *signature)
{
  if (signature->covers_all)
    return _ ("Nothing: the signature covers the whole file.");
  switch (signature->verdict)
    {
    case ENT_VERDICT_VALID:
    case ENT_VERDICT_EXPIRED:
    case ENT_VERDICT_UNKNOWN_CERTIFICATE:
      return _ ("Only further signatures were added.");
    case ENT_VERDICT_APPENDED:
    case ENT_VERDICT_ALTERED:
    case ENT_VERDICT_BROKEN:
    default:
      return ent_signature_explain (signature);
    }
}

static GtkWidget *
icon_new (EntVerdict verdict)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [ENT_VERDICT_VALID] = { "object-select-symbolic", "success" },
    [ENT_VERDICT_EXPIRED] = { "dialog-warning-symbolic", "warning" },
    [ENT_VERDICT_UNKNOWN_CERTIFICATE] = { "dialog-question-symbolic", "warning" },
    [ENT_VERDICT_APPENDED] = { "dialog-error-symbolic", "error" },
    [ENT_VERDICT_ALTERED] = { "dialog-error-symbolic", "error" },
    [ENT_VERDICT_BROKEN] = { "dialog-error-symbolic", "error" },
  };
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[verdict].icon);

  gtk_widget_add_css_class (icon, looks[verdict].css_class);
  return icon;
}

GtkWidget *
ent_signature_row_new (const EntSignature *signature)
{
  GtkWidget *row = adw_expander_row_new ();
  const char *who = signature->certificate != NULL ? signature->certificate->subject
                                                   : signature->name;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 who != NULL && *who != '\0' ? who : _ ("Unknown signer"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), ent_signature_explain (signature));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon_new (signature->verdict));
  add_time (ADW_EXPANDER_ROW (row), signature);
  add_certificate (ADW_EXPANDER_ROW (row), signature->certificate);
  add_fact (ADW_EXPANDER_ROW (row), _ ("Reason"), signature->reason);
  add_fact (ADW_EXPANDER_ROW (row), _ ("Place"), signature->location);
  add_fact (ADW_EXPANDER_ROW (row), _ ("After the signature"), afterwards (signature));
  return row;
}
