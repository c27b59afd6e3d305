/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A region that was made earlier, as its readers see it. Any thread. */
#include "ent-region-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "ent-roads-error.h"

struct _EntRegion
{
  char *path;
  gint64 size;
  int format;
  GHashTable *facts; /* key → text */
  EntBox box;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_BOXED_TYPE (EntRegion, ent_region, ent_region_ref, ent_region_unref)

gboolean
ent_region_fail (sqlite3 *db, GError **error)
{
  int code = sqlite3_errcode (db) & 0xff;
  int reason = sqlite3_system_errno (db);

  if (code == SQLITE_FULL ||
      (code == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)))
    g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FULL,
                         _ ("The disk is full. Make room, then try again."));
  else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED,
                         _ ("The region is damaged. Import the extract again."));
  else if (code == SQLITE_READONLY || code == SQLITE_PERM || code == SQLITE_CANTOPEN)
    g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_UNWRITABLE,
                         _ ("The region or its folder cannot be opened. Check the rights on "
                            "them."));
  else
    g_set_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FAILED,
                 _ ("The region could not be read or written (%s)."), sqlite3_errmsg (db));
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED,
                       _ ("The region is damaged. Import the extract again."));
  return FALSE;
}

static gboolean
fail_foreign (GError **error)
{
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN,
                       _ ("This file is not a region of Entraide. Import an OpenStreetMap extract "
                          "to make one."));
  return FALSE;
}

static int
read_pragma (sqlite3 *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_ROW)
    return -1;
  return sqlite3_column_int (statement, 0);
}

static gboolean
check_kind (EntRegion *self, sqlite3 *db, GError **error)
{
  int application = read_pragma (db, "PRAGMA application_id");

  if (application == -1)
    return ent_region_fail (db, error);
  if (application != ENT_REGION_APPLICATION_ID)
    return fail_foreign (error);
  self->format = read_pragma (db, "PRAGMA user_version");
  if (self->format > ENT_REGION_FORMAT)
    {
      g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_NEWER,
                           _ ("The region was made by a newer version of Entraide. Update the "
                              "program, or import the extract again."));
      return FALSE;
    }
  if (self->format < ENT_REGION_FORMAT)
    {
      g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_UNSUPPORTED,
                           _ ("The region was made by an older version of Entraide. Import the "
                              "extract again."));
      return FALSE;
    }
  return TRUE;
}

static double
fact_number (EntRegion *self, const char *key, double otherwise)
{
  const char *text = ent_region_get_fact (self, key);

  return text != NULL ? g_ascii_strtod (text, NULL) : otherwise;
}

static gboolean
read_facts (EntRegion *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  EntBox none = ent_box_empty ();
  int code;

  if (sqlite3_prepare_v2 (db, "SELECT key, value FROM meta", -1, &statement, NULL) != SQLITE_OK)
    return ent_region_fail (db, error);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *key = (const char *) sqlite3_column_text (statement, 0);
      const char *value = (const char *) sqlite3_column_text (statement, 1);

      if (key != NULL && value != NULL && g_utf8_validate (value, -1, NULL))
        g_hash_table_insert (self->facts, g_strdup (key), g_strdup (value));
    }
  if (code != SQLITE_DONE)
    return ent_region_fail (db, error);
  if (ent_region_get_fact (self, "name") == NULL || ent_region_get_fact (self, "profile") == NULL)
    return fail_damaged (error);
  self->box = (EntBox) { fact_number (self, "south", none.south),
                         fact_number (self, "west", none.west),
                         fact_number (self, "north", none.north),
                         fact_number (self, "east", none.east) };
  return TRUE;
}

static gboolean
check_file (EntRegion *self, GError **error)
{
  GStatBuf about;

  if (g_stat (self->path, &about) != 0)
    {
      g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_MISSING,
                           _ ("The file of the region is not there any more."));
      return FALSE;
    }
  self->size = about.st_size;
  return S_ISREG (about.st_mode) || fail_foreign (error);
}

/* A file that is no database at all is not a damaged region either. */
static gboolean
is_database (const char *path)
{
  char head[16] = { 0 };
  FILE *file = g_fopen (path, "rb");
  gboolean fine = file != NULL && fread (head, 1, sizeof head, file) == sizeof head;

  if (file != NULL)
    fclose (file);
  return file == NULL || (fine && memcmp (head, "SQLite format 3", sizeof head) == 0);
}

EntRegion *
ent_region_open (const char *path, GError **error)
{
  g_autoptr (EntRegion) self = g_atomic_rc_box_new0 (EntRegion);
  g_autoptr (sqlite3) db = NULL;

  self->path = g_strdup (path);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!check_file (self, error))
    return NULL;
  if (!is_database (path))
    {
      fail_foreign (error);
      return NULL;
    }
  db = ent_region_connect (self, error);
  if (db == NULL || !check_kind (self, db, error) || !read_facts (self, db, error))
    return NULL;
  return g_steal_pointer (&self);
}

EntRegion *
ent_region_ref (EntRegion *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_cb (gpointer data)
{
  EntRegion *self = data;

  g_free (self->path);
  g_hash_table_unref (self->facts);
}

void
ent_region_unref (EntRegion *self)
{
  g_atomic_rc_box_release_full (self, clear_cb);
}

const char *
ent_region_get_path (EntRegion *self)
{
  return self->path;
}

const char *
ent_region_get_name (EntRegion *self)
{
  return ent_region_get_fact (self, "name");
}

EntBox
ent_region_get_box (EntRegion *self)
{
  return self->box;
}

gboolean
ent_region_contains (EntRegion *self, EntPoint point)
{
  return ent_box_contains (self->box, point);
}

static gint64
fact_whole (EntRegion *self, const char *key)
{
  const char *text = ent_region_get_fact (self, key);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

gint64
ent_region_get_map_time (EntRegion *self)
{
  return fact_whole (self, "map-time");
}

gint64
ent_region_get_address_time (EntRegion *self)
{
  return fact_whole (self, "address-time");
}

gint64
ent_region_get_made_time (EntRegion *self)
{
  return fact_whole (self, "made-time");
}

gboolean
ent_region_is_demo (EntRegion *self)
{
  return ent_region_get_fact (self, ENT_REGION_IS_DEMO) != NULL;
}

GStrv
ent_region_dup_attributions (EntRegion *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_strv_builder_add (lines, _ ("© OpenStreetMap contributors (ODbL)"));
  if (ent_region_get_fact (self, "from-" ENT_REGION_FROM_BEST) != NULL)
    g_strv_builder_add (lines, _ ("BeSt Address: ICAR (Wallonia), UrbIS (Brussels), Flanders"));
  return g_strv_builder_end (lines);
}

gint64
ent_region_get_count (EntRegion *self, const char *what)
{
  g_autofree char *key = g_strconcat ("n-", what, NULL);

  return fact_whole (self, key);
}

const char *
ent_region_get_fact (EntRegion *self, const char *key)
{
  return g_hash_table_lookup (self->facts, key);
}

gint64
ent_region_get_size (EntRegion *self)
{
  return self->size;
}

int
ent_region_get_format (EntRegion *self)
{
  return self->format;
}

int
ent_region_get_profile (EntRegion *self)
{
  return (int) fact_whole (self, "profile");
}

/* The file may come from a stranger: what its schema says is not trusted to run anything. */
struct sqlite3 *
ent_region_connect (EntRegion *self, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;

  if (sqlite3_open_v2 (self->path, &db, flags, NULL) != SQLITE_OK)
    {
      ent_region_fail (db, error);
      return NULL;
    }
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_busy_timeout (db, 1000);
  return g_steal_pointer (&db);
}

GBytes *
ent_region_read_blob (EntRegion *self, const char *name, GError **error)
{
  g_autoptr (sqlite3) db = ent_region_connect (self, error);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gconstpointer data;
  gsize size;
  int code;

  if (db == NULL)
    return NULL;
  if (sqlite3_prepare_v2 (db, "SELECT data, sum FROM blob WHERE name = $1", -1, &statement, NULL) !=
      SQLITE_OK)
    {
      ent_region_fail (db, error);
      return NULL;
    }
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      ent_region_fail (db, error);
      return NULL;
    }
  /* An empty piece has no address, which is no reason to miss it. */
  data = code == SQLITE_ROW ? sqlite3_column_blob (statement, 0) : NULL;
  size = data != NULL ? (gsize) sqlite3_column_bytes (statement, 0) : 0;
  if (code == SQLITE_DONE || (gint64) crc32_z (0, size > 0 ? data : (gconstpointer) "", size) !=
                                 sqlite3_column_int64 (statement, 1))
    {
      fail_damaged (error);
      return NULL;
    }
  return g_bytes_new (data, size);
}
