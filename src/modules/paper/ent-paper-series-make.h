/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of a series, without a window. Thread of the connection. */

#pragma once

#include "ent-apply.h"
#include "ent-paper-request.h"
#include "ent-paper-series-query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether each line can be made: fills problem, and leaves out who is dead and whoever cannot get
 * it. What @model does not answer is proposed for each person. @permille is set meanwhile; may be
 * NULL. FALSE when the register cannot be read. */
gboolean ent_paper_series_check (EntDb *db,
                                 const EntPaperRequest *model,
                                 GPtrArray *lines,
                                 int *permille,
                                 GCancellable *cancellable,
                                 GError **error);
/* Issues for one line inside an act, and notes id and number in it. */
gboolean ent_paper_series_issue_in (EntApply *apply,
                                    const EntPaperRequest *model,
                                    EntSeriesLine *line,
                                    GError **error);
/* The same as an act of its own; FALSE with the line's problem set. */
gboolean ent_paper_series_issue (EntDb *db, const EntPaperRequest *model, EntSeriesLine *line);
/* What @model asks for one person. Transfer full. */
EntPaperRequest *ent_paper_series_request (EntDb *db,
                                           const EntPaperRequest *model,
                                           gint64 subject_id);
/* The files of what was issued, as they are to be printed: (element-type GBytes), transfer full. */
GPtrArray *ent_paper_series_files (EntDb *db, GPtrArray *lines, GError **error);
/* Addresses for labels: (element-type GStrv), transfer full. Who has none is passed over. */
GPtrArray *ent_paper_series_labels (EntDb *db,
                                    GPtrArray *lines,
                                    gint32 day,
                                    const char *language,
                                    GError **error);

G_END_DECLS
