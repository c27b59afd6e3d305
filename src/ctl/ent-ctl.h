/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands of entraidectl share: arguments, passphrases, opening a register, saying what
 * went wrong. One thread. */

#pragma once

#include "ent-exchange.h"
#include "ent-register.h"

G_BEGIN_DECLS

/* Exit codes. */
#define ENT_CTL_OK 0
#define ENT_CTL_FAILED 1
#define ENT_CTL_USAGE 2

typedef struct
{
  const char *name;
  const char *arguments; /* "FILE TARGET", as the help shows them */
  const char *summary; /* N_() */
  int (*run) (int argc, char **argv);
} EntCtlCommand;

/* Ends with a name of NULL. */
extern const EntCtlCommand ent_ctl_commands[];

/* clang-format off */
#define ENT_CTL_PASSPHRASE(variable) \
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &(variable), \
    N_("Read the passphrase from the first line of a file, or of standard input for “-”"), \
    N_("FILE") }
/* clang-format on */

/* Parses the options of a command; what remains is given in @words (transfer full). FALSE after
 * saying what is wrong, when there are fewer than @least or more than @most words. */
gboolean ent_ctl_parse (const char *name,
                        const GOptionEntry *entries,
                        int argc,
                        char **argv,
                        guint least,
                        guint most,
                        char ***words);

/* Says the sentence and returns the exit code. */
int ent_ctl_fail (GError *error);
int ent_ctl_misused (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The passphrase from a file, or typed without echo; transfer full. @twice for a new one. */
char *ent_ctl_read_passphrase (const char *file, gboolean twice, GError **error);

/* Opens a register, asking for its passphrase when it needs one; the connection is the caller's. */
EntRegister *ent_ctl_open (const char *path,
                           const char *passphrase_file,
                           EntRegisterFlags flags,
                           EntDb **db,
                           GError **error);

/* The same, only to read, when what is asked needs all tables: a register that was not brought up
 * to date yet is refused. */
EntRegister *ent_ctl_open_current (const char *path,
                                   const char *passphrase_file,
                                   EntDb **db,
                                   GError **error);

/* An EntProgressFunc: shows how far it is on a terminal, nothing elsewhere. The data is the word to
 * show. ent_ctl_progress_end() clears the line. */
void ent_ctl_progress (guint64 done, guint64 total, gpointer word);
void ent_ctl_progress_end (void);

/* Writes to a file that only its owner can read, or to standard output when @path is NULL. */
gboolean ent_ctl_save (gconstpointer data, gsize length, const char *path, GError **error);

/* The schema of a table; NULL after saying that there is none. */
const EntSchema *ent_ctl_schema (const char *table);

int ent_ctl_init (int argc, char **argv);
int ent_ctl_demo (int argc, char **argv);
int ent_ctl_import (int argc, char **argv);
int ent_ctl_export (int argc, char **argv);
int ent_ctl_search (int argc, char **argv);
int ent_ctl_verify (int argc, char **argv);
int ent_ctl_backup (int argc, char **argv);
int ent_ctl_tables (int argc, char **argv);
int ent_ctl_print (int argc, char **argv);
int ent_ctl_check_document (int argc, char **argv);
int ent_ctl_plan (int argc, char **argv);
int ent_ctl_calc (int argc, char **argv);

G_END_DECLS
