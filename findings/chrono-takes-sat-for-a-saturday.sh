#!/usr/bin/env bash
# chrono-node (npm) 2.10.3 finds dates in sentences. It takes "sat", "sun", "wed" and "march" for days and months wherever
# they stand: "We sat down together" is last Saturday, "They wed in town" a Wednesday, "They march for fares" the first of
# March. One expects that it looks at what stands around them, as it does with "may": "We may meet again" has no date in it.
# And "Ask at 5 or 6 homes" is five o'clock in the morning. chrono.strict leaves the days alone, and keeps the five o'clock.
# Output seen: sat 2026-11-28, wed 2026-12-02, march 2027-03-01, may none, at 5 2026-12-01 05:00; strict: at 5 alone
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export TZ=UTC
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat >try.mjs <<'JS'
import assert from "node:assert";
import * as chrono from "chrono-node";
const today = new Date("2026-12-01T12:00:00Z");
const sentences = ["We sat down together", "They wed in town", "They march for fares", "We may meet again", "Ask at 5 or 6 homes"];
const found = (parser) =>
  sentences.map((text) => parser.parse(text, today).map((one) => `${one.text} ${one.start.date().toISOString().slice(0, 10)}`).join());
const seen = found(chrono);
const strict = found(chrono.strict);
console.log(JSON.stringify({ seen, strict }));
assert.deepEqual(seen, ["sat 2026-11-28", "wed 2026-12-02", "march 2027-03-01", "", "at 5 2026-12-01"]);
assert.deepEqual(strict, ["", "", "", "", "at 5 2026-12-01"]);
JS
node try.mjs
