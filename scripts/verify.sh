#!/bin/sh
# The whole test suite with the real parts.
set -eu
cd "$(dirname "$0")/.."
exec mvn -B verify
