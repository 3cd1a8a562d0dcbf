import type { DiagnosticFacts, Rule, Severity, Words } from "../../yaml/diagnostic.ts";

/**
 * Where a sample's lines belong: a question of a rubric, its section, or the top of a file of that kind. A template, and
 * a part of one that is called `sample`, are nothing but their sample.
 */
export type SampleHost =
  | "criterion"
  | "section"
  | "rubric"
  | "guide"
  | "assessment"
  | "config"
  | "template"
  | "part";

/** What a rule's page says. The samples are the rule's own tests: « and » stand around the place it must point at. */
export interface RuleAbout {
  readonly what: string;
  /** Why it matters to the people in the room. */
  readonly why: string;
  readonly host: SampleHost;
  readonly bad: string;
  readonly good: string;
}

/**
 * What a parser can find: how serious it is, its page and its words. Its facts are declared in the same file, as a part
 * of `DiagnosticFacts`, so that the rooms below can report it without knowing its words.
 */
export interface ParserProblem<Facts> {
  readonly severity: Severity;
  /** Left out where a rule that advises has the page. */
  readonly about?: RuleAbout;
  readonly words: (facts: Facts) => Words;
  /** What `--fix` writes in the place of what was found, where that is sure. */
  readonly meant?: (facts: Facts) => string | undefined;
  /** No comment can switch it off: there is no file to speak of then, or it is about the comments themselves. */
  readonly alwaysTold?: boolean;
}

export type ParserProblems = { readonly [R in Rule]: ParserProblem<DiagnosticFacts[R]> };
