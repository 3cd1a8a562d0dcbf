import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Response } from "../../src/assessment/schema.ts";
import { withSharedAnswers } from "../../src/rubric/same-as.ts";
import { ShareReader } from "../../src/together/read-share.ts";
import { shareSchema } from "../../src/together/schema.ts";
import { shareIdFrom, shareOf, shareText } from "../../src/together/share.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { answeredAtRandom, rubricsIn } from "../support/many-shares.ts";
import { seeded } from "../support/seeded.ts";

const ID = shareIdFrom(Uint8Array.from({ length: 26 }, (_, at) => at * 5));
const NO_PRINTS = { keepsPrints: false };
const SECRET = "Zebra Quagmire";

function shared(response: Response, criterion = {}) {
  const rubric = aRubric({
    sections: [aSection({ criteria: [aCriterion({ id: "one", ...criterion })] })],
  });
  const assessment = anAssessment({
    rubrics: [rubric],
    answers: { "principles/one": response },
  });
  return shareOf(assessment, { id: ID, size: null, region: null });
}

describe("what a charity shares", () => {
  it.each<[Response, object]>([
    [{ answer: "level-2" }, { kind: "level", level: 2, top: 3 }],
    [
      { answer: "differ", from: "level-0", to: "level-2" },
      { kind: "differ", from: 0, to: 2, top: 3 },
    ],
    [{ answer: "unsure" }, { kind: "unsure", top: 3 }],
    [{ answer: "skipped" }, { kind: "skipped", top: 3 }],
    [{ answer: "a-level-of-before" }, { kind: "look-again", top: 3 }],
    [{}, { kind: "none", top: 3 }],
  ])("says of %j only %j", (response, expected) => {
    expect(shared(response).answers).toEqual([{ key: "principles/one", ...expected }]);
  });

  it("says of a must-have whether it is met", () => {
    const of = (answer: string) => shared({ answer }, { must: 2 }).answers[0]?.must;
    expect([of("level-1"), of("level-2"), of("unsure")]).toEqual(["fail", "pass", "unknown"]);
  });

  it("holds nothing that anybody wrote, whatever stands in the answers", () => {
    const said = fc.record(
      {
        note: fc.constant(SECRET),
        reason: fc.constant(SECRET),
        evidence: fc.constant(null).map(() => [SECRET]),
        views: fc.constant({ staff: SECRET }),
        votes: fc.constant(null).map(() => [{ staff: { "level-1": 3 } }]),
        at: fc.constant("2026-11-21T10:31:00Z"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(said, (words) => {
        const text = shareText(shared({ answer: "level-1", ...words }));
        expect(text).not.toMatch(/Zebra|staff|2026-11|votes/u);
        expect(text).toBe(shareText(shared({ answer: "level-1" })));
      }),
    );
  });

  it("is a text with a line for each answer that fits its schema", () => {
    const share = shared({ answer: "level-1" }, { must: 1 });
    const text = shareText(share);
    expect(JSON.parse(text)).toEqual(share);
    expect(shareSchema.safeParse(JSON.parse(text)).success).toBe(true);
    expect(text).toContain('\n    {"key":"principles/one",');
  });

  const others = rubricsIn(join(PACKAGE_FOLDER, "docs/examples/rubrics"));
  it.each(
    [...rubricsIn(join(PACKAGE_FOLDER, "rubrics")), ...others].map((each) => [each.id, each]),
  )("can be counted whatever was answered to %s", (_, rubric) => {
    const random = seeded(11);
    const reader = new ShareReader([rubric], { append: () => {}, pair: () => {} }, NO_PRINTS);
    for (let at = 0; at < 40; at++) {
      const id = shareIdFrom(Uint8Array.from({ length: 26 }, () => random() * 256));
      const share = shareOf(answeredAtRandom([rubric], random), { id, size: null, region: null });
      expect(shareSchema.safeParse(share).error).toBeUndefined();
      expect(reader.read(`${at}.json`, shareText(share))).toBeUndefined();
    }
  });

  it("can be counted where questions of several rubrics share their answers", () => {
    const together = withSharedAnswers(rubricsIn(join(PACKAGE_FOLDER, "rubrics")));
    const asked = rubricsIn(join(PACKAGE_FOLDER, "rubrics"));
    const random = seeded(12);
    const reader = new ShareReader(asked, { append: () => {}, pair: () => {} }, NO_PRINTS);
    for (let at = 0; at < 20; at++) {
      const id = shareIdFrom(Uint8Array.from({ length: 26 }, () => random() * 256));
      const share = shareOf(answeredAtRandom(together, random), { id, size: null, region: null });
      expect(reader.read(`${at}.json`, shareText(share))).toBeUndefined();
    }
  });

  it("has an id that no reader of YAML takes for anything but a text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 26, maxLength: 26 }), (bytes) => {
        expect(shareIdFrom(bytes)).toMatch(/^[a-z][a-z2-7]{25}$/u);
      }),
    );
  });
});
