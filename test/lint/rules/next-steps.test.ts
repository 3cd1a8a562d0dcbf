import { describe, expect, it } from "vitest";
import { lintText } from "../../../src/lint/lint-text.ts";
import { SOUND_RUBRIC } from "../../support/rule-samples.ts";

const THREE = SOUND_RUBRIC.replace(
  '    - { id: "yes"',
  '    - { id: partly, name: Partly, means: A visitor could see some. }\n    - { id: "yes"',
);

function rulesOf(next: string): string[] {
  const text = THREE.replace('next: { "yes":', `next: { ${next}:`);
  const { diagnostics } = lintText("ours.yaml", text);
  return diagnostics.map(({ rule, facts }) =>
    rule === "next/missing" ? `${rule} ${(facts as { level: string }).level}` : rule,
  );
}

describe("a next step under a misspelt level", () => {
  it.each([
    ["yes", []],
    ["yep", ["ref/unknown"]],
    ["always", ["ref/unknown"]],
    ["partly", ["next/missing yes"]],
    ["parlty", ["ref/unknown", "next/missing yes"]],
  ])("%s brings %j: one cause is one problem", (level, expected) => {
    expect(rulesOf(`"${level}"`)).toEqual(expected);
  });
});
