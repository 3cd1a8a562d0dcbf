import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/rubric/rubric.ts";
import { checkCharacters, readChecks } from "../../src/workshop/parse-input.ts";
import { aCriterion, levels } from "../support/builders.ts";

function checks(
  names: readonly string[],
  optional: readonly boolean[],
): [Criterion, ...Criterion[]] {
  const scale = levels(names.length - 1).map((level, index) => ({
    ...level,
    name: names[index] ?? "",
  }));
  const [first, ...rest] = optional.map((allowNotApplicable, index) =>
    aCriterion({ id: `check-${index}`, levels: scale, allowNotApplicable }),
  );
  if (first === undefined) throw new Error("no checks");
  return [first, ...rest];
}

const THREE = checks(["No", "Partly", "Yes"], [false, false, true]);

describe("the characters of a checklist", () => {
  it("are the first letters of the levels, highest first", () => {
    expect(checkCharacters(THREE).map(({ character }) => character)).toEqual([
      "y",
      "p",
      "n",
      "u",
      "s",
      "-",
    ]);
  });

  it.each([[["Some", "Sometimes", "Yes"]], [["Never", "Usually", "Yes"]], [["ie", "Ödli", "Yes"]]])(
    "are numbers where the letters of %j cannot be told apart",
    (names) => {
      const characters = checkCharacters(checks(names, [false, false])).map(
        ({ character }) => character,
      );
      expect(characters).toEqual(["1", "2", "3", "u", "s"]);
    },
  );
});

describe("one line for a whole checklist", () => {
  it.each([
    ["y p n", ["level-2", "level-1", "level-0"]],
    ["YPN", ["level-2", "level-1", "level-0"]],
    ["yp n", ["level-2", "level-1", "level-0"]],
    ["yes, partly, no", ["level-2", "level-1", "level-0"]],
    ["u not sure -", ["unsure", "unsure", "not-applicable"]],
    ["ｙ s u", ["level-2", "skipped", "unsure"]],
  ])("%j gives %j", (line, answers) => {
    expect(readChecks(THREE, line)).toEqual({ kind: "answers", answers });
  });

  it.each([
    ["y p", { kind: "count", count: 2 }],
    ["ypny", { kind: "count", count: 4 }],
    ["y z n", { kind: "unknown", character: "z" }],
    ["hello", { kind: "unknown", character: "h" }],
    ["- y y", { kind: "not-optional", line: 1 }],
  ])("%j is answered with %j", (line, expected) => {
    expect(readChecks(THREE, line)).toEqual(expected);
  });
});
