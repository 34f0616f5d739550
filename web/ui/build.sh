#!/bin/sh
# Builds the pages into web/target/classes/webroot; does nothing when no source is newer than what is there.
set -eu
cd "$(dirname "$0")"
built=../target/classes/webroot/index.html

newer() {
  find . ../src/main/resources/words \( -name node_modules -o -name e2e -o -name dev \) -prune -o -type f -newer "$1" -print | head -n 1
}

if [ -f "$built" ] && [ -z "$(newer "$built")" ]; then exit 0; fi
command -v npm >/dev/null || { echo "web/ui: npm (Node.js 20 or newer) is needed to build the pages" >&2; exit 1; }
installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then
  npm ci --loglevel=error --no-fund --no-audit --fetch-retries=5
fi
npm run --silent build
