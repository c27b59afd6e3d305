# SPDX-License-Identifier: GPL-3.0-or-later
# Saying what happens. Everything here goes to stderr: stdout belongs to the verb.

say () {
  printf '%s\n' "$@" >&2
}

# What failed, then what to do about it.
die () {
  printf 'dev: %s\n' "$@" >&2
  exit 1
}

# The step's name and the newest line of its log, on one line of the terminal, until killed.
follow () {
  while sleep 0.5; do
    printf '\r\033[K· %s … %s' "$1" "$(tail -n 1 "$2" 2>/dev/null | tr -cd '[:print:]' | cut -c-60)" >&2
  done
}

quiet= # set by a verb whose output is read by another program

# step TEXT LOG COMMAND…: runs the command with its words in the log, which is shown if it fails.
step () {
  local text=$1 log=$2 start=$SECONDS status=0 follower=
  shift 2
  mkdir -p "${log%/*}"
  [ -n "$quiet" ] || printf '· %s … ' "$text" >&2
  : > "$log"
  if [ -t 2 ] && [ -z "$quiet" ]; then
    follow "$text" "$log" &
    follower=$!
  fi

  "$@" >> "$log" 2>&1 < /dev/null || status=$?

  if [ -n "$follower" ]; then
    kill "$follower" 2>/dev/null || true
    wait "$follower" 2>/dev/null || true
    printf '\r\033[K· %s … ' "$text" >&2
  fi
  if [ "$status" -ne 0 ]; then
    say "failed${quiet:+: $text}" "" "$(tail -n 40 "$log")" "" "The whole log: $log"
    return "$status"
  fi
  [ -n "$quiet" ] || say "done ($((SECONDS - start)) s)"
}
