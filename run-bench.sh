#!/usr/bin/env bash
# Builds the jar if needed, measures the JVMs asked for, and judges what was measured; --help says the rest.
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

# From JDK 24 on JMH's use of sun.misc.Unsafe prints a warning. This is the property behind the option
# --sun-misc-unsafe-memory-access, which older JVMs refuse; the forks get it from the jar, on every JVM.
host_options=(-Dsun.misc.unsafe.memory.access=allow)

# With 5 rounds of 6 ways to fan out, a second an iteration: 8 to 9 minutes, as computed. Half the benchmark's own
# warm-up: a longer one is what an answer that matters is worth; `compare` names what was still warming up.
unless_told=(-wi 10 -i 3)

# A comparison is over before the second compiler would pay.
short_lived=(-XX:TieredStopAtLevel=1)

usage() {
  cat <<'EOF'
Usage: ./run-bench.sh [--quick] [--jvm LABEL=JAVA_HOME]... [--fail-on VERDICT] [--dry-run] [OPTIONS OF run]...

Builds target/benchmarks.jar if it is missing or older than the sources, measures the JVMs by turns (`run`), judges the
ways to fan out, and the JVMs where there are several (`compare`), and makes a page of it (`report`). Without flags: every
way to fan out (FanOutBenchmark), on the JVM that is found, in less than 10 minutes.

  --jvm LABEL=JAVA_HOME   measure this JVM; repeat it for more, which are held against the first
  --jvm 17                the same, where a JDK of that version is found: in JAVA_HOME, JAVA_HOME*, on the PATH, or in
                          /usr/lib/jvm, /opt, /Library/Java/JavaVirtualMachines or SDKMAN's folder
  --quick                 a complete but small pass: to try things out, not for conclusions
  --fail-on VERDICT       slower or inconclusive: exit with 1 if the comparison of the JVMs says so; default: never
  --dry-run               print the commands, run nothing
  --help                  this text
  --                      everything after it goes to `run`

All else goes to `run` as it is (--rounds, --control, --order, --resume DIR, --out DIR, -p NAME=VALUE, regular
expressions of benchmarks, ...); folders may be relative. With --resume no JVM is added to those of the folder. Unless
something says which benchmarks, or how long (--rounds, -wi, -w, -i, -r, --quick), a fork has 10 iterations of warm-up and
3 that are measured, where the benchmark's own are 20 and 5.

Exit codes: 0 fine; 1 a build or a fork failed, or what --fail-on names; 2 bad usage; 130 interrupted.
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

# Prints the path of a folder that need not exist yet, seen from where the caller stands.
from_here() {
  if [[ $1 == /* ]]; then
    printf '%s\n' "$1"
  else
    printf '%s\n' "$here/$1"
  fi
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

# Calls `run`; where somebody watches, its progress is written over as it goes.
measure() {
  local watched=()
  [[ ! -t 1 ]] || watched=(-Dfanout.interactive=true)
  run "${homes[0]}/bin/java" "${host_options[@]}" ${watched[@]+"${watched[@]}"} -jar "$jar" run "$@"
}

# The jar as a program that is soon over.
tool() {
  run "${homes[0]}/bin/java" "${short_lived[@]}" "${host_options[@]}" -jar "$jar" "$@"
}

# Judges as "$@" says. Prints one line instead, and returns 3, where there is nothing to compare.
compare() {
  if [[ $dry_run == true ]]; then
    tool compare "$@"
    return 0
  fi
  local status=0
  tool compare "$@" 2>"$scratch/complaint" || status=$?
  # Of what ends with 2, only this is no fault: compare has no exit code of its own for it.
  if [[ $status -eq 2 ]] &&
    grep -E 'nothing to compare|no class has two methods|has no benchmark in common' "$scratch/complaint" >/dev/null; then
    return 3
  fi
  cat "$scratch/complaint" >&2
  return "$status"
}

# One file of results a JVM, the control's included, beside those of the run itself.
has_several_jvms() {
  if [[ $dry_run == true ]]; then
    [[ ${#labels[@]} -gt 1 ]]
    return
  fi
  local file count=0
  for file in "$directory"/*.json; do
    case ${file##*/} in
      manifest.json | comparison.json) ;;
      *) count=$((count + 1)) ;;
    esac
  done
  [[ $count -gt 1 ]]
}

blank_line() {
  [[ $dry_run == true ]] || echo
}

# Prints the verdicts, the JVMs' last, and writes comparison.json and comparison.md; returns the exit code.
judge() {
  local several=false status=0 format extension by=(--by strategy)
  has_several_jvms && several=true
  blank_line
  compare --by strategy --fail-on never "$directory" || status=$?
  if [[ $status -eq 3 ]]; then
    echo "One benchmark: there are no two ways to fan out to compare with each other."
    [[ $several == true ]] || return 0
  elif [[ $status -ne 0 ]]; then
    return "$status"
  fi
  [[ $several == false ]] || by=(--by jvm)
  for format in json markdown; do
    extension=${format/markdown/md}
    status=0
    compare "${by[@]}" --fail-on never --format "$format" --output "$directory/comparison.$extension" "$directory" ||
      status=$?
    [[ $status -eq 0 || $status -eq 3 ]] || return "$status"
  done
  if [[ $several == false ]]; then
    [[ -z $fail_on || $dry_run == true ]] || echo "--fail-on: there is one JVM, and so no verdict on JVMs."
    return 0
  fi
  status=0
  blank_line
  compare "${by[@]}" --fail-on "${fail_on:-never}" "$directory" || status=$?
  if [[ $status -eq 3 ]]; then
    echo "The JVMs have no benchmark in common: there is nothing to compare."
    return 0
  fi
  return "$status"
}

here=$PWD
directory=
child=
dry_run=false
quick=false
resume=false
told=false
fail_on=
labels=()
homes=()
rest=()
trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP

while [[ $# -gt 0 ]]; do
  # --flag=value is --flag value, for the flags that are looked at here.
  case $1 in
    --jvm=* | --fail-on=* | --out=* | --resume=* | --server-jvm=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
  esac
  case $1 in
    --jvm) [[ $# -ge 2 ]] || fail "--jvm: LABEL=JAVA_HOME is missing" ;;
    --fail-on | --out | --resume | --server-jvm) [[ $# -ge 2 && -n $2 ]] || fail "$1: its value is missing" ;;
  esac
  case $1 in
    --help) usage; exit 0 ;;
    --quick) quick=true told=true ;;
    --dry-run) dry_run=true ;;
    --jvm) add_jvm "$2"; shift ;;
    --fail-on)
      [[ $2 =~ ^(slower|inconclusive|never)$ ]] || fail "--fail-on $2: expected slower, inconclusive or never"
      fail_on=$2
      shift
      ;;
    --out | --resume | --server-jvm)
      rest+=("$1" "$(from_here "$2")")
      [[ $1 != --resume ]] || resume=true told=true
      [[ $1 == --server-jvm ]] || directory=$(from_here "$2")
      shift
      ;;
    --) shift; told=true; rest+=("$@"); break ;;
    -jvm) fail "-jvm: use --jvm LABEL=JAVA_HOME" ;;
    -p | --seed | --order | --alive | --server)
      rest+=("${@:1:2}")
      [[ $# -lt 2 ]] || shift
      ;;
    --seed=* | --order=* | --alive=* | --server=* | --control | -p?*) rest+=("$1") ;;
    # How long, or which benchmarks: nothing is left to say.
    *) told=true; rest+=("$1") ;;
  esac
  shift
done

arguments=()
for index in ${homes[@]+"${!homes[@]}"}; do
  arguments+=(--jvm "${labels[$index]}=${homes[$index]}")
done
if [[ ${#homes[@]} -eq 0 ]]; then
  found=$(find_jdk "") || fail "no JDK $oldest or newer found; set JAVA_HOME, or name one: --jvm LABEL=JAVA_HOME"
  homes=("$(absolute "$found")")
  # The folder of a run that is resumed knows its JVMs; this one is then only what `run` itself runs on.
  [[ $resume == true ]] || arguments=(--jvm "$(feature_of "$found")=${homes[0]}")
fi
[[ $quick == false ]] || arguments+=(--quick)
[[ $told == true ]] || arguments+=("${unless_told[@]}")
if [[ -z $directory ]]; then
  directory=$root/results/$(date -u +%Y%m%d-%H%M%S)-$(uname -n | sed 's/[.].*//; s/[^A-Za-z0-9-]//g')
  # Relative, since the manifest keeps the command, and need not tell where the project lies.
  arguments+=(--out "${directory#"$root/"}")
fi

cd -- "$root"
build_if_needed
scratch=
if [[ $dry_run == false ]]; then
  scratch=$(mktemp -d)
  trap 'rm -rf -- "$scratch"' EXIT
fi
measured=0
measure ${arguments[@]+"${arguments[@]}"} ${rest[@]+"${rest[@]}"} || measured=$?
# 1 is a fork that failed: what the others measured is worth a look.
[[ $measured -le 1 ]] || exit "$measured"
status=0
judge || status=$?
tool report "$directory" || [[ $status -ne 0 ]] || status=1
[[ $dry_run == false ]] || exit 0
[[ $measured -eq 0 ]] || status=1

[[ $quick == false ]] || echo "--quick: these verdicts are for trying out; they rest on too little to conclude from."
echo "Results: $directory"
[[ $status -eq 0 ]] || exit "$status"
