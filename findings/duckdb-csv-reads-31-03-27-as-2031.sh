#!/usr/bin/env bash
# DuckDB 1.5.6, guessing the types of a CSV file, reads a day with two figures for its year from the year on: the British
# 31/03/27 is 27 March 2031, and 01/04/27 beside it 27 April 2001; 31-03-27 and the German 31.03.27 likewise. Nothing is
# said. One expects a day first, since that is how it reads 31/03/2027, and how it reads 3/4/27 (3 April 2027): so the
# same day has another year with a nought before it and without. Only a last figure that is no day, as in 31/03/97,
# brings the day to the front. With dateformat all is right.
# Output seen: 31/03/27 01/04/27: 2031-03-27 2001-04-27; 31/03/2027 01/04/2027: 2027-03-31 2027-04-01; 3/4/27 5/4/27:
# 2027-04-03 2027-04-05; 31/03/97 01/04/97: 1997-03-31 1997-04-01
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
async function days(written, options = "") {
  writeFileSync("actions.csv", `id,by\n${written.split(" ").map((day, at) => `${at},${day}\n`).join("")}`);
  const rows = await connection.runAndReadAll(`select "by" from read_csv('actions.csv'${options}) order by id`);
  const seen = rows.getRowsJson().flat().join(" ");
  console.log(`${written}${options}: ${seen}`);
  return seen;
}
const wrong = "2031-03-27 2001-04-27";
const right = "2027-03-31 2027-04-01";
for (const sign of ["/", "-", "."]) assert.equal(await days("31/03/27 01/04/27".replaceAll("/", sign)), wrong);
assert.equal(await days("31/03/2027 01/04/2027"), right);
assert.equal(await days("31/03/27 01/04/27", ", dateformat = '%d/%m/%y'"), right);
assert.equal(await days("3/4/27 5/4/27"), "2027-04-03 2027-04-05");
assert.equal(await days("31/03/97 01/04/97"), "1997-03-31 1997-04-01");
JS
node try.mjs
