#!/bin/sh
# How right the alarms are: score.sh [VEHICLE_DAYS] [SEED] [RULE…]
# Analyzes VEHICLE_DAYS (10000) random days of simulated vehicles, with noise, gaps, late and doubled data, wrong clocks and
# broken sensors, and holds the alerts against what the simulator knows to be true. Prints a table (by rule: staged, found,
# missed, false, excused by a fault or a threshold, hidden by a fault, precision, recall) and one line of JSON. For the rules
# named it tells every miss and every false alarm on standard error. All processors are used; memory does not grow.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
days=${1:-10000}
[ $# -eq 0 ] || shift
seed=${1:-1}
[ $# -eq 0 ] || shift
for number in "$days" "$seed"; do
  case $number in '' | *[!0-9]*) echo "score: vehicle-days and seed are numbers, not '$number'" >&2; exit 2 ;; esac
done
lib=$home/.build/score
cd "$home"
echo "score: compiling" >&2
mvn -B -q -pl fixtures,route-analyzer -Dskip.style=true test-compile dependency:copy-dependencies \
  -DincludeGroupIds=org.locationtech.jts -DoutputDirectory="$lib"
exec java -Xmx1g -cp "$(find "$lib" -name '*.jar' | tr '\n' ':')fixtures/target/classes:route-analyzer/target/classes:route-analyzer/target/test-classes" \
  io.qingtu.route.truth.ScoreMain "$days" "$seed" "$@"
