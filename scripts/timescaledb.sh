#!/bin/bash
# A TimescaleDB for tests in a private folder, from Debian's own packages: nothing is installed on
# the machine, no Docker and no root needed. Debian 12 or newer, amd64.
#
#   timescaledb.sh install|start|stop|status [FOLDER]      FOLDER: .build/timescaledb of the project
#
# start prints the JDBC URL, and so does status (exit 3 when stopped). The server listens on the
# loopback only, on a free port that the folder remembers, and trusts who connects.
set -euo pipefail
export LC_ALL=C
umask 022

suite=trixie pg=17
command=${1:-}
case $command in install|start|stop|status) ;; *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
folder=${2:-$(dirname "$0")/../.build/timescaledb}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
tree=$folder/tree data=$folder/data programs=$folder/tree/usr/lib/postgresql/$pg/bin

say() { echo "timescaledb: $*" >&2; }
fail() { say "$*"; exit 1; }

exec 9>"$folder/lock"
flock -w 900 9 || fail "$folder is held by another run"

# Every file that apt reads or writes lies in the folder, so that the machine's own state is untouched.
private_apt() {
  local work=$1 mirror
  mirror=$(. /etc/os-release && apt-get update --print-uris 2>/dev/null |
    sed -n "s#^'\(.*\)/dists/$VERSION_CODENAME/InRelease'.*#\1#p" | head -n 1)
  [ -n "$mirror" ] || fail "this machine's apt names no Debian mirror"
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/none" "$work/debs"
  : >"$work/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
  cat >"$work/apt.conf" <<CONF
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "$work/none";
Dir::Etc::preferences "$work/none/preferences";
Dir::Etc::preferencesparts "$work/none";
Dir::State "$work";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
APT::Sandbox::User "";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "5";
CONF
  export APT_CONFIG=$work/apt.conf
}

# The packages are built for a newer C library than this machine may have: each program is run by
# the loader that came with it. PostgreSQL finds its files relative to argv[0], so nothing is patched.
wrap_programs() {
  local libraries=$tree/usr/lib/x86_64-linux-gnu loader program
  loader=$(echo "$libraries"/ld-linux-*.so.*)
  mkdir "$programs/real"
  for program in postgres initdb pg_ctl psql; do
    mv "$programs/$program" "$programs/real/"
    cat >"$programs/$program" <<WRAPPER
#!/bin/sh
exec "$loader" --argv0 "$programs/$program" --library-path "$libraries" "$programs/real/$program" "\$@"
WRAPPER
    chmod 755 "$programs/$program"
    ! "$loader" --library-path "$libraries" --list "$programs/real/$program" | grep -v -e vdso -e "$tree" >&2 ||
      fail "$program would load the libraries above from outside $tree"
  done
}

install() {
  [ ! -e "$tree/complete" ] || return 0
  command -v apt-get >/dev/null || fail "there is no apt-get here: needs Debian"
  [ "$(uname -m)" = x86_64 ] || fail "knows amd64 only, this is $(uname -m)"
  local work=$folder/fetch package packages
  rm -rf "$work" "$tree"
  mkdir -p "$tree"
  private_apt "$work"
  say "fetching postgresql-$pg-timescaledb of Debian $suite"
  apt-get update -qq >&2
  # what a server needs at run time; compilers for its JIT, perl and the setup tools are left out
  packages=$(apt-get install --simulate "postgresql-$pg-timescaledb" | awk '$1 == "Inst" { print $2 }' |
    grep -E "^(lib.*|zlib1g|tzdata|postgresql(-client)?-$pg|postgresql-$pg-timescaledb)$" |
    grep -vE '^lib(llvm|z3|perl|semanage|sepol|pam-modules|.*-perl$)')
  # shellcheck disable=SC2086
  (cd "$work/debs" && apt-get download -qq $packages >&2)
  for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$tree"; done
  unset APT_CONFIG
  rm -rf "$work" "$tree"/usr/share/{doc,man,locale} "$tree/usr/lib/postgresql/$pg/lib"/{bitcode,llvmjit.so}
  wrap_programs
  touch "$tree/complete"
}

# PostgreSQL refuses to run as root. "nobody" may not be able to reach the folder (one under /root,
# say); then a user namespace in which root is called nobody.
unprivileged() {
  if [ "$(id -u)" != 0 ]; then
    "$@" 9>&-
  elif setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$folder"; then
    setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all "$@" 9>&-
  else
    unshare --user --map-user=65534 --map-group=65534 -- "$@" 9>&-
  fi
}

# A killed server can stay a zombie where process 1 does not reap, and its number can be given to
# another: running means alive and at home in our data.
running() {
  local pid
  pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) || return 1
  [ "$(awk '{ print $3 }' "/proc/$pid/stat" 2>/dev/null)" != Z ] &&
    [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$data" ]
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for _ in $(seq 100); do
    port=$((20000 + RANDOM % 12000))
    if ! answers "$port"; then echo "$port"; return; fi
  done
  fail "found no free port"
}

url() { echo "jdbc:postgresql://127.0.0.1:$(cat "$folder/port")/postgres?user=postgres"; }

create_cluster() {
  [ ! -e "$data/PG_VERSION" ] || return 0
  rm -rf "$data"
  mkdir -m 700 "$data"
  touch "$folder/server.log"
  if [ "$(id -u)" = 0 ] && setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$folder"; then
    chown 65534:65534 "$data" "$folder/server.log"
  fi
  unprivileged "$programs/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; rm -rf "$data"; fail "initdb failed"; }
}

start() {
  install
  if running; then url; return; fi
  create_cluster
  # children of a killed server hold its shared memory for a moment
  for _ in $(seq 100); do
    ls -l /proc/[0-9]*/cwd 2>/dev/null | grep -q -- "-> $data\$" || break
    sleep 0.1
  done
  rm -f "$data/postmaster.pid"
  [ -s "$folder/port" ] && ! answers "$(cat "$folder/port")" || free_port >"$folder/port"
  unprivileged "$programs/pg_ctl" -D "$data" -l "$folder/server.log" -w -t 300 start -o "\
 -c listen_addresses=127.0.0.1 -c port=$(cat "$folder/port") -c unix_socket_directories= \
 -c shared_preload_libraries=timescaledb -c timescaledb.telemetry_level=off -c jit=off -c timezone=UTC \
 -c shared_buffers=256MB -c max_connections=100 -c max_locks_per_transaction=256" >/dev/null </dev/null ||
    { tail -n 20 "$folder/server.log" >&2; fail "the server did not start"; }
  url
}

case $command in
  install) install ;;
  start) start ;;
  stop) ! running || unprivileged "$programs/pg_ctl" -D "$data" -m fast -w -t 300 stop >/dev/null ;;
  status) if running; then url; else say stopped; exit 3; fi ;;
esac
