#!/bin/sh
# Prints what the corridor rule and sweeping coverage reach on real tracks whose routes are known: real-tracks.sh [DIR]
# DIR holds hof_points.csv and hof_truth.geojson; without it ../shared/tracks beside the project is taken.
# Exit status 1 if a figure is below its bar.
set -eu
home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)
tracks=${1:+$(CDPATH= cd -- "$1" && pwd -P)}
cd "$home"
mvn -B -q -pl fixtures,route-analyzer -Dskip.style=true -Dtest='RealTracks*Test' -Dsurefire.failIfNoSpecifiedTests=false \
  ${tracks:+-Dqingtu.tracks="$tracks"} test
