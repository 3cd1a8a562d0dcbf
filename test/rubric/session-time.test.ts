import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedBy, lengthText, sessionMinutes, talkMinutes } from "../../src/rubric/session-time.ts";

describe("how long a talk takes", () => {
  it.each([
    ["a question of 120 words", [{ kind: "question", words: 120 }], 6],
    ["how much a barrier is felt", [{ kind: "felt", words: 60 }], 2.5],
    ["four checks of 12 words", new Array(4).fill({ kind: "check", words: 12 }), 3.4],
    ["nothing", [], 0],
  ] as const)("%s", (_, asked, minutes) => {
    expect(talkMinutes(asked)).toBeCloseTo(minutes, 10);
  });

  it("never gets shorter by one more thing to ask", () => {
    const asked = fc.record({
      kind: fc.constantFrom("question", "felt", "check"),
      words: fc.nat({ max: 300 }),
    } as const);
    fc.assert(
      fc.property(fc.array(asked), asked, (all, more) => {
        expect(sessionMinutes(talkMinutes([...all, more]))).toBeGreaterThan(
          sessionMinutes(talkMinutes(all)),
        );
      }),
    );
  });
});

describe("what a rubric asks", () => {
  it("reads the levels of a question and only the words of a check", () => {
    const scales = {
      steps: [
        { id: "no", name: "No", means: "Nothing yet." },
        { id: "yes", name: "Yes", means: "We can show it." },
      ],
    };
    const base = { id: "s", kind: "barrier", title: "T", why: "W", scale: "steps" } as const;
    const criteria = [
      { id: "felt", asks: "How much is it felt?", measures: "pressure" as const },
      { id: "check", asks: "Is it there?" },
      { id: "own", asks: "Do we?", levels: { no: "Not at all.", yes: "Always, and it shows." } },
    ];
    expect(askedBy({ scales, sections: [{ ...base, criteria }] })).toEqual([
      { kind: "felt", words: 13 },
      { kind: "check", words: 3 },
      { kind: "question", words: 11 },
    ]);
  });
});

describe("a whole session", () => {
  it.each([
    [46, "about 60 minutes"],
    [67, "about 80 minutes"],
    [90, "about 1 hour 45 minutes"],
    [91, "about 2 hours"],
    [198, "about 4 hours"],
  ])("of %i minutes' talk takes %s", (talk, said) => {
    expect(lengthText(sessionMinutes(talk))).toBe(said);
  });
});
