#!/usr/bin/env bash
# A .docx in which Word keeps changes (docx 9.7.0: InsertedTextRun, DeletedTextRun) says "We pay all fares": "some" is struck
# out. LibreOffice (Debian's 7.4.7, headless) converts it to text, and to HTML, with the struck-out word in the sentence and
# no sign at all that it is: "We pay all some fares." In its PDF the word is struck out for the eye, and is plain text for
# whoever copies it or has it read aloud. One expects the sentence as it stands now, which pandoc (Debian's 2.17.1.1) gives
# by itself, or a mark, as HTML has <del> for it.
# Output seen: txt, html and the words of the pdf: We pay all some fares. (no <del>, no <s>); pandoc: We pay all fares.
set -euo pipefail
for tool in soffice pandoc pdftotext; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0
cat >write.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, TextRun } from "docx";
const by = { author: "Ann", date: "2027-03-31T10:00:00Z" };
const inserted = new InsertedTextRun({ text: "all ", id: 1, ...by });
const deleted = new DeletedTextRun({ text: "some ", id: 2, ...by });
const children = [new Paragraph({ children: [new TextRun("We pay "), inserted, deleted, new TextRun("fares.")] })];
writeFileSync("a.docx", await Packer.toBuffer(new Document({ sections: [{ children }] })));
JS
node write.mjs
for kind in txt:Text html pdf; do
  soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to "$kind" a.docx >/dev/null 2>&1
done
text=$(tr -d '\357\273\277\r\n' <a.txt)
html=$(tr '\n' ' ' <a.html | grep -o 'We pay[^/]*</p>')
pdf=$(pdftotext a.pdf - | head -n 1)
pandoc=$(pandoc --to=plain a.docx)
echo "txt: $text; html: $html; pdf: $pdf; pandoc: $pandoc"
[ "$text" = "We pay all some fares." ]
[ "$html" = "We pay all some fares.</p>" ]
[ "$pdf" = "We pay all some fares." ]
[ "$pandoc" = "We pay all fares." ]
