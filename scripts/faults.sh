#!/bin/sh
# Is anything lost that was acknowledged? faults.sh [KILLS] [SEED]
# 500 simulated terminals report once a second while server, database or both are killed (SIGKILL) KILLS times (20), each time
# under full load, and started again. Then what the terminals saw acknowledged is held against what the database holds. Prints a
# line a kill and one line of JSON; exit status 1 if a position is lost or stored twice. About 10 s a kill.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
kills=${1:-20}
seed=${2:-1}
for number in "$kills" "$seed"; do
  case $number in '' | *[!0-9]*) echo "faults: kills and seed are numbers, not '$number'" >&2; exit 2 ;; esac
done
cd "$home"
echo "faults: compiling" >&2
mvn -B -q -pl fixtures,tracker-protocol,route-analyzer,tracker-server -Dskip.style=true test-compile \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx1g -cp "tracker-server/target/test-classes:tracker-server/target/classes:$(cat tracker-server/target/test.classpath)" \
  io.qingtu.server.FaultRun "$kills" "$seed"
