#!/usr/bin/env bash
# What the steps of the action share.

# Prints text as the runner takes it in a command: a line break would begin another one.
escaped() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

# fail MESSAGE [STATUS]: ends the step with one line, which the page of the run shows, too.
fail() {
  echo "::error title=Fanout::$(escaped "$1")"
  exit "${2:-2}"
}

notice() {
  echo "::notice title=Fanout::$(escaped "$1")"
}

# output NAME VALUE: VALUE may have several lines.
output() {
  local end=END_OF_FANOUT_OUTPUT
  [[ $2 != *$end* ]] || fail "$1: must not contain $end"
  printf '%s<<%s\n%s\n%s\n' "$1" "$end" "$2" "$end" >>"$GITHUB_OUTPUT"
}

# fanout ARGUMENT...: the program itself. From JDK 24 on JMH's use of sun.misc.Unsafe prints a warning without this.
fanout() {
  local java=java
  [[ -z ${JAVA_HOME:-} ]] || java=$JAVA_HOME/bin/java
  "$java" -Dsun.misc.unsafe.memory.access=allow -jar "$FANOUT" "$@" </dev/null
}

# The page of this run of the workflow, where its artifacts are.
run_page() {
  echo "${GITHUB_SERVER_URL:-}/${GITHUB_REPOSITORY:-}/actions/runs/${GITHUB_RUN_ID:-}"
}
