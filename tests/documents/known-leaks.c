/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the libraries below keep until the end, told to the leak sanitizer: fonts and the places
 * where they were looked for, pieces of the hyphenation dictionaries, the path of locales. */

const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\nleak:libhyphen\nleak:hnj_\nleak:libpango\nleak:libcairo\n"
         "leak:argz_add_sep\n";
}
