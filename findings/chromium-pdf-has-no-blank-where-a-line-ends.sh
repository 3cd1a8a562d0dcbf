#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) prints no blank where a line of a paragraph ends, neither on the page nor in the
# tagged structure: whoever takes the words from the structure (here Poppler 22.12.0) gets "groupdecides", one for each
# line end, in a document that Chromium itself made for screen readers. pdftotext, which goes by places on the page, sees two
# words. One expects the blank that stands in the HTML, and that a screen reader hears on the page itself. With
# white-space: pre-wrap it is there; with pre-line it is not.
# Output seen: normal: Everygroupdecidestogether; pre-line: the same; pre-wrap: Every group decides together
set -euo pipefail
browser=${CHROMIUM:-chromium}
for tool in "$browser" pdfinfo pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printed() {
  local style="width: 4em; white-space: $1"
  echo "<!doctype html><html lang='en'><title>T</title><p style='$style'>Every group decides together</p>" >"$1.html"
  "$browser" --headless --no-sandbox --user-data-dir="$folder/user" --no-pdf-header-footer --print-to-pdf="$1.pdf" \
    "file://$folder/$1.html" >/dev/null 2>&1
  [ "$(pdftotext "$1.pdf" - | grep -cE '^(Every|group|decides|together)$')" = 4 ]
  local words
  words=$(pdfinfo -struct-text "$1.pdf" | grep -o '"[^"]*"' | tr -d '"\n')
  echo "$1: $words"
}
seen="$(printed normal); $(printed pre-line); $(printed pre-wrap)"
echo "$seen"
[ "$seen" = "normal: Everygroupdecidestogether; pre-line: Everygroupdecidestogether; pre-wrap: Every group decides together" ]
