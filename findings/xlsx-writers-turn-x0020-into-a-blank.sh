#!/usr/bin/env bash
# A text such as Agreed_x0020_by, which is how SharePoint names the column "Agreed by" inside, does not survive in an .xlsx
# by exceljs 4.4.0 or write-excel-file 4.1.1: they write it as it is, and in that format _x0020_ stands for a blank, so
# that exceljs itself, read-excel-file 9.3.17 and SheetJS (by hand) read "Agreed by". One expects a writer to escape it, as
# _x005F_x0020_. LibreOffice 7.4.7 and openpyxl 3.0.9 (by hand) leave it alone: one file has two names for one column.
# Output seen: exceljs wrote: exceljs "Agreed by", read-excel-file "Agreed by"; write-excel-file wrote: the same two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 write-excel-file@4.1.1 read-excel-file@9.3.17 2>/dev/null
cat >try.mjs <<'JS'
import assert from "node:assert";
import ExcelJS from "exceljs";
import readExcelFile from "read-excel-file/node";
import writeExcelFile from "write-excel-file/node";
const head = "Agreed_x0020_by";
const book = new ExcelJS.Workbook();
book.addWorksheet("List").getCell("A1").value = head;
await book.xlsx.writeFile("exceljs.xlsx");
await writeExcelFile([[{ type: String, value: head }]]).toFile("write-excel-file.xlsx");
for (const writer of ["exceljs", "write-excel-file"]) {
  const again = new ExcelJS.Workbook();
  await again.xlsx.readFile(`${writer}.xlsx`);
  const byExceljs = again.worksheets[0].getCell("A1").value;
  const [{ data }] = await readExcelFile(`${writer}.xlsx`);
  console.log(`${writer} wrote: exceljs "${byExceljs}", read-excel-file "${data[0][0]}"`);
  assert.equal(byExceljs, "Agreed by");
  assert.equal(data[0][0], "Agreed by");
}
JS
node try.mjs
