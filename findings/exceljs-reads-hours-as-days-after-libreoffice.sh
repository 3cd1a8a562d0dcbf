#!/usr/bin/env bash
# exceljs 4.4.0 takes a number for a day of the year 1900 as soon as its format has a d, m, y, h or s outside of quotes,
# also where a backslash or an underscore says that the letter is only shown: 12 written as 12h (0\h) comes back as 11
# January 1900. In quotes ("d"0) it stays 12, so one writes quotes; but LibreOffice (Debian's 7.4.7) turns them into
# backslashes when it saves the file, and then exceljs reads days where it had read numbers. read-excel-file 9.3.17
# reads 12 each time. So a register whose numbers have a unit changes when somebody else saves it.
# Output seen: as written: "d"0 12, 0\h 1900-01-11, 0_d 1900-01-11; saved by LibreOffice: \d0 1900-01-11, …; read-excel-file: 12
set -euo pipefail
for tool in soffice unzip; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 read-excel-file@9.3.17 2>/dev/null
cat >write.mjs <<'JS'
import ExcelJS from "exceljs";
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet("Actions");
for (const format of ['"d"0', "0\\h", "0_d"]) sheet.addRow([12]).getCell(1).numFmt = format;
await book.xlsx.writeFile("written.xlsx");
JS
cat >read.mjs <<'JS'
import ExcelJS from "exceljs";
import { readSheet } from "read-excel-file/node";
const shown = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(process.argv[2]);
const ours = [1, 2, 3].map((row) => shown(book.worksheets[0].getCell(row, 1).value));
const others = (await readSheet(process.argv[2])).map(([value]) => shown(value));
console.log(`exceljs ${ours.join(" ")}; read-excel-file ${others.join(" ")}`);
JS
node write.mjs
written=$(node read.mjs written.xlsx)
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to ods written.xlsx >/dev/null 2>&1
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir saved written.ods >/dev/null 2>&1
formats=$(unzip -p saved/written.xlsx xl/styles.xml | grep -oF 'formatCode="\d0"')
saved=$(node read.mjs saved/written.xlsx)
echo "as written: $written"
echo "saved by LibreOffice ($formats): $saved"
[ "$written" = "exceljs 12 1900-01-11 1900-01-11; read-excel-file 12 12 12" ]
[[ $saved == "exceljs 1900-01-11 1900-01-11 "*"; read-excel-file 12 12 12" ]]
