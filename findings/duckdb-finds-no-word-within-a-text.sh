#!/usr/bin/env bash
# DuckDB 1.5.6 takes the SQL of PostgreSQL, and one expects ~ to find a pattern anywhere in a text, as it does there. In
# DuckDB the pattern has to fit the whole text: answer ~ 'fares' is false for "We pay fares", without an error, so a count of
# answers that speak of fares is nought. And LIKE has no sign that takes the meaning from % and _ unless ESCAPE names one:
# LIKE '50\%' is true of 50% in PostgreSQL and false in DuckDB. regexp_matches, and ESCAPE '\', agree with it.
# Output seen: ~: postgres true, duckdb false; like: postgres true, duckdb false; regexp_matches, escape: duckdb true, true
# (PostgreSQL by way of PGlite 0.5.17)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @duckdb/node-api@1.5.6-r.1 @electric-sql/pglite@0.5.17
cat >try.mjs <<'JS'
import assert from "node:assert";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
const shared = String.raw`select 'We pay fares' ~ 'fares' as found, '50%' like '50\%' as alike`;
const own = String.raw`select regexp_matches('We pay fares', 'fares') as found, '50%' like '50\%' escape '\' as alike`;
const postgres = await PGlite.create();
const [theirs] = (await postgres.query(shared)).rows;
await postgres.close();
const duckdb = await (await DuckDBInstance.create()).connect();
const duck = async (sql) => (await duckdb.runAndReadAll(sql)).getRowObjects()[0];
const same = await duck(shared);
const cured = await duck(own);
console.log(`postgres ${JSON.stringify(theirs)}; duckdb ${JSON.stringify(same)}; in its own words ${JSON.stringify(cured)}`);
assert.deepEqual({ ...theirs }, { found: true, alike: true });
assert.deepEqual({ ...same }, { found: false, alike: false });
assert.deepEqual({ ...cured }, { found: true, alike: true });
JS
node try.mjs
