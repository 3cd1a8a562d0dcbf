#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) prints an <aside> as a structure element of the kind Aside, which came with PDF 2.0,
# into a file that says it is PDF 1.4, and has no role map for it. Poppler 22.12.0, which many readers on Linux are made
# with, then leaves the element out with all its words, though they are on the page. One expects an unknown kind to be
# read as plain text: <article>, <section> and <header> are. A role map, or a <div role="note">, cures it.
# Output seen: PDF-1.4; aside: lost (StructElem object is wrong type (Aside)); article: kept; section: kept; note: kept
set -euo pipefail
browser=${CHROMIUM:-chromium}
for tool in "$browser" pdfinfo pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printed() {
  printf '<!doctype html><html lang="en"><title>T</title><h1>Plan</h1>%s<p>Costs.</p></html>' "$2" >"$1.html"
  "$browser" --headless --no-sandbox --user-data-dir="$folder/user" --print-to-pdf="$1.pdf" "file://$folder/$1.html" >/dev/null 2>&1
  pdftotext "$1.pdf" - | grep -q "For trustees"
  if pdfinfo -struct-text "$1.pdf" 2>"$1.said" | grep -q "For trustees"; then echo "$1: kept"; else echo "$1: lost"; fi
}
seen="$(printed aside '<aside>For trustees</aside>')"
said=$(grep -o 'StructElem object is wrong type (Aside)' aside.said)
version=$(head -c 8 aside.pdf | tr -d '%')
rest="$(printed article '<article>For trustees</article>'); $(printed section '<section>For trustees</section>')"
rest="$rest; $(printed note '<div role="note">For trustees</div>')"
echo "$version; $seen ($said); $rest"
[ "$version; $seen" = "PDF-1.4; aside: lost" ]
[ "$rest" = "article: kept; section: kept; note: kept" ]
