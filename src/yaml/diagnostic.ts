/** A stretch of text in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Severity = "error" | "warning" | "info";

/**
 * The facts each problem's message is made from. What can be found is declared where it is worded, in `lint/problems`:
 * one entry for each.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the files with the words add to it
export interface DiagnosticFacts {}

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
  /** Where the next of those stand. */
  readonly next?: readonly Place[];
  /** Set where a comment switched it off. */
  readonly silenced?: { readonly reason?: string };
}

export const START_OF_FILE: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Whether any of them makes the file unusable. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}
