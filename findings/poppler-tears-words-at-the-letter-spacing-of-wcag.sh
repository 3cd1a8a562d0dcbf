#!/usr/bin/env bash
# WCAG 2.2 (1.4.12) asks that a text can be set with its letters 0.12 em apart. Printed so by Chromium 156 (Debian's,
# headless), Poppler 22.12.0's pdftotext takes every gap for the end of a word: "Trustees decide" comes out as
# "Tr u s t e e s d e c i d e", so nobody can search it or copy from it. One expects that the wider the gap the worse; but
# at 0.2 and 0.3 em the words are whole again. The PDF says nothing wrong: in its structure the words are whole each time.
# Output seen: 0.1em: Trustees decide; 0.12em: Tr u s t e e s d e c i d e; 0.15em: the same; 0.2em, 0.3em: Trustees decide
set -euo pipefail
browser=${CHROMIUM:-chromium}
for tool in "$browser" pdfinfo pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
read_back() {
  printf '<!doctype html><html lang="en"><title>T</title><p style="letter-spacing: %s">Trustees decide</p>' "$1" >"$1.html"
  "$browser" --headless --no-sandbox --user-data-dir="$folder/user" --no-pdf-header-footer --print-to-pdf="$1.pdf" \
    "file://$folder/$1.html" >/dev/null 2>&1
  pdfinfo -struct-text "$1.pdf" | grep -q '"Trustees decide"'
  pdftotext "$1.pdf" - | tr -d '\f' | head -n 1
}
for gap in 0.1em 0.12em 0.15em 0.2em 0.3em; do
  words=$(read_back "$gap")
  echo "$gap: $words"
  case $gap in
    0.12em | 0.15em) [ "$words" = "Tr u s t e e s d e c i d e" ] ;;
    *) [ "$words" = "Trustees decide" ] ;;
  esac
done
