#!/usr/bin/env bash
# Papa Parse (npm) 5.7.1, left to guess the delimiter, counts the empty line after the last line end as a row of one
# column. So a table of two columns that ends with a line end, as nearly all do, is below its limit of two columns on
# average, and its true delimiter is passed over: survey answers with ";" inside, which Google Forms and Microsoft Forms
# write, are cut at the ";", and "1,5;2,5" at the commas, without an error. Without the last line end, or with
# skipEmptyLines, or with a third column, the guess is right. One expects a line end to change nothing.
# Output seen: choices: ";" [["2026","fares","food"]]; no line end: "," [["2026","fares;food"]]; skipEmptyLines: the same;
# sums: "," [["1","5;2","5"]]; no line end: ";" [["1,5","2,5"]]; skipEmptyLines: the same
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1
cat >try.cjs <<'JS'
const assert = require("node:assert");
const { parse } = require("papaparse");
function guessed(text, options) {
  const { data, errors, meta } = parse(text, options);
  assert.deepEqual(errors, []);
  return [meta.delimiter, data[1]];
}
function tried(name, text, cut, whole) {
  const seen = { "": guessed(text), "no line end": guessed(text.trimEnd()), skipEmptyLines: guessed(text, { skipEmptyLines: true }) };
  for (const [how, told] of Object.entries(seen)) console.log(name, how, JSON.stringify(told));
  assert.deepEqual(Object.values(seen), [cut, whole, whole]);
}
tried("choices", "when,needs\n2026,fares;food\n2027,fares;food;time\n2028,fares;food;time\n", [";", ["2026,fares", "food"]], [",", ["2026", "fares;food"]]);
tried("sums", "a;b\n1,5;2,5\n3,5;4,5\n", [",", ["1", "5;2", "5"]], [";", ["1,5", "2,5"]]);
JS
node try.cjs
