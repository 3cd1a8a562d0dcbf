import type { Problem } from "../yaml/diagnostic.ts";
import type { RuleInForce } from "./settings.ts";
import type { Subject } from "./subject.ts";

/** What the rules that are on have to say about one file. */
export function applyRules(subject: Subject, { rules }: InForce): readonly Problem[] {
  return rules.flatMap(({ rule, severity, options }) =>
    severity === "off" ? [] : rule.problems(subject, { severity, options }),
  );
}

/** Whether a rule that counts syllables is on: only then is the library for it loaded. */
export function needsSyllables({ rules }: InForce): boolean {
  return rules.some(({ rule, severity }) => rule.needsSyllables && severity !== "off");
}

interface InForce {
  readonly rules: readonly RuleInForce[];
}
