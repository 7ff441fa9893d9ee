#!/usr/bin/env bash
# Builds the suite, at both commits if there are two, and measures it. Outputs: `folder` of the run, and `status`, which
# is 1 if a fork failed.
set -euo pipefail
# shellcheck source=common.sh
source "$GITHUB_ACTION_PATH/common.sh"

# Prints the home that setup-java has put a JDK in, or else the version alone, for `run` to find.
jdk() {
  local arch=${RUNNER_ARCH:-X64} name variable
  for name in "$arch" "${arch/#ARM64/AARCH64}"; do # setup-java calls ARM by one name or the other
    variable=JAVA_HOME_$1_$name
    if [[ -n ${!variable:-} ]]; then
      echo "${!variable}"
      return
    fi
  done
  echo "$1"
}

# checkout COMMIT FOLDER: a second work tree. A checkout of one commit has no other, and no branches, so it is fetched.
checkout() {
  local commit
  commit=$(git rev-parse --verify --quiet "$1^{commit}") || {
    git fetch --quiet --no-tags --depth 1 origin "$1" || fail "$1: there is no such commit, branch or tag here or at origin"
    commit=$(git rev-parse FETCH_HEAD)
  }
  git worktree add --quiet --force --detach "$2" "$commit"
}

# suite FOLDER WHAT: builds the suite in the folder, and sets `suite` to its jar.
suite() {
  local jars
  if [[ -n $BUILD ]]; then
    echo "::group::build of $2"
    (cd -- "$1" && bash -euo pipefail -c "$BUILD" </dev/null) || {
      echo "::endgroup::"
      fail "the build of $2 failed" 1
    }
    echo "::endgroup::"
  fi
  jars=$(cd -- "$1" && compgen -G "$SUITE_JAR") || fail "suite-jar: $2 has no $SUITE_JAR"
  [[ $(wc -l <<<"$jars") -eq 1 ]] || fail "suite-jar: $2 has several: ${jars//$'\n'/, }"
  [[ $jars == /* ]] || jars=$1/$jars
  [[ $jars != *[:\"]* ]] || fail "suite-jar: $jars has a colon or a quotation mark in its path"
  suite=$jars
}

workspace=$(pwd -P)
temporary=$(mktemp -d -- "$RUNNER_TEMP/fanout-XXXXXX")
read -r -d '' -a versions <<<"$JDKS" || true
arms=()
if [[ -n $BASE ]]; then
  head=$workspace
  if [[ -n $HEAD ]]; then
    head=$temporary/head
    checkout "$HEAD" "$head"
  fi
  checkout "$BASE" "$temporary/base"
  suite "$temporary/base" base
  arms+=(--arm "base=\"$(jdk "${versions[0]}")\" -cp \"$suite\"")
  suite "$head" head
  arms+=(--arm "head=\"$(jdk "${versions[0]}")\" -cp \"$suite\"")
else
  suite "$workspace" "the checkout"
  for version in "${versions[@]}"; do
    arms+=(--arm "$version=\"$(jdk "$version")\" -cp \"$suite\"")
  done
fi

run=(run "${arms[@]}" --out "$temporary/run")
read -r -d '' -a pairs <<<"$PARAMS" || true
for param in ${pairs[@]+"${pairs[@]}"}; do
  run+=(-p "$param")
done
read -r -d '' -a flags <<<"$OPTIONS" || true
[[ " ${flags[*]-}" == *" --rounds"* ]] || run+=(--until "$UNTIL" --at-most "$AT_MOST")
read -r -d '' -a regexes <<<"$BENCHMARKS" || true
run+=(${flags[@]+"${flags[@]}"} ${regexes[@]+"${regexes[@]}"})

status=0
fanout "${run[@]}" || status=$?
# 1 is a fork that failed, whose others are worth a look; anything else is the end.
[[ $status -le 1 ]] || fail "the run was refused or ended; its last lines say why" "$status"
output folder "$temporary/run"
output status "$status"
