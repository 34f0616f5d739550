#!/bin/sh
# Does the live map keep up with a whole fleet? map-load.sh [VEHICLES] [SECONDS]
# VEHICLES simulated vehicles (10000) report each 10 s to the real server, and a real headless Chromium shows them for SECONDS (600):
# the whole city in clusters, clusters opened down to vehicles that move alone, and back. Prints one line of JSON: first paint and
# fleet drawn (ms), JavaScript of the first page (bytes as sent), long tasks over 50 ms (share of the time, most), CPU time of the
# page's main thread and of the browser's processes (share of one core; a machine without a graphics card draws in the process GPU),
# JS heap after a collection (begin, middle, end), and the time from the terminal's writing of a fix that decides an alarm to the
# alarm on the screen. Exit status 1 if long tasks take 5 % of the time, the heap grows, or 95 % of the alarms need 2 s.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
vehicles=${1:-10000}
seconds=${2:-600}
case $vehicles$seconds in *[!0-9]*) echo "map-load: vehicles and seconds are numbers, not '$vehicles' '$seconds'" >&2; exit 2 ;; esac
for candidate in "${QINGTU_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$candidate" ] && chromium=$(command -v "$candidate" 2>/dev/null) && break
done
[ -n "${chromium:-}" ] || { echo "map-load: needs Chromium; QINGTU_CHROMIUM may name it" >&2; exit 2; }
cd "$home"
echo "map-load: compiling" >&2
mvn -B -q -pl fixtures,tracker-protocol,route-analyzer,tracker-server,web -Dskip.style=true test-compile \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx2g -cp "web/target/test-classes:web/target/classes:$(cat web/target/test.classpath)" \
  io.qingtu.web.bench.MapLoadRun "$vehicles" "$seconds" "$chromium"
