#!/usr/bin/env bash
# ical-generator 10.2.0 and ics 3.12.0 (both npm), given the organiser Ann "Bee" Carr, write CN="Ann \"Bee\" Carr". An
# iCalendar parameter has no backslashes: RFC 6868 writes a quote as ^', and before it there was no way. One expects two
# writers that many use to make what readers take. node-ical 0.26.1 and icalendar (Debian's python3-icalendar 4.0.3) then
# have no organiser at all, and throw nothing; ical.js 2.2.1 has one called "Ann \". With ^' ical.js reads the name.
# Output seen, of both writers: node-ical none; icalendar none; ical.js "Ann \\"; with ^': ical.js "Ann \"Bee\" Carr"
set -euo pipefail
/usr/bin/python3 -c 'import icalendar' 2>/dev/null || { echo "Needs python3-icalendar." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0 ics@3.12.0 ical.js@2.2.1 node-ical@0.26.1
cat >read.py <<'PY'
import icalendar
import sys
event = icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk("VEVENT")[0]
print(event.get("ORGANIZER"))
PY
cat >try.mjs <<'JS'
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import ICAL from "ical.js";
import ical from "ical-generator";
import { createEvent } from "ics";
import nodeIcal from "node-ical";
const organizer = { name: 'Ann "Bee" Carr', email: "ann@example.org" };
const calendar = ical();
calendar.createEvent({ start: new Date("2027-03-31T10:00:00Z"), summary: "Meeting", organizer });
const generated = calendar.toString();
const made = createEvent({ start: [2027, 3, 31], title: "Meeting", organizer }).value;
const marked = generated.replaceAll('\\"', "^'");
const byIcalJs = (text) => {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  return event.getFirstProperty("organizer").getParameter("cn");
};
const byNodeIcal = (text) => Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT").organizer;
const byPython = (text) => execFileSync("/usr/bin/python3", ["read.py"], { input: text, encoding: "utf8" }).trim();
for (const text of [generated, made]) {
  const seen = [text.match(/ORGANIZER;CN="[^:]*"/)[0], byIcalJs(text), byNodeIcal(text), byPython(text)];
  console.log(JSON.stringify(seen));
  assert.deepEqual(seen, [String.raw`ORGANIZER;CN="Ann \"Bee\" Carr"`, "Ann \\", undefined, "None"]);
}
console.log(byIcalJs(marked));
assert.equal(byIcalJs(marked), 'Ann "Bee" Carr');
JS
node try.mjs
