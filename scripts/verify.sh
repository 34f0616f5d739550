#!/bin/sh
# The whole test suite with the real parts: a real TimescaleDB, a real browser, then Maven. What cannot be had here is named,
# with the tests that are skipped for it; on a build server (CI=true) a missing part is a failure.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$home"
missing=""

say() { echo "verify: $*" >&2; }
lacks() { say "NOT SET UP: $1"; missing="$missing
  - $1"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi; }

command -v mvn >/dev/null || { say "needs Maven 3.8.6 or newer"; exit 2; }
command -v npm >/dev/null || { say "needs Node 20 or newer with npm"; exit 2; }

database() {
  if [ -n "${QINGTU_TEST_DB:-}" ]; then say "database: as QINGTU_TEST_DB says"; return; fi
  if command -v docker >/dev/null && docker info >/dev/null 2>&1; then say "database: TimescaleDB in a container"; return; fi
  if url=$(bash scripts/timescaledb.sh start .build/timescaledb) && [ -n "$url" ]; then
    trap 'bash scripts/timescaledb.sh stop .build/timescaledb >/dev/null 2>&1 || true' EXIT
    trap 'exit 130' INT TERM
    export QINGTU_TEST_DB="$url"
    say "database: Debian's TimescaleDB in .build/timescaledb"
  else
    lacks "TimescaleDB: the tests of the hypertable are skipped, the rest runs on the embedded PostgreSQL"
  fi
}

browser() {
  for candidate in "${QINGTU_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && path=$(command -v "$candidate" 2>/dev/null) && { export QINGTU_CHROMIUM="$path"; break; }
  done
  if [ -z "${QINGTU_CHROMIUM:-}" ] && command -v apt-get >/dev/null; then
    say "installing Chromium and Chinese fonts from Debian"
    # a mirror may stumble, and another apt may be at work
    patient="-qq -o Acquire::Retries=5 -o DPkg::Lock::Timeout=600"
    # shellcheck disable=SC2086
    if as_root apt-get $patient update >&2 && as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get $patient install -y --no-install-recommends chromium fonts-noto-cjk >&2; then
      QINGTU_CHROMIUM=$(command -v chromium) && export QINGTU_CHROMIUM
    fi
  fi
  if [ -n "${QINGTU_CHROMIUM:-}" ]; then say "browser: $QINGTU_CHROMIUM"; else
    lacks "Chromium: the test that drives the map page is skipped"; fi
}

office() {
  [ -n "${QINGTU_SOFFICE:-}" ] || QINGTU_SOFFICE=$(command -v soffice 2>/dev/null) || true
  if [ -z "$QINGTU_SOFFICE" ] && command -v apt-get >/dev/null; then
    say "installing LibreOffice from Debian"
    patient="-qq -o Acquire::Retries=5 -o DPkg::Lock::Timeout=600"
    # shellcheck disable=SC2086
    if as_root apt-get $patient update >&2 && as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get $patient install -y --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui >&2; then
      QINGTU_SOFFICE=$(command -v soffice) || true
    fi
  fi
  if [ -n "$QINGTU_SOFFICE" ]; then
    export QINGTU_SOFFICE
    say "office: $QINGTU_SOFFICE"
  else
    lacks "LibreOffice: the test that reads the report's workbook and text with it is skipped"
  fi
}

database
browser
office
if [ -n "$missing" ] && [ "${CI:-}" = true ]; then say "a build server must have every part:$missing"; exit 1; fi
status=0
mvn -B verify "$@" || status=$?
[ -z "$missing" ] || say "was not set up:$missing"
exit $status
