/** A stretch of text in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Severity = "error" | "warning" | "info";

/** A rubric that has changed since; or one answer, where the file says how its question was asked, and perhaps the day. */
type OldWording =
  | { readonly rubric: string; readonly asked: string; readonly now: string }
  | { readonly question: string; readonly on: string | undefined };

/** The rules a file can break, each with the facts its message is made from. Prose lives in `report/wording`. */
export interface DiagnosticFacts {
  "yaml/syntax": { readonly reason: string; readonly detail: string };
  "file/unsupported": {
    readonly reason: "newer" | "too-large" | "not-text";
    readonly found: string;
    readonly known: string;
  };
  "shape/kind": { readonly found: string | undefined; readonly expected: readonly string[] };
  "shape/unknown-key": {
    readonly key: string;
    readonly near: readonly string[];
    readonly known: readonly string[];
  };
  "shape/missing": { readonly key: string };
  "shape/empty": Record<string, never>;
  "shape/type": { readonly expected: string; readonly found: string };
  "shape/value": {
    readonly found: string;
    readonly expected: string;
    readonly near: readonly string[];
  };
  "id/format": { readonly found: string; readonly suggestion: string };
  "id/duplicate": { readonly id: string; readonly first: Place };
  "ref/unknown": {
    readonly what: string;
    readonly name: string;
    readonly near: readonly string[];
    readonly known: readonly string[];
  };
  "scale/levels": {
    readonly scale: string;
    readonly problem: "values" | "names" | "reserved" | "count";
  };
  "scale/anchors-missing": { readonly criterion: string; readonly level: string };
  "weight/range": { readonly found: string };
  "bands/gaps": { readonly problem: "start" | "order" | "range" | "missing" };
  "must/impossible": { readonly level: string };
  "must/can-skip": { readonly criterion: string };
  "next/missing": { readonly criterion: string; readonly level: string };
  "answer/unknown-question": { readonly key: string; readonly near: readonly string[] };
  "answer/unknown-level": {
    readonly level: string;
    readonly near: readonly string[];
    readonly known: readonly string[];
  };
  "answer/incomplete": { readonly key: string; readonly problem: AnswerProblem };
  "answer/vote-count": { readonly group: string; readonly votes: number; readonly present: number };
  "answer/old-wording": OldWording;
  "lint/config": { readonly name: string };
  "id/renamed": {
    readonly id: string;
    readonly problem: "gone" | "still-there";
    readonly version: string;
  };
  "version/changed-meaning": { readonly what: string; readonly version: string };
  "ref/circular": TemplateFacts;
  "template/syntax": TemplateFacts;
  "template/unknown-field": TemplateFacts;
  "template/unknown-helper": TemplateFacts;
  "template/unknown-part": TemplateFacts;
  "template/raw-output": TemplateFacts;
}

/** What is wrong with a template, as a sentence: most of it is what Handlebars calls things. */
export interface TemplateFacts {
  readonly says: string;
  readonly near: readonly string[];
  readonly known: readonly string[];
}

export type AnswerProblem = "no-range" | "range-order" | "not-applicable" | "no-reason" | "nothing";

export type Rule = keyof DiagnosticFacts;

/** One problem in one file: data, with its words still to be made. */
export type Diagnostic = {
  readonly [R in Rule]: {
    readonly rule: R;
    readonly severity: Severity;
    readonly file: string;
    readonly place: Place;
    /** Keys and list positions from the top of the file; absent where the file could not be read so far. */
    readonly path?: Path;
    readonly facts: DiagnosticFacts[R];
  };
}[Rule];

/** Keys and list positions from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** What is wrong with this very text, why it matters to the people in the room, and what to do about it. */
export interface Words {
  readonly says: string;
  readonly why?: string;
  readonly fix: string;
}

/** Replaces the text of a file from `start` up to `end`, counted in UTF-16 units; `place` is the same stretch. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly text: string;
}

/** Another place that belongs to the same problem. */
export interface Related {
  readonly place: Place;
  readonly says: string;
}

/**
 * A problem with its words: what reports show, whether a parser found it (a `Diagnostic`) or a lint rule, which makes
 * its own words.
 */
export interface Problem extends Words {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly place: Place;
  /** Empty where the file could not be read that far. */
  readonly path: Path;
  /** As `path`, with ids instead of list positions, so that it survives a new order. May be empty. */
  readonly idPath: string;
  readonly related: readonly Related[];
  /** What `--fix` would change; empty where only a person can mend it. */
  readonly edits: readonly Edit[];
  /** How many more of the same rule this one stands for, in the same file. */
  readonly more?: number;
  /** Set where a comment switched it off. */
  readonly silenced?: { readonly reason?: string };
}

export const START_OF_FILE: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Whether any of them makes the file unusable. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}
