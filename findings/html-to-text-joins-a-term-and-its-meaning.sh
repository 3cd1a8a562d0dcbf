#!/usr/bin/env bash
# html-to-text (npm) 10.0.1 puts each paragraph on lines of its own. Not so a list of terms: <dt>Fares</dt><dd>Paid the same
# day</dd> comes out as "FaresPaid the same day", and the next term is joined to the last meaning. So are the cells of a
# table, unless "dataTable" is asked for, which its manual tells; of <dl> it says nothing. One expects that no two blocks
# share a word. pandoc (Debian's 2.17.1.1) parts them.
# Output seen: html-to-text FaresPaid the same dayFoodWe cook; paragraphs parted; pandoc Fares Paid the same day Food We cook
set -euo pipefail
command -v pandoc >/dev/null || { echo "Needs pandoc." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund html-to-text@10.0.1
html='<dl><dt>Fares</dt><dd>Paid the same day</dd><dt>Food</dt><dd>We cook</dd></dl>'
terms=$(node -p 'require("html-to-text").convert(process.argv[1])' "$html")
paragraphs=$(node -p 'require("html-to-text").convert(process.argv[1])' "${html//d[lt]>/p>}")
pandoc=$(pandoc --from=html --to=plain <<<"$html" | xargs)
echo "html-to-text: $terms; as paragraphs: $(xargs <<<"$paragraphs"); pandoc: $pandoc"
[ "$terms" = "FaresPaid the same dayFoodWe cook" ]
[ "$(xargs <<<"$paragraphs")" = "$pandoc" ]
[ "$pandoc" = "Fares Paid the same day Food We cook" ]
