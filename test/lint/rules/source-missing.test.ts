import { describe, expect, it } from "vitest";
import { missing } from "../../../src/lint/rules/source/missing.ts";
import { adviceOf } from "../../support/advice.ts";

const RUBRIC = `coprod: rubric/1
id: ours
version: 1.0.0
language: en-GB
title: Ours
about: What we ask.
minutes: 5
sources:
  talk: { title: Our talk, authors: Our group, year: 2026 }
scales:
  check:
    - { id: "no", name: "No", means: Nothing to show. }
    - { id: "yes", name: "Yes", means: Something to show. }
sections:
  - id: fear
    kind: barrier
    title: Fear
    why: It matters.
    scale: check
    criteria:
      - id: cited
        asks: Is it cited?
        next: { "yes": { do: A., first: B., effort: small, who: Chair, sign: C. } }
        from: { talk: [First evening] }
`;

const QUESTION = `      - id: another
        asks: Is this one too?
        next: { "yes": { do: A., first: B., effort: small, who: Chair, sign: C. } }
`;

const GUIDE = `coprod: guide/1
version: 1.0.0
language: en-GB
title: Guide
about: Pages.
sources: {}
pages:
  - { id: one, title: One, kind: tip, when: Now., say: [A.], try: [B.], from: {} }
figures:
  - { id: two, says: A., strength: Thin., group: money, from: {} }
`;

const found = (text: string) =>
  adviceOf(missing, text).map(({ rule, severity, place, says }) => ({
    rule,
    severity,
    line: place.line,
    says,
  }));

describe("source/missing", () => {
  it("is quiet where every question says where it comes from", () => {
    expect(found(RUBRIC)).toEqual([]);
  });

  it("points at a question without a source", () => {
    const line = RUBRIC.split("\n").length;
    expect(found(RUBRIC + QUESTION)).toEqual([
      {
        rule: "source/missing",
        severity: "warning",
        line,
        says: expect.stringContaining('"another"'),
      },
    ]);
  });

  it("points at a question whose list of sources is empty", () => {
    const [first] = found(`${RUBRIC}${QUESTION}        from: {}\n`);
    expect(first?.rule).toBe("source/missing");
  });

  it("points at pages and figures of a guide that cite nothing", () => {
    expect(found(GUIDE).map(({ line, says }) => [line, says.split(" ")[0]])).toEqual([
      [8, '"one"'],
      [10, '"two"'],
    ]);
  });

  it("says nothing of each question where the whole rubric has no sources: that is said once", () => {
    const none = RUBRIC.replace("        from: { talk: [First evening] }\n", "");
    expect(none).not.toBe(RUBRIC);
    expect(adviceOf(missing, none + QUESTION)).toEqual([]);
  });
});
