# SPDX-License-Identifier: GPL-3.0-or-later
# The house checks: one line each, and what is wrong below it.

checks_failed=0

check () {
  local text=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok      $text"
  else
    echo "failed  $text"
    sed 's/^/        /' <<< "$output"
    checks_failed=$((checks_failed + 1))
  fi
}

find_files () { # find_files PATTERN FOLDER…
  local pattern=$1
  shift
  find "$@" -name "$pattern" -print0 2> /dev/null | sort -z
}

c_format () {
  local files
  files=$({ find_files '*.c' src tests; find_files '*.h' src tests; } |
    xargs -0 -r clang-format --dry-run -Werror 2>&1 | sed -n 's/:[0-9]*:[0-9]*: error:.*//p' | sort -u)
  [ -z "$files" ] || { printf '%s\n' "not as .clang-format has it (clang-format -i mends it):" "$files"; return 1; }
}

blueprint_format () {
  find_files '*.blp' data/ui | xargs -0 -r blueprint-compiler format
}

french_is_complete () {
  local counts
  counts=$(LC_ALL=C msgfmt --check --statistics -o /dev/null po/fr.po 2>&1) || { echo "$counts"; return 1; }
  case $counts in *untranslated* | *fuzzy*) echo "po/fr.po: $counts"; return 1 ;; esac
}

# The template anew, against the French: a new or changed sentence shows here before anyone merges it.
french_is_current () {
  local folder status=0
  folder=$(mktemp -d)
  xgettext --from-code=UTF-8 --files-from=po/POTFILES.in --directory=. -o "$folder/new.pot" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 2> "$folder/words" &&
    msgmerge --quiet --no-fuzzy-matching po/fr.po "$folder/new.pot" -o "$folder/fr.po" 2>> "$folder/words" &&
    msgattrib --untranslated "$folder/fr.po" -o "$folder/untranslated.po" || status=1
  if [ "$status" -ne 0 ]; then
    cat "$folder/words"
  elif [ -s "$folder/untranslated.po" ]; then
    cat "$folder/untranslated.po"
    status=1
  fi
  rm -rf "$folder"
  return "$status"
}

manual_pages () {
  local words
  words=$(find_files '*.[1-8]' data docs |
    LC_ALL=C.UTF-8 MANWIDTH=100 xargs -0 -r man --warnings -l 2>&1 > /dev/null)
  [ -z "$words" ] || { echo "$words"; return 1; }
}

# each_template PATTERN COMMAND…: the validators go by file name, so they see a copy without '.in'.
each_template () {
  local pattern=$1 folder status=0 file copy
  shift
  folder=$(mktemp -d)
  while IFS= read -r -d '' file; do
    copy=$folder/$(basename "${file%.in}")
    cp "$file" "$copy"
    "$@" "$copy" || status=1
  done < <(find_files "$pattern" data)
  rm -rf "$folder"
  return "$status"
}

verb_check () {
  cd "$top"
  check "C format" c_format
  check "Blueprint format" blueprint_format
  check "source rules" python3 tools/check-source.py .
  check "French complete" french_is_complete
  check "French current" french_is_current
  check "desktop files" each_template '*.desktop*' desktop-file-validate
  check "metainfo" each_template '*.metainfo.xml*' appstreamcli validate --no-net
  check "settings schema" glib-compile-schemas --strict --dry-run data
  check "manual pages" manual_pages
  check "shell scripts" bash -n build-aux/dev build-aux/lib/*.sh .ci/run
  [ "$checks_failed" -eq 0 ] || die "$checks_failed of the checks failed."
}
