#!/usr/bin/env bash
# zod 4.6.7 makes a JSON Schema of its checks, and throws for what a schema cannot say, such as a Date. The flags of a
# regular expression are such a thing too; but those it drops without a word. /^(yes|no)$/i takes "Yes", and the schema,
# in an editor or another program (here ajv 8.20.0), refuses it; so it goes for the flags s and m. One expects an error, or
# a pattern that says the same.
# Output seen: i "Yes": zod true, schema false; s "a\nb": zod true, schema false; m "a\nb": zod true, schema false;
# date: Date cannot be represented in JSON Schema
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund zod@4.6.7 ajv@8.20.0
cat >try.mjs <<'JS'
import assert from "node:assert";
import Ajv from "ajv/dist/2020.js";
import { z } from "zod";
const cases = [
  ["i", /^(yes|no)$/i, "Yes"],
  ["s", /^a.b$/s, "a\nb"],
  ["m", /^a$/m, "a\nb"],
];
for (const [flag, pattern, text] of cases) {
  const check = z.string().regex(pattern);
  const schema = z.toJSONSchema(check);
  assert.equal(schema.pattern, pattern.source);
  const byZod = check.safeParse(text).success;
  const bySchema = new Ajv.default({ strict: false }).validate(schema, text);
  console.log(`${flag} ${JSON.stringify(text)}: zod ${byZod}, schema ${bySchema}`);
  assert.deepEqual([byZod, bySchema], [true, false]);
}
assert.throws(() => z.toJSONSchema(z.date()), ({ message }) => {
  console.log(`date: ${message}`);
  return message.includes("cannot be represented in JSON Schema");
});
JS
node try.mjs
