#!/usr/bin/env bash
# A numbered list by docx (npm) 9.7.0 is 1, 2, 3 for LibreOffice (Debian's 7.4.7) and for pandoc (Debian's 2.17.1.1). Once
# LibreOffice has saved the .docx as .docx, it is 1, 1, 2 for pandoc, so "as we agreed in 2" is another line; LibreOffice
# itself still shows 1, 2, 3. docx says of each list where it starts (startOverride), also where that is 1. LibreOffice
# keeps this for the first paragraph alone and gives the others a number of their own, of the same abstract list; pandoc
# begins a list with each such number. One expects a file that was only opened and saved to count as it did. By way
# of .odt pandoc counts right.
# Output seen: as written: 1. Ask 2. Pay 3. Write; saved as .docx: 1. Ask 1. Pay 2. Write; shown by LibreOffice: 1. Ask
# 2. Pay 3. Write; saved as .odt: 1. Ask 2. Pay 3. Write
set -euo pipefail
for tool in pandoc soffice pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0
cat >write.cjs <<'JS'
const { Document, LevelFormat, Packer, Paragraph } = require("docx");
const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }];
const children = ["Ask", "Pay", "Write"].map((text) => new Paragraph({ text, numbering: { reference: "steps", level: 0 } }));
const made = new Document({ numbering: { config: [{ reference: "steps", levels }] }, sections: [{ children }] });
Packer.toBuffer(made).then((bytes) => require("node:fs").writeFileSync("steps.docx", bytes));
JS
node write.cjs
save_as() {
  soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to "$1" --outdir saved "$2" >/dev/null 2>&1
}
counted() { tr -s ' \n\f' ' ' | sed 's/^ //; s/ $//'; }
written=$(pandoc steps.docx -t plain | counted)
save_as "docx:MS Word 2007 XML" steps.docx
saved=$(pandoc saved/steps.docx -t plain | counted)
save_as pdf saved/steps.docx
shown=$(pdftotext -layout saved/steps.pdf - | counted)
save_as odt steps.docx
open=$(pandoc saved/steps.odt -t plain | counted)
echo "as written: $written; saved as .docx: $saved; shown by LibreOffice: $shown; saved as .odt: $open"
whole="1. Ask 2. Pay 3. Write"
[ "$written" = "$whole" ]
[ "$shown" = "$whole" ]
[ "$open" = "$whole" ]
[ "$saved" = "1. Ask 1. Pay 2. Write" ]
