/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The wide dialog of templates. It asks before it goes with something unsaved in it. Main thread.
 */

#include "ent-templates-dialog.h"

#include "ent-template-page.h"
#include "ent-templates-page.h"

#include <glib/gi18n-lib.h>

#define WIDTH 1320
#define HEIGHT 900

static EntTemplatePage *
unsaved_page (AdwDialog *dialog)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_dialog_get_child (dialog));
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (view);

  if (!ENT_IS_TEMPLATE_PAGE (page) || !ent_template_page_is_unsaved (ENT_TEMPLATE_PAGE (page)))
    return NULL;
  return ENT_TEMPLATE_PAGE (page);
}

static void
answered_cb (AdwAlertDialog *alert, const char *response, AdwDialog *dialog)
{
  EntTemplatePage *page = unsaved_page (dialog);

  if (g_str_equal (response, "cancel"))
    return;
  if (g_str_equal (response, "discard") && page != NULL)
    ent_template_page_discard (page);
  adw_dialog_force_close (dialog);
}

static void
close_attempt_cb (AdwDialog *dialog)
{
  AdwDialog *alert;

  if (unsaved_page (dialog) == NULL)
    {
      adw_dialog_force_close (dialog);
      return;
    }
  alert = adw_alert_dialog_new (_ ("The text is not saved"),
                                _ ("It can be kept until this register is closed: it is there "
                                   "again when the template is opened."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Go on writing"),
                                  "discard", _ ("_Discard"), "keep", _ ("_Keep for later"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), dialog, 0);
  adw_dialog_present (alert, GTK_WIDGET (dialog));
}

static AdwDialog *
make_dialog (AdwNavigationPage *page, const char *title)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, WIDTH);
  adw_dialog_set_content_height (dialog, HEIGHT);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_can_close (dialog, FALSE);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  return dialog;
}

void
ent_templates_dialog_present (GtkWidget *parent, EntStore *store)
{
  adw_dialog_present (make_dialog (ent_templates_page_new (store), _ ("Templates")), parent);
}

AdwDialog *
ent_templates_dialog_present_kind (GtkWidget *parent,
                                   EntStore *store,
                                   const EntDocumentKind *kind,
                                   EntPaperLanguage language)
{
  AdwDialog *dialog = make_dialog (ent_template_page_new (store, kind, language), _ (kind->title));

  adw_dialog_present (dialog, parent);
  return dialog;
}
