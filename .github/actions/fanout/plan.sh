#!/usr/bin/env bash
# Checks the inputs before anything is installed or built. Output `versions`: the JDKs to install, one a line.
set -euo pipefail
# shellcheck source=common.sh
source "$GITHUB_ACTION_PATH/common.sh"

oldest=17

[[ $NAME =~ ^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$ ]] || fail "name: expected letters, digits, dots and dashes, not '$NAME'"
[[ $FAIL_ON =~ ^(slower|inconclusive|never)$ ]] || fail "fail-on: expected slower, inconclusive or never, not '$FAIL_ON'"
[[ -n $SUITE_JAR && $SUITE_JAR != *[:\"]* ]] || fail "suite-jar: expected the path of one jar, not '$SUITE_JAR'"
[[ $BASE$HEAD != *[[:space:]]* && $BASE != -* && $HEAD != -* ]] || fail "base, head: expected commits, branches or tags"
[[ -z $HEAD || -n $BASE ]] || fail "head: needs a base to be held against"

# Words of all lines; no pattern among them is expanded.
read -r -d '' -a versions <<<"$JDKS" || true
for version in ${versions[@]+"${versions[@]}"}; do
  [[ $version =~ ^[1-9][0-9]{0,2}$ ]] || fail "jdks: expected feature versions such as 17 25, not '$JDKS'"
  [[ $version -ge $oldest ]] || fail "jdks: $version is too old, $oldest is the oldest that can be measured"
done
if [[ -n $BASE ]]; then
  [[ ${#versions[@]} -eq 1 ]] || fail "jdks: with a base it is one, not '$JDKS'"
else
  [[ ${#versions[@]} -gt 1 ]] || fail "jdks: expected two or more, the baseline first, or a base to hold the checkout against"
fi
[[ -z $(printf '%s\n' "${versions[@]}" | sort | uniq -d) ]] || fail "jdks: each once, not '$JDKS'"

read -r -d '' -a regexes <<<"$BENCHMARKS" || true
for regex in ${regexes[@]+"${regexes[@]}"}; do
  [[ $regex != -* ]] || fail "benchmarks: expected regular expressions, not the option '$regex'"
done
read -r -d '' -a pairs <<<"$PARAMS" || true
for param in ${pairs[@]+"${pairs[@]}"}; do
  [[ $param =~ ^[^-=][^=]*= ]] || fail "params: expected NAME=VALUE[,VALUE], not '$param'"
done

# The last one becomes the default: a suite that the baseline has built runs on every other.
others=("${versions[@]:1}")
output versions "$(printf '%s\n' ${others[@]+"${others[@]}"} "${versions[0]}")"
