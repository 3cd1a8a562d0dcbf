import { describe, expect, it } from "vitest";
import { answerOf } from "../../src/assessment/assessment.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { editAssessment } from "../../src/assessment/edit.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { hiddenVotes, type Response, unhiddenVotes } from "../../src/assessment/schema.ts";
import { yamlText } from "../../src/yaml/edit/yaml-text.ts";
import { aCriterion } from "../support/builders.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE } from "../support/walk.ts";

const POWER = "principles/power";

function rulesFor(response: Response): readonly string[] {
  const whole = emptyFile(smallRubrics(), { people: PEOPLE, answers: { [POWER]: response } });
  const { file, source } = parseAssessment("our.yaml", yamlText(whole));
  if (file === undefined || source === undefined) throw new Error("no assessment");
  return checkAssessment(file, smallRubrics(), source).map(({ rule }) => rule);
}

describe("votes that are typed and not shown yet", () => {
  it("may stand alone, with groups that did not vote", () => {
    expect(
      rulesFor({ unrevealed: hiddenVotes({ staff: { usual: 4 }, "lived-experience": {} }) }),
    ).toEqual([]);
  });

  it("fit the people and the levels, as other votes do", () => {
    expect(rulesFor({ unrevealed: hiddenVotes({ staff: { usual: 5 } }) })).toEqual([
      "answer/vote-count",
    ]);
    expect(rulesFor({ unrevealed: hiddenVotes({ staff: { usually: 1 } }) })).toEqual([
      "answer/unknown-level",
    ]);
    expect(rulesFor({ unrevealed: hiddenVotes({ nobody: { usual: 1 } }) })).toEqual([
      "ref/unknown",
    ]);
  });

  it("are no words that anybody reads in passing, and are what they were again", () => {
    const round = { staff: { usual: 4, unsure: 1 }, trustees: {} };
    expect(hiddenVotes(round)).toMatch(/^[\w-]+$/u);
    expect(hiddenVotes(round)).not.toMatch(/usual|staff|4/u);
    expect(unhiddenVotes(hiddenVotes(round))).toEqual(round);
    expect(["", "x", "e30x", "W10"].map(unhiddenVotes)).toEqual(Array(4).fill(undefined));
  });

  it("are no answer", () => {
    expect(answerOf(aCriterion(), { unrevealed: hiddenVotes({ staff: {} }) })).toEqual({
      kind: "none",
    });
  });
});

describe("taking out", () => {
  it("leaves no empty list behind", () => {
    const file = emptyFile(smallRubrics(), {
      people: PEOPLE,
      answers: { [POWER]: { answer: "usual" } },
      actions: [{ id: "a1", do: "Ask them" }],
    });
    const edits = [
      { kind: "people", people: [] },
      { kind: "forget", key: POWER },
      { kind: "unact", id: "a1" },
    ] as const;
    expect(editAssessment(file, edits)).toEqual(emptyFile());
  });

  it("leaves the other actions alone", () => {
    const actions = [
      { id: "a1", do: "Ask them" },
      { id: "a2", do: "Pay them" },
    ];
    const file = emptyFile(smallRubrics(), { actions });
    expect(editAssessment(file, [{ kind: "unact", id: "a1" }]).actions).toEqual([actions[1]]);
  });
});
