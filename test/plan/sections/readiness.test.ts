import { describe, expect, it } from "vitest";
import type { Criterion, Section } from "../../../src/rubric/rubric.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

type Answers = Readonly<Record<string, string>>;

/** A section `a` with the questions `a1`, `a2` and so on. */
function part(id: string, overrides: Partial<Section> = {}, asks: Partial<Criterion>[] = [{}, {}]) {
  const criteria = asks.map((more, at) => aCriterion({ id: `${id}${at + 1}`, ...more }));
  return aSection({ id: `part-${id}`, title: id.toUpperCase(), criteria, ...overrides });
}

function short(sections: readonly Section[], answers: Answers) {
  const keyed = Object.entries(answers).map(([id, answer]) => [`principles/${id}`, answer]);
  const rubrics = [aRubric({ sections })];
  return planOf(anAssessment({ rubrics, answers: Object.fromEntries(keyed) })).short;
}

const STRONG = "A strong principle does not make up for a weak one, so the weakest decides.";
const open = (percent: string) =>
  `The number is a range, ${percent}, because there are things we do not know or do not agree on yet.`;

describe("how ready we are", () => {
  it("is one band, with what it means, where all is settled", () => {
    const answers = { a1: "level-1", a2: "level-2", b1: "level-3", b2: "level-3" };
    expect(short([part("a"), part("b")], answers)).toMatchObject({
      ready: "Band 2",
      why: ["What band 2 means.", "Our weakest principle is “A”, at 50%.", STRONG],
    });
  });

  it("names every principle that is weakest", () => {
    const answers = { a1: "level-1", a2: "level-2", b1: "level-2", b2: "level-1" };
    expect(short([part("a"), part("b")], answers).why).toContain(
      "Our weakest principles are “A” and “B”, each at 50%.",
    );
  });

  it("says that principles seem to be weakest while one of them could turn out stronger than another", () => {
    const answers = { a1: "level-0", a2: "unsure", b1: "level-0", b2: "level-0", c1: "level-1" };
    const { ready, why } = short([part("a"), part("b"), part("c", {}, [{}])], answers);
    expect(ready).toBe("Band 0");
    expect(why).toContain("Our weakest principles seem to be “A” and “B”, each at 0%.");
  });

  it("asks only the principles which is weakest", () => {
    const answers = { a1: "level-1", a2: "unsure", b1: "level-3", b2: "level-3", c1: "level-0" };
    const sections = [part("a"), part("b"), part("c", { kind: "foundation" }, [{}])];
    expect(short(sections, answers)).toMatchObject({
      ready: "Between Band 0 and Band 2",
      why: ["Our weakest principle is “A”, at 16% to 67%.", STRONG, open("16% to 67%")],
    });
  });

  it("is held down by each must-have that is not met", () => {
    const musts = [{ must: 3 }, { must: 3 }, { must: 3 }];
    const answers = { a1: "level-2", a2: "level-2", a3: "level-3" };
    expect(short([part("a", {}, musts)], answers)).toMatchObject({
      ready: "Band 1",
      why: [
        "What band 1 means.",
        "Must-haves are not met, so the result cannot be higher than “Band 1”: “Do we do what a1 asks?” (A) and “Do we do what a2 asks?” (A).",
        "Our weakest principle is “A”, at 78%.",
      ],
    });
  });

  it("names the part of a must-have that holds it, which need not be the weakest", () => {
    const answers = { a1: "level-2", a2: "level-2", b1: "level-1", b2: "level-3", b3: "level-3" };
    const sections = [part("a"), part("b", {}, [{ must: 2 }, {}, {}])];
    expect(short(sections, answers)).toMatchObject({
      ready: "Band 1",
      why: [
        "What band 1 means.",
        "A must-have is not met, so the result cannot be higher than “Band 1”: “Do we do what b1 asks?” (B).",
        "Our weakest principle is “A”, at 67%.",
      ],
    });
  });

  it("names the must-have that leaves its lower end open", () => {
    const answers = { a1: "level-3", a2: "level-3", b1: "unsure" };
    const sections = [part("a"), part("b", { kind: "foundation" }, [{ must: 2 }])];
    expect(short(sections, answers).why).toEqual([
      "Our weakest principle is “A”, at 100%.",
      "We cannot say yet whether a must-have is met: “Do we do what b1 asks?” (B). If it is not, the result is no higher than “Band 1”.",
    ]);
  });

  it("is too early to say while less than half of a principle is answered", () => {
    const answers = { a1: "level-1", b1: "level-1", b2: "level-1" };
    const sections = [part("a", {}, [{}, {}, {}]), part("b"), part("c")];
    expect(short(sections, answers)).toMatchObject({
      ready: "Too early to say",
      why: [
        "We have answered 3 of 7 questions so far.",
        "Less than half of “A” is answered.",
        "We have not answered anything about “C” yet.",
      ],
    });
  });

  it("cannot be said without principles, or where too little of one applies", () => {
    expect(short([part("a", { kind: "foundation" })], { a1: "level-1" })).toMatchObject({
      ready: "No overall result",
      why: ["These questions have no principle, so there is no overall result."],
    });
    const away = { allowNotApplicable: true };
    const sections = [part("a", {}, [away, away]), part("b"), part("c", {}, [away])];
    const answers = { a1: "not-applicable", b1: "level-1", c1: "not-applicable" };
    expect(short(sections, answers)).toMatchObject({
      ready: "Not enough to say",
      why: ["Too many questions about “A” and “C” do not apply to us."],
    });
  });
});

describe("the scale of the result", () => {
  it("has every name, the lowest first, and shows where we are", () => {
    const { place, scale, next } = short([part("a")], { a1: "level-1", a2: "level-1" });
    expect(place).toBe("2nd of 4");
    expect(scale.map(({ name, here }) => `${name}${here ? " here" : ""}`)).toEqual([
      "Band 0",
      "Band 1 here",
      "Band 2",
      "Band 3",
    ]);
    expect(next).toBe("The next name, “Band 2”, needs at least 50% in every principle.");
  });

  it("shows a range as one, and what the name after its low end needs", () => {
    const { place, scale } = short([part("a")], { a1: "unsure", a2: "level-3" });
    expect([place, scale.map(({ here }) => here)]).toEqual([
      "3rd to 4th of 4",
      [false, false, true, true],
    ]);
  });

  it("says that must-haves stand in the way", () => {
    const { next } = short([part("a", {}, [{ must: 3 }])], { a1: "level-2" });
    expect(next).toMatch(/, and every must-have met \(1 of them is not, or not surely\)\.$/u);
  });

  it("has no next name at the top, and no place where nothing was asked", () => {
    expect(short([part("a")], { a1: "level-3", a2: "level-3" })).toMatchObject({
      place: "4th of 4",
      next: null,
    });
    const { place, scale } = short([part("a")], {});
    expect([place, scale.some(({ here }) => here), scale.length]).toEqual([null, false, 4]);
  });
});
