#!/usr/bin/env bash
# DuckDB 1.5.6 guesses types in JSON and in CSV, and the two guesses differ for the same text, without a warning. A code
# such as 1-2-3 becomes 3 February 2001 out of JSON and 3 February of the year 1 out of CSV; a day written 31/03/2027 is
# a date out of CSV and text out of JSON; an id in capitals comes out of JSON in small letters, since it is taken for a
# UUID, and stays as it is out of CSV. So files of two kinds with the same rows do not join, and texts are changed.
# Output seen: 1-2-3: json DATE 2001-02-03, csv TIMESTAMP 0001-02-03 00:00:00 | 31/03/2027: json VARCHAR 31/03/2027,
# csv DATE 2027-03-31 | 6F96…: json UUID 6f96…, csv VARCHAR 6F96…
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import assert from "node:assert";
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
async function guessed(text) {
  writeFileSync("rows.json", `${JSON.stringify({ code: text })}\n`);
  writeFileSync("rows.csv", `code,more\n"${text}",x\n`);
  const seen = [];
  for (const [kind, from] of [["json", "read_json_auto('rows.json')"], ["csv", "read_csv_auto('rows.csv')"]]) {
    const rows = await connection.runAndReadAll(`select typeof(code) as type, code::varchar as text from ${from}`);
    const [row] = rows.getRowObjectsJson();
    seen.push(`${kind} ${row.type} ${row.text}`);
  }
  console.log(`${text}: ${seen.join(", ")}`);
  return seen;
}
assert.deepEqual(await guessed("1-2-3"), ["json DATE 2001-02-03", "csv TIMESTAMP 0001-02-03 00:00:00"]);
assert.deepEqual(await guessed("31/03/2027"), ["json VARCHAR 31/03/2027", "csv DATE 2027-03-31"]);
const id = "6F9619FF-8B86-D011-B42D-00C04FC964FF";
assert.deepEqual(await guessed(id), [`json UUID ${id.toLowerCase()}`, `csv VARCHAR ${id}`]);
JS
node try.mjs
