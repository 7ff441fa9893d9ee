#!/usr/bin/env bash
# Output `jar`: Fanout itself, the one that was given, or built from the action's own checkout.
set -euo pipefail
# shellcheck source=common.sh
source "$GITHUB_ACTION_PATH/common.sh"

jar=$FANOUT_JAR
if [[ -z $jar ]]; then
  root=$(cd -- "$GITHUB_ACTION_PATH/../../.." && pwd)
  jar=$root/target/benchmarks.jar
  (cd -- "$root" && ./mvnw -B -q -DskipTests -Dspotless.check.skip=true package </dev/null) ||
    fail "Fanout itself could not be built" 1
fi
[[ -f $jar ]] || fail "fanout-jar: there is no file $jar"
output jar "$(cd -- "$(dirname -- "$jar")" && pwd)/$(basename -- "$jar")"
