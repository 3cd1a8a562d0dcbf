#!/usr/bin/env bash
# LibreOffice (Debian's 7.4.7, headless) saves a plain TRUE of an .xlsx, such as a ticked answer of a survey, as the formula
# TRUE(). openpyxl 3.0.9 (Debian's), as it reads by itself, then gives the text "=TRUE()", and exceljs 4.4.0 an object; of
# the file as it was both give true. One expects that opening a sheet and saving it changes no value; numbers, days and
# texts stay what they are. read-excel-file 9.3.17 gives true of both, and so does openpyxl with data_only=True.
# Output seen: as written: openpyxl True 12 'yes', exceljs true 12 "yes", read-excel-file true 12 "yes";
# saved by LibreOffice: openpyxl '=TRUE()' 12 'yes', exceljs {"formula":"TRUE()","result":true} 12 "yes",
# read-excel-file true 12 "yes"
set -euo pipefail
python=/usr/bin/python3
command -v soffice >/dev/null || { echo "Needs soffice." >&2; exit 2; }
"$python" -c 'import openpyxl' 2>/dev/null || { echo "Needs Debian's python3-openpyxl." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 read-excel-file@9.3.17 2>/dev/null
cat >write.mjs <<'JS'
import ExcelJS from "exceljs";
const book = new ExcelJS.Workbook();
book.addWorksheet("Answers").addRow([true, 12, "yes"]);
await book.xlsx.writeFile("written.xlsx");
JS
cat >read.mjs <<'JS'
import ExcelJS from "exceljs";
import { readSheet } from "read-excel-file/node";
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(process.argv[2]);
const shown = (values) => values.map((value) => JSON.stringify(value)).join(" ");
const [row] = await readSheet(process.argv[2]);
console.log(`exceljs ${shown(book.worksheets[0].getRow(1).values.slice(1))}, read-excel-file ${shown(row)}`);
JS
cat >read.py <<'PY'
import sys
from openpyxl import load_workbook
row = next(load_workbook(sys.argv[1]).active.iter_rows(values_only=True))
assert next(load_workbook(sys.argv[1], data_only=True).active.iter_rows(values_only=True)) == (True, 12, "yes")
print("openpyxl", *(repr(value) for value in row), end=", ")
PY
node write.mjs
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to xlsx --outdir saved written.xlsx >/dev/null 2>&1
read_back() { "$python" read.py "$1" && node read.mjs "$1"; }
written=$(read_back written.xlsx)
saved=$(read_back saved/written.xlsx)
echo "as written: $written"
echo "saved by LibreOffice: $saved"
[ "$written" = "openpyxl True 12 'yes', exceljs true 12 \"yes\", read-excel-file true 12 \"yes\"" ]
formula='{"formula":"TRUE()","result":true}'
[ "$saved" = "openpyxl '=TRUE()' 12 'yes', exceljs $formula 12 \"yes\", read-excel-file true 12 \"yes\"" ]
