import type { Diagnostic, DiagnosticFacts, Rule, Words } from "../../yaml/diagnostic.ts";
import { ANSWER_PROBLEMS } from "./answer.ts";
import { FILE_PROBLEMS } from "./file.ts";
import { HISTORY_PROBLEMS } from "./history.ts";
import { LINT_PROBLEMS } from "./lint.ts";
import { NAME_PROBLEMS } from "./name.ts";
import type { ParserProblem, ParserProblems } from "./problem.ts";
import { RUBRIC_PROBLEMS } from "./rubric.ts";
import { SHAPE_PROBLEMS } from "./shape.ts";
import { TEMPLATE_PROBLEMS } from "./template.ts";
import { TRANSLATION_PROBLEMS } from "./translation.ts";

/** All that makes a file unusable, by its rule's name. What only advises is in `lint/rules`. */
export const PARSER_PROBLEMS: ParserProblems = {
  ...FILE_PROBLEMS,
  ...SHAPE_PROBLEMS,
  ...NAME_PROBLEMS,
  ...RUBRIC_PROBLEMS,
  ...HISTORY_PROBLEMS,
  ...ANSWER_PROBLEMS,
  ...LINT_PROBLEMS,
  ...TEMPLATE_PROBLEMS,
  ...TRANSLATION_PROBLEMS,
};

export const PARSER_RULES = Object.keys(PARSER_PROBLEMS) as readonly Rule[];

/** The sentences for a diagnostic. */
export function wordsFor(diagnostic: Pick<Diagnostic, "rule" | "facts">): Words {
  return problemOf(diagnostic).words(diagnostic.facts);
}

/** What `--fix` would write in the place of what was found; undefined where only a person can tell. */
export function meantBy(diagnostic: Pick<Diagnostic, "rule" | "facts">): string | undefined {
  return problemOf(diagnostic).meant?.(diagnostic.facts);
}

/** Templates have no comments that we read. */
export function canBeSuppressed(rule: string): boolean {
  return PARSER_PROBLEMS[rule as Rule]?.alwaysTold !== true;
}

// That rule and facts belong together is lost on the compiler where it does not know which rule it is.
function problemOf({ rule }: Pick<Diagnostic, "rule">) {
  return PARSER_PROBLEMS[rule] as unknown as ParserProblem<DiagnosticFacts[Rule]>;
}
