#!/bin/sh
# What do terminals notice when the database is away? outage.sh [SECONDS]
# 2,000 simulated terminals report once a second while the database is killed and stays away for SECONDS (600). Prints one line of
# JSON: connections lost, what was acknowledged meanwhile, acknowledgement times, how soon after its return all was stored, what was
# lost or stored twice. Exit status 1 if a connection or a position is lost, or not everything stored within five minutes.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
seconds=${1:-600}
case $seconds in '' | *[!0-9]*) echo "outage: seconds are a number, not '$seconds'" >&2; exit 2 ;; esac
cd "$home"
echo "outage: compiling" >&2
mvn -B -q -pl fixtures,tracker-protocol,route-analyzer,tracker-server -Dskip.style=true test-compile \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test.classpath
exec java -Xmx1g -cp "tracker-server/target/test-classes:tracker-server/target/classes:$(cat tracker-server/target/test.classpath)" \
  io.qingtu.server.fault.OutageRun "$seconds"
