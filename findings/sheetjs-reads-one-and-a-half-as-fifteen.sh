#!/usr/bin/env bash
# SheetJS (npm xlsx 0.18.5), reading CSV, takes a comma inside a number for the one between thousands wherever it stands:
# "1,5", one and a half in most of Europe, is 15, "2,50" is 250 and "0,75" 75, without a word; so too where the columns are
# parted by semicolons (FS: ";"), as those countries' spreadsheets write them. One expects text, or a number only where three
# figures follow, as in "1,000". Papa Parse 5.7.1 with dynamicTyping leaves all of them as text, and so does raw: true.
# Output seen: commas [15,250,75,1000]; semicolons [15,250,75,1000]; raw and papaparse ["1,5","2,50","0,75","1,000"]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 papaparse@5.7.1
cat >try.cjs <<'JS'
const assert = require("node:assert");
const { parse } = require("papaparse");
const { read, utils } = require("xlsx");
function values(text, options = {}) {
  const { SheetNames, Sheets } = read(text, { type: "string", ...options });
  return utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 }).map((row) => row[1]);
}
const hours = ["1,5", "2,50", "0,75", "1,000"];
const commas = hours.map((hour) => `Ann,"${hour}"\n`).join("");
const semicolons = hours.map((hour) => `Ann;${hour}\n`).join("");
const papa = parse(commas.trim(), { delimiter: ",", dynamicTyping: true }).data.map((row) => row[1]);
const seen = { commas: values(commas), semicolons: values(semicolons, { FS: ";" }), raw: values(commas, { raw: true }), papa };
for (const [how, read] of Object.entries(seen)) console.log(how, JSON.stringify(read));
assert.deepEqual(seen, { commas: [15, 250, 75, 1000], semicolons: [15, 250, 75, 1000], raw: hours, papa: hours });
JS
node try.cjs
