#!/usr/bin/env bash
# A table that docx (npm) 9.7.0 makes without being told of widths (new Table({ rows }), also with layout AUTOFIT) says in
# the file that each column is 100 twentieths of a point wide, 1.8 mm. LibreOffice (Debian's 7.4.7, headless) believes it:
# on its paper stands a grid as small as a fingernail, with not a word in it; the text before and after is there. One
# expects columns as wide as their words, since the width of the table says "auto", or as wide as the page. pandoc reads
# all the words, so a test that reads the file back does not see it. columnWidths, or a width in percent, cures it.
# Output seen: plain: before after; autofit: before after; percent: before Who What Ann fares after; columnWidths: the same
set -euo pipefail
for tool in soffice pdftotext pandoc; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0
cat >write.cjs <<'JS'
const { Document, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } = require("docx");
const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
const tables = {
  plain: {},
  autofit: { layout: TableLayoutType.AUTOFIT },
  percent: { width: { size: 100, type: WidthType.PERCENTAGE } },
  columnWidths: { columnWidths: [3000, 6000] },
};
for (const [name, options] of Object.entries(tables)) {
  const rows = [["Who", "What"], ["Ann", "fares"]].map((row) => new TableRow({ children: row.map(cell) }));
  const children = [new Paragraph("before"), new Table({ ...options, rows }), new Paragraph("after")];
  const made = Packer.toBuffer(new Document({ sections: [{ children }] }));
  made.then((bytes) => require("node:fs").writeFileSync(`${name}.docx`, bytes));
}
JS
node write.cjs
printed() {
  soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to pdf "$1.docx" >/dev/null 2>&1
  pdftotext -layout "$1.pdf" - | tr -s '\n\f ' ' ' | sed 's/^ //; s/ $//'
}
all="before Who What Ann fares after"
for name in plain autofit percent columnWidths; do
  words=$(printed "$name")
  echo "$name: $words"
  case $name in
    plain | autofit) [ "$words" = "before after" ] ;;
    *) [ "$words" = "$all" ] ;;
  esac
done
[ "$(pandoc plain.docx -t plain | tr -s '\n -' ' ' | sed 's/ $//')" = "$all" ]
