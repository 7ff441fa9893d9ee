#!/usr/bin/env bash
# Judges the run by the threshold, and shows the verdicts. Output `status`: 1 if they are what `fail-on` names, or a
# fork failed.
set -euo pipefail
# shellcheck source=common.sh
source "$GITHUB_ACTION_PATH/common.sh"

status=0
compare=(compare --threshold "$THRESHOLD")
fanout "${compare[@]}" --fail-on "$FAIL_ON" --format json --output "$FOLDER/comparison.json" "$FOLDER" || status=$?
[[ $status -le 1 ]] || fail "there is nothing to judge; the line above says why" "$status"
for format in markdown:md html:html; do
  fanout "${compare[@]}" --fail-on never --format "${format%:*}" --output "$FOLDER/comparison.${format#*:}" "$FOLDER"
done
{
  cat -- "$FOLDER/comparison.md"
  printf '\nEvery plot is in report.html in the artifact fanout-%s of [this run](%s).\n' "$NAME" "$(run_page)"
} >>"$GITHUB_STEP_SUMMARY"
if [[ $MEASURED -ne 0 ]]; then
  echo "::error title=Fanout::a fork failed; the verdicts rest on the others"
  status=1
elif [[ $status -eq 1 ]]; then
  echo "::error title=Fanout::$NAME: a benchmark is what fail-on: $FAIL_ON names"
fi
output status "$status"
