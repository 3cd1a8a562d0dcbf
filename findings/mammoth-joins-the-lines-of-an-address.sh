#!/usr/bin/env bash
# In Word a line ends with Shift+Enter inside a paragraph, as in an address. mammoth (npm) 1.13.0 keeps it as <br /> in HTML,
# and leaves it out in extractRawText, so that two words become one: "Day Centre12 High Street". One expects a line end or at
# least a blank, since the ends of paragraphs are kept and a tab is too. officeparser 7.8.0 does the same, and joins the
# words at a tab besides. pandoc (Debian's 2.17.1.1) ends the line. The .docx is by docx (npm) 9.7.0.
# Output seen: mammoth: html Day Centre<br />12 High Street, text Day Centre12 High Street, tab kept; officeparser: Day
# Centre12 High Street, TelephoneAnn; pandoc: a line end
set -euo pipefail
command -v pandoc >/dev/null || { echo "Needs pandoc." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund docx@9.7.0 mammoth@1.13.0 officeparser@7.8.0 2>/dev/null
cat >try.mjs <<'JS'
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Document, Packer, Paragraph, Tab, TextRun } from "docx";
import mammoth from "mammoth";
import { parseOffice } from "officeparser";
const address = new Paragraph({ children: [new TextRun("Day Centre"), new TextRun({ text: "12 High Street", break: 1 })] });
const person = new Paragraph({ children: [new TextRun({ children: ["Telephone", new Tab(), "Ann"] })] });
writeFileSync("a.docx", await Packer.toBuffer(new Document({ sections: [{ children: [address, person] }] })));
const html = (await mammoth.convertToHtml({ path: "a.docx" })).value;
const text = (await mammoth.extractRawText({ path: "a.docx" })).value;
const office = (await parseOffice("a.docx")).toText();
const pandoc = execFileSync("pandoc", ["--to=plain", "a.docx"], { encoding: "utf8" });
console.log(JSON.stringify({ html, text, office, pandoc }));
assert.match(html, /Day Centre<br \/>12 High Street/);
assert.equal(text, "Day Centre12 High Street\n\nTelephone\tAnn\n\n");
assert.equal(office, "Day Centre12 High Street\nTelephoneAnn");
assert.match(pandoc, /^Day Centre\n12 High Street\n/);
JS
node try.mjs
