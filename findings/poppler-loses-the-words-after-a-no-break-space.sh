#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) marks a no-break space in a PDF with the text that it stands for (ActualText), inside
# the paragraph. Poppler 22.12.0 takes the end of that mark for the end of the paragraph's own: in the structure, which is
# what is read aloud, the rest of the paragraph is missing, though it is on the page and in pdftotext. A soft hyphen, a
# thin space and a zero-width space do the same; an en dash or a no-break hyphen does not. One expects a careful
# "£&nbsp;600" to be read as any other. <span style="white-space: nowrap"> keeps the two together and costs nothing.
# Output seen: nbsp: Costs £; shy: Costs £; thinsp: Costs £; ndash: Costs £–600 a year; nowrap: Costs £ 600 a year
set -euo pipefail
browser=${CHROMIUM:-chromium}
for tool in "$browser" pdfinfo pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printed() {
  printf '<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title><p>Costs %s a year</p>' "$2" >"$1.html"
  "$browser" --headless --no-sandbox --user-data-dir="$folder/user" --no-pdf-header-footer --print-to-pdf="$1.pdf" \
    "file://$folder/$1.html" >/dev/null 2>&1
  pdftotext "$1.pdf" - | grep -q "600 a year"
  local words
  words=$(pdfinfo -struct-text "$1.pdf" | grep -o '"[^"]*"' | tr -d '"\n' | sed 's/ *$//')
  echo "$1: $words"
}
seen="$(printed nbsp '£&nbsp;600'); $(printed shy '£&shy;600'); $(printed thinsp '£&thinsp;600')"
whole="$(printed ndash '£&ndash;600'); $(printed nowrap '<span style="white-space: nowrap">£ 600</span>')"
echo "$seen; $whole"
[ "$seen" = "nbsp: Costs £; shy: Costs £; thinsp: Costs £" ]
[ "$whole" = "ndash: Costs £–600 a year; nowrap: Costs £ 600 a year" ]
