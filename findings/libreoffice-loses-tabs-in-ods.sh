#!/usr/bin/env bash
# A cell whose text has a tab in it, as an answer has that was pasted from a table, is "Fares<tab>Food" in an .xlsx by
# exceljs 4.4.0, and LibreOffice (Debian's 7.4.7, headless) reads and prints it so. Saved as .ods, its own format, it comes
# back from that as "FaresFood", one word, without a warning. Of a cell with one line the tab is in the file and not read; of
# a cell with several lines it is not even written. One expects the format that a program calls its own to keep a text.
# Output seen: from xlsx: Fares<tab>Food; from ods: FaresFood; two lines in ods: FaresFood, Time; xlsx to xlsx:
# Fares<tab>Food
set -euo pipefail
for tool in soffice unzip; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 2>/dev/null
cat >write.cjs <<'JS'
const ExcelJS = require("exceljs");
const book = new ExcelJS.Workbook();
book.addWorksheet("Answers").addRows([["Fares\tFood"], ["Fares\tFood\nTime"]]);
book.xlsx.writeFile("a.xlsx");
JS
node write.cjs
converted() { soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to "$1" --outdir "$2" "$3" >/dev/null 2>&1; }
shown() { tr '\t\n' '>|' <"$1"; }
converted csv one a.xlsx
converted ods . a.xlsx
converted csv two a.ods
converted xlsx again a.xlsx
converted csv three again/a.xlsx
from_xlsx=$(shown one/a.csv)
from_ods=$(shown two/a.csv)
again=$(shown three/a.csv)
marks=$(unzip -p a.ods content.xml | grep -o '<text:tab/>' | wc -l)
echo "from xlsx: $from_xlsx; from ods: $from_ods; xlsx saved as xlsx: $again; tabs in the ods: $marks"
[ "$from_xlsx" = 'Fares>Food|"Fares>Food|Time"|' ]
[ "$from_ods" = 'FaresFood|"FaresFood|Time"|' ]
[ "$again" = "$from_xlsx" ]
