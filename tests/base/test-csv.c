/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: decoding, reading, writing, and both together. */
#include "ent-csv.h"

#include <string.h>

/* All records as text: fields between brackets, a line per record. */
static char *
read_all (const char *data, gsize length, char separator, GError **error)
{
  g_autoptr(EntCsvReader) reader = ent_csv_reader_new (data, length, separator);
  GString *out = g_string_new (NULL);
  GPtrArray *fields;

  while (ent_csv_reader_next (reader, &fields, error))
    {
      for (guint i = 0; i < fields->len; i++)
        g_string_append_printf (out, "[%s]", (char *) g_ptr_array_index (fields, i));
      g_string_append_c (out, '\n');
      g_ptr_array_unref (fields);
    }
  g_assert_null (fields);
  return g_string_free_and_steal (out);
}

static void
check_read (const char *data, char separator, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *all = read_all (data, strlen (data), separator, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_reads (void)
{
  check_read ("", ';', "");
  check_read ("a", ';', "[a]\n");
  check_read ("a;b\r\nc;d\r\n", ';', "[a][b]\n[c][d]\n");
  check_read ("a;b\nc;d", ';', "[a][b]\n[c][d]\n");
  check_read ("a;b\rc;d\r", ';', "[a][b]\n[c][d]\n");
  check_read (";;\n", ';', "[][][]\n");
  check_read ("a;", ';', "[a][]\n");
  check_read ("\n\r\n\na\n\n\nb\n\n", ';', "[a]\n[b]\n");
  check_read ("\"\"\n\"\";\"\"\n", ';', "[]\n[][]\n");
  check_read (" a ; b \n", ';', "[ a ][ b ]\n");
  check_read ("\xef\xbb\xbf"
              "a;b\n",
              ';', "[a][b]\n");
  check_read ("é;œ\n", ';', "[é][œ]\n");
  check_read ("\n", ';', "");
}

static void
test_quotes (void)
{
  check_read ("\"a;b\";c\n", ';', "[a;b][c]\n");
  check_read ("\"a\nb\";c\n", ';', "[a\nb][c]\n");
  check_read ("\"a\r\nb\"\r\n", ';', "[a\r\nb]\n");
  check_read ("\"say \"\"no\"\"\";x\n", ';', "[say \"no\"][x]\n");
  check_read ("\"\"\"\"\n", ';', "[\"]\n");
  check_read ("\"\"\"a\"\"\"", ';', "[\"a\"]\n");
  check_read ("a\"b;c\"\n", ';', "[a\"b][c\"]\n");
  check_read ("\"a\"  ;b\n", ';', "[a][b]\n");
  check_read ("\"a\"", ';', "[a]\n");
  check_read ("\";\"\";\"", ';', "[;\";]\n");
}

static void
check_error (const char *data, gsize length, int code, const char *line)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *all = read_all (data, length, ';', &error);

  g_assert_error (error, ENT_CSV_ERROR, code);
  g_assert_nonnull (strstr (error->message, line));
}

static void
test_errors_tell_the_line (void)
{
  check_error ("a\nb;\"c\nd\ne", 10, ENT_CSV_ERROR_QUOTE, "Line 2:");
  check_error ("\"", 1, ENT_CSV_ERROR_QUOTE, "Line 1:");
  check_error ("a\n\n\"b\nc\"x\n", 10, ENT_CSV_ERROR_QUOTE, "Line 4:");
  check_error ("a\nb\xff\n", 5, ENT_CSV_ERROR_ENCODING, "Line 2:");
  check_error ("a\nb\nc\0d\n", 8, ENT_CSV_ERROR_ENCODING, "Line 3:");
}

static void
test_no_reading_on_after_an_error (void)
{
  const char *data = "\"a\"b\nc\n";
  g_autoptr(EntCsvReader) reader = ent_csv_reader_new (data, strlen (data), ';');
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) second = NULL;
  GPtrArray *fields;

  g_assert_false (ent_csv_reader_next (reader, &fields, &error));
  g_assert_error (error, ENT_CSV_ERROR, ENT_CSV_ERROR_QUOTE);
  g_assert_false (ent_csv_reader_next (reader, &fields, &second));
  g_assert_no_error (second);
}

static void
test_line_numbers (void)
{
  const char *data = "a\r\n\r\n\"b\r\nc\";d\r\ne\rf\n";
  const guint expected[] = { 1, 3, 5, 6 };
  g_autoptr(EntCsvReader) reader = ent_csv_reader_new (data, strlen (data), ';');

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(GPtrArray) fields = NULL;

      g_assert_true (ent_csv_reader_next (reader, &fields, NULL));
      g_assert_cmpuint (ent_csv_reader_line (reader), ==, expected[i]);
    }
  g_assert_cmpuint (ent_csv_reader_position (reader), ==, strlen (data));
}

static void
check_guess (const char *data, char expected)
{
  g_autoptr(EntCsvReader) reader = ent_csv_reader_new (data, strlen (data), '\0');

  if (ent_csv_reader_separator (reader) != expected)
    g_error ("guessed '%c' for \"%s\"", ent_csv_reader_separator (reader), data);
}

static void
test_guess (void)
{
  check_guess ("name;sum\nA;1,50\nB;2,50\n", ';');
  check_guess ("name,first\nA,B\nC,D\n", ',');
  check_guess ("name\tfirst\nA, b\tB\nC\tD\n", '\t');
  check_guess ("name|first\nA|B\n", '|');
  check_guess ("\"a;b;c\",d\n\"e;f;g\",h\n", ',');
  check_guess ("name, first;place\nA, B;C\nD;E\n", ';');
  check_guess ("alone\n", ';');
  check_guess ("", ';');
  check_guess ("\n\na,b\n", ',');
  check_guess ("sep=|\na;b\n", '|');
  check_read ("sep=,\r\na,b;c\r\n", '\0', "[a][b;c]\n");
  check_read ("\xef\xbb\xbfSEP=;\na;b", '\0', "[a][b]\n");
  check_read ("sep=;", '\0', "");
  check_read ("sep=ab;c\n", ';', "[sep=ab][c]\n");
}

static void
check_decode (const char *bytes, gsize length, const char *expected, const char *encoding)
{
  g_autofree char *used = NULL;
  g_autofree char *text = ent_csv_decode (bytes, length, &used);
  g_autofree char *again = ent_csv_decode (bytes, length, NULL);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (again, ==, expected);
  g_assert_cmpstr (used, ==, encoding);
}

static void
test_decode (void)
{
  check_decode ("", 0, "", "UTF-8");
  check_decode ("abc", 3, "abc", "UTF-8");
  check_decode ("\xef\xbb\xbf"
                "\xc3\xa9",
                5, "é", "UTF-8");
  check_decode ("\xe9t\xe9;\x80\x9c\x8c\x92", 8, "été;€œŒ’", "WINDOWS-1252");
  check_decode ("\xe9\x81\x8d\x8f\x90\x9d", 6,
                "é\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", "WINDOWS-1252");
  check_decode ("a\0b", 3,
                "a\xef\xbf\xbd"
                "b",
                "UTF-8");
  check_decode ("\xff\xfe"
                "a\0\xe9\0\x3d\xd8\x00\xde",
                10, "aé😀", "UTF-16");
  check_decode ("\xfe\xff\0a\0\xe9", 6, "aé", "UTF-16");
  check_decode ("\xff\xfe"
                "a\0\x3d\xd8",
                6, "a\xef\xbf\xbd", "UTF-16");
  check_decode ("\xff\xfe"
                "a\0b",
                5, "a\xef\xbf\xbd", "UTF-16");
  check_decode ("\xff\xfe", 2, "", "UTF-16");
  /* A mark of UTF-8 before bytes that are none. */
  check_decode ("\xef\xbb\xbf\xe9", 4, "ï»¿é", "WINDOWS-1252");
}

static void
check_written (const char *field, const char *expected)
{
  g_autoptr(EntCsvWriter) writer = ent_csv_writer_new ('\0');
  g_autofree char *line = g_strconcat (expected, ";x\r\n", NULL);

  ent_csv_write_field (writer, field);
  ent_csv_write_field (writer, "x");
  ent_csv_write_end_row (writer);
  g_assert_cmpstr (ent_csv_writer_text (writer, NULL), ==, line);
}

static void
test_writes (void)
{
  check_written ("a", "a");
  check_written ("", "");
  check_written (NULL, "");
  check_written ("a b", "a b");
  check_written (" a", "\" a\"");
  check_written ("a ", "\"a \"");
  check_written ("a;b", "\"a;b\"");
  check_written ("a,b", "a,b");
  check_written ("a\"b", "\"a\"\"b\"");
  check_written ("a\nb", "\"a\nb\"");
  check_written ("\"", "\"\"\"\"");
  check_written ("sœur", "sœur");
  check_written ("sep=", "\"sep=\"");
}

static void
test_formulas_are_disarmed (void)
{
  check_written ("=1+1", "'=1+1");
  check_written ("@SUM(A1)", "'@SUM(A1)");
  check_written ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
  check_written ("-2+3", "'-2+3");
  check_written ("-", "'-");
  check_written ("-abc", "'-abc");
  check_written ("\t=1", "'\t=1");
  check_written ("\r=1", "\"'\r=1\"");
  check_written ("=a;b", "\"'=a;b\"");
  check_written ("'=1", "''=1");
  check_written ("+32/10", "'+32/10");
  /* Numbers and phones stay as they are. */
  check_written ("-12,50", "-12,50");
  check_written ("-1.234,56", "-1.234,56");
  check_written ("+32 10 43 60 00", "+32 10 43 60 00");
  check_written ("+32470123456", "+32470123456");
  check_written ("a=b", "a=b");
  check_written ("'s Gravenbrakel", "'s Gravenbrakel");

  g_assert_cmpstr (ent_csv_unprotect ("'=1+1"), ==, "=1+1");
  g_assert_cmpstr (ent_csv_unprotect ("''=1"), ==, "'=1");
  g_assert_cmpstr (ent_csv_unprotect ("'s Gravenbrakel"), ==, "'s Gravenbrakel");
  g_assert_cmpstr (ent_csv_unprotect ("=1"), ==, "=1");
  g_assert_cmpstr (ent_csv_unprotect (""), ==, "");
  g_assert_cmpstr (ent_csv_unprotect ("'"), ==, "'");
}

static void
test_writer_mark_and_steal (void)
{
  g_autoptr(EntCsvWriter) writer = ent_csv_writer_new (',');
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize length;

  ent_csv_writer_set_bom (writer, TRUE);
  ent_csv_write_field (writer, "a;b");
  ent_csv_write_field (writer, "c,d");
  ent_csv_write_end_row (writer);
  first = ent_csv_writer_steal (writer, &length);
  g_assert_cmpstr (first, ==,
                   "\xef\xbb\xbf"
                   "a;b,\"c,d\"\r\n");
  g_assert_cmpuint (length, ==, strlen (first));

  ent_csv_write_field (writer, "");
  ent_csv_write_end_row (writer);
  second = ent_csv_writer_steal (writer, NULL);
  g_assert_cmpstr (second, ==, "\"\"\r\n");
}

static char *
random_field (GRand *random)
{
  static const char *const pieces[] = {
    "a", "é", ";", ",", "\t", "|", "\"", "\n",  "\r",           "\r\n",
    " ", "=", "+", "-", "@",  "'", "1",  "2,5", "\xef\xbb\xbf", "sep="
  };
  GString *out = g_string_new (NULL);

  for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
    g_string_append (out, pieces[g_rand_int_range (random, 0, (int) G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (out);
}

static void
check_same_fields (GPtrArray *expected, GPtrArray *fields)
{
  g_assert_cmpuint (fields->len, ==, expected->len);
  for (guint i = 0; i < fields->len; i++)
    g_assert_cmpstr (ent_csv_unprotect (g_ptr_array_index (fields, i)), ==,
                     g_ptr_array_index (expected, i));
}

/* Whatever is written is read back exactly. */
static void
test_round_trip (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (17);

  for (int i = 0; i < 20000; i++)
    {
      char separator = ";,\t|"[i % 4];
      g_autoptr(EntCsvWriter) writer = ent_csv_writer_new (separator);
      g_autoptr(GPtrArray)
                    rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      g_autoptr(EntCsvReader) reader = NULL;
      g_autoptr(GPtrArray) rest = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      gsize length;

      ent_csv_writer_set_bom (writer, i % 3 == 0);
      for (int r = g_rand_int_range (random, 0, 4); r > 0; r--)
        {
          GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

          for (int f = g_rand_int_range (random, 1, 4); f > 0; f--)
            {
              g_ptr_array_add (row, random_field (random));
              ent_csv_write_field (writer, g_ptr_array_index (row, row->len - 1));
            }
          ent_csv_write_end_row (writer);
          g_ptr_array_add (rows, row);
        }
      text = ent_csv_writer_steal (writer, &length);

      reader = ent_csv_reader_new (text, length, separator);
      for (guint r = 0; r < rows->len; r++)
        {
          g_autoptr(GPtrArray) fields = NULL;

          if (!ent_csv_reader_next (reader, &fields, &error))
            g_error ("row lost in \"%s\"", text);
          check_same_fields (g_ptr_array_index (rows, r), fields);
        }
      g_assert_false (ent_csv_reader_next (reader, &rest, &error));
      g_assert_no_error (error);
    }
}

static void
test_survives_any_bytes (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (18);

  for (int i = 0; i < 50000; i++)
    {
      int length = g_rand_int_range (random, 0, 40);
      g_autofree char *bytes = g_malloc ((gsize) length + 1);
      g_autofree char *text = NULL;
      g_autofree char *decoded = NULL;
      g_autofree char *raw = NULL;

      for (int j = 0; j < length; j++)
        bytes[j] = g_rand_boolean (random) ? ";,\"\n\r="[g_rand_int_range (random, 0, 6)]
                                           : (char) g_rand_int_range (random, 0, 256);
      text = ent_csv_decode (bytes, (gsize) length, NULL);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      decoded = read_all (text, strlen (text), '\0', NULL);
      raw = read_all (bytes, (gsize) length, '\0', NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/reads", test_reads);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/errors-tell-the-line", test_errors_tell_the_line);
  g_test_add_func ("/csv/no-reading-on", test_no_reading_on_after_an_error);
  g_test_add_func ("/csv/line-numbers", test_line_numbers);
  g_test_add_func ("/csv/guess", test_guess);
  g_test_add_func ("/csv/decode", test_decode);
  g_test_add_func ("/csv/writes", test_writes);
  g_test_add_func ("/csv/formulas", test_formulas_are_disarmed);
  g_test_add_func ("/csv/mark-and-steal", test_writer_mark_and_steal);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/survives-any-bytes", test_survives_any_bytes);
  return g_test_run ();
}
