#!/usr/bin/env bash
# A cell of an .xlsx (by exceljs 4.4.0) with the format dd/mm/yyyy shows 04/03/2027, the fourth of March, in LibreOffice
# (Debian's 7.4.7), wherever it runs. Converted to CSV it is 03/04/2027 on a computer set to no country (LC_ALL=C.UTF-8) and
# 04/03/2027 on a British one; so is a cell that shows "4 March 2027", in words. Nothing in the file says which it is. One
# expects what the cell shows, since a day written yyyy-mm-dd does stay. "As shown" is an option that is off here (token 8).
# Output seen: C: 03/04/2027 03/04/2027 2027-03-04; en_GB: 04/03/2027 04/03/2027 2027-03-04; as shown: 04/03/2027 "4 March
# 2027" 2027-03-04
set -euo pipefail
command -v soffice >/dev/null || { echo "Needs soffice." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 2>/dev/null
cat >write.cjs <<'JS'
const ExcelJS = require("exceljs");
const book = new ExcelJS.Workbook();
const row = book.addWorksheet("Actions").addRow(Array(3).fill(new Date(Date.UTC(2027, 2, 4))));
["dd/mm/yyyy", "d mmmm yyyy", "yyyy-mm-dd"].forEach((format, at) => (row.getCell(at + 1).numFmt = format));
book.xlsx.writeFile("a.xlsx");
JS
node write.cjs
converted() { # locale, filter
  LC_ALL=$1 LANG=$1 soffice -env:UserInstallation="file://$folder/profile-$1" --headless --convert-to "$2" a.xlsx >/dev/null 2>&1
  cat a.csv
}
none=$(converted C.UTF-8 csv)
british=$(converted en_GB.UTF-8 csv)
shown=$(converted C.UTF-8 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true')
echo "C: $none; en_GB: $british; as shown: $shown"
[ "$none" = "03/04/2027,03/04/2027,2027-03-04" ]
[ "$british" = "04/03/2027,04/03/2027,2027-03-04" ]
[ "$shown" = "04/03/2027,4 March 2027,2027-03-04" ]
