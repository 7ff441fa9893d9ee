#!/usr/bin/env bash
# Builds the jar if needed and runs it on each JVM asked for; --help says the rest.
set -euo pipefail

script=${BASH_SOURCE[0]}
while [[ -L $script ]]; do
  link=$(readlink -- "$script")
  [[ $link == /* ]] || link=$(dirname -- "$script")/$link
  script=$link
done
root=$(cd -- "$(dirname -- "$script")" && pwd -P)
jar=target/benchmarks.jar
oldest=17

# A whole pass over a benchmark in about 20 s: enough to see that everything works, not to trust the numbers.
quick_options=(-f 1 -wi 5 -w 2s -i 5 -r 1s)

# From JDK 24 on JMH's use of sun.misc.Unsafe prints a warning. This is the property behind the option
# --sun-misc-unsafe-memory-access, which older JVMs refuse; the forks get it from the jar, on every JVM.
host_options=(-Dsun.misc.unsafe.memory.access=allow)

usage() {
  cat <<'EOF'
Usage: ./run-bench.sh [--quick] [--jvm LABEL=JAVA_HOME]... [--dry-run] [JMH OPTIONS] [BENCHMARK-REGEX]...

Builds target/benchmarks.jar if it is missing or older than the sources, runs it on each JVM, and says where the
results are (results/*.json). Without flags: every benchmark, on the JVM that is found.

  --jvm LABEL=JAVA_HOME   measure on this JVM; repeat it for more, which run one after the other
  --jvm 17                the same, where a JDK of that version is found: in JAVA_HOME, JAVA_HOME*, on the PATH, or in
                          /usr/lib/jvm, /opt, /Library/Java/JavaVirtualMachines or SDKMAN's folder
  --quick                 a complete but small pass, about 20 s a benchmark: to try things out, not for conclusions
  --dry-run               print the commands, run nothing
  --help                  this text
  --                      everything after it goes to JMH

JMH's options (-p NAME=VALUE, -f, -prof, ...) and regular expressions go to JMH as they are; relative paths in them
count from the project's folder. `java -jar target/benchmarks.jar help` lists the parameters.

Exit codes: 0 fine; 1 a build or a benchmark failed; 2 bad usage; 130 interrupted.
EOF
}

fail() {
  echo "run-bench.sh: $1" >&2
  exit "${2:-2}"
}

# Prints the feature version (17, 25) of the JDK in folder $1, or nothing if there is none.
feature_of() {
  [[ -x $1/bin/java ]] || return 0
  "$1/bin/java" -XshowSettings:properties -version 2>&1 </dev/null |
    sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}\([0-9]*\).*$/\2/p' || true
}

# Prints the folders that may hold a JDK, one a line, the likeliest first; some may not exist.
candidates() {
  [[ -z ${JAVA_HOME:-} ]] || echo "$JAVA_HOME"
  local java variable
  if java=$(command -v java); then
    # On the PATH there may be a chain of links, or a shim (macOS, jenv): the JVM itself knows its home.
    "$java" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p' || true
  fi
  for variable in $(compgen -e JAVA_HOME_ || true); do
    echo "${!variable}"
  done
  printf '%s\n' /usr/lib/jvm/* /opt/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/*
}

# Prints the first JDK of feature version $1, or the first that is new enough if $1 is empty.
find_jdk() {
  local home feature
  while IFS= read -r home; do
    feature=$(feature_of "$home")
    [[ -n $feature ]] || continue
    if [[ $feature == "$1" || (-z $1 && $feature -ge $oldest) ]]; then
      printf '%s\n' "$home"
      return 0
    fi
  done < <(candidates)
  return 1
}

add_jvm() {
  local label=${1%%=*} home
  if [[ $1 == *=* ]]; then
    home=${1#*=}
    [[ -n $label && -n $(feature_of "$home") ]] || fail "--jvm $1: no JDK there (LABEL=JAVA_HOME is expected)"
  else
    [[ $1 =~ ^[0-9]+$ ]] || fail "--jvm $1: expected LABEL=JAVA_HOME, or a version such as 17"
    home=$(find_jdk "$1") || fail "--jvm $1: no JDK of that version found; name it: --jvm $1=JAVA_HOME"
  fi
  labels+=("$label")
  homes+=("$(absolute "$home")")
}

# A folder is named where the caller stands, but used in the project's folder.
absolute() {
  (cd -- "$1" && pwd)
}

# Prints command "$@" for the eye, or runs it; a signal ends it before it ends this script.
run() {
  if [[ $dry_run == true ]]; then
    printf '%q ' "$@" | sed 's/ $//'
    echo
    return 0
  fi
  "$@" </dev/null &
  child=$!
  local status=0
  wait "$child" || status=$?
  child=
  return "$status"
}

interrupted() {
  trap '' INT TERM HUP
  if [[ -n $child ]]; then
    kill -TERM "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  fi
  echo "run-bench.sh: interrupted" >&2
  exit "$1"
}

build_if_needed() {
  if [[ -f $jar && -z $(find pom.xml src -newer "$jar" -print | head -n 1) ]]; then
    return 0
  fi
  # Neither untested nor unformatted sources are a reason not to measure.
  JAVA_HOME=${homes[0]} run ./mvnw -B -q -DskipTests -Dspotless.check.skip=true package || fail "the build failed" 1
}

# The jar overwrites no result, so new results are new names.
results() {
  find results -maxdepth 1 -name '*.json' 2>/dev/null | LC_ALL=C sort || true
}

measure() {
  local index status
  for index in "${!homes[@]}"; do
    [[ $dry_run == true ]] || echo "== ${labels[$index]}: ${homes[$index]}"
    status=0
    run "${homes[$index]}/bin/java" "${host_options[@]}" -jar "$jar" "$@" || status=$?
    [[ $status -eq 0 ]] || exit "$status"
  done
}

child=
dry_run=false
quick=false
labels=()
homes=()
jmh=()
trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP

while [[ $# -gt 0 ]]; do
  case $1 in
    --help) usage; exit 0 ;;
    --quick) quick=true ;;
    --dry-run) dry_run=true ;;
    --jvm)
      [[ $# -ge 2 ]] || fail "--jvm: LABEL=JAVA_HOME is missing"
      add_jvm "$2"
      shift
      ;;
    --jvm=*) add_jvm "${1#--jvm=}" ;;
    --) shift; jmh+=("$@"); break ;;
    -jvm) fail "-jvm: use --jvm LABEL=JAVA_HOME" ;;
    --*) fail "unknown flag $1 (--help lists them)" ;;
    *) jmh+=("$1") ;;
  esac
  shift
done

if [[ ${#homes[@]} -eq 0 ]]; then
  found=$(find_jdk "") || fail "no JDK $oldest or newer found; set JAVA_HOME, or name one: --jvm LABEL=JAVA_HOME"
  labels=("jdk$(feature_of "$found")")
  homes=("$(absolute "$found")")
fi
if [[ $quick == true ]]; then
  jmh=("${quick_options[@]}" ${jmh[@]+"${jmh[@]}"})
fi

cd -- "$root"
build_if_needed
before=$(results)
measure ${jmh[@]+"${jmh[@]}"}
[[ $dry_run == false ]] || exit 0

[[ $quick == false ]] || echo "--quick: these numbers are for trying out; they are too few to conclude from."
new=$(LC_ALL=C comm -13 <(echo "$before") <(results))
if [[ -n $new ]]; then
  echo "Results:"
  while IFS= read -r file; do
    echo "  $root/$file"
  done <<<"$new"
fi
