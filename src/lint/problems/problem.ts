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
  | "translation"
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

const LONGEST_QUOTE = 60;

/** More names than these are no help in a message. */
const MOST_LISTED = 5;

/** What somebody wrote, short enough to stand in a sentence. */
export function quotable(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 3).trimEnd()}...` : line;
}

/** The names that may be meant, or all there are where they are few. */
export function suggestion(near: readonly string[], known: readonly string[]): string | undefined {
  if (near.length > 0) return `Did you mean "${near.join('" or "')}"?`;
  if (known.length > 0 && known.length <= MOST_LISTED)
    return `What fits here: ${[...new Set(known)].join(", ")}.`;
  return undefined;
}

/** A name that can be put right without a look: the one that is near, where no other is. */
export function onlyOne(near: readonly string[]): string | undefined {
  return near.length === 1 ? near[0] : undefined;
}
