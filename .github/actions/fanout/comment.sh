#!/usr/bin/env bash
# Writes the verdicts to the pull request: one comment, which the next run of the same name rewrites. Where the token may
# not write, as in a pull request from a fork, or the API does not answer, the job goes on without.
set -euo pipefail
# shellcheck source=common.sh
source "$GITHUB_ACTION_PATH/common.sh"

page_size=100
# The API takes 65,536 characters.
most=60000
patience_seconds=30

# api METHOD PATH [BODY-FILE]: sets `code` to the status of the answer, 000 if there is none; the answer goes to $answer.
# The token is on no command line, where other processes could read it.
api() {
  local arguments=(--silent --show-error --max-time "$patience_seconds" --request "$1" --output "$answer"
    --write-out '%{http_code}' --header "Accept: application/vnd.github+json")
  [[ $# -lt 3 ]] || arguments+=(--header "Content-Type: application/json" --data-binary "@$3")
  code=$(curl "${arguments[@]}" --config <(printf 'header = "Authorization: Bearer %s"\n' "$TOKEN") \
    "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/$2") || code=000
}

# Ends the step, well, unless the answer is what is wanted.
expect() {
  case $code in
    "$1") ;;
    401 | 403 | 404)
      notice "no comment: the token may not write to this pull request ($code); the summary of the run has the verdicts"
      exit 0
      ;;
    *)
      echo "::warning title=Fanout::no comment: the API answered $code; the summary of the run has the verdicts"
      exit 0
      ;;
  esac
}

# Prints the comment. If it is too long, what is folded away is left out, and of a table that is too long itself, the end.
body() {
  local text
  text=$(<"$FOLDER/comparison.md")
  [[ ${#text} -le $most ]] || text=${text%%$'\n<details>'*}
  if [[ ${#text} -gt $most ]]; then
    text=${text:0:most}
    text=${text%$'\n'*}$'\n\n'"(cut off here)"
  fi
  printf '%s\n%s\n\nMore in the artifact fanout-%s of [this run](%s).\n' "$marker" "$text" "$NAME" "$(run_page)"
}

# Sets `id` to the first comment that has the marker; empty if none has.
find_comment() {
  local page=1 count=$page_size
  id=
  while [[ -z $id && $count -eq $page_size ]]; do
    api GET "issues/$number/comments?per_page=$page_size&page=$page"
    expect 200
    if ! count=$(jq length "$answer") ||
      ! id=$(jq -r '[.[] | select(.body // "" | startswith(env.marker)) | .id][0] // empty' "$answer"); then
      code="no list of comments"
      expect 200
    fi
    page=$((page + 1))
  done
}

number=$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")
if [[ -z $number ]]; then
  echo "no comment: this is no pull request"
  exit 0
fi
export marker="<!-- fanout --><!-- $NAME -->"
answer=$(mktemp -- "$RUNNER_TEMP/fanout-answer-XXXXXX")
request=$(mktemp -- "$RUNNER_TEMP/fanout-request-XXXXXX")
find_comment
body | jq -Rs '{body: .}' >"$request"
if [[ -n $id ]]; then
  api PATCH "issues/comments/$id" "$request"
  expect 200
else
  api POST "issues/$number/comments" "$request"
  expect 201
fi
echo "comment: $(jq -r '.html_url // ""' "$answer")"
