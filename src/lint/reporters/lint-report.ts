import type { Diagnostic, Problem, Severity } from "../../yaml/diagnostic.ts";
import { wordsFor } from "../problems/index.ts";

/** Everything a format may say about one run of `coprod lint`: data and sentences, no layout. */
export interface LintReport {
  /** Of coprod. */
  readonly version: string;
  readonly files: readonly CheckedFile[];
  readonly summary: LintSummary;
  /** Of all files, in the order of `files` and then by place; silenced ones too. */
  readonly problems: readonly Problem[];
  /** Each rule there is, for the formats that list them. */
  readonly rules: readonly RuleInfo[];
}

export interface CheckedFile {
  readonly file: string;
  /** What its first key says it is; undefined where nothing does. */
  readonly kind: string | undefined;
  readonly problems: readonly Problem[];
}

/** `errors`, `warnings` and `infos` leave out what was silenced. */
export interface LintSummary {
  readonly files: number;
  /** YAML files met in a folder that are not coprod's. */
  readonly skipped: number;
  readonly cached: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly silenced: number;
}

export interface RuleInfo {
  readonly name: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly about: string;
  /** The rule's page as Markdown. */
  readonly markdown: string;
}

export interface LintOutcome {
  readonly version: string;
  readonly files: readonly Omit<CheckedFile, "problems">[];
  readonly skipped: number;
  readonly problems: readonly Problem[];
  readonly rules: readonly RuleInfo[];
  readonly cached?: number;
}

/** Puts the problems in order and counts them. A problem may stand in a file that another one led to. */
export function lintReport(outcome: LintOutcome): LintReport {
  const { version, files: checked, skipped, rules, cached = 0 } = outcome;
  const kinds = new Map(checked.map(({ file, kind }) => [file, kind]));
  const problems = inFileOrder(outcome.problems, [...kinds.keys()]);
  const names = [...new Set([...kinds.keys(), ...problems.map(({ file }) => file)])];
  const files = names.map((file) => ({
    file,
    kind: kinds.get(file),
    problems: problems.filter((each) => each.file === file),
  }));
  const summary = { files: checked.length, skipped, cached, ...countsOf(problems) };
  return { version, files, summary, problems, rules };
}

/** Problems nobody switched off. */
export function open(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ silenced }) => silenced === undefined);
}

/** Sorted by file and then by place; files that are not among the given ones follow as they come. */
export function inFileOrder(
  problems: readonly Problem[],
  files: readonly string[] = [],
): Problem[] {
  const names = [...files, ...problems.map(({ file }) => file)];
  const rank = new Map([...new Set(names)].map((file, index) => [file, index]));
  return [...problems].sort(
    (a, b) =>
      (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}

/** A diagnostic with its words made. */
export function problemFrom(diagnostic: Diagnostic): Problem {
  const { rule, severity, file, place, path = [] } = diagnostic;
  const words = wordsFor(diagnostic);
  return { ...words, rule, severity, file, place, path, idPath: "", related: [], edits: [] };
}

function countsOf(problems: readonly Problem[]) {
  const shown = open(problems);
  return {
    errors: count(shown.filter(({ severity }) => severity === "error")),
    warnings: count(shown.filter(({ severity }) => severity === "warning")),
    infos: count(shown.filter(({ severity }) => severity === "info")),
    silenced: count(problems) - count(shown),
  };
}

function count(problems: readonly Problem[]): number {
  return problems.reduce((total, { more = 0 }) => total + 1 + more, 0);
}
