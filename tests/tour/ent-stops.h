/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stops of the tour, in the order of the walk. Main thread. */

#pragma once

#include "ent-driver-hand.h"
#include "ent-driver.h"

G_BEGIN_DECLS

/* The size of the window in the pictures. */
#define ENT_TOUR_WIDTH 1280
#define ENT_TOUR_HEIGHT 800

/* Whom the stops look at: chosen in the list, and kept to the end. The last two are patterns. */
typedef struct
{
  char *last_name;
  char *first_names;
  char *name;
  char *in_list;
  char *in_table;
} EntTourPerson;

/* Known from the stop of the list on. */
const EntTourPerson *ent_tour_person (void);

/* The attestation that the tour issues: what stands at its foot. */
typedef struct
{
  char *number;
  char *code;
} EntTourDocument;

/* Known from the stop of the attestation on. */
const EntTourDocument *ent_tour_document (void);

void ent_stop_first_start (EntDriver *driver);
void ent_stop_demo (EntDriver *driver);
void ent_stop_list (EntDriver *driver);
void ent_stop_search (EntDriver *driver);
void ent_stop_person (EntDriver *driver);
void ent_stop_wrong_number (EntDriver *driver);
void ent_stop_undo (EntDriver *driver);
void ent_stop_history (EntDriver *driver);
void ent_stop_household (EntDriver *driver);
void ent_stop_new_person (EntDriver *driver);
void ent_stop_trash (EntDriver *driver);
void ent_stop_filter (EntDriver *driver);
void ent_stop_search_everything (EntDriver *driver);
void ent_stop_blur (EntDriver *driver);
void ent_stop_attestation (EntDriver *driver);
void ent_stop_preview (EntDriver *driver);
void ent_stop_template (EntDriver *driver);
void ent_stop_signature (EntDriver *driver);
void ent_stop_verification (EntDriver *driver);
void ent_stop_series (EntDriver *driver);
void ent_stop_region (EntDriver *driver);
void ent_stop_map (EntDriver *driver);
void ent_stop_way (EntDriver *driver);
void ent_stop_locate (EntDriver *driver);
void ent_stop_home_care (EntDriver *driver);
void ent_stop_rounds (EntDriver *driver);
void ent_stop_absence (EntDriver *driver);
void ent_stop_day (EntDriver *driver);
void ent_stop_sheet (EntDriver *driver);
void ent_stop_month (EntDriver *driver);
void ent_stop_keyboard_help (EntDriver *driver);
void ent_stop_preferences (EntDriver *driver);
void ent_stop_dark (EntDriver *driver);
void ent_stop_narrow (EntDriver *driver);
void ent_stop_about (EntDriver *driver);
void ent_stop_close (EntDriver *driver);

G_END_DECLS
