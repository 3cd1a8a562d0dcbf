import type { Problem } from "../../yaml/diagnostic.ts";
import { applyRules, needsSyllables } from "../apply-rules.ts";
import { checkFormerNames } from "../breaking-changes.ts";
import { type Introduction, introductionOf } from "../exported-ids.ts";
import { lintText } from "../lint-text.ts";
import { type PlainSettings, type RuleInForce, rulesOf } from "../settings.ts";
import { type Surroundings, subjectOf } from "../subject.ts";
import { joinProblems } from "./join-problems.ts";

/** Some files for which the same settings hold. Plain values only, so that another thread can do the work. */
export interface Batch {
  readonly files: readonly FileText[];
  readonly settings: PlainSettings;
  readonly surroundings: Omit<Surroundings, "readability">;
}

export interface FileText {
  /** The name people see. */
  readonly file: string;
  readonly named: boolean;
  readonly text: string;
}

/** All that can be said of a file by itself. */
export interface Examined {
  readonly kind: string | undefined;
  readonly skipped: boolean;
  readonly introduction: Introduction;
  readonly problems: readonly Problem[];
}

/** Undefined for a file that can't be judged by itself: an assessment belongs to its rubrics. */
export async function examine(batch: Batch): Promise<readonly (Examined | undefined)[]> {
  const rules = rulesOf(batch.settings);
  const readability = needsSyllables({ rules })
    ? await import("../text/readability.ts")
    : undefined;
  const surroundings = { ...batch.surroundings, readability };
  return batch.files.map((each) => examineOne(each, { rules, surroundings }));
}

interface Rules {
  readonly rules: readonly RuleInForce[];
  readonly surroundings: Surroundings;
}

function examineOne(
  { file, named, text }: FileText,
  { rules, surroundings }: Rules,
): Examined | undefined {
  const linted = lintText(file, text);
  const { kind, rubric, source } = linted;
  if (kind === "assessment") return undefined;
  const skipped = kind === undefined && !named;
  const introduction = introductionOf(linted);
  if (skipped) return { kind, skipped, introduction, problems: [] };
  const subject = subjectOf(linted, surroundings);
  const advice = subject === undefined ? [] : applyRules(subject, { rules });
  const former = rubric && source ? checkFormerNames(rubric, source) : [];
  const found = [...linted.diagnostics, ...former];
  const problems = joinProblems({ ...linted, file, text, skipped }, found, advice);
  return { kind, skipped, introduction, problems };
}
