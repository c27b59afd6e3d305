/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for requests and what belongs to them. Pure functions on records, any thread. */

#pragma once

#include "ent-issues.h"
#include "ent-request-event.h"
#include "ent-request-piece.h"
#include "ent-request-step.h"
#include "ent-request.h"

G_BEGIN_DECLS

/* Tidies a draft, and derives whether it is open. */
void ent_request_prepare (EntRequest *self);
void ent_request_check (EntRequest *self, EntIssues *issues);
void ent_request_event_check (EntRequestEvent *self, EntIssues *issues);
void ent_request_piece_check (EntRequestPiece *self, EntIssues *issues);
/* @steps: (element-type EntRequestStep), those of the same request, itself perhaps among them. */
void ent_request_check_step (GPtrArray *steps, EntRequestStep *self, EntIssues *issues);

/* Whether something is still to be done: neither ended, nor executed, nor refused and notified. */
gboolean ent_request_is_open (EntRequest *self);
/* The step that comes next; 0 when there is none. */
EntRequestStage ent_request_next_step (EntRequest *self);
/* "2026/00042"; transfer full. */
char *ent_request_format_number (int year, int sequence);

G_END_DECLS
