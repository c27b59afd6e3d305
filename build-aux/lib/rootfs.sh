# SPDX-License-Identifier: GPL-3.0-or-later
# A Debian 13 root file system in the user's cache: made once by mmdebstrap, entered by bubblewrap, or
# by chroot where root is refused namespaces. Its name carries a hash of all that goes into it.

suite=trixie
kept_languages=(fr nl de en)

bootstrap () {
  local names options
  names=$(package_column 1 | paste -sd,)
  options=(--variant=apt --include="$names" --aptopt='Acquire::Languages "none"'
           --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*'
           --dpkgopt='path-exclude=/usr/share/locale/*/LC_MESSAGES/*')
  for language in "${kept_languages[@]}"; do
    options+=(--dpkgopt="path-include=/usr/share/locale/$language*/LC_MESSAGES/*")
  done
  mkdir -p "$1"
  if is_root; then
    mmdebstrap "${options[@]}" "$suite" "$1"
  else # through a tar archive, so that every file is the user's own
    mmdebstrap --mode=unshare "${options[@]}" "$suite" - | tar -x --no-same-owner --exclude='./dev/*' -C "$1"
  fi
  mkdir -p "$1/usr/local/share/fonts"
  od -An -tx1 -N16 /dev/urandom | tr -d ' \n' > "$1/etc/machine-id"
  sync -f "$1"
}

recipe () {
  declare -f bootstrap
  echo "${kept_languages[@]}"
  package_column 1
}

rootfs=$cache/$suite-$(recipe | sha256sum | cut -c-12)

rootfs_is_ready () {
  [ -e "$rootfs/.ready" ]
}

rootfs_tools_are_there () {
  command -v mmdebstrap > /dev/null || return
  is_root || { command -v bwrap && command -v newuidmap; } > /dev/null
}

remove_rootfs () {
  local old
  for old in "$@"; do
    [ -d "$old" ] || continue
    # Whoever works inside holds a shared lock.
    flock -n "$old" true || { say "Left alone, because it is in use: $old"; continue; }
    chmod -R u+w "$old" 2> /dev/null || true
    rm -rf --one-file-system "$old"
  done
}

make_rootfs () {
  rootfs_tools_are_there || apt_install mmdebstrap bubblewrap uidmap debian-archive-keyring
  remove_rootfs "$rootfs.tmp" "$rootfs"
  [ "$(df --output=avail -k "$cache" | tail -n 1)" -gt 2500000 ] ||
    die "$cache has less than 2.5 GB left." "Make room, or set XDG_CACHE_HOME to a folder on a larger disk."
  # A shell of its own: in a function called by 'step … ||' the first failure would not end it.
  step "Preparing Debian 13 in $rootfs, once (about a minute)" "$cache/log/rootfs.log" \
    env LC_ALL=C.UTF-8 bash -euo pipefail -c "$(declare -p suite kept_languages package_file)
      $(declare -f is_root package_column bootstrap)
      bootstrap \"\$0\"" "$rootfs.tmp" ||
    die "mmdebstrap could not make the root file system." \
      "Check the network and the log, then try again: nothing half-made is used."
  touch "$rootfs.tmp/.ready"
  mv "$rootfs.tmp" "$rootfs"
  find "$cache" -maxdepth 1 -name "$suite-*" ! -path "$rootfs" -print0 | while IFS= read -r -d '' old; do
    remove_rootfs "$old"
  done
}

# What of the host is seen inside: each_mount COMMAND calls COMMAND ro|rw PATH-OUTSIDE PATH-INSIDE.
each_mount () {
  local path
  for path in /dev /proc /tmp; do "$1" rw "$path" "$path"; done
  for path in /sys /etc/passwd /etc/group; do "$1" ro "$path" "$path"; done
  # The person's own files, wherever they are, and the project at its own path.
  for path in /media /mnt /srv /run/media "${XDG_RUNTIME_DIR:-}" "$HOME" "$top"; do
    case $path in '' | /) ;; *) [ ! -d "$path" ] || "$1" rw "$path" "$path" ;; esac
  done
  [ ! -f "${XAUTHORITY:-}" ] || "$1" ro "$XAUTHORITY" "$XAUTHORITY"
  # The tests see the same letters everywhere; a person sees the ones that he installed.
  [ "$verb" != run ] || [ ! -d /usr/share/fonts ] || "$1" ro /usr/share/fonts /usr/local/share/fonts
}

# The environment inside: nothing but what means the same on both sides.
inner_environment () {
  local name zone
  zone=${TZ:-$(readlink /etc/localtime | sed -n 's,.*/zoneinfo/,,p' || true)}
  for name in HOME USER LOGNAME TERM LANG LANGUAGE "${!LC_@}" CI NO_COLOR \
    DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS "${!XDG_@}" \
    "${!ENTRAIDE_@}" "${!G_@}" "${!GTK_@}" "${!GDK_@}" "${!GSK_@}" "${!MESON_@}"; do
    case $name in XDG_DATA_DIRS | XDG_CONFIG_DIRS | GTK_PATH | GTK_MODULES) continue ;; esac
    [ -z "${!name:-}" ] || printf '%s=%s\0' "$name" "${!name}"
  done
  printf '%s\0' PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin ${zone:+"TZ=$zone"} \
    "ENTRAIDE_INSIDE=${rootfs##*/}"
}

enter_rootfs () {
  mkdir -p "$cache"
  if ! rootfs_is_ready; then
    exec 8> "$cache/lock"
    flock -n 8 || { say "Another call prepares the root file system: waiting for it."; flock 8; }
    rootfs_is_ready || make_rootfs
    exec 8>&-
  fi
  exec 9< "$rootfs"
  flock -s 9
  mkdir -p -m 1777 /tmp/.X11-unix

  local variables
  mapfile -d '' variables < <(inner_environment)
  case ${ENTRAIDE_SANDBOX:-$(way_in)} in
    bwrap) by_bwrap "$@" ;;
    chroot) by_chroot "$@" ;;
    copy) by_copy "$@" ;;
    *) die "This system lets an ordinary user make no namespaces (bubblewrap failed)." \
           "Allow them (sysctl kernel.unprivileged_userns_clone=1," \
           "or kernel.apparmor_restrict_unprivileged_userns=0)," \
           "or run the same command as root." ;;
  esac
}

way_in () {
  if command -v bwrap > /dev/null && bwrap --ro-bind / / --dev-bind /dev /dev true 2> /dev/null; then echo bwrap
  elif ! is_root; then echo none
  elif unshare --mount true 2> /dev/null; then echo chroot
  else echo copy; fi
}

by_bwrap () {
  local options=() entry
  for entry in "$rootfs"/*; do
    case ${entry##*/} in
      etc | usr | var) options+=(--ro-bind "$entry" "/${entry##*/}") ;;
      bin | sbin | lib*) options+=(--symlink "$(readlink "$entry")" "/${entry##*/}") ;;
    esac
  done
  options+=(--tmpfs /run --tmpfs /var/tmp --tmpfs /var/lib/xkb)
  bwrap_mount () {
    if [ "$1" = rw ]; then options+=(--dev-bind "$2" "$3"); else options+=(--ro-bind "$2" "$3"); fi
  }
  each_mount bwrap_mount
  exec bwrap "${options[@]}" --die-with-parent \
    /usr/bin/env -i "${variables[@]}" "$here/lib/inside" "$PWD" "$here/dev" "$@"
}

# In a mount namespace of its own: every mount goes when the command ends.
by_chroot () {
  local mounts=()
  chroot_mount () {
    if [ -d "$2" ]; then
      mkdir -p "$rootfs$3"
    else
      mkdir -p "$rootfs${3%/*}"
      touch "$rootfs$3"
    fi
    mounts+=("$2" "$rootfs$3")
  }
  each_mount chroot_mount
  exec unshare --mount --propagation private bash -euc '
    root=$1; shift
    while [ "$1" != -- ]; do mount --rbind "$1" "$2"; shift 2; done; shift
    exec chroot "$root" "$@"' entraide "$rootfs" "${mounts[@]}" -- \
    /usr/bin/env -i "${variables[@]}" "$here/lib/inside" "$PWD" "$here/dev" "$@"
}

# Where not even root may mount: the project is copied in, and what was made is copied out.
by_copy () {
  local status=0 target=$rootfs$top made
  say "This system refuses namespaces and mounts: working on a copy inside $rootfs." \
      "What the program saves stays there too."
  mkdir -p "$target" "$rootfs$HOME"
  cp /etc/passwd /etc/group "$rootfs/etc/"
  find "$target" -mindepth 1 -maxdepth 1 ! -name build ! -name build-asan ! -name build-tsan ! -name build-bench \
    -exec rm -rf {} +
  tar -C "$top" --exclude=./{.git,build,build-asan,build-tsan,build-bench} -c . | tar -C "$target" -x
  chroot "$rootfs" /usr/bin/env -i "${variables[@]}" DISPLAY= WAYLAND_DISPLAY= \
    "$here/lib/inside" "$PWD" "$here/dev" "$@" || status=$?
  for made in build/tour build/log build/meson-logs build-asan/meson-logs build-tsan/meson-logs build-bench/meson-logs; do
    [ ! -d "$target/$made" ] || { mkdir -p "$top/$made"; cp -a "$target/$made/." "$top/$made/"; }
  done
  trap - EXIT
  exit "$status"
}
