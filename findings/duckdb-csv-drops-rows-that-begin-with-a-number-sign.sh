#!/usr/bin/env bash
# DuckDB 1.5.6, reading a CSV file as it comes, takes "#" for the sign of a comment as soon as that makes the first column
# a number, though nothing asked for comments: of three actions numbered #12, #13 and 14 one is read, and nothing is said
# of the other two. One expects a row to be a row, as RFC 4180 has no comments, and the column to become text, as it does
# where no plain number stands beside them. all_varchar = true, where no type is left to guess, drops them all the same;
# comment = '' or a list of the columns keeps all three.
# Output seen: as it comes: 14 (BIGINT); all with "#": #12 #13 (VARCHAR); all_varchar: 14 (VARCHAR); comment = '': #12 #13 14
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
printf 'ref,do\n#12,Pay fares\n#13,Ask the chair\n14,Write it down\n' >actions.csv
printf 'ref,do\n#12,Pay fares\n#13,Ask the chair\n' >signs.csv
cat >try.mjs <<'JS'
import assert from "node:assert";
import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
async function refs(file, options = "") {
  const select = `select ref::varchar, typeof(ref) from read_csv('${file}'${options}) order by 1`;
  const rows = await connection.runAndReadAll(select);
  const seen = rows.getRowsJson();
  return `${seen.map(([ref]) => ref).join(" ")} (${seen[0][1]})`;
}
const guessed = await refs("actions.csv");
const signs = await refs("signs.csv");
const texts = await refs("actions.csv", ", all_varchar = true");
const told = await refs("actions.csv", ", comment = ''");
console.log(`as it comes: ${guessed}; all with "#": ${signs}; all_varchar: ${texts}; comment = '': ${told}`);
assert.equal(guessed, "14 (BIGINT)");
assert.equal(signs, "#12 #13 (VARCHAR)");
assert.equal(told, "#12 #13 14 (VARCHAR)");
assert.equal(texts, "14 (VARCHAR)");
assert.equal(await refs("actions.csv", ", columns = { 'ref': 'varchar', 'do': 'varchar' }"), told);
JS
node try.mjs
