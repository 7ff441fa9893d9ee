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
log=$root/target/build.log
oldest=17

# From JDK 24 on JMH's use of sun.misc.Unsafe prints a warning. This is the property behind the option
# --sun-misc-unsafe-memory-access, which older JVMs refuse; the forks get it from the jar, on every JVM.
# The last says how this script is called again.
program=$0
[[ $program == */* ]] || program=./$program
properties=(-Dsun.misc.unsafe.memory.access=allow "-Dfanout.results=$root/results" "-Dfanout.program=$program")

# How long a run of one arm may take, if nothing says how long or of what.
minutes_an_arm=10

usage() {
  cat <<'HELP'
Usage: ./run-bench.sh [--quick] [--jvm [LABEL=]JDK]... [--fail-on VERDICT] [--dry-run] [OPTIONS OF run]...
       ./run-bench.sh COMMAND [ARGUMENTS]...

Builds target/benchmarks.jar if it is missing or older than the sources, and calls its `run`, which measures the JVMs by
turns, judges the ways to fan out, and the JVMs where there are several, and makes a page of it. Without flags: every
way to fan out (FanOutBenchmark), on the JVM that is found, until every verdict is decided, 10 minutes at most.

  --jvm LABEL=JAVA_HOME   measure this JVM; repeat it for more, which are held against the first
  --jvm 17                the same, where a JDK of that version is found: in JAVA_HOME, JAVA_HOME*, on the PATH, or in
                          /usr/lib/jvm, /opt, /Library/Java/JavaVirtualMachines or SDKMAN's folder
  --quick                 a complete but small pass: to try things out, not for conclusions
  --fail-on VERDICT       slower: exit with 1 if a JVM is; inconclusive: or if that is not ruled out; default: never
  --threshold RATIO       the smallest change that matters: 5%, or 0.05; default: 3%
  --dry-run               print the commands, run nothing
  -l, -lp, -lprof, -lrf   what there is: the benchmarks, their parameters, JMH's profilers, its formats
  --version               of the program, its commit and JMH
  -h, --help              this text
  --                      everything after it goes to `run`

The commands of the jar (run, compare, report, serve, doctor, help) go to it as they are: `./run-bench.sh compare a.json
b.json`. All other flags go to `run` as they are (--rounds, --control, --order, --resume DIR, --out DIR,
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
  if [[ -f $jar && -z $(find "$root/pom.xml" "$root/src" -newer "$jar" -print 2>/dev/null | head -n 1) ]]; then
    return 0
  fi
  # Neither untested nor unformatted sources are a reason not to measure.
  local status=0 build=(./mvnw -B -q -DskipTests -Dspotless.check.skip=true package)
  if [[ $dry_run == true ]]; then
    show "${build[@]}"
    return 0
  fi
  [[ -f $root/pom.xml ]] || fail "there is no $jar, and no pom.xml beside this script to build it from" 2
  mkdir -p "$root/target"
  (cd -- "$root" && JAVA_HOME=$jdk "${build[@]}" </dev/null >"$log" 2>&1) || status=$?
  # Above 128 it was a signal that ended it.
  [[ $status -le 128 ]] || exit "$status"
  [[ $status -eq 0 && -f $jar ]] || fail "the build failed: $(first_error)(all of it: $log)" 1
}

# Prints the first complaint of the build, with a blank, if it has one.
first_error() {
  local line
  line=$(grep -m 1 '^\[ERROR\]' "$log" || head -n 1 "$log")
  [[ -z $line ]] || printf '%s ' "${line#"[ERROR] "}"
}

# Makes ready all that the jar needs.
find_and_build() {
  jdk=$(find_jdk) || fail "no JDK $oldest or newer found; set JAVA_HOME" 2
  build_if_needed
  # Where somebody watches, the progress is written over as it goes.
  [[ ! -t 1 ]] || properties+=(-Dfanout.interactive=true)
}

# Prints the command "$@", or becomes it.
finish() {
  if [[ $dry_run == true ]]; then
    show "$@"
    exit 0
  fi
  exec "$@"
}

jdk=
dry_run=false
if [[ ${1:-} == --dry-run ]]; then
  dry_run=true
  shift
fi
case ${1:-} in
  run | compare | report | serve | doctor | help | --version | -l | -lp | -lprof | -lrf)
    find_and_build
    finish "$jdk/bin/java" "${properties[@]}" -jar "$jar" "$@"
    ;;
esac

told=false
arms=0
arguments=()
while [[ $# -gt 0 ]]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --dry-run) dry_run=true ;;
    # What these say is neither which benchmarks nor how long; the first have a value.
    --jvm | --arm | --jvm-args | -jvmArgs | --fail-on | --threshold | --alpha | --out | --server-jvm | -p | -prof | \
      -bm | -t | -to | --seed | --alive | --server)
      [[ $1 != --jvm && $1 != --arm ]] || arms=$((arms + 1))
      arguments+=("${@:1:2}")
      [[ $# -lt 2 ]] || shift
      ;;
    --jvm=* | --arm=* | --control) arms=$((arms + 1)); arguments+=("$1") ;;
    --jvm-args=* | --fail-on=* | --threshold=* | --alpha=* | --out=* | --server-jvm=* | -p?* | --seed=* | \
      --order=turns | --alive=* | --server=* | --no-report) arguments+=("$1") ;;
    --) shift; told=true; arguments+=("$@"); break ;;
    *) told=true; arguments+=("$1") ;;
  esac
  shift
done
if [[ $told == false ]]; then
  minutes=$((minutes_an_arm * (arms > 1 ? arms : 1)))
  arguments=(--until decided --at-most "${minutes}m" ${arguments[@]+"${arguments[@]}"})
fi

find_and_build
finish "$jdk/bin/java" "${properties[@]}" -jar "$jar" run ${arguments[@]+"${arguments[@]}"} </dev/null
