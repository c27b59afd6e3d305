/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes of a tagged PDF drawn by Cairo one that passes PDF/UA-1 and PDF/A-2a: language, metadata,
 * colour, marks on whatever is not content. Any thread. */

#include "ent-pdf-finish.h"

#include <glib/gi18n-lib.h>
#include <lcms2.h>
#include <string.h>

#include "ent-document-kind.h"
#include "ent-pdf-artifacts.h"
#include "ent-pdf-structure.h"
#include "ent-pdf-xmp.h"
#include "ent-qpdf.h"

/* Where the header of a colour profile has its date: 12 bytes, year to second. */
#define PROFILE_DATE 24
#define PROFILE_DATE_SIZE 12

static GBytes *
make_profile (void)
{
  /* 1 January 2000: lcms writes the clock, and the same document must give the same bytes. */
  static const guchar date[PROFILE_DATE_SIZE] = { 0x07, 0xd0, 0, 1, 0, 1 };
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  g_autofree guchar *data = NULL;
  cmsUInt32Number size = 0;

  /* Version 2: what every printer reads. */
  cmsSetProfileVersion (profile, 2.1);
  cmsSaveProfileToMem (profile, NULL, &size);
  data = g_malloc0 (size);
  cmsSaveProfileToMem (profile, data, &size);
  cmsCloseProfile (profile);
  memcpy (data + PROFILE_DATE, date, sizeof date);
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

static GBytes *
get_profile (void)
{
  static GBytes *profile = NULL;

  if (g_once_init_enter_pointer (&profile))
    g_once_init_leave_pointer (&profile, make_profile ());
  return profile;
}

static void
complete_catalog (qpdf_data pdf, const EntPdfInfo *info)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh intent = qpdf_oh_parse (pdf, "<< /Type /OutputIntent /S /GTS_PDFA1"
                                       " /OutputConditionIdentifier (sRGB) /Info (sRGB) >>");
  qpdf_oh profile = ent_qpdf_new_stream (pdf, "<< /N 3 /Alternate /DeviceRGB >>", get_profile ());

  qpdf_oh_replace_key (pdf, intent, "/DestOutputProfile", profile);
  qpdf_oh_replace_key (pdf, root, "/OutputIntents", qpdf_oh_wrap_in_array (pdf, intent));
  ent_qpdf_set_text (pdf, root, "/Lang", info->language);
  ent_qpdf_set (pdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  ent_qpdf_set (pdf, root, "/MarkInfo", "<< /Marked true >>");
}

static void
complete_page (qpdf_data pdf, qpdf_oh page)
{
  qpdf_oh annotations = qpdf_oh_get_key (pdf, page, "/Annots");
  int n_annotations = 0;

  ent_qpdf_set (pdf, page, "/Tabs", "/S");
  if (qpdf_oh_is_array (pdf, annotations))
    n_annotations = qpdf_oh_get_array_n_items (pdf, annotations);
  for (int i = 0; i < n_annotations; i++)
    ent_qpdf_set (pdf, qpdf_oh_get_array_item (pdf, annotations, i), "/F", "4");
}

/* Fonts and images, wherever they are used from. */
static void
complete_object (qpdf_data pdf, qpdf_oh object, const EntPdfInfo *info)
{
  if (qpdf_oh_is_stream (pdf, object))
    {
      qpdf_oh dict = qpdf_oh_get_dict (pdf, object);

      if (qpdf_oh_has_key (pdf, dict, "/Interpolate"))
        ent_qpdf_set (pdf, dict, "/Interpolate", "false");
      if (info->logo != NULL && ent_pdf_image_is_mark (pdf, object))
        ent_pdf_image_replace (info->logo, pdf, object);
    }
  else if (ent_qpdf_has_name (pdf, object, "/Subtype", "/CIDFontType2") &&
           !qpdf_oh_has_key (pdf, object, "/CIDToGIDMap"))
    ent_qpdf_set (pdf, object, "/CIDToGIDMap", "/Identity");
}

static void
complete_parts (qpdf_data pdf, const EntPdfInfo *info)
{
  int n_pages = qpdf_get_num_pages (pdf);
  int n_objects = ent_qpdf_n_objects (pdf);

  for (int i = 0; i < n_pages; i++)
    complete_page (pdf, qpdf_get_page_n (pdf, i));
  for (int i = 1; i < n_objects; i++)
    complete_object (pdf, qpdf_get_object_by_id (pdf, i, 0), info);
}

GBytes *
ent_pdf_finish (GBytes *drawn, const EntPdfInfo *info, GError **error)
{
  g_auto (EntQpdf) pdf = NULL;

  g_return_val_if_fail (drawn != NULL && info != NULL, NULL);
  g_return_val_if_fail (info->language != NULL && *info->language != '\0', NULL);

  pdf = ent_qpdf_open (drawn, error);
  if (pdf == NULL)
    return NULL;
  if (!ent_pdf_artifacts_mark (pdf, error) || !ent_pdf_structure_complete (pdf, info, error))
    return NULL;
  complete_parts (pdf, info);
  complete_catalog (pdf, info);
  ent_pdf_xmp_write (pdf, info);
  return ent_qpdf_write (pdf, error);
}
