#!/usr/bin/env bash
# Brings the tools that some tests drive and Maven does not: a browser, a caching proxy, a pool before PostgreSQL, and readers
# of headers from npm.
# Each is optional: a test that misses its tool says so. Needs root for Debian's packages, and nothing else.
set -uo pipefail
cd "$(dirname "$0")/.."

packages=()
command -v chromium >/dev/null && command -v chromedriver >/dev/null || packages+=(chromium chromium-driver)
command -v nginx >/dev/null || packages+=(nginx-light)
[ -x /usr/sbin/pgbouncer ] || command -v pgbouncer >/dev/null || packages+=(pgbouncer)
command -v node >/dev/null && command -v npm >/dev/null || packages+=(nodejs npm)
if [ "${#packages[@]}" -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null ||
      echo "Not all of ${packages[*]} could be installed; the tests that need one say so."
  else
    echo "Missing: ${packages[*]}; the tests that need one say so."
  fi
fi

if command -v npm >/dev/null; then
  npm install --prefix .tools --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
    csp_evaluator@1.1.8 ratelimit-header-parser@0.1.0 structured-headers@2.1.0 ||
    echo "The packages of npm could not be installed; the tests that need one say so."
fi
