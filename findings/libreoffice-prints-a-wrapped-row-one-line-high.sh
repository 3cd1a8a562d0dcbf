#!/usr/bin/env bash
# LibreOffice (Debian's 7.4.7, headless) prints a row of an .xlsx that says no height as high as one line, though its
# cell wraps: of 30 words a few are on paper, and the next row's text lies over the rest. One expects the height to be
# worked out from the text when the file is opened, since none is given, as spreadsheets do while somebody types. With
# a height in the file (`ht`, here by exceljs 4.4.0) all 30 are there. So whoever writes a sheet has to work it out.
# Output seen: without a height 6 of 30 words are printed, with one 30 of 30.
set -euo pipefail
command -v soffice >/dev/null && command -v pdftotext >/dev/null || { echo "Needs soffice and pdftotext." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 2>/dev/null
cat >write.cjs <<'JS'
const { Workbook } = require("exceljs");
const words = Array.from({ length: 30 }, (_, at) => `word${at}.`).join(" ");
async function write(name, height) {
  const book = new Workbook();
  const sheet = book.addWorksheet("Actions");
  sheet.columns = [{ width: 20 }];
  const row = sheet.addRow([words]);
  row.getCell(1).alignment = { wrapText: true, vertical: "top" };
  if (height !== undefined) row.height = height;
  sheet.addRow(["next"]);
  await book.xlsx.writeFile(name);
}
write("plain.xlsx").then(() => write("high.xlsx", 300));
JS
node write.cjs
printed() {
  soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to pdf "$1.xlsx" >/dev/null 2>&1
  pdftotext -layout "$1.pdf" - | grep -oE 'word[0-9]+\.' | sort -u | wc -l
}
plain=$(printed plain)
high=$(printed high)
echo "without a height $plain of 30 words are printed, with one $high of 30"
[ "$plain" -lt 30 ]
[ "$high" -eq 30 ]
