#!/usr/bin/env bash
# yaml (npm) 2.9.1, asked to read as YAML 1.1 (version: "1.1"), takes a plain text that is an "e" and digits, or a
# lone full stop, for a number, and gives NaN: a room called E5 or a grade e1 is lost, without an error or a warning.
# YAML 1.1 wants a digit and a full stop before the exponent; PyYAML 6 (tried by hand) and js-yaml 3 keep all as text.
# Output seen: {"room":null,"grade":null,"none":null,"hall":"E5a"} (JSON shows NaN as null).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1 js-yaml@3.14.2
cat >try.cjs <<'JS'
const assert = require("node:assert");
const { parse } = require("yaml");
const text = "room: E5\ngrade: e1\nnone: .\nhall: E5a\n";
const value = parse(text, { version: "1.1" });
console.log(JSON.stringify(value));
assert.ok(Number.isNaN(value.room) && Number.isNaN(value.grade) && Number.isNaN(value.none));
assert.equal(value.hall, "E5a");
assert.deepEqual(require("js-yaml").safeLoad(text), { room: "E5", grade: "e1", none: ".", hall: "E5a" });
assert.equal(parse(text).room, "E5", "as YAML 1.2 it is text");
JS
node try.cjs
