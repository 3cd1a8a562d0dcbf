#!/usr/bin/env bash
# In HTML the end tags of </td>, </th> and </tr> may be left out, and some programs and people do so. pandoc (Debian's
# 2.17.1.1) reads a list, a list of terms and a paragraph without theirs as any browser does, so one expects the same of a
# table. But one missing </td> or </tr> and the table is none: each cell becomes a paragraph of its own, so that nobody sees
# which answer belongs to whom; only --verbose says that a tag was skipped. LibreOffice (Debian's 7.4.7) keeps it.
# Output seen: list: 2 items; table: with end tags a table, without </td>, without </tr> and without both Who What Ann Fares
# in paragraphs; LibreOffice, without both: a table
set -euo pipefail
for tool in pandoc soffice; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
page() { printf '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>%s</body></html>' "$1"; }
read_by_pandoc() {
  local html
  html=$(page "$1" | pandoc --from=html --to=html 2>told)
  [ ! -s told ] || { echo "pandoc now warns: $(cat told)" >&2; exit 1; }
  if grep -q '<table' <<<"$html"; then echo table; else tr '\n' ' ' <<<"$html" | sed 's/<[^>]*>/ /g; s/  */ /g; s/^ //; s/ $//'; fi
}
items=$(page '<ul><li>one<li>two</ul>' | pandoc --from=html --to=html | grep -c '<li>')
whole=$(read_by_pandoc '<table><tr><th>Who</th><th>What</th></tr><tr><td>Ann</td><td>Fares</td></tr></table>')
cells=$(read_by_pandoc '<table><tr><th>Who<th>What</tr><tr><td>Ann<td>Fares</tr></table>')
rows=$(read_by_pandoc '<table><tr><th>Who</th><th>What</th><tr><td>Ann</td><td>Fares</td></table>')
bare='<table><tr><th>Who<th>What<tr><td>Ann<td>Fares</table>'
both=$(read_by_pandoc "$bare")
page "$bare" >bare.html
soffice -env:UserInstallation="file://$folder/profile" --headless --infilter="HTML (StarWriter)" --convert-to odt bare.html >/dev/null 2>&1
office=$(pandoc --to=html bare.odt | grep -o '<table' | tr -d '<' || true)
echo "list: $items items; whole: $whole; no </td>: $cells; no </tr>: $rows; neither: $both; LibreOffice: $office"
[ "$items" = 2 ]
[ "$whole" = table ]
for torn in "$cells" "$rows" "$both"; do [ "$torn" = "Who What Ann Fares" ]; done
[ "$office" = table ]
