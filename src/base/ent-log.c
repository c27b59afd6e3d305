/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log: the last lines are kept for a bug report, without personal data. Any thread. */
#include "ent-log.h"

#include <string.h>

/* Guards the ring: next is where the coming line goes. */
static GMutex lock;
static char *lines[ENT_LOG_LINES];
static guint next;

/* What is taken out of a line, in this order: e-mail addresses; paths of files (not those of our
 * own resources) up to a quote, a colon or the end, since folders may be named after people and
 * hold blanks; numbers of six digits or more, also grouped. */
static const struct
{
  const char *pattern;
  const char *instead;
} personal[] = {
  { "[^\\s<>\"'(),;]+@[^\\s<>\"'(),;]+", "(e-mail)" },
  { "(?:file://|(?<![\\w/.]))/(?!org/|/)[^\"”’'»\\n:]*|~/"
    "[^\"”’'»\\n:]*|\\b[A-Za-z]:\\\\[^\"”’'»\\n:]*",
    "(path)" },
  { "\\d(?:[\\s./\\-\\x{00a0}\\x{202f}\\x{2011}]{0,2}\\d){5,}", "(number)" },
};

static GRegex *
get_regex (gsize i)
{
  static GRegex *compiled[G_N_ELEMENTS (personal)];

  if (g_once_init_enter_pointer (&compiled[i]))
    {
      GRegex *regex = g_regex_new (personal[i].pattern, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT,
                                   NULL);

      g_assert (regex != NULL);
      g_once_init_leave_pointer (&compiled[i], regex);
    }
  return compiled[i];
}

char *
ent_log_scrub (const char *text)
{
  char *clean = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      g_autofree char *before = clean;

      clean = g_regex_replace_literal (get_regex (i), before, -1, 0, personal[i].instead,
                                       G_REGEX_MATCH_DEFAULT, NULL);
      /* A line that cannot be searched may hold anything. */
      if (clean == NULL)
        clean = g_strdup ("(line left out)");
    }
  return clean;
}

static void
keep_line (const char *level, const char *domain, const char *message)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  char *line = g_strdup_printf ("%02d:%02d:%02d %s %s: %s", g_date_time_get_hour (now),
                                g_date_time_get_minute (now), g_date_time_get_second (now), level,
                                domain, message);

  g_mutex_lock (&lock);
  g_free (lines[next % ENT_LOG_LINES]);
  lines[next % ENT_LOG_LINES] = line;
  next++;
  g_mutex_unlock (&lock);
}

void
ent_log_event (const char *area, const char *event, gint64 number)
{
  g_autofree char *message = g_strdup_printf ("%s = %" G_GINT64_FORMAT, event, number);

  keep_line ("event", area, message);
}

static const char *
level_name (GLogLevelFlags level)
{
  if (level & G_LOG_LEVEL_ERROR)
    return "error";
  if (level & G_LOG_LEVEL_CRITICAL)
    return "critical";
  if (level & G_LOG_LEVEL_WARNING)
    return "warning";
  if (level & G_LOG_LEVEL_MESSAGE)
    return "message";
  if (level & G_LOG_LEVEL_INFO)
    return "info";
  return "debug";
}

static char *
get_field (const GLogField *fields, gsize n_fields, const char *key)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (strcmp (fields[i].key, key) != 0)
        continue;
      if (fields[i].length < 0)
        return g_strdup (fields[i].value);
      return g_strndup (fields[i].value, (gsize) fields[i].length);
    }
  return NULL;
}

/* The terminal and the journal get what we keep ourselves, no more. */
static GLogWriterOutput
write_scrubbed (GLogLevelFlags level,
                const GLogField *fields,
                gsize n_fields,
                const char *message,
                gpointer data)
{
  g_autofree GLogField *copy = g_memdup2 (fields, n_fields * sizeof *fields);
  g_autofree char *clean = message != NULL ? ent_log_scrub (message) : NULL;

  for (gsize i = 0; i < n_fields; i++)
    if (clean != NULL && g_str_equal (copy[i].key, "MESSAGE"))
      {
        copy[i].value = clean;
        copy[i].length = -1;
      }
  return g_log_writer_default (level, copy, n_fields, data);
}

static GLogWriterOutput
write_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_autofree char *domain = get_field (fields, n_fields, "GLIB_DOMAIN");
  g_autofree char *message = get_field (fields, n_fields, "MESSAGE");
  gboolean ours = domain != NULL && g_ascii_strncasecmp (domain, "ent", 3) == 0;
  gboolean chatter = (level & (G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG)) != 0;

  /* The chatter of libraries would push our own lines out. */
  if (message != NULL && (ours || !chatter))
    {
      g_autofree char *clean = ent_log_scrub (message);

      keep_line (level_name (level), domain != NULL ? domain : "-", clean);
    }
  return write_scrubbed (level, fields, n_fields, message, data);
}

void
ent_log_install (void)
{
  static gsize installed;

  if (g_once_init_enter (&installed))
    {
      g_log_set_writer_func (write_log_cb, NULL, NULL);
      g_once_init_leave (&installed, 1);
    }
}

char *
ent_log_dump (void)
{
  GString *out = g_string_new (NULL);

  g_mutex_lock (&lock);
  for (guint i = next > ENT_LOG_LINES ? next - ENT_LOG_LINES : 0; i < next; i++)
    {
      g_string_append (out, lines[i % ENT_LOG_LINES]);
      g_string_append_c (out, '\n');
    }
  g_mutex_unlock (&lock);
  return g_string_free_and_steal (out);
}

void
ent_log_clear (void)
{
  g_mutex_lock (&lock);
  for (guint i = 0; i < ENT_LOG_LINES; i++)
    g_clear_pointer (&lines[i], g_free);
  next = 0;
  g_mutex_unlock (&lock);
}
