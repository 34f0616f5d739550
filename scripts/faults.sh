#!/bin/sh
# Is anything lost that was acknowledged? faults.sh [FAULTS] [SEED] [NAMES]
# 500 simulated terminals report once a second while FAULTS faults (20), drawn by SEED (1), strike under load: server, database or both
# killed (SIGKILL) or stopped (SIGSTOP), the database away, locked, slow, full or refusing rows, the journal's disk full, the clock
# turned, connections cut in mid-frame, packets sent again. NAMES, with commas, are those to draw from; all are in Fault.java. Then
# what the terminals saw acknowledged is held against what the database holds. Prints a line a fault and one line of JSON; exit
# status 1 if a position is lost or stored twice. About 10 s a fault.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
faults=${1:-20}
seed=${2:-1}
for number in "$faults" "$seed"; do
  case $number in '' | *[!0-9]*) echo "faults: faults and seed are numbers, not '$number'" >&2; exit 2 ;; esac
done
cd "$home"
echo "faults: compiling" >&2
mvn -B -q -pl fixtures,tracker-protocol,route-analyzer,tracker-server -Dskip.style=true test-compile \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx1g -cp "tracker-server/target/test-classes:tracker-server/target/classes:$(cat tracker-server/target/test.classpath)" \
  io.qingtu.server.fault.FaultRun "$faults" "$seed" ${3:+"$3"}
