# SPDX-License-Identifier: GPL-3.0-or-later
# Building with meson and running its tests, inside whatever environment was entered.

asked_locales () {
  env | sed -nE 's/^(LANG|LC_[A-Z]+)=([a-z]+_[A-Z]+)\.(UTF-8|utf8)$/\2.UTF-8/p'
}

# Generated without root, so that the tests and the person's own language work everywhere.
make_locales () {
  local name
  export LOCPATH=$build/locale
  mkdir -p "$LOCPATH"
  for name in fr_BE.UTF-8 $(asked_locales | sort -u); do
    [ ! -d "$LOCPATH/$name" ] || continue
    rm -rf "$LOCPATH/$name.tmp"
    if localedef -i "${name%%.*}" -f UTF-8 "$LOCPATH/$name.tmp" > /dev/null 2>&1; then
      mv -T "$LOCPATH/$name.tmp" "$LOCPATH/$name"
    fi
  done
}

# make_build FOLDER [MESON-OPTION…]: set up when new or when the environment changed, then compiled;
# of it only $targets, when that is set.
make_build () {
  local folder=$1 where=${ENTRAIDE_INSIDE:-native} name=${1##*/}
  shift
  ! [ "${CI:-}" = true ] || set -- "$@" -Dwerror=true
  mkdir -p "$folder"
  exec 7< "$folder"
  flock 7 # two calls at once build one after the other
  if [ "$(cat "$folder/.environment" 2> /dev/null)" != "$where $*" ]; then
    find "$folder" -mindepth 1 -delete
    step "Setting up $name" "$folder/log/setup.log" meson setup "$folder" "$top" "$@" ||
      die "meson could not set up $folder."
    echo "$where $*" > "$folder/.environment"
  fi
  make_locales
  step "Building $name" "$folder/log/compile.log" ninja -C "$folder" ${targets:-} ||
    die "The build in $folder failed." "The first error in the log is the one to mend."
  exec 7>&-
}

# run_tests FOLDER LOG [MESON-TEST-OPTION…]
run_tests () {
  local folder=$1 log=$2
  shift 2
  rm -f "$folder/meson-logs/$log.json"
  LC_ALL=fr_BE.UTF-8 meson test -C "$folder" --no-rebuild --print-errorlogs --logbase "$log" "$@" < /dev/null
}

# tests FOLDER LOG [MESON-TEST-OPTION…]
# What shares a display with a window manager, a bus and a keyboard may lose a press to them: such a
# program gets a second chance, alone, and the count at the end tells that it needed one.
tests () {
  local folder=$1 log=$2 failed
  rm -f "$folder/meson-logs/$log-again.json"
  ! run_tests "$@" --num-processes 2 || return 0
  mapfile -t failed < <(python3 "$top/tools/count-tests.py" --failed "$folder/meson-logs/$log.json" ui tour offline)
  [ "${#failed[@]}" -gt 0 ] || return 1
  say "" "Once more, alone: ${failed[*]}"
  run_tests "$folder" "$log-again" --num-processes 1 "${failed[@]}"
}
