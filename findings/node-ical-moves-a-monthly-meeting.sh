#!/usr/bin/env bash
# A meeting on 31 January that is held monthly (FREQ=MONTHLY) is, by RFC 5545, only in the months that have a 31st, and
# ical.js 2.2.1 says so. node-ical (npm) 0.26.1 gives 28 February, and then 28 March, 28 April: it goes on from the shortened
# month, and never comes back to the end. One may guess that a month is left out, or that each month's last day is meant;
# hardly that one February moves all the months after it. BYMONTHDAY=-1, the last day, is right in both.
# Output seen: ical.js 01-31 03-31 05-31 07-31; node-ical 01-31 02-28 03-28 04-28; last day: 01-31 02-28 03-31 04-30 in both
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export TZ=UTC
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.26.1
cat >try.mjs <<'JS'
import assert from "node:assert";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const calendar = (rule) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", "BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20270101T000000Z"]
    .concat(["DTSTART:20270131T100000Z", `RRULE:FREQ=MONTHLY;${rule}COUNT=4`, "SUMMARY:Meeting", "END:VEVENT", "END:VCALENDAR", ""])
    .join("\r\n");
const day = (text) => text.slice(5, 10);
function byIcalJs(text) {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
  const iterator = event.iterator();
  return Array.from({ length: 4 }, () => day(iterator.next().toString())).join(" ");
}
function byNodeIcal(text) {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
  return event.rrule.all().map((date) => day(date.toISOString())).join(" ");
}
const seen = ["", "BYMONTHDAY=-1;"].map((rule) => [byIcalJs(calendar(rule)), byNodeIcal(calendar(rule))]);
console.log(JSON.stringify(seen));
assert.deepEqual(seen, [
  ["01-31 03-31 05-31 07-31", "01-31 02-28 03-28 04-28"],
  ["01-31 02-28 03-31 04-30", "01-31 02-28 03-31 04-30"],
]);
JS
node try.mjs
