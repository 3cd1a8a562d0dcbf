#!/usr/bin/env bash
# pandoc (Debian's 2.17.1.1) loses what language a passage is in on the way to Word and back. Its manual says that `lang`
# on a Div or Span switches the language; out of HTML with lang="cy" it is in its own document tree and in ODT, but in
# .docx there is no w:lang in the text at all. The other way, of a run that a .docx marks as Welsh nothing is left in
# HTML. So a paper in two languages that goes through pandoc is one language to whoever has it read aloud.
# Output seen: tree: 2 marks; odt: cy; docx: none; back from docx: <p>Bore da</p>
set -euo pipefail
for tool in pandoc unzip; do command -v "$tool" >/dev/null || { echo "Needs $tool." >&2; exit 2; }; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '<p>Good: <span lang="cy">bore da</span>.</p><div lang="cy"><p>Bore da bawb.</p></div>' >two.html
tree=$(pandoc two.html -t native | grep -o '"lang"' | wc -l)
pandoc two.html -o two.odt
odt=$(unzip -p two.odt content.xml styles.xml | grep -o 'fo:language="cy"' | sort -u)
pandoc two.html -o two.docx
docx=$(unzip -p two.docx word/document.xml | grep -o '<w:lang[^>]*>' || echo none)
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0
cat >write.cjs <<'JS'
const { Document, Packer, Paragraph, TextRun } = require("docx");
const welsh = new TextRun({ text: "Bore da", language: { value: "cy-GB" } });
Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [welsh] })] }] })).then((bytes) =>
  require("node:fs").writeFileSync("welsh.docx", bytes),
);
JS
node write.cjs
unzip -p welsh.docx word/document.xml | grep -q '<w:lang w:val="cy-GB"/>'
back=$(pandoc welsh.docx -t html)
echo "tree: $tree marks; odt: ${odt:+cy}; docx: $docx; back from docx: $back"
[ "$tree" = 2 ]
[ -n "$odt" ]
[ "$docx" = none ]
[ "$back" = "<p>Bore da</p>" ]
