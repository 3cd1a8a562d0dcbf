#!/usr/bin/env bash
# DuckDB 1.5.6: json ->> 'key' is the SQL of PostgreSQL and of SQLite for one field, and one expects the key to be a key.
# A key that begins with a slash, as the questions of an XForm do (/data/fares), is a pointer for DuckDB: the field of that
# name is not found, and the field inside another that the pointer leads to is given in its place, without an error; "*"
# gives all values. SQLite 3.40.1 (Debian's) gives the field each time, and so does PostgreSQL 15.18 (tried by hand). A
# key with a slash further on is a key in DuckDB too.
# Output seen: /data/fares: duckdb inside, sqlite own (without the other field: null, own); *: duckdb all,inside, sqlite all;
# data/fares: duckdb own, sqlite own
set -euo pipefail
command -v sqlite3 >/dev/null || { echo "Needs sqlite3." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1
cat >try.mjs <<'JS'
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import { DuckDBInstance } from "@duckdb/node-api";
const connection = await (await DuckDBInstance.create()).connect();
async function field(object, key) {
  const text = JSON.stringify(object);
  const rows = await connection.runAndReadAll(`select '${text}'::json ->> '${key}'`);
  const duckdb = String(rows.getRowsJson()[0][0]);
  const sqlite = execFileSync("sqlite3", [":memory:", `select '${text}' ->> '${key}'`], { encoding: "utf8" }).trimEnd();
  console.log(`${key}: duckdb ${duckdb}, sqlite ${sqlite}`);
  return [duckdb, sqlite];
}
const inside = { data: { fares: "inside" } };
assert.deepEqual(await field({ "/data/fares": "own", ...inside }, "/data/fares"), ["inside", "own"]);
assert.deepEqual(await field({ "/data/fares": "own" }, "/data/fares"), ["null", "own"]);
assert.deepEqual(await field({ "*": "all", fares: "inside" }, "*"), ["all,inside", "all"]);
assert.deepEqual(await field({ "data/fares": "own", ...inside }, "data/fares"), ["own", "own"]);
JS
node try.mjs
