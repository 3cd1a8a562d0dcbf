#!/usr/bin/env bash
# iCalendar puts a name that has a semicolon in it in quotes, CN="Ann Carr; Chair", so that it is one. node-ical (npm) 0.26.1
# ends the name there: it is "\"Ann Carr", with the opening quote and without the rest. And a category with a comma, "Food\,
# travel", becomes two, "Food\" and "travel". One expects what ical.js 2.2.1 reads. A colon or a comma in a quoted name is
# read rightly.
# Output seen: node-ical "\"Ann Carr" ["Food\\","travel"]; ical.js "Ann Carr; Chair" ["Food, travel"]; colon, comma: the name
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.26.1
cat >try.mjs <<'JS'
import assert from "node:assert";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const calendar = (name) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20270101T000000Z"]
    .concat(["DTSTART:20270131T100000Z", `ATTENDEE;CN="${name}":mailto:ann@example.org`, String.raw`CATEGORIES:Food\, travel`])
    .concat(["END:VEVENT", "END:VCALENDAR", ""])
    .join("\r\n");
function byNodeIcal(text) {
  const { attendee, categories } = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
  return [attendee.params.CN, categories];
}
function byIcalJs(text) {
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  return [event.getFirstProperty("attendee").getParameter("cn"), event.getFirstProperty("categories").getValues()];
}
const cut = byNodeIcal(calendar("Ann Carr; Chair"));
const whole = byIcalJs(calendar("Ann Carr; Chair"));
const others = ["Chair: Ann Carr", "Carr, Ann"].map((name) => byNodeIcal(calendar(name))[0]);
console.log(JSON.stringify({ cut, whole, others }));
assert.deepEqual(cut, ['"Ann Carr', ["Food\\", "travel"]]);
assert.deepEqual(whole, ["Ann Carr; Chair", ["Food, travel"]]);
assert.deepEqual(others.map((name) => name.replaceAll('"', "")), ["Chair: Ann Carr", "Carr, Ann"]);
JS
node try.mjs
