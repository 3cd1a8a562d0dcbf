import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.ts";
import { anAssessment } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

function paperWith(plan: Assessment["plan"]) {
  return planOf(anAssessment({ plan }));
}

describe("the head of the paper", () => {
  it.each<[NonNullable<Assessment["plan"]["for"]>, string, string]>([
    ["decision", "Decision", "We have not written down yet what we ask trustees to decide."],
    ["discussion", "Discussion", "This paper is for discussion. It asks for no decision."],
    ["information", "Information", "This paper is for information. It asks for no decision."],
  ])("says what it is for: %s", (purpose, text, none) => {
    const { paper, decide } = paperWith({ for: purpose });
    expect(paper.purpose).toEqual({ text, missing: false });
    expect(decide).toMatchObject({ asks: [], none });
  });

  it("numbers what it asks for, and then does not say that it asks for nothing", () => {
    const { decide } = paperWith({ decisions: ["Agree.", "Pay."], "if-nothing": "People leave." });
    expect(decide).toEqual({
      asks: [
        { number: "1", text: "Agree." },
        { number: "2", text: "Pay." },
      ],
      more: null,
      cost: null,
      none: null,
      ifNothing: { text: "People leave.", missing: false },
    });
  });

  it.each<[Assessment["plan"]["meeting"], string]>([
    [{ name: "Trustees", date: "2026-12-12" }, "Trustees, 12 December 2026"],
    [{ date: "2026-12-12" }, "12 December 2026"],
    [{ name: "Trustees" }, "Trustees"],
    [{}, "No meeting yet."],
  ])("says which meeting it goes to: %j", (meeting, text) => {
    expect(paperWith({ meeting: meeting ?? {} }).paper.meeting.text).toBe(text);
  });

  it("takes the assessment's title where nobody gave the charity's name", () => {
    const { title, paper } = paperWith({});
    expect(title).toBe("Co-production action plan – River House, November 2026");
    expect(paper).toMatchObject({ charity: "River House, November 2026", covers: null });
    expect(planOf(anAssessment({ covers: "One project" })).paper.covers).toBe("One project");
  });

  it.each<[string, string | null]>([
    ["a.b@c.org", "mailto:a.b@c.org"],
    ["a@b@c.org", null],
    ["write to a@b.org", null],
    ["a@b.org please", null],
    ["a@b", null],
    ["@b.org", null],
    ["https://a.org/b?c=d#e", "https://a.org/b?c=d#e"],
    ["http://a.org", "http://a.org"],
    ["see https://a.org", null],
    ["https://a.org now", null],
    ['https://a.org/"', null],
    ["https://", null],
    ["01632 960 123", "tel:01632960123"],
    ["+44-1632-960-123", "tel:+441632960123"],
    ["Ring 01632 960 123", null],
    ["01632 960 123 at noon", null],
    ["01632", null],
  ])("makes a link of what is only an address: %s", (contact, href) => {
    expect(paperWith({ contact }).paper.contact).toEqual({ text: contact, href });
  });
});

describe("what else is written down", () => {
  it("is shown as it is, or said to be missing", () => {
    const { risks, couldNot, next } = paperWith({
      risks: [{ risk: "Rain.", response: "Tents.", who: "Chair" }, { risk: "Snow." }],
      "could-not": [{ what: "Evenings", why: "It is shut" }],
      review: "2027-06-10",
    });
    expect(risks).toEqual({
      none: null,
      list: [
        {
          risk: "Rain.",
          response: { text: "Tents.", missing: false },
          who: { text: "Chair", missing: false },
        },
        {
          risk: "Snow.",
          response: { text: "We have not said what we will do about it yet.", missing: true },
          who: { text: "No one is watching this yet.", missing: true },
        },
      ],
      more: null,
    });
    expect(couldNot).toEqual([{ what: "Evenings.", why: "It is shut." }]);
    expect(next).toEqual({
      review: { text: "10 June 2027", missing: false, iso: "2027-06-10" },
      feedback: { text: "No date yet.", missing: true, iso: null },
    });
  });
});
