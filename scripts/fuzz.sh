#!/bin/sh
# Fuzzes the codec from a cold corpus, guided by coverage, two targets at a time: fuzz.sh [MINUTES] [TARGET…]
# MINUTES (30) is the CPU time of all targets together. Prints runs, coverage and findings of each; exit status 1 if there are any.
# A finding goes into tracker-protocol/src/test/resources/io/qingtu/protocol/fuzz/findings as a line of hexadecimal.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
minutes=${1:-30}
case $minutes in '' | *[!0-9]*) echo "fuzz: minutes are a number, not '$minutes'" >&2; exit 2 ;; esac
[ $# -eq 0 ] || shift
targets=${*:-BodyTarget StreamTarget FrameTarget ItemsTarget PartsTarget}
version=0.24.0
work=$home/.build/fuzz
lib=$work/lib
rm -rf "$work/run" && mkdir -p "$work/run" "$lib"

cd "$home"
echo "fuzz: compiling" >&2
mvn -B -q -pl fixtures,tracker-protocol -DskipTests -Dskip.style=true test-compile
jazzer=""
for part in jazzer jazzer-api; do
  jar=$lib/$part-$version.jar
  [ -f "$jar" ] || mvn -B -q -N dependency:copy -Dartifact="com.code-intelligence:$part:$version" -DoutputDirectory="$lib"
  jazzer=$jazzer$jar:
done
[ -d "$lib/test" ] || mvn -B -q -pl fixtures,tracker-protocol dependency:copy-dependencies -DincludeScope=test \
  -DexcludeGroupIds=io.qingtu -DoutputDirectory="$lib/test"
classes=$home/tracker-protocol/target/classes:$home/tracker-protocol/target/test-classes:$home/fixtures/target/classes
classpath=$classes:$jazzer$(find "$lib/test" -name '*.jar' | tr '\n' ':')
java -cp "$classpath" io.qingtu.protocol.fuzz.Seeds "$work/run/seeds"

count=$(echo "$targets" | wc -w)
seconds=$((minutes * 60 / count))
fuzz() {
  folder=$work/run/$1
  mkdir -p "$folder/corpus" && cd "$folder"
  java -Xmx1g -Dio.netty.leakDetection.level=paranoid -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
    --target_class="io.qingtu.protocol.fuzz.$1" --instrumentation_includes='io.qingtu.protocol.**' \
    --keep_going=20 -max_total_time=$seconds -timeout=60 -max_len=4096 -print_final_stats=1 \
    corpus "$work/run/seeds/$1" >log 2>&1 || true
}
echo "fuzz: $seconds s for each of: $targets" >&2
running=0
for target in $targets; do
  fuzz "$target" &
  running=$((running + 1))
  if [ $running -eq 2 ]; then wait; running=0; fi
done
wait

status=0
for target in $targets; do
  log=$work/run/$target/log
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  coverage=$(sed -n 's/.* cov: \([0-9]*\) ft: \([0-9]*\) .*/\1 edges, \2 features/p' "$log" | tail -n 1)
  findings=$(find "$work/run/$target" -maxdepth 1 \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' -o -name 'leak-*' \) | wc -l)
  leaks=$(grep -c 'LEAK: ByteBuf' "$log" || true)
  echo "$target: ${runs:-0} runs, coverage ${coverage:-none}, $findings findings, $leaks leaks"
  if [ -z "$runs" ]; then echo "  did not run to its end: $log" >&2; status=1; fi
  if [ "$findings" -gt 0 ] || [ "$leaks" -gt 0 ]; then
    status=1
    grep -h -A 3 '^== Java Exception' "$log" || true
    for file in "$work/run/$target"/crash-* "$work/run/$target"/timeout-*; do
      [ -f "$file" ] && echo "  $(od -An -v -tx1 "$file" | tr -d ' \n')"
    done
  fi
done
exit $status
