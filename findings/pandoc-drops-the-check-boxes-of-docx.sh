#!/usr/bin/env bash
# docx (npm) 9.7.0 writes its CheckBox as a symbol of a font (w:sym). pandoc (Debian's 2.17.1.1) leaves that out without a
# warning, also with --verbose: of a list with one thing ticked and one not, the two are alike, whatever pandoc writes.
# One expects a box, or at least a message, since the file says in so many words which is ticked (w14:checkbox), and
# LibreOffice (Debian's 7.4.7) shows both. The same signs written as plain text are read.
# Output seen: pandoc: Fares paid / Chair asked; LibreOffice: ☒ Fares paid / ☐ Chair asked; as text: the same
set -euo pipefail
for tool in pandoc soffice; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0
cat >write.cjs <<'JS'
const { CheckBox, Document, Packer, Paragraph, TextRun } = require("docx");
const { writeFileSync } = require("node:fs");
const items = [[true, "Fares paid"], [false, "Chair asked"]];
const boxes = items.map(([checked, text]) => new Paragraph({ children: [new CheckBox({ checked }), new TextRun(` ${text}`)] }));
const texts = items.map(([checked, text]) => new Paragraph(`${checked ? "\u2612" : "\u2610"} ${text}`));
for (const [name, children] of Object.entries({ boxes, texts }))
  Packer.toBuffer(new Document({ sections: [{ children }] })).then((bytes) => writeFileSync(`${name}.docx`, bytes));
JS
node write.cjs
told() { grep . | sed 's/^ *//' | paste -sd/ | sed 's,/, / ,g'; }
pandoc=$(pandoc --verbose boxes.docx -t plain 2>said | told)
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to txt:Text:UTF8 boxes.docx >/dev/null 2>&1
libreoffice=$(tr -d '\r\357\273\277' <boxes.txt | told)
texts=$(pandoc texts.docx -t plain | told)
echo "pandoc: $pandoc; LibreOffice: $libreoffice; as text: $texts"
[ "$pandoc" = "Fares paid / Chair asked" ]
[ ! -s said ]
[ "$texts" = "☒ Fares paid / ☐ Chair asked" ]
[ "$libreoffice" = "$texts" ]
