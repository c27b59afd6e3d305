/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of scales: what ships gives what was published, what is damaged is refused by its line.
 */
#include "calc-case.h"

#define HEAD "scale,variant,valid_from,valid_to,value,status,rule,source,note\n"
#define COEFFICIENT(from, to, value) \
  "coefficient,," from "," to "," value ",verified,a rule,a source,\n"

static void
assert_damaged (const char *text, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_calc_scales_new_from_csv (text, strlen (text), &error));
  g_assert_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static EntCalcScales *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntCalcScales *scales = ent_calc_scales_new_from_csv (text, strlen (text), &error);

  g_assert_no_error (error);
  return scales;
}

/* Each published month comes out of base and coefficient, or of the annual amount. */
static void
test_published_months (void)
{
  guint n_checked = 0;

  for (guint i = 0; i < ent_calc_scales_get_n_rows (shipped); i++)
    {
      const EntCalcRow *row = ent_calc_scales_get_row (shipped, i);
      g_autoptr (EntCalcCase) c = ent_calc_case_new ();

      if (row->scale != ENT_CALC_MONTH)
        continue;
      c->day = row->from;
      c->category = (int) row->variant + 1;
      g_assert_cmpint (month_of (c), ==, row->value);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, ==, 63);
}

/* The annual amounts that were printed beside them. */
static void
test_published_years (void)
{
  const struct
  {
    const char *day;
    gint64 cents[3];
  } printed[] = {
    { "2009-06-30", { 580630, 870945, 1161260 } },
    { "2023-01-01", { 971304, 1456958, 1969001 } },
    { "2023-11-01", { 1010538, 1515808, 2048533 } },
    { "2025-02-01", { 1051360, 1577041, 2131287 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (printed); i++)
    for (int category = 1; category <= 3; category++)
      {
        g_autoptr (EntCalcCase) c = case_of (printed[i].day, category);
        g_autoptr (EntCalcResult) result = compute (c);

        g_assert_cmpint (result->annual, ==, printed[i].cents[category - 1]);
      }
}

static void
test_changes_on_the_day (void)
{
  const struct
  {
    const char *last, *first;
    gint64 before, after; /* category 2 */
  } changes[] = {
    { "2020-12-31", "2021-01-01", 95891, 98468 },   { "2021-12-31", "2022-01-01", 102449, 107230 },
    { "2022-11-30", "2022-12-01", 116070, 118394 }, { "2024-04-30", "2024-05-01", 126317, 128846 },
    { "2025-01-31", "2025-02-01", 128846, 131420 }, { "2026-02-28", "2026-03-01", 131420, 134047 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (EntCalcCase) before = case_of (changes[i].last, 2);
      g_autoptr (EntCalcCase) after = case_of (changes[i].first, 2);

      g_assert_cmpint (month_of (before), ==, changes[i].before);
      g_assert_cmpint (month_of (after), ==, changes[i].after);
    }
}

/* Between the single dates of the years before, nothing is known, and nothing is guessed. */
static void
test_refuses_gaps (void)
{
  const char *const unknown[] = { "2002-10-01", "2007-03-31", "2007-05-01", "2009-07-01",
                                  "2016-07-01", "2019-08-01", "2020-02-29" };
  g_autoptr (EntCalcCase) leap = case_of ("2024-02-29", 2);

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (EntCalcCase) c = case_of (unknown[i], 2);

      assert_refused (c, ENT_CALC_ERROR_NOT_COVERED, "Not covered: no scale");
    }
  g_assert_cmpint (month_of (leap), ==, 126317);
}

static void
test_tells_how_well_known (void)
{
  g_autoptr (EntCalcCase) known = case_of ("2025-02-01", 2);
  g_autoptr (EntCalcCase) between = case_of ("2022-08-01", 2);
  g_autoptr (EntCalcCase) coming = case_of ("2026-03-01", 2);
  g_autoptr (EntCalcCase) old = case_of ("2016-06-15", 2);
  g_autoptr (EntCalcResult) first = compute (known);
  g_autoptr (EntCalcResult) second = compute (between);
  g_autoptr (EntCalcResult) third = compute (coming);
  g_autoptr (EntCalcResult) fourth = compute (old);

  g_assert_cmpint (line_of (first, "amount")->status, ==, ENT_CALC_VERIFIED);
  g_assert_cmpstr (line_of (first, "amount")->source, ==, "cpassivryrance.be");
  g_assert_cmpint (first->status, ==, ENT_CALC_VERIFIED);
  g_assert_cmpint (second->status, ==, ENT_CALC_DERIVED);
  g_assert_cmpint (third->status, ==, ENT_CALC_TO_CHECK);
  g_assert_cmpstr (line_of (third, "amount")->note, ==, "montants non vus imprimés");
  g_assert_cmpint (fourth->status, ==, ENT_CALC_TO_CHECK);
  g_assert_cmpint (fourth->annual, ==, 12 * 86740);
}

/* What is published by the State and differs is shown, not hidden. */
static void
test_shows_a_differing_publication (void)
{
  g_autoptr (EntCalcScales) scales = ent_calc_scales_new ();
  g_autoptr (EntCalcCase) c = case_of ("2025-02-01", 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntCalcResult) result = NULL;
  g_autofree char *explanation = NULL;

  for (guint i = 0; i < ent_calc_scales_get_n_rows (shipped); i++)
    {
      EntCalcRow row = *ent_calc_scales_get_row (shipped, i);

      if (row.scale == ENT_CALC_MONTH)
        row.value++;
      g_assert_true (ent_calc_scales_add (scales, &row, &error));
    }
  g_assert_true (ent_calc_scales_seal (scales, &error));
  result = ent_calc_ris (c, scales, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->month, ==, 131420);
  g_assert_cmpint (line_of (result, "amount")->status, ==, ENT_CALC_TO_CHECK);
  explanation = ent_calc_line_explain (line_of (result, "amount"));
  g_assert_nonnull (strstr (explanation, "314,21"));
}

/* Every rule that the code names and every kind of income stands in the table, from the beginning
 * on. */
static void
test_is_whole (void)
{
  gint32 early = day ("2007-04-01");

  for (guint i = 0; i < ENT_CALC_N_RULES; i++)
    g_assert_nonnull (ent_calc_scales_find (shipped, ENT_CALC_RULE, i, early));
  for (guint i = 0; i < ENT_CALC_N_RESOURCES; i++)
    g_assert_nonnull (ent_calc_scales_find (shipped, ENT_CALC_RESOURCE, i, early));
  for (guint i = ENT_CALC_ISP_DAYS; i < ENT_CALC_RESOURCE; i++)
    g_assert_nonnull (ent_calc_scales_find (shipped, i, 0, early));
}

static void
test_row_holds_on_its_days (void)
{
  g_autoptr (EntCalcScales) scales = read_good (
      HEAD COEFFICIENT ("2024-02-29", "", "2") COEFFICIENT ("", "2024-01-31", "1")
          COEFFICIENT ("2025-01-01", "2025-01-01", "3.5"));
  const struct
  {
    const char *day;
    gint64 value; /* -1: none */
  } found[] = {
    { "0001-01-01", 10000 }, { "2024-01-31", 10000 }, { "2024-02-01", -1 },    { "2024-02-28", -1 },
    { "2024-02-29", 20000 }, { "2024-12-31", 20000 }, { "2025-01-01", 35000 }, { "2025-01-02", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      const EntCalcRow *row = ent_calc_scales_find (scales, ENT_CALC_COEFFICIENT, 0,
                                                    day (found[i].day));

      g_assert_cmpint (row != NULL ? row->value : -1, ==, found[i].value);
    }
}

static void
test_refuses_damage (void)
{
  assert_damaged ("", "empty");
  assert_damaged ("scale,variant\n", "Line 1: the column “valid_from”");
  assert_damaged (HEAD "coefficient,,2024-01-01\n", "Line 2: there are 3 columns instead of 9");
  assert_damaged (HEAD "koefficient,,,,1,verified,r,s,\n", "Line 2: “koefficient” cannot stand");
  assert_damaged (HEAD "base,4,,,1,verified,r,s,\n", "“4” cannot stand in the column “variant”");
  assert_damaged (HEAD "coefficient,1,,,1,verified,r,s,\n", "“1” cannot stand");
  assert_damaged (HEAD COEFFICIENT ("2024-01-01", "", "1") COEFFICIENT ("2025-02-30", "", "1"),
                  "Line 3: “2025-02-30” cannot stand in the column “valid_from”");
  assert_damaged (HEAD COEFFICIENT ("", "2023-02-29", "1"), "“valid_to”");
  assert_damaged (HEAD COEFFICIENT ("2024-01-02", "2024-01-01", "1"), "it ends before it begins");
  assert_damaged (HEAD COEFFICIENT ("", "", "1,7"), "Line 2: ");
  assert_damaged (HEAD COEFFICIENT ("", "", "1.74105"), "“1.74105” cannot stand");
  assert_damaged (HEAD COEFFICIENT ("", "", "-1"), "“-1” cannot stand");
  assert_damaged (HEAD COEFFICIENT ("", "", ""), "“” cannot stand in the column “value”");
  assert_damaged (HEAD COEFFICIENT ("", "", "101"), "its value is not possible");
  assert_damaged (HEAD COEFFICIENT ("", "", "1234567890123"), "cannot stand");
  assert_damaged (HEAD "base,1,,,99999999999.99,verified,r,s,\n", "its value is not possible");
  assert_damaged (HEAD "isp-days,,,,1.5,verified,r,s,\n", "“1.5” cannot stand");
  assert_damaged (HEAD "article-34,,,,3,verified,r,s,\n", "its value is not possible");
  assert_damaged (HEAD "article-34,,,,0,verified,r,s,\n", "its value is not possible");
  assert_damaged (HEAD "resource,work,,,free,verified,r,s,\n", "“free” cannot stand");
  assert_damaged (HEAD "rule,granted,,,1,verified,r,s,\n", "“1” cannot stand");
  assert_damaged (HEAD "coefficient,,,,1,sure,r,s,\n", "“sure” cannot stand");
  assert_damaged (HEAD "coefficient,,,,1,verified,,s,\n", "it names no rule");
  assert_damaged (HEAD "coefficient,,,,1,verified,r,,\n",
                  "Line 2: The row “coefficient ”: it names "
                  "no source");
  assert_damaged (HEAD "coefficient,,,,1,verified,\"r,s,\n", "Line 2");
  assert_damaged (HEAD COEFFICIENT ("2024-01-01", "", "1") COEFFICIENT ("2024-01-01", "", "2"),
                  "Two rows “coefficient ” hold on the same day, 2024-01-01");
  assert_damaged (HEAD COEFFICIENT ("2024-01-01", "2024-06-01", "1")
                      COEFFICIENT ("2024-06-01", "", "2"),
                  "2024-06-01");
  assert_damaged (HEAD COEFFICIENT ("", "", "1") COEFFICIENT ("", "", "2"), "from the beginning");
}

static void
test_refuses_other_encodings (void)
{
  const char latin[] = HEAD "coefficient,,,,1,verified,r\xe8gle,s,\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_calc_scales_new_from_csv (latin, sizeof latin - 1, &error));
  g_assert_error (error, ENT_CALC_ERROR, ENT_CALC_ERROR_SCALES);
}

/* A file cut off anywhere is a shorter table or a refusal, never a crash. */
static void
test_survives_cuts (void)
{
  const char text[] = HEAD
      "base,1,2024-01-01,,12.34,verified,\"a, rule\",source,\n" COEFFICIENT ("2024-01-01",
                                                                             "2024-12-31", "1.2");
  guint n_good = 0;

  for (gsize length = 0; length < sizeof text; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntCalcScales) scales = ent_calc_scales_new_from_csv (text, length, &error);

      g_assert_true ((scales == NULL) == (error != NULL));
      n_good += scales != NULL;
    }
  g_assert_cmpuint (n_good, >, 0);
  g_assert_cmpuint (n_good, <, 10);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shipped = ent_calc_scales_new_shipped ();
  g_test_add_func ("/calc/scales/published-months", test_published_months);
  g_test_add_func ("/calc/scales/published-years", test_published_years);
  g_test_add_func ("/calc/scales/changes-on-the-day", test_changes_on_the_day);
  g_test_add_func ("/calc/scales/refuses-gaps", test_refuses_gaps);
  g_test_add_func ("/calc/scales/tells-how-well-known", test_tells_how_well_known);
  g_test_add_func ("/calc/scales/differing-publication", test_shows_a_differing_publication);
  g_test_add_func ("/calc/scales/is-whole", test_is_whole);
  g_test_add_func ("/calc/scales/row-holds-on-its-days", test_row_holds_on_its_days);
  g_test_add_func ("/calc/scales/refuses-damage", test_refuses_damage);
  g_test_add_func ("/calc/scales/refuses-other-encodings", test_refuses_other_encodings);
  g_test_add_func ("/calc/scales/survives-cuts", test_survives_cuts);
  status = g_test_run ();
  ent_calc_scales_unref (shipped);
  return status;
}
