#!/usr/bin/env bash
# In an iCalendar text a backslash is written twice (RFC 5545), so the folder S:\notes is S:\\notes in the file. icalendar
# (Debian's python3-icalendar 4.0.3, which khal is made with) and node-ical (npm) 0.26.1 undo the escapes one kind after
# the other, and take the second backslash and the n for a line break: "S:" and "otes" on a line of its own, the
# folder's name lost. One expects the way back of one's own text, above all from icalendar, which writes it rightly
# itself. ical.js 2.2.1 reads what was meant.
# Output seen: ical.js "S:\\notes"; node-ical "S:\\\notes"; icalendar wrote S:\\notes, read 'S:\notes' (JSON and Python show
# a backslash as two, a line break as \n)
set -euo pipefail
python=/usr/bin/python3
"$python" -c 'import icalendar' 2>/dev/null || { echo "Needs Debian's python3-icalendar." >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 node-ical@0.26.1
cat >write.py <<'PY'
from icalendar import Calendar, Event
event = Event()
event["uid"] = "1@example.org"
event.add("summary", "S:\\notes")
calendar = Calendar()
calendar.add_component(event)
written = calendar.to_ical()
assert b"SUMMARY:S:\\\\notes\r\n" in written
open("event.ics", "wb").write(written)
read = str(Calendar.from_ical(written).walk("VEVENT")[0]["summary"])
print("icalendar wrote S:\\\\notes, read", repr(read))
assert read == "S:\notes"
PY
cat >read.mjs <<'JS'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
const text = readFileSync("event.ics", "utf8");
const right = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent").getFirstPropertyValue("summary");
const wrong = Object.values(ical.sync.parseICS(text)).find(({ type }) => type === "VEVENT").summary;
console.log(`ical.js ${JSON.stringify(right)}; node-ical ${JSON.stringify(wrong)}`);
assert.equal(right, "S:\\notes");
assert.equal(wrong, "S:\\\notes");
JS
"$python" write.py
node read.mjs
