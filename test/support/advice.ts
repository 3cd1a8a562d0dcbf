import { lintText } from "../../src/lint/lint-text.ts";
import type { LintRule, RuleSetting } from "../../src/lint/rule.ts";
import { subjectOf } from "../../src/lint/subject.ts";
import type { Problem } from "../../src/yaml/diagnostic.ts";

/** What one rule says about a text. */
export function adviceOf(
  rule: LintRule,
  text: string,
  options: RuleSetting["options"] = {},
): readonly Problem[] {
  const surroundings = {
    today: "2026-11-21",
    agreed: [],
    readability: undefined,
    sources: [],
    schemaAddress: undefined,
  };
  const subject = subjectOf(lintText("sample.yaml", text), surroundings);
  if (subject === undefined) throw new Error("The sample is not YAML.");
  return rule.problems(subject, { severity: rule.severity, options });
}
