#!/bin/sh
# Fuzzes the codec from a cold corpus, guided by coverage: fuzz.sh [MINUTES] [TARGET…]
# MINUTES (30) is the CPU time of all targets together; FUZZ_JOBS (2) of them run at a time.
# Prints what each target did and found; exit status 1 if there is a finding, a leak or a run that broke off.
# A finding is kept as a line of hexadecimal in src/test/resources beside its target: findings/<target>.hex of
# io.qingtu.protocol.fuzz, attachment-findings.hex of io.qingtu.server.attachment.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
minutes=${1:-30}
case $minutes in '' | *[!0-9]*) echo "fuzz: minutes are a number, not '$minutes'" >&2; exit 2 ;; esac
[ $# -eq 0 ] || shift
targets=${*:-BodyTarget StreamTarget AttachmentTarget FrameTarget ItemsTarget PartsTarget}
jobs=${FUZZ_JOBS:-2}
version=0.24.0
work=$home/.build/fuzz
lib=$work/lib
run=$work/run
rm -rf "$run" && mkdir -p "$run" "$lib"

cd "$home"
echo "fuzz: compiling" >&2
# few libraries: the fuzzer looks through all of them at its start; no SLF4J, so that Netty's own logger tells of leaks
mvn -B -q -pl fixtures,tracker-protocol,route-analyzer,tracker-server -Dskip.style=true test-compile dependency:copy-dependencies \
  -DincludeScope=test -DincludeGroupIds=io.netty,io.micrometer,org.junit.jupiter,org.junit.platform,org.opentest4j \
  -DexcludeClassifiers=linux-x86_64 -DoutputDirectory="$lib"
for part in jazzer jazzer-api; do
  [ -f "$lib/$part-$version.jar" ] ||
    mvn -B -q -N dependency:copy -Dartifact="com.code-intelligence:$part:$version" -DoutputDirectory="$lib"
done
classpath=$(find "$lib" -name '*.jar' | tr '\n' ':')
for module in fixtures tracker-protocol tracker-server; do
  classpath=$classpath$home/$module/target/classes:$home/$module/target/test-classes:
done
java -cp "$classpath" io.qingtu.protocol.fuzz.Seeds "$run/seeds"
java -cp "$classpath" io.qingtu.server.attachment.AttachmentTarget "$run/seeds"

seconds=$((minutes * 60 / $(echo "$targets" | wc -w)))
ticks=$(getconf CLK_TCK)

# state and CPU seconds of a process
used() { awk -v ticks="$ticks" '{ print $3, int(($14 + $15) / ticks) }' "/proc/$1/stat" 2>/dev/null; }

# runs a target until its share of the CPU is used up; it goes on after a finding
fuzz() {
  case $1 in
    AttachmentTarget) package=io.qingtu.server.attachment longest=16384 ;;
    StreamTarget) package=io.qingtu.protocol.fuzz longest=16384 ;;
    *) package=io.qingtu.protocol.fuzz longest=4096 ;;
  esac
  mkdir -p "$run/$1/corpus" && cd "$run/$1"
  env --default-signal=INT java -Xmx1g -XX:+UseSerialGC -Dio.netty.leakDetection.level=paranoid -cp "$classpath" \
    com.code_intelligence.jazzer.Jazzer --target_class="$package.$1" \
    --instrumentation_includes='io.qingtu.protocol.**:io.qingtu.server.attachment.**' --keep_going=20 \
    -timeout=20 -rss_limit_mb=3072 -max_len=$longest -print_final_stats=1 corpus "$run/seeds/$1" >log 2>&1 &
  pid=$!
  while sleep 1 && now=$(used $pid) && [ "${now% *}" != Z ] && echo "${now#* }" >cpu; do
    if [ "${now#* }" -ge "$seconds" ]; then kill -INT $pid; break; fi
  done
  wait $pid || true
}
echo "fuzz: $seconds CPU seconds for each of: $targets" >&2
# every worker takes each jobs-th target
worker() {
  at=0
  for target in $targets; do
    [ $((at % jobs)) -ne "$1" ] || fuzz "$target"
    at=$((at + 1))
  done
}
worker=0
while [ $worker -lt "$jobs" ]; do
  worker $worker &
  worker=$((worker + 1))
done
wait

status=0
for target in $targets; do
  log=$run/$target/log
  cpu=$(cat "$run/$target/cpu")
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  coverage=$(sed -n 's/.* cov: \([0-9]*\) ft: \([0-9]*\) .*/\1 edges, \2 features/p' "$log" | tail -n 1)
  found=$(find "$run/$target" -maxdepth 1 \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' -o -name 'leak-*' \))
  findings=$(printf '%s' "$found" | grep -c . || true)
  leaks=$(grep -c 'LEAK: \|AssertionError: leak: ' "$log" || true)
  minutes=$(echo "$cpu" | awk '{ printf "%.1f", $1 / 60 }')
  echo "$target: $minutes CPU minutes, ${runs:-0} runs, $((${runs:-0} / (cpu + 1)))/s, coverage ${coverage:-none}," \
    "$findings findings, $leaks leaks"
  if ! grep -q 'exiting as requested' "$log"; then echo "  broke off: see $log" >&2; status=1; fi
  if [ "$findings" -gt 0 ] || [ "$leaks" -gt 0 ]; then
    status=1
    grep -h -A 3 '^== Java Exception' "$log" || true
    for file in $found; do
      echo "  ${file##*/}: $(od -An -v -tx1 "$file" | tr -d ' \n')"
    done
  fi
done
exit $status
