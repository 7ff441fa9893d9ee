#!/usr/bin/env bash
# Finds a JDK, builds the jar if needed, and has it measure and judge (`run`); --help says the rest.
set -euo pipefail

script=${BASH_SOURCE[0]}
while [[ -L $script ]]; do
  link=$(readlink -- "$script")
  [[ $link == /* ]] || link=$(dirname -- "$script")/$link
  script=$link
done
root=$(cd -- "$(dirname -- "$script")" && pwd -P)
jar=$root/target/benchmarks.jar
oldest=17

# From JDK 24 on JMH's use of sun.misc.Unsafe prints a warning. This is the property behind the option
# --sun-misc-unsafe-memory-access, which older JVMs refuse; the forks get it from the jar, on every JVM.
properties=(-Dsun.misc.unsafe.memory.access=allow "-Dfanout.results=$root/results")

# How long a run of one arm may take, if nothing says how long or of what.
minutes_an_arm=10

usage() {
  cat <<'HELP'
Usage: ./run-bench.sh [--quick] [--jvm [LABEL=]JDK]... [--fail-on VERDICT] [--dry-run] [OPTIONS OF run]...

Builds target/benchmarks.jar if it is missing or older than the sources, and calls its `run`, which measures the JVMs by
turns, judges the ways to fan out, and the JVMs where there are several, and makes a page of it. Without flags: every
way to fan out (FanOutBenchmark), on the JVM that is found, until every verdict is decided, 10 minutes at most.

  --jvm LABEL=JAVA_HOME   measure this JVM; repeat it for more, which are held against the first
  --jvm 17                the same, where a JDK of that version is found: in JAVA_HOME, JAVA_HOME*, on the PATH, or in
                          /usr/lib/jvm, /opt, /Library/Java/JavaVirtualMachines or SDKMAN's folder
  --quick                 a complete but small pass: to try things out, not for conclusions
  --fail-on VERDICT       slower: exit with 1 if a JVM is; inconclusive: or if that is not ruled out; default: never
  --dry-run               print the commands, run nothing
  --help                  this text
  --                      everything after it goes to `run`

All flags but the last three go to `run` as they are (--rounds, --control, --order, --resume DIR, --out DIR,
-p NAME=VALUE, regular expressions of benchmarks, ...; `java -jar target/benchmarks.jar help run` lists them); folders may
be relative. Unless something says which benchmarks, or how long (--rounds, --until, --at-most, -wi, -w, -i, -r, --quick,
--resume), it is `--until decided --at-most 10m`; with several JVMs, 10 minutes for each, the control among them.

Exit codes: 0 fine; 1 a build or a fork failed, or what --fail-on names; 2 bad usage; 130 interrupted.
HELP
}

fail() {
  echo "run-bench.sh: $1" >&2
  exit "$2"
}

# Prints the folders that may hold a JDK, one a line, the likeliest first; some may not exist.
candidates() {
  local java variable
  echo "${JAVA_HOME:-}"
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

# Prints the first JDK that is new enough to build, and to start the forks.
find_jdk() {
  local home feature
  while IFS= read -r home; do
    [[ -n $home && -x $home/bin/java ]] || continue
    feature=$("$home/bin/java" -XshowSettings:properties -version 2>&1 </dev/null |
      sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}\([0-9]*\).*$/\2/p' || true)
    if [[ ${feature:-0} -ge $oldest ]]; then
      (cd -- "$home" && pwd)
      return 0
    fi
  done < <(candidates)
  return 1
}

# Prints command "$@" for the eye.
show() {
  printf '%q ' "$@" | sed 's/ $//'
  echo
}

build_if_needed() {
  if [[ -f $jar && -z $(find "$root/pom.xml" "$root/src" -newer "$jar" -print | head -n 1) ]]; then
    return 0
  fi
  # Neither untested nor unformatted sources are a reason not to measure.
  local status=0 build=(./mvnw -B -q -DskipTests -Dspotless.check.skip=true package)
  if [[ $dry_run == true ]]; then
    show "${build[@]}"
    return 0
  fi
  (cd -- "$root" && JAVA_HOME=$jdk "${build[@]}" </dev/null) || status=$?
  # Above 128 it was a signal that ended it.
  [[ $status -le 128 ]] || exit "$status"
  [[ $status -eq 0 ]] || fail "the build failed" 1
}

dry_run=false
told=false
arms=0
arguments=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --help) usage; exit 0 ;;
    --dry-run) dry_run=true ;;
    # What these say is neither which benchmarks nor how long; the first have a value.
    --jvm | --arm | --jvm-args | -jvmArgs | --fail-on | --out | --server-jvm | -p | -prof | -bm | -t | -to | --seed | \
      --alive | --server)
      [[ $1 != --jvm && $1 != --arm ]] || arms=$((arms + 1))
      arguments+=("${@:1:2}")
      [[ $# -lt 2 ]] || shift
      ;;
    --jvm=* | --arm=* | --control) arms=$((arms + 1)); arguments+=("$1") ;;
    --jvm-args=* | --fail-on=* | --out=* | --server-jvm=* | -p?* | --seed=* | --order=turns | --alive=* | --server=* | \
      --no-report) arguments+=("$1") ;;
    --) shift; told=true; arguments+=("$@"); break ;;
    *) told=true; arguments+=("$1") ;;
  esac
  shift
done
if [[ $told == false ]]; then
  minutes=$((minutes_an_arm * (arms > 1 ? arms : 1)))
  arguments=(--until decided --at-most "${minutes}m" ${arguments[@]+"${arguments[@]}"})
fi

jdk=$(find_jdk) || fail "no JDK $oldest or newer found; set JAVA_HOME" 2
build_if_needed
# Where somebody watches, the progress is written over as it goes.
[[ ! -t 1 ]] || properties+=(-Dfanout.interactive=true)
run=("$jdk/bin/java" "${properties[@]}" -jar "$jar" run ${arguments[@]+"${arguments[@]}"})
if [[ $dry_run == true ]]; then
  show "${run[@]}"
  exit 0
fi
exec "${run[@]}" </dev/null
