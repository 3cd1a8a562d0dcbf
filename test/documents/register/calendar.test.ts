import { spawnSync } from "node:child_process";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.ts";
import { editAssessment } from "../../../src/assessment/edit.ts";
import type { Action, AssessmentFile } from "../../../src/assessment/schema.ts";
import { calendarText } from "../../../src/documents/register/calendar.ts";

const ACTION: Action = {
  id: "a1",
  do: "Pay fares in cash; no forms, no \\ waits",
  first: "Ask the bank\nfor a card",
  who: "Chair",
  with: "Maria",
  by: "2027-02",
  note: "Maria said so",
};

function assessment(actions: readonly Action[], more: Partial<Assessment> = {}): Assessment {
  return {
    title: "River House, November 2026",
    covers: "The whole organisation",
    started: "2026-11-10",
    quick: false,
    rubrics: [],
    people: [],
    answers: new Map(),
    actions,
    suggestions: [],
    voices: [],
    plan: { "feedback-by": "2026-12-20", review: "2027-06-10" },
    sessions: [{ began: "2026-11-10T10:00:00Z", ended: "2026-11-10T12:30:00Z" }],
    ...more,
  };
}

function events(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  return component.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}

/** Days, numbers and words as the Python package icalendar finds them; nothing where it is not installed. */
function byIcalendar(text: string): unknown {
  const script = `
import json,sys,icalendar
calendar=icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([[str(e["UID"]),e["DTSTART"].dt.isoformat(),e["DTEND"].dt.isoformat(),int(e["SEQUENCE"]),str(e["SUMMARY"])] for e in calendar.walk("VEVENT")]))`;
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(python, ["-c", script], { input: text, encoding: "utf8" });
    if (status === 0) return JSON.parse(stdout);
  }
  return undefined;
}

describe("the calendar of the actions", () => {
  it("has whole days for actions, feedback and review, and nobody in it", () => {
    const text = calendarText(assessment([ACTION, { id: "a2", do: "No day yet" }]));
    const found = events(text).map((event) => [
      event.summary,
      event.startDate.toString(),
      event.endDate.toString(),
      event.startDate.isDate,
    ]);
    expect(found).toEqual([
      [ACTION.do, "2027-02-28", "2027-03-01", true],
      ["Tell everybody what was decided", "2026-12-20", "2026-12-21", true],
      ["Look at the plan again", "2027-06-10", "2027-06-11", true],
    ]);
    expect(text).not.toMatch(/Chair|Maria|ATTENDEE|ORGANIZER/u);
    expect(text).toContain("DTSTAMP:20261110T123000Z\r\n");
  });

  it("reads the same for a second program that we did not write", ({ skip }) => {
    const text = calendarText(assessment([ACTION]));
    const found = byIcalendar(text);
    if (found === undefined && process.env["COPROD_REQUIRE_OFFICE"] !== "1")
      skip("the Python package icalendar is not installed");
    const [uid] = events(text).map((event) => event.uid);
    expect(found).toContainEqual([uid, "2027-02-28", "2027-03-01", 0, ACTION.do]);
  });

  it("moves an event, and never makes a second one", () => {
    const file = { actions: [ACTION] } as unknown as AssessmentFile;
    const moved = editAssessment(file, [{ kind: "act", action: { ...ACTION, by: "2027-04-15" } }]);
    const dropped = editAssessment(moved, [
      {
        kind: "act",
        action: { ...(moved.actions?.[0] as Action), status: "dropped", why: "No money" },
      },
    ]);
    const [first, second, third] = [file, moved, dropped].map(
      ({ actions = [] }) => events(calendarText(assessment(actions)))[0],
    );
    expect(new Set([first?.uid, second?.uid, third?.uid]).size).toBe(1);
    expect([first, second, third].map((event) => event?.sequence)).toEqual([0, 1, 2]);
    expect(third?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(second?.startDate.toString()).toBe("2027-04-15");
  });

  it("keeps an event's name in the assessment of the year after", () => {
    const now = calendarText(assessment([ACTION]));
    const later = calendarText(
      assessment([{ ...ACTION, since: "2026-11-10" }], {
        title: "River House, November 2027",
        started: "2027-11-12",
      }),
    );
    const names = (text: string) => events(text).map((event) => event.uid);
    expect(names(later)[0]).toBe(names(now)[0]);
    expect(new Set([...names(now), ...names(later)]).size).toBe(5);
  });

  it("has lines of at most 75 bytes that end as the format says, whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (words) => {
        const text = calendarText(assessment([{ ...ACTION, do: words }]));
        expect(text.replace(/\r\n/gu, "")).not.toMatch(/[\r\n]/u);
        const lines = text.split("\r\n");
        expect(lines.at(-1)).toBe("");
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        const [event] = events(text);
        expect(event?.summary).toBe(words.replace(/\r\n?/gu, "\n"));
      }),
      { numRuns: 200 },
    );
  });
});
