/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the official address files, line by line: they have millions. Thread of the import. */
#include "ent-address-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-csv.h"
#include "ent-geo.h"
#include "ent-roads-error.h"
#include "ent-text.h"

#define LINE_BYTES 16384
#define STEP_LINES 8192

typedef enum
{
  COLUMN_LAT,
  COLUMN_LON,
  COLUMN_NUMBER,
  COLUMN_POSTCODE,
  COLUMN_STREET_FR,
  COLUMN_STREET_NL,
  COLUMN_STREET_DE,
  COLUMN_STREET_ID,
  COLUMN_POST_FR,
  COLUMN_POST_NL,
  COLUMN_POST_DE,
  COLUMN_TOWN_FR,
  COLUMN_TOWN_NL,
  COLUMN_TOWN_DE,
  COLUMN_REGION,
  COLUMN_STATUS,
  N_COLUMNS
} Column;

/* As the header is folded. The names changed over the years. */
static const struct
{
  const char *name;
  Column column;
} column_names[] = {
  { "epsg 4326 lat", COLUMN_LAT },
  { "lat", COLUMN_LAT },
  { "latitude", COLUMN_LAT },
  { "epsg 4326 lon", COLUMN_LON },
  { "lon", COLUMN_LON },
  { "longitude", COLUMN_LON },
  { "house number", COLUMN_NUMBER },
  { "housenumber", COLUMN_NUMBER },
  { "postcode", COLUMN_POSTCODE },
  { "post code", COLUMN_POSTCODE },
  { "postal code", COLUMN_POSTCODE },
  { "streetname fr", COLUMN_STREET_FR },
  { "street name fr", COLUMN_STREET_FR },
  { "streetname nl", COLUMN_STREET_NL },
  { "street name nl", COLUMN_STREET_NL },
  { "streetname de", COLUMN_STREET_DE },
  { "street name de", COLUMN_STREET_DE },
  { "street id", COLUMN_STREET_ID },
  { "streetname id", COLUMN_STREET_ID },
  { "postname fr", COLUMN_POST_FR },
  { "postname nl", COLUMN_POST_NL },
  { "postname de", COLUMN_POST_DE },
  { "municipality name fr", COLUMN_TOWN_FR },
  { "municipality name nl", COLUMN_TOWN_NL },
  { "municipality name de", COLUMN_TOWN_DE },
  { "region code", COLUMN_REGION },
  { "status", COLUMN_STATUS },
  { "address status", COLUMN_STATUS },
};

typedef struct
{
  EntAddressBook *book;
  EntAddressCsvReport *report;
  char separator;
  guint n_fields;
  int columns[N_COLUMNS]; /* -1: not there */
  GPtrArray *fields;
  GHashTable *streets; /* id and postcode -> number + 1 */
  GString *key;
  char *last_key;
  guint32 last_street;
  EntHouseNumber last_number;
} Reading;

static const char *
field (const Reading *self, Column column)
{
  int at = self->columns[column];
  const char *text = at >= 0 ? g_ptr_array_index (self->fields, (guint) at) : "";

  while (*text == ' ')
    text++;
  return text;
}

static const char *
field_or_null (const Reading *self, Column column)
{
  const char *text = field (self, column);

  return *text != '\0' ? text : NULL;
}

/* Dutch first in Flanders, German where it is all there is. */
static EntAddressNames
read_names (const Reading *self, Column first)
{
  EntAddressNames names = { NULL, field_or_null (self, first), field_or_null (self, first + 1),
                            field_or_null (self, first + 2) };
  gboolean dutch = g_ascii_strcasecmp (field (self, COLUMN_REGION), "BE-VLG") == 0;

  names.name = dutch && names.nl != NULL ? names.nl : names.fr;
  if (names.name == NULL)
    names.name = names.nl != NULL ? names.nl : names.de;
  return names;
}

static guint32
add_place (Reading *self, const char *postcode)
{
  EntAddressNames town = read_names (self, COLUMN_TOWN_FR);
  EntAddressPlace place = { read_names (self, COLUMN_POST_FR), NULL, postcode,
                            ENT_ADDRESS_KIND_POST };
  g_autofree char *others = g_strjoin ("\n", town.fr != NULL ? town.fr : "",
                                       town.nl != NULL ? town.nl : "",
                                       town.de != NULL ? town.de : "", NULL);

  if (place.names.name == NULL)
    place.names = town;
  else
    place.municipality = others;
  if (place.names.name == NULL)
    place.names.name = postcode;
  return ent_address_book_add_place (self->book, &place);
}

static guint32
find_street (Reading *self, const EntAddressNames *names, const char *postcode)
{
  const char *id = field_or_null (self, COLUMN_STREET_ID);
  guint32 known;

  g_string_assign (self->key, postcode);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, id != NULL ? id : names->name);
  /* The post's name is in the key, since one postcode may have several. */
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, field (self, COLUMN_POST_FR));
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, field (self, COLUMN_POST_NL));
  if (self->last_key != NULL && g_str_equal (self->last_key, self->key->str))
    return self->last_street;

  self->last_number = (EntHouseNumber) { 0, 0, "" };
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->streets, self->key->str));
  if (known == 0)
    {
      known = ent_address_book_add_street (self->book, names, add_place (self, postcode)) + 1;
      g_hash_table_insert (self->streets, g_strdup (self->key->str), GUINT_TO_POINTER (known));
    }
  g_set_str (&self->last_key, self->key->str);
  self->last_street = known - 1;
  return self->last_street;
}

/* Some exports write a decimal comma. */
static gboolean
read_degrees (const char *text, double *degrees)
{
  char plain[32];
  char *end;

  if (*text == '\0' || g_strlcpy (plain, text, sizeof plain) >= sizeof plain)
    return FALSE;
  g_strdelimit (plain, ",", '.');
  *degrees = g_ascii_strtod (plain, &end);
  while (*end == ' ')
    end++;
  return *end == '\0';
}

static gboolean
read_point (const Reading *self, EntE7 *place)
{
  EntPoint point;

  if (!read_degrees (field (self, COLUMN_LAT), &point.latitude) ||
      !read_degrees (field (self, COLUMN_LON), &point.longitude) || !ent_point_is_valid (point) ||
      (point.latitude == 0.0 && point.longitude == 0.0))
    return FALSE;
  *place = ent_e7_from_point (point);
  return TRUE;
}

static gboolean
is_postcode (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n >= 4 && n <= 5 && text[n] == '\0';
}

static EntAddressCsvReason
take_fields (Reading *self)
{
  EntAddressNames names = read_names (self, COLUMN_STREET_FR);
  const char *postcode = field (self, COLUMN_POSTCODE);
  const char *status = field (self, COLUMN_STATUS);
  EntHouse house;
  guint32 street;

  if (*status != '\0' && g_ascii_strcasecmp (status, "current") != 0)
    {
      self->report->n_passed++;
      return ENT_ADDRESS_CSV_FINE;
    }
  if (names.name == NULL)
    return ENT_ADDRESS_CSV_STREET;
  if (!is_postcode (postcode))
    return ENT_ADDRESS_CSV_POSTCODE;
  if (!ent_house_number_parse (field (self, COLUMN_NUMBER), &house.number, NULL))
    return ENT_ADDRESS_CSV_NUMBER;
  if (!read_point (self, &house.place))
    return ENT_ADDRESS_CSV_POINT;

  street = find_street (self, &names, postcode);
  if (ent_house_number_compare (&house.number, &self->last_number) == 0)
    {
      self->report->n_passed++;
      return ENT_ADDRESS_CSV_FINE;
    }
  self->last_number = house.number;
  ent_address_book_add_house (self->book, street, &house);
  self->report->n_taken++;
  return ENT_ADDRESS_CSV_FINE;
}

static EntAddressCsvReason
take_line (Reading *self, const char *line, gsize length)
{
  g_autoptr(EntCsvReader) reader = NULL;
  g_autoptr(GPtrArray) fields = NULL;
  g_autoptr(GError) error = NULL;
  EntAddressCsvReason reason;

  if (length > LINE_BYTES)
    return ENT_ADDRESS_CSV_TOO_LONG;
  reader = ent_csv_reader_new (line, length, self->separator);
  if (!ent_csv_reader_next (reader, &fields, &error))
    return g_error_matches (error, ENT_CSV_ERROR, ENT_CSV_ERROR_ENCODING) ? ENT_ADDRESS_CSV_ENCODING
                                                                          : ENT_ADDRESS_CSV_QUOTE;
  if (fields->len != self->n_fields)
    return ENT_ADDRESS_CSV_FIELDS;

  self->fields = fields;
  reason = take_fields (self);
  self->fields = NULL;
  return reason;
}

static void
note_bad (EntAddressCsvReport *report, guint64 line, EntAddressCsvReason reason)
{
  report->n_bad++;
  report->n_by_reason[reason]++;
  if (report->n_kept < ENT_ADDRESS_CSV_KEPT)
    report->kept[report->n_kept++] = (EntAddressCsvBad) { line, reason };
}

static gboolean
fail_foreign (const char *name, const char *missing, GError **error)
{
  g_set_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN,
               _ ("“%s” is not a file of official addresses: the column %s is missing."), name,
               missing);
  return FALSE;
}

static gboolean
has_any (const Reading *self, Column from, Column to)
{
  for (Column i = from; i <= to; i++)
    {
      if (self->columns[i] >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_columns (const Reading *self, const char *name, GError **error)
{
  if (self->columns[COLUMN_NUMBER] < 0)
    return fail_foreign (name, "house_number", error);
  if (self->columns[COLUMN_POSTCODE] < 0)
    return fail_foreign (name, "postcode", error);
  if (!has_any (self, COLUMN_STREET_FR, COLUMN_STREET_DE))
    return fail_foreign (name, "streetname_fr", error);
  if (self->columns[COLUMN_LAT] < 0)
    return fail_foreign (name, "EPSG:4326_lat", error);
  if (self->columns[COLUMN_LON] < 0)
    return fail_foreign (name, "EPSG:4326_lon", error);
  return TRUE;
}

static gboolean
read_header (Reading *self,
             const EntAddressCsvFile *file,
             const char *line,
             gsize length,
             GError **error)
{
  g_autoptr(EntCsvReader) reader = NULL;
  g_autoptr(GPtrArray) header = NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = -1;
  reader = ent_csv_reader_new (line, MIN (length, LINE_BYTES), '\0');
  if (!ent_csv_reader_next (reader, &header, NULL))
    {
      g_set_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN,
                   _ ("“%s” is not a file of official addresses: it does not begin with a line "
                      "of column names in the UTF-8 encoding."),
                   file->name);
      return FALSE;
    }

  self->separator = ent_csv_reader_separator (reader);
  self->n_fields = header->len;
  for (guint i = 0; i < header->len; i++)
    {
      g_autofree char *folded = ent_text_fold (g_ptr_array_index (header, i));

      for (guint j = 0; j < G_N_ELEMENTS (column_names); j++)
        {
          if (g_str_equal (folded, column_names[j].name) &&
              self->columns[column_names[j].column] < 0)
            self->columns[column_names[j].column] = (int) i;
        }
    }
  return check_columns (self, file->name, error);
}

static gsize
line_length (const char *p, const char *end)
{
  const char *stop = memchr (p, '\n', (gsize) (end - p));

  return (gsize) ((stop != NULL ? stop : end) - p);
}

static gboolean
read_lines (Reading *self, const EntAddressCsvFile *file, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (file->bytes, &size);
  const char *end = data + size;
  guint64 line = 1;
  gsize length = size > 0 ? line_length (data, end) : 0;

  if (!read_header (self, file, data, length, error))
    return FALSE;
  for (const char *p = data + length + 1; p < end; p += length + 1)
    {
      gsize used;
      EntAddressCsvReason reason;

      line++;
      used = length = line_length (p, end);
      if (used > 0 && p[used - 1] == '\r')
        used--;
      if (used == 0)
        continue;
      if (line % STEP_LINES == 0 && file->step != NULL &&
          !file->step ((double) (p - data) / size, file->data, error))
        return FALSE;
      self->report->n_lines++;
      reason = take_line (self, p, used);
      if (reason != ENT_ADDRESS_CSV_FINE)
        note_bad (self->report, line, reason);
    }
  return TRUE;
}

gboolean
ent_address_csv_read (const EntAddressCsvFile *file,
                      EntAddressBook *book,
                      EntAddressCsvReport *report,
                      GError **error)
{
  Reading reading = { .book = book, .report = report };
  gboolean fine;

  reading.streets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.key = g_string_new (NULL);
  fine = read_lines (&reading, file, error);

  g_string_free (reading.key, TRUE);
  g_free (reading.last_key);
  g_hash_table_unref (reading.streets);
  return fine;
}

const char *
ent_address_csv_reason_text (EntAddressCsvReason reason)
{
  switch (reason)
    {
    case ENT_ADDRESS_CSV_ENCODING:
      return _ ("The text is not in the UTF-8 encoding.");
    case ENT_ADDRESS_CSV_QUOTE:
      return _ ("A quotation mark does not close.");
    case ENT_ADDRESS_CSV_TOO_LONG:
      return _ ("The line is too long.");
    case ENT_ADDRESS_CSV_FIELDS:
      return _ ("The line has not as many fields as the header.");
    case ENT_ADDRESS_CSV_STREET:
      return _ ("The street has no name.");
    case ENT_ADDRESS_CSV_NUMBER:
      return _ ("The house number cannot be read.");
    case ENT_ADDRESS_CSV_POSTCODE:
      return _ ("The postcode cannot be read.");
    case ENT_ADDRESS_CSV_POINT:
      return _ ("There are no coordinates.");
    case ENT_ADDRESS_CSV_FINE:
    case ENT_ADDRESS_CSV_N_REASONS:
    default:
      return "";
    }
}
