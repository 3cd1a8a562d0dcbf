#!/usr/bin/env bash
# yaml (npm) 2.9.1: two texts of several lines do not survive its own stringify and parse. In braces or brackets a text
# whose first line is a lone hyphen is written without quotes, over several lines, and parse then refuses the document
# (BLOCK_IN_FLOW). In block style a text that is one blank and a line end comes back as the line end alone: the
# literal block has no indentation number. In the other style each of the two is written well.
# Output seen: flow "-\n0": BLOCK_IN_FLOW; block "-\n0": same; flow " \n": same; block " \n": "\n".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1
cat >try.cjs <<'JS'
const assert = require("node:assert");
const { parse, stringify } = require("yaml");
function roundTrip(text, collectionStyle) {
  const written = stringify({ list: [text] }, { collectionStyle, lineWidth: 0 });
  try {
    const [back] = parse(written).list;
    return back === text ? "same" : JSON.stringify(back);
  } catch (error) {
    return error.code;
  }
}
const seen = ["-\n0", " \n"].flatMap((text) =>
  ["flow", "block"].map((style) => `${style} ${JSON.stringify(text)}: ${roundTrip(text, style)}`),
);
console.log(seen.join("; "));
assert.deepEqual(seen, [
  'flow "-\\n0": BLOCK_IN_FLOW',
  'block "-\\n0": same',
  'flow " \\n": same',
  'block " \\n": "\\n"',
]);
JS
node try.cjs
