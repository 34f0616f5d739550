#!/bin/sh
# How many terminals does one machine hold? connections.sh [TERMINALS] [PROCESSES] [SECONDS]
# TERMINALS (18,000) connect to PROCESSES gateways (1) on one port and one database, each with a heartbeat every minute, all together
# with 2,000 positions a second, for SECONDS (120). Then all gateways are killed and started again, and all terminals come back within
# ten seconds. Prints one line of JSON: memory a connection beyond the gateways' size at their start, connections lost, refusals, how
# soon all were back. Exit status 1 if one is lost or refused, or does not come back, or a position is not stored once. Each process
# needs 1,100 open files more than its terminals (ulimit -n), and 100,000 terminals some 6 GB in all.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
terminals=${1:-18000}
processes=${2:-1}
seconds=${3:-120}
for number in "$terminals" "$processes" "$seconds"; do
  case $number in
    '' | *[!0-9]* | 0) echo "connections: terminals, processes and seconds are numbers, not '$number'" >&2; exit 2 ;;
  esac
done
[ "$processes" -le 50 ] || { echo "connections: at most 50 processes, not $processes" >&2; exit 2; }
each=$(((terminals + processes - 1) / processes + 1100))
files=$(ulimit -Hn)
[ "$files" = unlimited ] || [ "$each" -le "$files" ] || {
  echo "connections: $processes processes need $each open files each, the limit (ulimit -Hn) is $files: use more processes" >&2
  exit 2
}
cd "$home"
echo "connections: compiling" >&2
mvn -B -q -pl fixtures,tracker-protocol,route-analyzer,tracker-server -Dskip.style=true test-compile \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx256m -cp "tracker-server/target/test-classes:tracker-server/target/classes:$(cat tracker-server/target/test.classpath)" \
  io.qingtu.server.connections.ConnectionsRun "$terminals" "$processes" "$seconds"
