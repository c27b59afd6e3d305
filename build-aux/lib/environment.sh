# SPDX-License-Identifier: GPL-3.0-or-later
# Where to build: here as it stands, here after apt has installed what is missing, or inside the
# prepared root file system. The packages and their proofs come from build-aux/packages.

package_file=$here/packages

# package_column 1 (apt) or 2 (dnf)
package_column () {
  awk -v n="$1" '!/^#/ && NF { if ($n != "-") print $n }' "$package_file"
}

is_there () {
  case $1 in
    -) true ;;
    cmd:*) command -v "${1#cmd:}" > /dev/null ;;
    file:*) [ -e "${1#file:}" ] ;;
    *'>='*) pkg-config --atleast-version="${1#*>=}" "${1%%>=*}" 2> /dev/null ;;
    *) pkg-config --exists "$1" 2> /dev/null ;;
  esac
}

# The proofs that fail, one a line.
missing () {
  local deb rpm proof
  while read -r deb rpm proof; do
    case $deb in '' | '#'*) continue ;; esac
    is_there "$proof" || echo "$proof"
  done < "$package_file"
}

is_root () {
  [ "$(id -u)" -eq 0 ]
}

can_be_root () {
  is_root || { command -v sudo > /dev/null && { [ -t 0 ] || sudo -n true 2> /dev/null; }; }
}

as_root () {
  if is_root; then "$@"; else sudo "$@"; fi
}

apt_updated=
apt_update () {
  [ -z "$apt_updated" ] || return 0
  apt_updated=yes
  step "Reading apt's package lists" "$cache/log/apt-update.log" as_root apt-get update ||
    die "'apt-get update' failed." "Check the network and the sources in /etc/apt, then try again."
}

installed_packages () {
  dpkg-query -W -f '${Package} ${db:Status-Status}\n' | awk '$2 == "installed" { print $1 }'
}

# apt_install PACKAGE…: says what it adds to the system.
apt_install () {
  local absent
  absent=$(comm -23 <(printf '%s\n' "$@" | sort -u) <(installed_packages | sort -u))
  [ -n "$absent" ] || return 0
  can_be_root || die "These packages are missing: ${absent//$'\n'/ }" \
    "Ask an administrator for:  apt-get install ${absent//$'\n'/ }"
  say "apt installs:" "$(fmt -w 90 <<< "$absent" | sed 's/^/    /')"
  is_root || sudo -v
  apt_update
  # shellcheck disable=SC2086
  step "Installing" "$cache/log/apt-install.log" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $absent ||
    die "apt could not install them." \
      "Mend what the log says ('apt-get --fix-broken install' often helps), then try again."
}

# Whether this release's own GTK is new enough; asks for the lists only where there are none.
apt_is_new_enough () {
  local proof oldest candidate
  proof=$(awk '$1 == "libgtk-4-dev" { print $3 }' "$package_file")
  oldest=${proof#*>=}
  candidate=$(apt_candidate)
  if [ "$candidate" = 0 ] && can_be_root; then
    apt_update
    candidate=$(apt_candidate)
  fi
  dpkg --compare-versions "$candidate" ge "$oldest"
}

apt_candidate () {
  LC_ALL=C apt-cache policy libgtk-4-dev |
    awk '$1 == "Candidate:" && $2 != "(none)" { found = $2 } END { print found ? found : 0 }'
}

install_natively () {
  local names lacking
  mapfile -t names < <(package_column 1)
  apt_install "${names[@]}"
  lacking=$(missing)
  [ -z "$lacking" ] || die "Installed, yet not found: ${lacking//$'\n'/ }" \
    "Look whether other versions stand before them in PATH or PKG_CONFIG_PATH."
}

explain_missing () {
  if command -v dnf > /dev/null; then
    die "Missing: $1" "Install it with:" "    sudo dnf install $(package_column 2 | tr '\n' ' ')"
  fi
  die "Missing: $1" \
    "Install it by your system's package manager (build-aux/packages lists it all)," \
    "or install mmdebstrap and bubblewrap, to build inside a Debian 13 root file system."
}

# Returns where the verb can go on here; else enters the root file system, where the script runs again.
enter_environment () {
  local lacking
  [ -z "${ENTRAIDE_INSIDE:-}" ] || return 0

  case ${ENTRAIDE_SANDBOX:-} in
    native) return 0 ;;
    bwrap | chroot | copy) enter_rootfs "$@" ;;
    '') ;;
    *) die "ENTRAIDE_SANDBOX is '$ENTRAIDE_SANDBOX'." \
         "Set it to native, bwrap, chroot or copy, or not at all." ;;
  esac

  lacking=$(missing)
  [ -n "$lacking" ] || return 0
  ! rootfs_is_ready || enter_rootfs "$@"
  if command -v apt-get > /dev/null && apt_is_new_enough &&
    { can_be_root || ! rootfs_tools_are_there; }; then
    install_natively
  elif command -v apt-get > /dev/null || rootfs_tools_are_there; then
    enter_rootfs "$@"
  else
    explain_missing "${lacking//$'\n'/ }"
  fi
}
