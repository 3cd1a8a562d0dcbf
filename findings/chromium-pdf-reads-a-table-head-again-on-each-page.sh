#!/usr/bin/env bash
# Chromium 156 (Debian's, headless) repeats a table's head on each page that the table goes on to, and puts each of the
# repeats into the tagged structure, into the one header cell: over three pages the column is called "Who Who Who" for
# every cell that points to it. So it goes for <tfoot> and for what is position: fixed, a "Draft" in a corner. One expects
# the repeats to be artifacts, which nobody is read, as running heads of pages are; text in a margin box of the page (@page)
# is left out. display: table-row-group on the thead prints and tells the head once.
# Output seen: pages 3; in the head cell: Who Who Who; foot: Sum Sum Sum; fixed: Draft Draft Draft; table-row-group: Who;
# margin box: on 3 pages, told 0 times
set -euo pipefail
browser=${CHROMIUM:-chromium}
for tool in "$browser" pdfinfo pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
rows=$(printf '<tr><td>Ann</td></tr>%.0s' {1..100})
printed() {
  local table="<table><thead><tr><th>Who</th></tr></thead><tfoot><tr><td>Sum</td></tr></tfoot>$rows</table>"
  echo "<!doctype html><html lang='en'><title>T</title><style>$2</style>$3$table" >"$1.html"
  "$browser" --headless --no-sandbox --user-data-dir="$folder/user" --print-to-pdf="$1.pdf" --no-pdf-header-footer \
    "file://$folder/$1.html" >/dev/null 2>&1
}
told() { pdfinfo -struct-text "$1.pdf" | grep -oE "\"$2\"" | tr -d '"' | tr '\n' ' ' | sed 's/ $//'; }
printed plain '' '<p style="position: fixed; bottom: 0; right: 0">Draft</p>'
printed once 'thead { display: table-row-group }' ''
printed margin '@page { margin: 2cm; @bottom-right { content: "Draft" } }' ''
pages=$(pdfinfo plain.pdf | grep -oE '^Pages: +[0-9]+' | tr -dc 0-9)
cells=$(pdfinfo -struct plain.pdf | grep -c 'TH')
margin="on $(pdftotext margin.pdf - | grep -c Draft) pages, told $(pdfinfo -struct-text margin.pdf | grep -c Draft || true) times"
repeated="in the head cell: $(told plain Who); foot: $(told plain Sum); fixed: $(told plain Draft)"
single="table-row-group: $(told once Who); margin box: $margin"
echo "pages $pages; $repeated; $single"
[ "$pages" = 3 ]
[ "$cells" = 1 ]
[ "$repeated" = "in the head cell: Who Who Who; foot: Sum Sum Sum; fixed: Draft Draft Draft" ]
[ "$single" = "table-row-group: Who; margin box: on 3 pages, told 0 times" ]
